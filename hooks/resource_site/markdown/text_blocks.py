"""Text blocks: prose without its markup, with the position of each word in its file."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from .source import Place

BREAKS = ("softbreak", "hardbreak")

_ADDRESS = re.compile(r"\S*(?:://|www\.)\S*|[^\s@]+@[^\s@]+\.\S+")
_WORD = re.compile(r"\S+")
_STRIPPED = re.compile(r"\S.*\S|\S")
_IN_ADDRESSES = ("://", "www.", "@")
"""One of these stands in each ``_ADDRESS``."""

Run: TypeAlias = tuple[str, Place]
"""Text that is contiguous in the file, and where it starts; an empty one separates words."""


@dataclass(frozen=True)
class TextBlock:
    """The prose of one paragraph, heading, list entry or item, joined by single spaces."""

    text: str
    places: tuple[tuple[int, int, int], ...]
    """For each part that is contiguous in the file: its offset in ``text``, line and column."""
    is_paragraph: bool = False
    """Whether it is running prose: a paragraph outside lists, quotations, tables and notes."""

    def place_at(self, offset: int) -> Place:
        """Return the line and column of the character of ``text`` at ``offset``."""
        part = self.places[max(0, bisect_right(self.places, (offset, 1 << 60, 0)) - 1)]
        return part[1], part[2] + max(0, offset - part[0])


def text_block(runs: Iterable[Run]) -> TextBlock | None:
    """Return the words of ``runs`` without addresses, or None where there are none."""
    words: list[str] = []
    places: list[tuple[int, int, int]] = []
    length, ends_in_word = 0, False
    for text, (line, column) in runs:
        is_plain = _is_plain(text)
        for match in (_STRIPPED if is_plain else _WORD).finditer(text):
            word = match[0]
            continues_word = ends_in_word and not match.start()
            if not is_plain and _ADDRESS.fullmatch(word):
                continue
            length += bool(words) and not continues_word
            words += [word] if continues_word or not words else [" ", word]
            start = column + match.start()
            last = places[-1] if places else None
            if not last or last[1] != line or last[2] - last[0] != start - length:
                places.append((length, line, start))
            length += len(word)
        ends_in_word = bool(text) and not text[-1].isspace()
    return TextBlock("".join(words), tuple(places)) if words else None


def _is_plain(text: str) -> bool:
    """Return whether ``text`` has no address, and no white space other than single spaces."""
    for sign in _IN_ADDRESSES:
        if sign in text:
            return False
    return " ".join(text.split()) == text.strip(" ")
