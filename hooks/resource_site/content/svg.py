"""Drawings that staff put in ``docs/``: an SVG is a page of its own, and may hold programs."""

import re
from pathlib import Path
from xml.parsers import expat

from ..problems import Problem
from .elsewhere import style_asks_elsewhere
from .raw_html import ELSEWHERE, find_in_element

MOST_KILOBYTES = 2_000
"""What a browser draws on a phone without a wait; a file above it is not read."""

_FIX = "Save the drawing again as a plain SVG, with all it shows inside it, and without scripts."


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


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
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
            what = f"This drawing cannot be read ({expat.ErrorString(error.code)})."
            fix = "Save it again as an SVG."
            place = error.lineno, error.offset + 1
            self.problems.append(Problem(self.path, *place, what, fix))
        except (LookupError, ValueError):  # an encoding that Python does not know or cannot map
            what = "This drawing names an encoding that cannot be read."
            self.problems.append(Problem(self.path, 1, 1, what, 'Save it as "UTF-8".'))
        return self.problems

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        for forbidden in find_in_element(name, attributes, drawing=True):
            self._refuse(forbidden.what)
        if name.rpartition("}")[2].lower() == "style" and self.styles is None:
            self.styles, self.styles_at = [], self._place()

    def _text(self, text: str) -> None:
        if self.styles is not None:
            self.styles.append(text)

    def _end(self, name: str) -> None:
        if self.styles is not None and name.rpartition("}")[2].lower() == "style":
            if style_asks_elsewhere("".join(self.styles)):
                self._refuse(ELSEWHERE, self.styles_at)
            self.styles = None

    def _instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._refuse('"<?xml-stylesheet" may not stand in a drawing.')

    def _entity(self, *_: object) -> None:
        self._refuse('"<!ENTITY" may not stand in a drawing.')
        raise _RefusedError

    def _refuse(self, what: str, place: tuple[int, int] | None = None) -> None:
        line, column = place or self._place()
        what = re.sub(r"\b(a) page\b", r"\1 drawing", what, flags=re.IGNORECASE)
        self.problems.append(Problem(self.path, line, column, what, _FIX))

    def _place(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
