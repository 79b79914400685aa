"""Worksheets of checklists and workbooks of topics as files of the site."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from pydantic import TypeAdapter

from ...content.library import Library
from ...content.topic import Topic
from ...incremental.dependencies import Recorded
from ...incremental.fingerprint import fingerprint
from ...incremental.result_cache import ResultCache
from ...incremental.store import Store
from ...paper.pdf_batch import RenderedPdf, make_pdfs, sheet_key_function
from ...paper.pdf_engine import PdfEngineMissingError, word_identity
from ...paper.pdf_renderer import Sheet, SheetError, SheetWarning, Styles
from ...web.stylesheets import (
    large_print_stylesheet,
    layouts_on_paper,
    other_scripts_stylesheet,
    worksheet_stylesheet,
)
from . import sheet_requests
from .library_file import StoredFile
from .missing_letters import warning_texts
from .sheet_requests import SheetRequest

log = get_plugin_logger("resources")

PROGRESS_BAR_FROM = 3
"""PDFs to render before a progress bar is shown."""


SHEET_TEXT = TypeAdapter(tuple[Recorded, str])
"""What the manifest has of a sheet: the key of its PDF, or its plain text."""


@dataclass(frozen=True)
class SheetWriter:
    """Writes the sheets that changed, and takes the others from the cache.

    ``digests`` are the hashes of the files of ``docs/``, by path. Links on sheets are absolute.
    """

    env: Environment
    styles: Styles
    cache: ResultCache[str]
    store: Store
    build_hash: str
    digests: Mapping[str, str]
    site_url: str

    @classmethod
    def styles_in(cls, overrides: Path) -> Styles:
        """Return the sheets' styles from the folder ``overrides``."""
        sheet, large_print = worksheet_stylesheet(overrides), large_print_stylesheet(overrides)
        other_scripts = other_scripts_stylesheet(overrides)
        layouts = layouts_on_paper(overrides)
        return Styles(sheet.text, large_print.text, overrides, other_scripts.text, layouts.text)

    def text(self, request: SheetRequest) -> bytes:
        """Return a worksheet as plain text.

        It starts with a byte order mark, as hosts may not declare UTF-8, and has CRLF line ends,
        which every editor on Windows supports.
        """
        name, key = f"sheet {request.address}", self._key(request)
        text = self.cache.get(name, key)
        if text is None:
            with self.cache.dependencies.record() as recorded:
                lines = [line.rstrip() for line in self._render(request).strip().splitlines()]
                text = "\r\n".join([*lines, ""])
                self.cache.put(name, key, recorded(), text)
        return text.encode("utf-8-sig")

    def word(self, request: SheetRequest) -> Path:
        """Return the file of a worksheet for word processors."""
        name, key = f"sheet {request.address}", self._key(request, word_identity())
        cached = self.cache.get(name, key)
        file = self.store.find(cached, ".docx") if cached else None
        if file:
            return file
        url = self.site_url + request.subject.address
        with self.cache.dependencies.record() as recorded:
            page = self._render(request)
            content_key = fingerprint(word_identity(), page, url)
            self.cache.put(name, key, recorded(), content_key)
        file = self.store.find(content_key, ".docx")
        if file:
            return file
        # Imported here, as most builds make none.
        from ...paper.word_document import word_document  # noqa: PLC0415

        document = word_document(page, url)
        return Path(self.store.path(self.store.put(document, ".docx", content_key)))

    def pdfs(self, requests: list[SheetRequest]) -> tuple[dict[str, Path], list[SheetWarning]]:
        """Return the file of each PDF, by its address, and the renderer's warnings.

        Raises ``SheetError`` and ``PdfEngineMissingError``.
        """
        pdf_key = sheet_key_function(self.styles)
        engine = pdf_key(Sheet("", ""))
        sheets: dict[str, Sheet] = {}
        files: dict[str, Path] = {}
        for request in requests:
            name, key = f"sheet {request.address}", self._key(request, engine)
            cached = self.cache.get(name, key)
            file = self.store.find(cached, ".pdf") if cached else None
            if file:
                files[request.address] = file
                continue
            with self.cache.dependencies.record() as recorded:
                sheet = self._sheet(request)
                self.cache.put(name, key, recorded(), pdf_key(sheet))
            sheets[request.address] = sheet
        new, warnings = make_pdfs(list(sheets.values()), self.styles, self.store, _progress_bar)
        return files | dict(zip(sheets, new, strict=True)), warnings

    def _sheet(self, request: SheetRequest) -> Sheet:
        parts = tuple(self._sheet(part) for part in request.parts)
        return Sheet(request.name, self._render(request), request.large_print, parts)

    def _key(self, request: SheetRequest, *others: object) -> str:
        """Return a hash of everything a sheet depends on but its recorded lookups."""
        topic = request.subject if isinstance(request.subject, Topic) else ""
        digests = [(source, self.digests.get(source)) for source in request.sources]
        return fingerprint(self.build_hash, request.name, request.template, topic, digests, others)

    def _render(self, request: SheetRequest) -> str:
        return self.env.get_template(request.template).render(
            request.view,
            page=None,
            base_url=self.site_url,
            page_url=self.site_url + request.subject.address,
        )


def empty_sheets(library: Library, config: MkDocsConfig, *, pdfs: bool) -> list[File]:
    """Return an empty file for each sheet, as a placeholder that links can refer to.

    ``pdfs`` is whether PDFs can be rendered.
    """
    addresses = [
        request.address
        for request in (*sheet_requests.texts(library), *sheet_requests.words(library))
    ]
    if pdfs:
        addresses += [request.address for request in sheet_requests.pdfs(library)]
    return [File.generated(config, address, content=b"") for address in addresses]


def write_sheets(
    library: Library, config: MkDocsConfig, files: Files, writer: SheetWriter, *, pdfs: bool
) -> dict[str, int]:
    """Replace each sheet's empty file, and return their sizes in bytes, by address.

    ``pdfs`` is whether PDFs can be rendered. Raises ``PluginError`` where one fails.
    """
    sizes: dict[str, int] = {}
    for request in sheet_requests.texts(library):
        content = writer.text(request)
        sizes[request.address] = len(content)
        _replace(files, File.generated(config, request.address, content=content))
    for request in sheet_requests.words(library):
        file = writer.word(request)
        sizes[request.address] = file.stat().st_size
        _replace(files, StoredFile.of(config, request.address, file))
    if not pdfs:
        return sizes
    requests = list(sheet_requests.pdfs(library))
    try:
        pdf_files, warnings = writer.pdfs(requests)
    except (SheetError, PdfEngineMissingError) as error:
        raise PluginError(f"a worksheet could not be made: {error}") from error
    settings = Path(config.config_file_path or "mkdocs.yml")
    root = settings.parent
    docs = Path(os.path.relpath(config.docs_dir, root)).as_posix()
    sources = {
        one.name: [*(f"{docs}/{source}" for source in one.sources), settings.name]
        for one in requests
    }
    for text in warning_texts(warnings, sources, root):
        log.warning(f"worksheet: {text}")
    for address, pdf in pdf_files.items():
        sizes[address] = pdf.stat().st_size
        _replace(files, StoredFile.of(config, address, pdf))
    return sizes


def _replace(files: Files, file: File) -> None:
    empty = files.get_file_from_path(file.src_uri)
    if empty:
        files.remove(empty)
    files.append(file)


def _progress_bar(pdfs: Iterable[RenderedPdf], count: int) -> Iterable[RenderedPdf]:
    """Return ``pdfs``, with a progress bar if stderr is a terminal."""
    if count < PROGRESS_BAR_FROM or not sys.stderr.isatty():
        return pdfs
    # Imported here, as most builds show none.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    return track(pdfs, "Making worksheets", total=count, console=console, transient=True)
