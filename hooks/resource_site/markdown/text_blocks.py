"""The words a reader meets, without the markup, and where each of them stands in its file."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from .source import Place

BREAKS = ("softbreak", "hardbreak")

_ADDRESS = re.compile(r"\S*(?:://|www\.)\S*|[^\s@]+@[^\s@]+\.\S+")
_WORD = re.compile(r"\S+")
_WHOLE = re.compile(r"\S.*\S|\S")
_MAY_NOT_BE_PLAIN = re.compile(r"://|www\.|@|\s\s|[^\S ]")
"""What text holds that has an address among its words, or other space than one at a time."""

Run: TypeAlias = tuple[str, Place]
"""Text that stands in one piece in the file, and where. An empty one stands between words."""


@dataclass(frozen=True)
class TextBlock:
    """One paragraph, heading, entry of a list or item: its words, joined by single spaces."""

    text: str
    places: tuple[tuple[int, int, int], ...]
    """Where in ``text`` (from 0) each run starts that stands in one piece at a line and column."""

    def at(self, offset: int) -> Place:
        """Return the line and column of the character of ``text`` at ``offset``."""
        run = self.places[max(0, bisect_right(self.places, (offset, 1 << 60, 0)) - 1)]
        return run[1], run[2] + max(0, offset - run[0])


def text_block(runs: Iterable[Run]) -> TextBlock | None:
    """Return the words of ``runs``, addresses left out; nothing where there are none."""
    words: list[str] = []
    places: list[tuple[int, int, int]] = []
    length, ends_in_word = 0, False
    for text, (line, column) in runs:
        is_plain = not _MAY_NOT_BE_PLAIN.search(text)
        for found in (_WHOLE if is_plain else _WORD).finditer(text):
            word = found[0]
            is_glued = ends_in_word and not found.start()
            if not is_plain and _ADDRESS.fullmatch(word):
                continue
            length += bool(words) and not is_glued
            words += [word] if is_glued or not words else [" ", word]
            at = column + found.start()
            if not places or places[-1][1] != line or places[-1][2] - places[-1][0] != at - length:
                places.append((length, line, at))
            length += len(word)
        ends_in_word = bool(text) and not text[-1].isspace()
    return TextBlock("".join(words), tuple(places)) if words else None
