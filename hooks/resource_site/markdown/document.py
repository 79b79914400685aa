"""A text in Markdown as what was read of it, once: its HTML, links, headings, words, problems."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..problems import Problem
from .source import Place
from .text_blocks import TextBlock

LinkKind: TypeAlias = Literal["link", "picture", "film", "captions"]


@dataclass(frozen=True)
class Link:
    """The address of a link, a picture or a film as it was typed, and where."""

    href: str
    line: int
    column: int
    kind: LinkKind = "link"


@dataclass(frozen=True)
class ShownChecklist:
    """A checklist to show in this place, under a heading of ``level``."""

    slug: str
    level: int
    line: int
    column: int


@dataclass(frozen=True)
class Address:
    """Where the address of a file of the site stands in HTML; ``whole`` with the site's own."""

    href: str
    whole: bool


@dataclass(frozen=True)
class Heading:
    """A heading: its level, from 2, its id, and its words."""

    level: int
    id: str
    title: str


Piece: TypeAlias = str | Address | ShownChecklist
"""HTML, or what becomes HTML when the page is made that it stands in."""


@dataclass(frozen=True)
class Document:
    """Everything the site needs of one text."""

    markdown: str
    pieces: tuple[Piece, ...]
    links: tuple[Link, ...]
    checklists: tuple[ShownChecklist, ...]
    headings: tuple[Heading, ...]
    ids: frozenset[str]
    """What a link can lead to on this page: its headings and whatever has an id."""
    text_blocks: tuple[TextBlock, ...]
    problems: tuple[Problem, ...]
    """Errors; they stop a build."""
    warnings: tuple[Problem, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to read."""
        return not self.markdown.strip()

    @property
    def word_count(self) -> int:
        """Return how many words a reader reads."""
        return sum(passage.text.count(" ") + 1 for passage in self.text_blocks)

    @property
    def first_words(self) -> tuple[str, Place]:
        """Return the words of the first line with any, and where they stand."""
        first = next(iter(self.text_blocks), None)
        if not first:
            return "", (1, 1)
        place = first.at(0)
        end = next((at for at, line, _ in first.places if line != place[0]), None)
        return first.text[:end].rstrip(), place

    def html(
        self, address: Callable[[Address], str], checklist: Callable[[ShownChecklist], str]
    ) -> str:
        """Return the HTML, with what these two return, which is HTML, in its places."""
        return "".join(
            piece
            if isinstance(piece, str)
            else address(piece)
            if isinstance(piece, Address)
            else checklist(piece)
            for piece in self.pieces
        )
