"""The stylesheets, each made from a few small files so that a page asks for one."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import rcssmin
import tinycss2

BRAND = "assets/brand.css"
WORKSHEET = "print/worksheet.css"
DARK = ':root[data-theme="dark"]'
AS_THE_DEVICE = "@media screen and (prefers-color-scheme: dark){:root:not([data-theme])"


@dataclass(frozen=True)
class Stylesheet:
    """One stylesheet of the site, published under ``assets/`` with its content in its name.

    LinkTargets inside the CSS are relative to ``assets/``, here and on the site.
    """

    name: str
    text: str

    @cached_property
    def address(self) -> str:
        """Return where it is published; a new text is a new address, so it may be kept for ever."""
        return f"assets/{self.name}.{sha256(self.text.encode()).hexdigest()[:10]}.css"


def site_stylesheet(overrides: Path) -> Stylesheet:
    """Return what every page has: fonts and tokens, then what it wears on a screen.

    Fonts stand outside ``@media screen``, since a browser does not wait for fonts that only
    paper asks for.
    """
    components = sorted(overrides.glob("components/*/*.css"))
    screen = _read(overrides / "assets/site.css", *components)
    brand = _read(overrides / "assets/fonts.css", overrides / BRAND)
    return _make("site", f"{brand}{_dark_as_the_device(brand)}@media screen{{{screen}}}")


def print_stylesheet(overrides: Path) -> Stylesheet:
    """Return what a page wears on paper: the sheet's style, and what a page leaves out."""
    return _make("print", _read(overrides / WORKSHEET, overrides / "print/page.css"))


def worksheet_stylesheet(overrides: Path) -> Stylesheet:
    """Return what a PDF wears: the same sheet style, and what only a PDF engine needs."""
    brand = _read(overrides / "print/fonts.css", overrides / BRAND)
    sheet = _read(overrides / WORKSHEET, overrides / "print/pdf.css")
    return _make("worksheet", _without_screen(brand) + sheet)


def large_print_stylesheet(overrides: Path) -> Stylesheet:
    """Return what large print changes in the sheet's style."""
    return _make("large-print", _read(overrides / "print/large-print.css"))


def _read(*files: Path) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _make(name: str, css: str) -> Stylesheet:
    return Stylesheet(name, str(rcssmin.cssmin(css)))


def _dark_as_the_device(css: str) -> str:
    """Return the dark theme once more, for a reader who chose none and whose device is dark.

    So the brand writes dark once, and it also works without script. A brand without a dark theme
    stays light.
    """
    for media in filter(_is_for_screen, _rules(css)):
        for rule in _rules(media.content):
            if rule.type == "qualified-rule" and _selector(rule) == DARK:
                return f"{AS_THE_DEVICE}{{{tinycss2.serialize(rule.content)}}}}}"
    return ""


def _without_screen(css: str) -> str:
    """Leave out ``@media screen``: a PDF engine asks no reader for a colour scheme."""
    return str(tinycss2.serialize([rule for rule in _rules(css) if not _is_for_screen(rule)]))


def _rules(css: Any) -> list[Any]:
    return list(tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True))


def _selector(rule: Any) -> str:
    return str(tinycss2.serialize(rule.prelude)).strip()


def _is_for_screen(rule: Any) -> bool:
    if rule.type != "at-rule" or rule.lower_at_keyword != "media":
        return False
    return "screen" in tinycss2.serialize(rule.prelude)
