"""Check drawings (SVG) in ``docs`` against an allow-list.

A browser opens a drawing as a page of the site, where a script would have the site's rights. So
every element and attribute in a namespace that browsers implement must be on the list in
``svg_allow_list``. Those in other namespaces, such as Inkscape's own, do nothing and are allowed.
"""

import re
from contextlib import suppress
from pathlib import Path
from xml.parsers import expat

from ...markdown.html.allow_list import SCHEMES
from ...problems import MAX_PROBLEMS, Problem, unlisted
from ...reading.text_file import place_of
from .svg_allow_list import ATTRIBUTES, ELEMENTS, IMPLEMENTED, SVG, XLINK, is_inert
from .svg_styles import is_picture, is_simple, outside_error, style_error
from .xml_text import decode_xml, without_doctype

MAX_KILOBYTES = 2_000
"""A larger file is not read; a phone would need seconds to draw it."""

MAX_CSS = 250_000
"""Characters of CSS that are parsed; the worst input of this length takes two seconds."""

_FIX = (
    "Take it out, or save the drawing again: as a plain SVG with all it shows inside it, or as a "
    "PNG."
)
_FIXES = {
    # https://www.drawio.com/doc/faq/svg-export-text-problems
    "foreignObject": (
        "Save the drawing with its words as plain text or shapes, or as a PNG. In draw.io, choose "
        'Edit > Select All and untick "Formatted Text" under Text; then Edit > Select Vertices, '
        'untick "Word Wrap" under Text, and export it again.'
    ),
    "image": "Embed the picture in the drawing as a PNG or JPEG, or save all of it as a PNG.",
}
_PICTURES = ("image", "feImage")
_IGNORED = re.compile(r"[\x00-\x20]+")
"""What browsers strip from a URL or its ends (WHATWG URL, section 4.4), and inner spaces."""

_SEPARATOR = "\f"
"""Between a namespace and a name in expat's callbacks; XML cannot contain this character."""

_UNDEFINED = expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]


class _StopError(Exception):
    """Raised to skip the rest of the file."""


def drawing_problems(file: Path, path: str) -> list[Problem]:
    """Return the problems of a drawing, which they call ``path``."""
    with file.open("rb") as opened:
        return check_drawing(opened.read(MAX_KILOBYTES * 1024 + 1), path)


def check_drawing(raw: bytes, path: str) -> list[Problem]:
    """Return the problems of a drawing's bytes.

    No entity is expanded, so a small file cannot grow, and no other file is opened.
    """
    return _DrawingChecker(path).check(raw)


class _DrawingChecker:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.depth = 0
        self.refused_at = 0
        """Depth of the refused element that the parser is in, or 0; its content is not reported."""
        self.style: list[str] | None = None
        """The text so far of the ``<style>`` that the parser is in."""
        self.style_place = 1, 1
        self.checked_css: set[str] = set()
        self.css_length = 0
        self.parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction

    def check(self, raw: bytes) -> list[Problem]:
        if len(raw) > MAX_KILOBYTES * 1024:
            fix = "Save it smaller, or as a PNG or JPEG."
            self._report(f"This drawing has more than {MAX_KILOBYTES} KB.", fix, (1, 1))
            return self.problems
        with suppress(_StopError):
            try:
                self._parse(without_doctype(decode_xml(raw)))
            except LookupError:
                what = "This drawing has an encoding that cannot be read."
                self._report(what, 'Save it as "UTF-8".', (1, 1))
            except UnicodeDecodeError as error:
                what = "This drawing is not written in the encoding that it names."
                self._report(what, 'Save it as "UTF-8".', place_of(error))
        return self.problems

    def _parse(self, text: str) -> None:
        try:
            self.parser.Parse(text, True)
        except expat.ExpatError as error:
            what = f"This drawing cannot be read ({expat.ErrorString(error.code)})."
            fix = "Save it again as an SVG."
            if error.code == _UNDEFINED:
                what = 'A name such as "&nbsp;" has no meaning in this drawing.'
                fix = "Write the sign itself."
            self._report(what, fix, (error.lineno, error.offset + 1))

    def _doctype(self, *_: object) -> None:
        """Refuse an internal subset, whose entities could grow without limit."""
        fix = "Save it again: in Illustrator without its editing capabilities, or as a PNG."
        self._report('This drawing defines names of its own ("<!DOCTYPE … [").', fix)
        raise _StopError

    def _instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._refuse('"<?xml-stylesheet"')

    def _element(self, full: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.refused_at:
            return
        namespace, _, name = full.rpartition(_SEPARATOR)
        if self.depth == 1:
            self._root(namespace, name)
        if self.style is not None:  # browsers ignore the element, but apply the text around it
            self.refused_at = self.depth
            self._report('Elements may not stand inside "<style>".', _FIX)
        elif namespace in IMPLEMENTED and (namespace != SVG or name not in ELEMENTS):
            self.refused_at = self.depth
            self._refuse(f'"<{name}>"', _FIXES.get(name, ""))
        elif namespace == SVG:
            for key, value in attributes.items():
                self._attribute(name, key, value)
            if name == "style":
                self.style, self.style_place = [], self._place()

    def _root(self, namespace: str, name: str) -> None:
        if name != "svg" or namespace not in (SVG, ""):
            self._report("This file is no drawing.", "Save it again as an SVG.")
            raise _StopError
        if not namespace:
            what = "Browsers do not show this drawing, as it does not say that it is one."
            self._report(what, f'Write <svg xmlns="{SVG}" where it starts with <svg.')
            raise _StopError

    def _attribute(self, element: str, full: str, value: str) -> None:
        namespace, _, key = full.rpartition(_SEPARATOR)
        if key == "href" and namespace in ("", XLINK):
            self._address(element, value)
        elif not namespace and key in ATTRIBUTES:
            self._style(value)
        elif not is_inert(namespace, key):
            self._refuse(f'"{key}="')

    def _address(self, element: str, value: str) -> None:
        address = _IGNORED.sub("", value)
        if element == "a":
            scheme, colon, _ = re.split(r"[/?#]", address, maxsplit=1)[0].partition(":")
            if colon and scheme.lower() not in SCHEMES:
                what = f'A link may not start with "{scheme.lower()}:".'
                self._report(what, "Take the link out, or link to a web address.")
        elif not (address.startswith("#") or (element in _PICTURES and is_picture(address))):
            self._report(outside_error(address), _FIXES.get(element) or _FIX)

    def _style(self, css: str, place: tuple[int, int] | None = None) -> None:
        if is_simple(css) or css in self.checked_css:
            return
        self.css_length += len(css)
        if self.css_length > MAX_CSS:
            what = f"The styles of this drawing have more than {MAX_CSS:,} characters."
            self._report(what, "Save it without fonts in it, or as a PNG.", place)
            raise _StopError
        error = style_error(css)
        if error:
            self._report(error, _FIX, place)
        else:
            self.checked_css.add(css)

    def _text(self, text: str) -> None:
        if self.style is not None:
            self.style.append(text)

    def _end(self, _: str) -> None:
        if self.refused_at == self.depth:
            self.refused_at = 0
        elif self.style is not None and not self.refused_at:
            self._style("".join(self.style), self.style_place)
            self.style = None
        self.depth -= 1

    def _refuse(self, what: str, fix: str = "") -> None:
        self._report(f"{what} may not stand in a drawing.", fix or _FIX)

    def _report(self, what: str, fix: str, place: tuple[int, int] | None = None) -> None:
        line, column = place or self._place()
        problem = Problem(self.path, line, column, what, fix)
        if len(self.problems) == MAX_PROBLEMS:
            self.problems.append(unlisted(problem))
            raise _StopError
        self.problems.append(problem)

    def _place(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
