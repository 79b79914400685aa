"""Drawings and XML that staff put in ``docs``: each is a page of its own, and may hold programs."""

import re
from pathlib import Path
from xml.parsers import expat

from ..problems import Problem
from .elsewhere import NO_ELSEWHERE, style_asks_elsewhere
from .forbidden import FIX
from .raw_html import find_in_element

MOST_KILOBYTES = 2_000
"""What a browser draws on a phone without a wait; a file above it is not read."""

_FIX = "Save the drawing again as a plain SVG, with all it shows inside it, and without scripts."


_SHOWN = (
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1998/Math/MathML",
)
"""Namespaces whose elements browsers know; all others are words to them."""


class _RefusedError(Exception):
    """Reading need not go on."""


def svg_problems(file: Path, path: str) -> list[Problem]:
    """Return what in the drawing ``file``, which problems call ``path``, may not be published.

    Entities are never expanded, so a small file cannot grow, and nothing else is opened.
    """
    if file.stat().st_size > MOST_KILOBYTES * 1024:
        what = f"This drawing has more than {MOST_KILOBYTES} KB."
        return [Problem(path, 1, 1, what, "Save it smaller, or as a PNG or JPEG.")]
    return _Reader(path).read(file.read_bytes())


def xml_problems(file: Path, path: str) -> list[Problem]:
    """Return the same of a file of XML: browsers show one as a page where it holds HTML.

    They read it by other rules than HTML, under which a title may hold a script.
    """
    if file.stat().st_size > MOST_KILOBYTES * 1024:
        what = f"This file has more than {MOST_KILOBYTES} KB."
        return [Problem(path, 1, 1, what, "Save it smaller.")]
    return _Reader(path, drawing=False).read(file.read_bytes())


class _Reader:
    def __init__(self, path: str, *, drawing: bool = True) -> None:
        self.path = path
        self.drawing = drawing
        self.noun = "drawing" if drawing else "file"
        self.problems: list[Problem] = []
        self.styles: list[str] | None = None
        """What was read of a style that is open."""
        self.styles_at = 1, 1
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.EntityDeclHandler = self._entity

    def read(self, raw: bytes) -> list[Problem]:
        try:
            self.parser.Parse(raw, True)
        except _RefusedError:
            pass
        except expat.ExpatError as error:
            what = f"This {self.noun} cannot be read ({expat.ErrorString(error.code)})."
            fix = "Save it again as an SVG." if self.drawing else "Save it again as XML."
            place = error.lineno, error.offset + 1
            self.problems.append(Problem(self.path, *place, what, fix))
        except (LookupError, ValueError):  # an encoding that Python does not know or cannot map
            what = f"This {self.noun} names an encoding that cannot be read."
            self.problems.append(Problem(self.path, 1, 1, what, 'Save it as "UTF-8".'))
        return self.problems

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        if self.styles is not None:  # browsers take only the words between them
            self._refuse('Elements may not stand inside "<style>".')
        if not self.drawing and name.rpartition("}")[0] not in _SHOWN:
            return
        for forbidden in find_in_element(name, attributes, drawing=self.drawing):
            self._refuse(forbidden.what)
        if name.rpartition("}")[2].lower() == "style" and self.styles is None:
            self.styles, self.styles_at = [], self._place()

    def _text(self, text: str) -> None:
        if self.styles is not None:
            self.styles.append(text)

    def _end(self, name: str) -> None:
        if self.styles is not None and name.rpartition("}")[2].lower() == "style":
            if style_asks_elsewhere("".join(self.styles)):
                self._refuse(NO_ELSEWHERE, self.styles_at)
            self.styles = None

    def _instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._refuse('"<?xml-stylesheet" may not stand in a page.')

    def _entity(self, *_: object) -> None:
        self._refuse('"<!ENTITY" may not stand in a page.')
        raise _RefusedError

    def _refuse(self, what: str, place: tuple[int, int] | None = None) -> None:
        line, column = place or self._place()
        if self.drawing:
            what = re.sub(r"\b(a) page\b", r"\1 drawing", what, flags=re.IGNORECASE)
        self.problems.append(Problem(self.path, line, column, what, _FIX if self.drawing else FIX))

    def _place(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
