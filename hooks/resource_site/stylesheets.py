"""The stylesheets, each made from a few small files so that a page asks for one."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import rcssmin
import tinycss2

BRAND = "assets/brand.css"
FONTS = "assets/fonts.css"


@dataclass(frozen=True)
class Stylesheet:
    """One stylesheet of the site, published under ``assets/`` with its content in its name.

    Addresses inside the CSS are relative to ``assets/``, here and on the site.
    """

    name: str
    text: str

    @cached_property
    def address(self) -> str:
        """Return where it is published; a new text is a new address, so it may be kept for ever."""
        return f"assets/{self.name}.{sha256(self.text.encode()).hexdigest()[:10]}.css"


def screen_stylesheet(overrides: Path) -> Stylesheet:
    """Return what a page wears on a screen: fonts, tokens, the site, then each component."""
    components = sorted(overrides.glob("components/*/*.css"))
    return _join("screen", overrides, [FONTS, BRAND, "assets/site.css"], components)


def print_stylesheet(overrides: Path) -> Stylesheet:
    """Return what a page wears on paper: the sheet's own style, and what a page leaves out."""
    sources = [FONTS, BRAND, "print/worksheet.css", "print/page.css"]
    return _join("print", overrides, sources, [])


def worksheet_stylesheet(overrides: Path) -> Stylesheet:
    """Return what a PDF wears: the same sheet style, and what only a PDF engine needs."""
    sources = [FONTS, BRAND, "print/worksheet.css", "print/pdf.css"]
    sheet = _join("worksheet", overrides, sources, [])
    return Stylesheet(sheet.name, _without_screen(sheet.text))


def _without_screen(css: str) -> str:
    """Leave out ``@media screen``: a PDF engine asks no reader for a colour scheme."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return str(tinycss2.serialize([rule for rule in rules if not _is_for_screen(rule)]))


def _is_for_screen(rule: Any) -> bool:
    if rule.type != "at-rule" or rule.lower_at_keyword != "media":
        return False
    return "screen" in tinycss2.serialize(rule.prelude)


def _join(name: str, overrides: Path, sources: list[str], more: list[Path]) -> Stylesheet:
    files = [overrides / source for source in sources] + more
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return Stylesheet(name, str(rcssmin.cssmin(text)))
