"""The stylesheets, each bundled and minified from the CSS files of ``overrides``."""

import os
import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import rcssmin
import tinycss2

from ..problems import ContentError, Problem
from .fonts import fonts

BRAND = "assets/brand.css"
FACES = "assets/fonts.css"
LAYOUTS = "assets/layouts.css"
PRINTED_LAYOUTS = "print/layouts.css"
WORKSHEET = "print/worksheet.css"
PREVIEW_BAR = "preview-bar"
OF_FEW_PAGES = ("easy-read", "pack", PREVIEW_BAR)
"""The components whose styles only those pages load that have them, as few do."""
_FILE = re.compile(r"""url\(["']?(?!data:|#)([^)"'#?]+)""")
DARK = ':root[data-theme="dark"]'
DEVICE_DARK = "@media screen and (prefers-color-scheme: dark){:root:not([data-theme])"


@dataclass(frozen=True)
class Stylesheet:
    """One stylesheet, published under ``assets/`` with a hash of its text in its name.

    URLs inside the CSS are relative to ``assets/``, in ``overrides`` and on the site.
    """

    name: str
    text: str

    @cached_property
    def address(self) -> str:
        """Return the address, relative to the root; browsers may cache it for ever."""
        return f"assets/{self.name}.{sha256(self.text.encode()).hexdigest()[:10]}.css"


def site_stylesheet(overrides: Path) -> Stylesheet:
    """Return the stylesheet of pages: fonts, design tokens, and the components for screens.

    Fonts are outside ``@media screen``, since a browser that prints does not wait for fonts that
    only the print stylesheet loads.
    """
    files = sorted(overrides.glob("components/*/*.css"))
    components = [file for file in files if file.parent.name not in OF_FEW_PAGES]
    screen = _read(overrides / "assets/site.css", *components)
    brand = _read(overrides / FACES, overrides / BRAND)
    css = f"{brand}{_device_dark_theme(brand)}@media screen{{{screen}}}"
    return _make_for_pages(overrides, "site", css)


def stylesheets_of_few_pages(overrides: Path, *, preview: bool) -> dict[str, Stylesheet]:
    """Return, by the name of its component, each stylesheet that few pages load."""
    names = [name for name in OF_FEW_PAGES if preview or name != PREVIEW_BAR]
    return {name: _component_stylesheet(overrides, name) for name in names}


def _component_stylesheet(overrides: Path, name: str) -> Stylesheet:
    screen = _read(*sorted(overrides.glob(f"components/{name}/*.css")))
    paper = _read(*overrides.glob(f"print/{name}.css"))
    return _make(overrides, name, f"@media screen{{{screen}}}@media print{{{paper}}}")


def print_stylesheet(overrides: Path) -> Stylesheet:
    """Return the print stylesheet of pages: fonts, that of worksheets, and what to hide.

    Its fonts are those of the screen, but any other is used until they are there: Firefox prints
    blank words in place of a font that is "optional" and still loads.
    """
    faces = _read(overrides / FACES).replace("font-display: optional", "font-display: swap")
    css = _read(overrides / WORKSHEET, overrides / "print/page.css")
    return _make_for_pages(overrides, "print", faces + css)


def layouts_stylesheet(overrides: Path) -> Stylesheet:
    """Return the layouts of sections for pages: on paper, and on a screen that has the room."""
    css = _read(overrides / LAYOUTS)
    paper = f"@media print{{{_read(overrides / PRINTED_LAYOUTS)}{css}}}"
    screen = f"@media screen{{@container (min-width: 40rem){{{css}}}}}"
    return _make(overrides, "layouts", paper + screen)


def layouts_on_paper(overrides: Path) -> Stylesheet:
    """Return the same layouts for PDFs but those in large print, which keep to one column."""
    return _make(overrides, "layouts-on-paper", _read(overrides / LAYOUTS))


def worksheet_stylesheet(overrides: Path) -> Stylesheet:
    """Return the stylesheet of PDFs: fonts, tokens, worksheets, and rules for the PDF renderer."""
    brand = _read(overrides / "print/fonts.css", overrides / BRAND)
    sheet = _read(overrides / WORKSHEET, overrides / "print/pdf.css")
    return _make(overrides, "worksheet", _without_screen(brand) + sheet)


def large_print_stylesheet(overrides: Path) -> Stylesheet:
    """Return the rules that large print adds to ``worksheet_stylesheet``."""
    return _make(overrides, "large-print", _read(overrides / "print/large-print.css"))


def other_scripts_stylesheet(overrides: Path) -> Stylesheet:
    """Return the fonts that a PDF needs for letters other than Latin, Greek and Cyrillic."""
    return _make(overrides, "other-scripts", _read(overrides / "print/other-scripts.css"))


def _read(*files: Path) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _make_for_pages(overrides: Path, name: str, css: str) -> Stylesheet:
    """Return the stylesheet with the fonts' addresses on the site; raises as ``_make`` does."""
    return Stylesheet(name, fonts(overrides).in_style(_make(overrides, name, css).text))


def _make(overrides: Path, name: str, css: str) -> Stylesheet:
    """Return the stylesheet; raises ``ContentError`` if a file that it names is not there."""
    style = Stylesheet(name, str(rcssmin.cssmin(css)))
    what = "The styles name this file, and it is not there."
    fix = "Bring it back from an earlier version, or mend its name in the style."
    files = {(overrides / "assets" / url).resolve() for url in _FILE.findall(style.text)}
    missing = [os.path.relpath(file, overrides.parent) for file in files if not file.is_file()]
    if missing:
        raise ContentError(Problem(Path(file).as_posix(), 1, 1, what, fix) for file in missing)
    return style


def _device_dark_theme(css: str) -> str:
    """Return the dark theme's rule again, for ``prefers-color-scheme`` without a chosen theme.

    So ``brand.css`` has the dark theme once, and it works without JavaScript. The result is empty
    where the brand has no dark theme.
    """
    for media in filter(_is_for_screen, _rules(css)):
        for rule in _rules(media.content):
            if rule.type == "qualified-rule" and _selector(rule) == DARK:
                return f"{DEVICE_DARK}{{{tinycss2.serialize(rule.content)}}}}}"
    return ""


def _without_screen(css: str) -> str:
    """Return ``css`` without ``@media screen``, which the PDF renderer does not need."""
    return str(tinycss2.serialize([rule for rule in _rules(css) if not _is_for_screen(rule)]))


def _rules(css: Any) -> list[Any]:
    return list(tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True))


def _selector(rule: Any) -> str:
    return str(tinycss2.serialize(rule.prelude)).strip()


def _is_for_screen(rule: Any) -> bool:
    if rule.type != "at-rule" or rule.lower_at_keyword != "media":
        return False
    return "screen" in tinycss2.serialize(rule.prelude)
