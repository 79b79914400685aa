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

from ...content.checklist import Checklist
from ...content.library import Library
from ...content.topic import Topic
from ...incremental.cache import Cache
from ...incremental.fingerprint import fingerprint
from ...incremental.memo import Memory
from ...paper.pdf_batch import Pressed, make_pdfs, sheet_keys
from ...paper.pdf_engine import IN_ONE_LINE, EngineMissingError, require_engine_once
from ...paper.pdf_renderer import Sheet, SheetError, Styles
from ...web.stylesheets import large_print_stylesheet, worksheet_stylesheet
from ..cache_folder import kept_folder
from ..optional_tools import Engine
from .library_file import MadeFile

log = get_plugin_logger("resources")

SHEET = "print/worksheet.html"
WORKBOOK = "print/workbook.html"
PLAIN_TEXT = "print/worksheet.txt"
SHOWN_FROM = 3
"""PDFs to make from which on a progress bar is worth its line."""


@dataclass(frozen=True)
class Wanted:
    """One file to have: its address, what it is called in a message, and what is on it."""

    address: str
    name: str
    template: str
    of: Checklist | Topic
    view: Mapping[str, Any]
    sources: tuple[str, ...]
    """The files inside ``docs/`` of the checklists on it."""
    large_print: bool = False


@dataclass(frozen=True)
class WorksheetMaking:
    """What making worksheets takes.

    ``recipe`` is a text that changes with anything that may show on every sheet, ``digests`` those
    of each file of ``docs/`` by its path there.
    """

    env: Environment
    overrides: Path
    memory: Memory
    recipe: str
    digests: Mapping[str, str]


class WorksheetFiles:
    """The worksheets of one site; a PDF is made again only when what is on it changed."""

    def __init__(self) -> None:
        self.engine = Engine("the PDFs", self._require, EngineMissingError, IN_ONE_LINE)
        self.sizes: dict[str, int] = {}
        """Of each file by its address, in bytes."""
        self._kept: Cache | None = None

    def files(self, library: Library, config: MkDocsConfig, *, preview: bool) -> list[File]:
        """Return a file without content for each worksheet, so that links to it are known.

        Raises ``PluginError`` where this computer cannot make PDFs and the site is not a preview.
        """
        self._kept = Cache(kept_folder(config, "engine"), ".txt")
        self.engine.prepare(preview=preview)
        addresses = [wanted.address for wanted in _texts(library)]
        if self.engine.possible:
            addresses += [wanted.address for wanted in _pdfs(library)]
        return [File.generated(config, address, content=b"") for address in addresses]

    def make(
        self, library: Library, config: MkDocsConfig, files: Files, making: WorksheetMaking
    ) -> None:
        """Put each worksheet in the place of its empty file, just before MkDocs copies it."""
        writer = _Writer(making, f"{(config.site_url or '').rstrip('/')}/")
        for wanted in _texts(library):
            content = writer.text(wanted)
            self.sizes[wanted.address] = len(content)
            _replace(files, File.generated(config, wanted.address, content=content))
        if not self.engine.possible:
            return
        kept = Cache(kept_folder(config, "worksheets"), ".pdf")
        try:
            made, complaints = writer.pdfs(list(_pdfs(library)), kept)
        except (SheetError, EngineMissingError) as error:
            raise PluginError(f"a worksheet could not be made: {error}") from error
        for complaint in complaints:
            log.warning(f"worksheet: {complaint}")
        for address, pdf in made.items():
            self.sizes[address] = pdf.stat().st_size
            _replace(files, MadeFile.of(config, address, pdf))

    def _require(self) -> None:
        if self._kept:
            require_engine_once(self._kept)


def _texts(library: Library) -> Iterator[Wanted]:
    for checklist in library.checklists:
        address = checklist.plain_text_address
        view = {"checklist": checklist}
        yield Wanted(address, checklist.slug, PLAIN_TEXT, checklist, view, (checklist.source,))


def _pdfs(library: Library) -> Iterator[Wanted]:
    for checklist in library.checklists:
        for address, large_print in (
            (checklist.worksheet_address, False),
            (checklist.large_print_address, True),
        ):
            name = f"{checklist.slug}{' in large print' * large_print}"
            view = {"checklist": checklist, "large_print": large_print}
            sources = (checklist.source,)
            yield Wanted(address, name, SHEET, checklist, view, sources, large_print)
    for topic in library.workbook_topics:
        checklists = library.checklists_in(topic.slug)
        yield Wanted(
            topic.workbook_address,
            f"the topic {topic.slug}",
            WORKBOOK,
            topic,
            {"topic": topic, "checklists": checklists},
            tuple(checklist.source for checklist in checklists),
        )


class _Writer:
    """Renders what is on each sheet, where it changed; links on paper are whole addresses."""

    def __init__(self, making: WorksheetMaking, site_url: str) -> None:
        self._making = making
        self._site_url = site_url
        overrides = making.overrides
        self._styles = Styles(
            worksheet_stylesheet(overrides).text, large_print_stylesheet(overrides).text, overrides
        )

    def text(self, wanted: Wanted) -> bytes:
        """Return a worksheet for any device.

        A mark at the start says that it is UTF-8, as hosts do not always say so; lines end as
        every editor on Windows expects.
        """

        def write() -> bytes:
            lines = [line.rstrip() for line in self._render(wanted).strip().splitlines()]
            return "\r\n".join([*lines, ""]).encode("utf-8-sig")

        content: bytes = self._making.memory.once(wanted.address, self._given(wanted), write)
        return content

    def pdfs(self, wanted: list[Wanted], kept: Cache) -> tuple[dict[str, Path], list[str]]:
        """Return the file of each PDF by its address, and what the engine complained of.

        Raises ``SheetError`` and ``EngineMissingError``.
        """
        memory, key_of = self._making.memory, sheet_keys(self._styles)
        same = key_of(Sheet("", "")).encode()
        sheets: dict[str, Sheet] = {}
        files: dict[str, Path] = {}
        for one in wanted:
            key = self._given(one, same)
            name = memory.recall(one.address, key)
            file = kept.get(name) if name else None
            if file:
                files[one.address] = file
                continue
            with memory.questions.listen() as asked:
                sheet = Sheet(one.name, self._render(one), one.large_print)
                memory.remember(one.address, key, asked(), key_of(sheet))
            sheets[one.address] = sheet
        made, complaints = make_pdfs(list(sheets.values()), self._styles, kept, _watch)
        files |= zip(sheets, made, strict=True)
        kept.tidy()
        return files, complaints

    def _given(self, wanted: Wanted, *others: object) -> bytes:
        """Return a fingerprint of all that a sheet is made from."""
        of = wanted.of if isinstance(wanted.of, Topic) else ""
        digests = [(source, self._making.digests.get(source)) for source in wanted.sources]
        return fingerprint(self._making.recipe, wanted.name, wanted.template, of, digests, others)

    def _render(self, wanted: Wanted) -> str:
        return self._making.env.get_template(wanted.template).render(
            wanted.view,
            page=None,
            base_url=self._site_url,
            page_url=self._site_url + wanted.of.address,
        )


def _replace(files: Files, file: File) -> None:
    empty = files.get_file_from_path(file.src_uri)
    if empty:
        files.remove(empty)
    files.append(file)


def _watch(made: Iterable[Pressed], count: int) -> Iterable[Pressed]:
    """Draw a progress bar while ``made`` is made, if somebody is watching a terminal."""
    if count < SHOWN_FROM or not sys.stderr.isatty():
        return made
    # Loaded where a bar is drawn: most builds draw none.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    return track(made, "Making worksheets", total=count, console=console, transient=True)
