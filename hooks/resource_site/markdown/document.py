"""``Document``: everything that was read from one Markdown text."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from ..problems import Problem
from .source import Place
from .text_blocks import TextBlock

LinkKind: TypeAlias = Literal["link", "picture", "film", "captions"]


@dataclass(frozen=True)
class Link:
    """The target of a link, a picture or a film as it was typed, and its position in the file."""

    href: str
    line: int
    column: int
    kind: LinkKind = "link"


@dataclass(frozen=True)
class ShownChecklist:
    """A checklist embedded in the text; its title is a heading of ``level``."""

    slug: str
    level: int
    line: int
    column: int


@dataclass(frozen=True)
class Address:
    """A link target to resolve when the page is rendered; ``whole`` asks for an absolute URL.

    ``for_paper`` asks for one as people read and type it, without its scheme.
    """

    href: str
    whole: bool
    for_paper: bool = False


@dataclass(frozen=True)
class PicturePart:
    """A part of the HTML of a picture that depends on the versions the build makes of it.

    ``part`` is "start", what stands in front of the ``<img>``, "attributes", those of the ``<img>``
    itself, or "end", what stands behind it. ``is_sized`` means that a width or a height was typed.
    """

    href: str
    part: Literal["start", "attributes", "end"]
    is_sized: bool
    is_first: bool


@dataclass(frozen=True)
class Heading:
    """A heading: its level (2 to 6), its id and its text."""

    level: int
    id: str
    title: str


Piece: TypeAlias = str | Address | PicturePart | ShownChecklist
"""HTML, or a placeholder for HTML that depends on the page that shows it."""


@dataclass(frozen=True)
class Document:
    """A parsed Markdown text."""

    markdown: str
    pieces: tuple[Piece, ...]
    links: tuple[Link, ...]
    checklists: tuple[ShownChecklist, ...]
    headings: tuple[Heading, ...]
    ids: frozenset[str]
    """The ids of headings and other elements, which a fragment (``#id``) can name."""
    text_blocks: tuple[TextBlock, ...]
    problems: tuple[Problem, ...]
    """Those of severity "error"."""
    warnings: tuple[Problem, ...]
    """All others."""

    def filled_in(self, fill_in: Callable[[str], str]) -> "Document":
        """Return this with ``fill_in`` applied to what readers see; positions stay the same."""
        return replace(
            self,
            pieces=tuple(fill_in(one) if isinstance(one, str) else one for one in self.pieces),
            headings=tuple(replace(one, title=fill_in(one.title)) for one in self.headings),
        )

    @property
    def is_empty(self) -> bool:
        """Return whether the text is blank."""
        return not self.markdown.strip()

    @property
    def word_count(self) -> int:
        """Return the number of words, without those in code and addresses."""
        return sum(block.text.count(" ") + 1 for block in self.text_blocks)

    @property
    def first_line(self) -> tuple[str, Place]:
        """Return the prose of the first line that has any, and its position."""
        if not self.text_blocks:
            return "", (1, 1)
        first = self.text_blocks[0]
        place = first.place_at(0)
        end = next((offset for offset, line, _ in first.places if line != place[0]), None)
        return first.text[:end].rstrip(), place

    def html(
        self,
        address: Callable[[Address], str],
        checklist: Callable[[ShownChecklist], str],
        picture: Callable[[PicturePart], str] | None = None,
    ) -> str:
        """Return the HTML; the functions return that of each placeholder.

        Without ``picture``, pictures have their address alone.
        """

        def html_of(piece: Piece) -> str:
            match piece:
                case Address():
                    return address(piece)
                case ShownChecklist():
                    return checklist(piece)
                case PicturePart() if picture:
                    return picture(piece)
                case PicturePart(part="attributes"):
                    return f'src="{address(Address(piece.href, whole=False))}"'
                case PicturePart():
                    return ""
            return piece

        return "".join(map(html_of, self.pieces))
