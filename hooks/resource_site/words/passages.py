"""The words a reader meets, without the markup, and where each of them stands in its file."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..content.yaml_tree import Location, YamlTree

PROSE_KEYS = frozenset(("title", "summary", "intro", "text", "hint")) | frozenset(
    ("tick", "write", "scale", "choose", "table", "from", "to", "options", "columns")
)
"""Keys whose values readers read; whatever stands under another key is not prose."""

_REACH = 3
"""How many lines further on a word is looked for; more, and a word not found leads astray."""

_ADDRESS = re.compile(r"\S*(?:://|www\.)\S*|[^\s@]+@[^\s@]+\.\S+")
_LETTERS = re.compile(r"\w+")
_NOTE = re.compile(r"(?:!!!|\?\?\?\+?) *\w* *")
_ATTRIBUTES = re.compile(r"\{(?=[^{}]*[#.=])[^{}]*\}")

# Indented text is a note of Python-Markdown more often than code, so it is read as words.
_PARSER = MarkdownIt("commonmark").enable("table").disable("code")
_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005


@dataclass(frozen=True)
class Passage:
    """One paragraph, heading, entry of a list or item: its words, joined by single spaces."""

    text: str
    places: tuple[tuple[int, int, int], ...]
    """For each word, where it starts in ``text`` (from 0), then its line and column (from 1)."""

    def at(self, offset: int) -> tuple[int, int]:
        """Return the line and column of the character of ``text`` at ``offset``."""
        word = self.places[max(0, bisect_right(self.places, (offset, 1 << 60, 0)) - 1)]
        return word[1], word[2] + max(0, offset - word[0])


def markdown_passages(markdown: str, first_line: int) -> Iterator[Passage]:
    """Yield what a reader reads of ``markdown``, which starts on ``first_line`` of its file.

    Code, addresses and HTML are not read.
    """
    lines = markdown.split("\n")
    for token in _PARSER.parse(markdown):
        if token.type == "inline" and token.map:
            cursor = _Cursor(lines, first_line, token.map[0], 0)
            yield from _passage(token, cursor)


def yaml_passages(tree: YamlTree) -> Iterator[Passage]:
    """Yield what a reader reads of a checklist, a topic or the front matter of a page."""
    for location, text in prose(tree.data):
        line, column = tree.place(location)
        row = line - tree.first_line
        if row >= len(tree.lines):
            continue
        cursor = _Cursor(tree.lines, tree.first_line, row, column - 1)
        for token in _PARSER.parse(text):
            if token.type == "inline":
                yield from _passage(token, cursor)


def prose(data: Any, location: Location = (), key: str = "") -> Iterator[tuple[Location, str]]:
    """Yield every text of ``data`` that readers read, with its place, in order.

    Sources are left out: their titles are other people's words.
    """
    if isinstance(data, str):
        if key in PROSE_KEYS or key == "items":
            yield location, data
    elif isinstance(data, dict):
        for name, value in data.items():
            if name != "sources":
                yield from prose(value, (*location, name), name)
    else:
        for index, value in enumerate(data):
            yield from prose(value, (*location, index), key)


class _Cursor:
    """Walks forward through the lines of a file, from word to word."""

    def __init__(self, lines: Sequence[str], first_line: int, row: int, column: int) -> None:
        self.lines = lines
        self.first_line = first_line
        self.row = row
        self.column = column

    def find(self, word: str) -> tuple[int, int]:
        """Return line and column of the next ``word``, or of the last one found.

        Signs around a word are left aside: between them and the word, markup may stand.
        """
        letters = _LETTERS.search(word)
        lead, core = (letters.start(), letters[0]) if letters else (0, word)
        column = self.column
        for row in range(self.row, min(len(self.lines), self.row + _REACH)):
            line = self.lines[row]
            at = line.find(core, column)
            while at > 0 and line[at - 1].isalnum():
                at = line.find(core, at + 1)
            if at >= 0:
                self.row, self.column = row, at + len(core)
                return self.first_line + row, at + 1 - lead
            column = 0
        return self.first_line + self.row, self.column + 1


def _passage(token: Token, cursor: _Cursor) -> Iterator[Passage]:
    text = _NOTE.sub("", _ATTRIBUTES.sub("", "".join(_texts(token.children or []))))
    words, places, length = [], [], 0
    for word in text.split():
        if _ADDRESS.fullmatch(word):
            continue
        places.append((length, *cursor.find(word)))
        words.append(word)
        length += len(word) + 1
    if words:
        yield Passage(" ".join(words), tuple(places))


def _texts(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "text":
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type == "image":
            yield from _texts(token.children or [])
