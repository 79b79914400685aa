"""Renders a sheet's HTML as a tagged, fillable PDF."""

import re
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from ..incremental.log_records import capture_warnings
from .pdf_engine import no_system_fonts, require_engine
from .workbook_pages import make_room, workbook

_MISSING = re.compile(r'^\.notdef glyph .*"(.)" \(U\+', re.DOTALL)
"""WeasyPrint's warning about a letter that none of the fonts has."""


class SheetWarning(NamedTuple):
    """What the renderer warns of."""

    sheet: str
    """The sheet's name, or "the style of sheets"."""
    text: str
    letters: str = ""
    """The letters that no font has, if it is about those."""


@dataclass(frozen=True)
class Styles:
    """The stylesheets of sheets, as CSS text, and the only folder that files are read from.

    URLs in the CSS are relative to the folder's ``assets``, those in HTML to the folder.
    """

    sheet: str
    large_print: str
    """Added after ``sheet`` for large print."""
    folder: Path
    other_scripts: str = ""
    """The fonts of scripts other than Latin, Greek and Cyrillic."""
    layouts: str = ""
    """Added after ``sheet`` for all that is not in large print."""


@dataclass(frozen=True)
class Sheet:
    """One PDF to render."""

    name: str
    """The sheet's name in messages."""
    html: str
    large_print: bool = False
    parts: tuple["Sheet", ...] = ()
    """Of a workbook: the sheets for which ``html``, its cover, has places."""

    @property
    def has_other_scripts(self) -> bool:
        """Return whether it has letters that are not Latin, Greek or Cyrillic."""
        texts = (sheet.html for sheet in (self, *self.parts))
        return any(_OTHER_SCRIPTS.search(text) for text in texts)


_OTHER_SCRIPTS = re.compile(
    "[\u0590-\u1dff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff\U00010000-\U0003ffff]"
)


class SheetError(Exception):
    """A sheet could not be rendered; the message names it."""


class PdfRenderer:
    """WeasyPrint with fonts and styles loaded; renders any number of PDFs.

    Those with other scripts take a renderer of their own, since each of its fonts may draw any
    letter: a sheet must not depend on those that were rendered before it.
    """

    def __init__(self, styles: Styles, *, other_scripts: bool = False) -> None:
        """Parse the styles; raises ``PdfEngineMissingError``, or ``SheetError`` without a font."""
        require_engine()
        import weasyprint  # noqa: PLC0415 - see require_engine
        from weasyprint.document import Page  # noqa: PLC0415
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

        from .post_processing import post_process  # noqa: PLC0415

        self._engine = weasyprint
        self._page = Page
        self._documents: dict[Sheet, Any] = {}
        self._post_process = post_process
        with no_system_fonts() if "@font-face" in styles.sheet else nullcontext():
            self._fonts = FontConfiguration()
        self._base = f"{styles.folder.resolve().as_uri()}/"
        self._fetcher = _folder_fetcher(weasyprint.URLFetcher, styles.folder)
        with capture_warnings("weasyprint") as self._style_warnings:
            fonts = styles.other_scripts if other_scripts else ""
            self._sheet, self._large_print, self._layouts = map(
                self._css, (styles.sheet + fonts, styles.large_print, styles.layouts)
            )
        lost = [warning.text for warning in self._style_warnings if "Font-face" in warning.text]
        if lost:
            raise SheetError(f"the style of sheets: {'; '.join(lost)}")

    def render(self, sheet: Sheet) -> tuple[bytes, list[SheetWarning]]:
        """Return ``sheet`` as a PDF/UA-1 with form fields, and the renderer's warnings.

        Only files inside the styles' folder are read, and the network is never used.
        Raises ``SheetError``.
        """
        with capture_warnings("weasyprint") as warnings:
            try:
                pdf = self._document(sheet).write_pdf(
                    pdf_variant="pdf/ua-1", finisher=self._post_process
                )
            except Exception as error:
                raise SheetError(f"{sheet.name}: {type(error).__name__}: {error}") from error
        found = [SheetWarning("the style of sheets", one.text) for one in self._style_warnings]
        missing = "".join(dict.fromkeys("".join(_MISSING.findall(w.text)) for w in warnings))
        if missing:
            text = f'no font has "{missing}", so it cannot be printed.'
            found.append(SheetWarning(sheet.name, text, missing))
        others = (warning.text for warning in warnings if not _MISSING.search(warning.text))
        return pdf, [*found, *(SheetWarning(sheet.name, text) for text in others)]

    def forget(self) -> None:
        """Forget the sheets that are laid out, which are kept for a workbook of them."""
        self._documents.clear()

    def _document(self, sheet: Sheet) -> Any:
        """Return ``sheet`` laid out on pages."""
        if sheet.parts:
            parts = [self._document(part) for part in sheet.parts]
            cover = self._html(sheet)
            places = make_room(cover, parts)
            return workbook(self._laid_out(cover, sheet), places, parts, self._page)
        if sheet not in self._documents:
            self._documents[sheet] = self._laid_out(self._html(sheet), sheet)
        return self._documents[sheet]

    def _html(self, sheet: Sheet) -> Any:
        return self._engine.HTML(string=sheet.html, base_url=self._base, url_fetcher=self._fetcher)

    def _laid_out(self, html: Any, sheet: Sheet) -> Any:
        styles = [self._sheet, self._large_print if sheet.large_print else self._layouts]
        return html.render(stylesheets=styles, font_config=self._fonts, pdf_variant="pdf/ua-1")

    def _css(self, text: str) -> Any:
        return self._engine.CSS(
            string=text,
            base_url=f"{self._base}assets/",
            url_fetcher=self._fetcher,
            font_config=self._fonts,
        )


def _folder_fetcher(base: Any, folder: Path) -> Any:
    """Return a URL fetcher that reads files inside ``folder`` and refuses every other URL."""
    root = folder.resolve()

    class FolderFetcher(base):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            path = Path(unquote(urlsplit(url).path)).resolve()
            if urlsplit(url).scheme == "file" and path.is_relative_to(root):
                return super().fetch(url, headers)
            raise ValueError(f"not a file of the sheet: {url}")

    return FolderFetcher(allowed_protocols=["file"])
