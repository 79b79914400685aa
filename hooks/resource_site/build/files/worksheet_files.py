"""Each checklist's worksheet, and each topic's workbook, as files of the site."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from pydantic import TypeAdapter

from ...content.checklist import Checklist
from ...content.library import Library
from ...content.topic import Topic
from ...incremental.dependencies import Recorded
from ...incremental.fingerprint import fingerprint
from ...incremental.memo import Memo
from ...incremental.store import Store
from ...paper.pdf_batch import RenderedPdf, make_pdfs, sheet_keys
from ...paper.pdf_engine import PdfEngineMissingError
from ...paper.pdf_renderer import Sheet, SheetError, Styles
from ...web.stylesheets import large_print_stylesheet, worksheet_stylesheet
from .library_file import MadeFile

log = get_plugin_logger("resources")

SHEET = "print/worksheet.html"
WORKBOOK = "print/workbook.html"
PLAIN_TEXT = "print/worksheet.txt"
SHOWN_FROM = 3
"""PDFs to make from which on a progress bar is worth its line."""


@dataclass(frozen=True)
class WantedSheet:
    """One file to have: its address, what it is called in a message, and what is on it."""

    address: str
    name: str
    template: str
    of: Checklist | Topic
    view: Mapping[str, Any]
    sources: tuple[str, ...]
    """The files inside ``docs/`` of the checklists on it."""
    large_print: bool = False


SHEET_TEXT = TypeAdapter(tuple[Recorded, str])
"""What is remembered of a sheet: the key of its PDF, or the words of its plain text."""


@dataclass(frozen=True)
class SheetWriter:
    """Renders what is on each sheet, where it changed; links on paper are whole addresses.

    ``build_hash`` is a text that changes with anything that may show on every sheet, ``digests``
    those of each file of ``docs/`` by its path there.
    """

    env: Environment
    styles: Styles
    memo: Memo[str]
    store: Store
    build_hash: str
    digests: Mapping[str, str]
    site_url: str

    @classmethod
    def styles_in(cls, overrides: Path) -> Styles:
        """Return the styles of sheets in the folder ``overrides``."""
        sheet, large_print = worksheet_stylesheet(overrides), large_print_stylesheet(overrides)
        return Styles(sheet.text, large_print.text, overrides)

    def text(self, wanted: WantedSheet) -> bytes:
        """Return a worksheet for any device.

        A mark at the start says that it is UTF-8, as hosts do not always say so; lines end as
        every editor on Windows expects.
        """
        name, key = f"sheet {wanted.address}", self._key(wanted)
        text = self.memo.get(name, key)
        if text is None:
            with self.memo.dependencies.record() as recorded:
                lines = [line.rstrip() for line in self._render(wanted).strip().splitlines()]
                text = "\r\n".join([*lines, ""])
                self.memo.put(name, key, recorded(), text)
        return text.encode("utf-8-sig")

    def pdfs(self, wanted: list[WantedSheet]) -> tuple[dict[str, Path], list[str]]:
        """Return the file of each PDF by its address, and what the engine warned of.

        Raises ``SheetError`` and ``PdfEngineMissingError``.
        """
        key_of = sheet_keys(self.styles)
        engine = key_of(Sheet("", ""))
        sheets: dict[str, Sheet] = {}
        files: dict[str, Path] = {}
        for one in wanted:
            name, key = f"sheet {one.address}", self._key(one, engine)
            made = self.memo.get(name, key)
            file = self.store.find(made, ".pdf") if made else None
            if file:
                files[one.address] = file
                continue
            with self.memo.dependencies.record() as recorded:
                sheet = Sheet(one.name, self._render(one), one.large_print)
                self.memo.put(name, key, recorded(), key_of(sheet))
            sheets[one.address] = sheet
        new, warnings = make_pdfs(list(sheets.values()), self.styles, self.store, _watch)
        return files | dict(zip(sheets, new, strict=True)), warnings

    def _key(self, wanted: WantedSheet, *others: object) -> str:
        """Return a fingerprint of all that a sheet is made from."""
        of = wanted.of if isinstance(wanted.of, Topic) else ""
        digests = [(source, self.digests.get(source)) for source in wanted.sources]
        return fingerprint(self.build_hash, wanted.name, wanted.template, of, digests, others)

    def _render(self, wanted: WantedSheet) -> str:
        return self.env.get_template(wanted.template).render(
            wanted.view,
            page=None,
            base_url=self.site_url,
            page_url=self.site_url + wanted.of.address,
        )


def empty_sheets(library: Library, config: MkDocsConfig, *, pdfs: bool) -> list[File]:
    """Return a file without content for each worksheet, so that links to it are known.

    ``pdfs`` tells whether this computer can make those.
    """
    addresses = [wanted.address for wanted in _texts(library)]
    if pdfs:
        addresses += [wanted.address for wanted in _pdfs(library)]
    return [File.generated(config, address, content=b"") for address in addresses]


def write_sheets(
    library: Library, config: MkDocsConfig, files: Files, writer: SheetWriter, *, pdfs: bool
) -> dict[str, int]:
    """Put each worksheet in the place of its empty file, and return all sizes, in bytes.

    ``pdfs`` tells whether this computer can make those. Raises ``PluginError`` where one cannot
    be made.
    """
    sizes: dict[str, int] = {}
    for wanted in _texts(library):
        content = writer.text(wanted)
        sizes[wanted.address] = len(content)
        _replace(files, File.generated(config, wanted.address, content=content))
    if not pdfs:
        return sizes
    try:
        made, warnings = writer.pdfs(list(_pdfs(library)))
    except (SheetError, PdfEngineMissingError) as error:
        raise PluginError(f"a worksheet could not be made: {error}") from error
    for warning in warnings:
        log.warning(f"worksheet: {warning}")
    for address, pdf in made.items():
        sizes[address] = pdf.stat().st_size
        _replace(files, MadeFile.of(config, address, pdf))
    return sizes


def _texts(library: Library) -> Iterator[WantedSheet]:
    for checklist in library.checklists:
        address = checklist.plain_text_address
        view = {"checklist": checklist}
        yield WantedSheet(address, checklist.slug, PLAIN_TEXT, checklist, view, (checklist.source,))


def _pdfs(library: Library) -> Iterator[WantedSheet]:
    for checklist in library.checklists:
        for address, large_print in (
            (checklist.worksheet_address, False),
            (checklist.large_print_address, True),
        ):
            name = f"{checklist.slug}{' in large print' * large_print}"
            view = {"checklist": checklist, "large_print": large_print}
            sources = (checklist.source,)
            yield WantedSheet(address, name, SHEET, checklist, view, sources, large_print)
    for topic in library.workbook_topics:
        checklists = library.checklists_in(topic.slug)
        yield WantedSheet(
            topic.workbook_address,
            f"the topic {topic.slug}",
            WORKBOOK,
            topic,
            {"topic": topic, "checklists": checklists},
            tuple(checklist.source for checklist in checklists),
        )


def _replace(files: Files, file: File) -> None:
    empty = files.get_file_from_path(file.src_uri)
    if empty:
        files.remove(empty)
    files.append(file)


def _watch(made: Iterable[RenderedPdf], count: int) -> Iterable[RenderedPdf]:
    """Draw a progress bar while ``made`` is made, if somebody is watching a terminal."""
    if count < SHOWN_FROM or not sys.stderr.isatty():
        return made
    # LoadedContent where a bar is drawn: most builds draw none.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    return track(made, "Making worksheets", total=count, console=console, transient=True)
