"""Each checklist's worksheet, and each topic's workbook, as files of the site."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from ..cache import Cache
from ..content.checklist import Checklist
from ..content.library import Library
from ..content.topic import Topic
from ..paper.engine import IN_ONE_LINE, EngineMissingError, require_engine
from ..paper.making import Pressed, make_pdfs
from ..paper.press import Sheet, SheetError, Styles
from ..stylesheets import large_print_stylesheet, worksheet_stylesheet
from .engines import Engine
from .kept import kept_folder

log = get_plugin_logger("resources")

SHEET = "print/worksheet.html"
WORKBOOK = "print/workbook.html"
PLAIN_TEXT = "print/worksheet.txt"
SHOWN_FROM = 3
"""PDFs to make from which on a progress bar is worth its line."""


class WorksheetFiles:
    """The worksheets of one site; a PDF is made again only when what is on it changed."""

    def __init__(self) -> None:
        self.engine = Engine("the PDFs", require_engine, EngineMissingError, IN_ONE_LINE)
        self.sizes: dict[str, int] = {}
        """Of each file by its address, in bytes."""

    def files(self, library: Library, config: MkDocsConfig, *, preview: bool) -> list[File]:
        """Return a file without content for each worksheet, so that links to it are known.

        Raises ``PluginError`` where this computer cannot make PDFs and the site is not a preview.
        """
        self.engine.prepare(preview=preview)
        addresses = [checklist.plain_text_address for checklist in library.checklists]
        if self.engine.possible:
            for checklist in library.checklists:
                addresses += [checklist.worksheet_address, checklist.large_print_address]
            addresses += [topic.workbook_address for topic in library.workbook_topics]
        return [File.generated(config, address, content=b"") for address in addresses]

    def make(
        self,
        library: Library,
        overrides: Path,
        env: Environment,
        config: MkDocsConfig,
        files: Files,
    ) -> None:
        """Put each worksheet in the place of its empty file, just before MkDocs copies it."""
        writer = _Writer(env, f"{(config.site_url or '').rstrip('/')}/")
        for checklist in library.checklists:
            content = writer.plain_text(checklist)
            self.sizes[checklist.plain_text_address] = len(content)
            _replace(files, File.generated(config, checklist.plain_text_address, content=content))
        if not self.engine.possible:
            return
        sheets = dict(writer.sheets(library))
        styles = Styles(
            worksheet_stylesheet(overrides).text, large_print_stylesheet(overrides).text, overrides
        )
        kept = Cache(kept_folder(config, "worksheets"), ".pdf")
        try:
            made, complaints = make_pdfs(list(sheets.values()), styles, kept, _watch)
        except SheetError as error:
            raise PluginError(f"a worksheet could not be made: {error}") from error
        for complaint in complaints:
            log.warning(f"worksheet: {complaint}")
        for address, pdf in zip(sheets, made, strict=True):
            self.sizes[address] = pdf.stat().st_size
            _replace(files, File.generated(config, address, abs_src_path=str(pdf)))


class _Writer:
    """Renders what is on each sheet; links on paper are whole addresses."""

    def __init__(self, env: Environment, site_url: str) -> None:
        self._env = env
        self._site_url = site_url

    def sheets(self, library: Library) -> Iterator[tuple[str, Sheet]]:
        """Yield the address and the sheet of every PDF."""
        for checklist in library.checklists:
            for large_print in (False, True):
                html = self._render(SHEET, checklist, checklist=checklist, large_print=large_print)
                address = (
                    checklist.large_print_address if large_print else checklist.worksheet_address
                )
                name = f"{checklist.slug}{' in large print' * large_print}"
                yield address, Sheet(name, html, large_print)
        for topic in library.workbook_topics:
            checklists = library.checklists_in(topic.slug)
            html = self._render(WORKBOOK, topic, topic=topic, checklists=checklists)
            yield topic.workbook_address, Sheet(f"the topic {topic.slug}", html)

    def plain_text(self, checklist: Checklist) -> bytes:
        """Return a worksheet for any device.

        A mark at the start says that it is UTF-8, as hosts do not always say so; lines end as
        every editor on Windows expects.
        """
        text = self._render(PLAIN_TEXT, checklist, checklist=checklist)
        lines = [line.rstrip() for line in text.strip().splitlines()]
        return "\r\n".join([*lines, ""]).encode("utf-8-sig")

    def _render(self, template: str, of: Checklist | Topic, **view: Any) -> str:
        return self._env.get_template(template).render(
            view, page=None, base_url=self._site_url, page_url=self._site_url + of.address
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
