"""What stands in an article's Markdown that must fit the rest of the site: links and checklists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .html_mentions import html_mentions

if TYPE_CHECKING:  # it is loaded where it is needed: most builds read little anew
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

FENCE_NAME = "checklist"


@cache
def _parser() -> "MarkdownIt":
    """Return a parser that hides no link, however wrong, and shows each as it was written."""
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("commonmark").enable("table")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.normalizeLink = str  # type: ignore[method-assign, assignment]
    return parser


@dataclass(frozen=True)
class Mention:
    """A link's address or a shown checklist's slug, with its place in the file, from 1."""

    value: str
    line: int
    column: int


@dataclass(frozen=True)
class Mentions:
    """Everything in a body that has to be checked, in order."""

    links: tuple[Mention, ...]
    html_links: tuple[Mention, ...]
    """Addresses inside HTML, which reach the page as they are."""
    checklists: tuple[Mention, ...]
    odd_fences: tuple[Mention, ...]
    """Fences that mean a checklist but would not show one."""
    titles: tuple[Mention, ...]
    """Headings of the first level, which belongs to the page's own title."""
    silent_pictures: tuple[Mention, ...]
    """Pictures without words for people who cannot see them, by their addresses."""
    is_empty: bool


NOTHING = Mentions((), (), (), (), (), (), is_empty=True)


def find_mentions(body: str, first_line: int) -> Mentions:
    """Return what ``body``, which starts on ``first_line``, mentions."""
    lines = body.split("\n")
    tokens = _parser().parse(body)
    checklists, odd = _fences(lines, first_line)
    titles = tuple(
        Mention(lines[token.map[0]].strip(), first_line + token.map[0], 1)
        for token in tokens
        if token.type == "heading_open" and token.tag == "h1" and token.map
    )
    found = list(_links(tokens, lines, first_line))
    in_html = list(_in_html(tokens, lines, first_line))
    silent = tuple(mention for mention, is_silent in found + in_html if is_silent)
    return Mentions(
        tuple(mention for mention, _ in found),
        tuple(mention for mention, _ in in_html),
        checklists,
        odd,
        titles,
        silent,
        is_empty=not body.strip(),
    )


# Any indentation and quotation: a fence may stand in a list, a note or a quotation.
_FENCE = re.compile(r"(?P<lead>[ >]*(?:[-*+] +)?)(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)")
_FIRST_WORD = re.compile(r"[{. ]*(\w+)")


def _fences(lines: list[str], first_line: int) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return shown checklists, and fences that only look like one.

    Lines are looked at one by one, as the Markdown extension that shows them does: it finds
    fences in places where a strict Markdown parser sees none.
    """
    shown: list[Mention] = []
    odd: list[Mention] = []
    row = 0
    while row < len(lines):
        opening = _FENCE.fullmatch(lines[row])
        if not opening:
            row += 1
            continue
        end = _closing(lines, row, opening["mark"])
        info = opening["info"].strip()
        word = _FIRST_WORD.match(info)
        if word and word[1].lower() == FENCE_NAME:
            column = len(opening["lead"]) + 1
            inside = [(r, line.strip(" >")) for r, line in enumerate(lines[row + 1 : end], row + 1)]
            named = [(r, text) for r, text in inside if text]
            if info != FENCE_NAME or end == len(lines) or len(named) > 1:
                odd.append(Mention(info, first_line + row, column))
            elif named:
                at, slug = named[0]
                shown.append(Mention(slug, first_line + at, lines[at].index(slug) + 1))
            else:
                shown.append(Mention("", first_line + row, column))
        row = end + 1
    return tuple(shown), tuple(odd)


def _closing(lines: list[str], row: int, mark: str) -> int:
    """Return the row that closes the fence opened at ``row``, or the number of lines."""
    for end in range(row + 1, len(lines)):
        line = lines[end].strip(" >")
        if len(line) >= len(mark) and set(line) == {mark[0]}:
            return end
    return len(lines)


def _links(
    tokens: "list[Token]", lines: list[str], first_line: int
) -> Iterator[tuple[Mention, bool]]:
    """Yield each link and picture, and whether it is a picture without words."""
    for token in tokens:
        if token.type != "inline" or not token.map:
            continue
        start = token.map[0], 0
        for child in token.children or []:
            key = {"link_open": "href", "image": "src"}.get(child.type)
            if key:
                address = str(child.attrs[key])
                row, column = _find(address, lines, start, token.map[1])
                is_silent = child.type == "image" and not child.content.strip()
                yield Mention(address, first_line + row, column + 1), is_silent
                start = row, column + 1


def _in_html(
    tokens: "list[Token]", lines: list[str], first_line: int
) -> Iterator[tuple[Mention, bool]]:
    """Yield each address inside HTML at its tag, and whether it is a picture without words."""
    for token in tokens:
        if not token.map:
            continue
        row, column = token.map[0], 0
        pieces = [token] if token.type == "html_block" else token.children or []
        for piece in pieces:
            if piece.type not in ("html_block", "html_inline"):
                continue
            start = piece.content.split("\n")[0]
            while row < token.map[1] and lines[row].find(start, column) < 0:
                row, column = row + 1, 0
            if row == token.map[1]:  # not as it was typed, inside a quotation
                row, column = token.map[0], 0
            at = max(0, lines[row].find(start, column))
            for found in html_mentions(piece.content):
                left = at + 1 if found.line == 1 else 1
                place = first_line + row + found.line - 1, left + found.column - 1
                yield Mention(found.value, *place), found.is_silent_picture
            column = at + len(start)


def _find(address: str, lines: list[str], start: tuple[int, int], end: int) -> tuple[int, int]:
    """Return row and column (from 0) of ``address`` as a link target, after ``start``."""
    row, column = start
    while row < end:
        found = [lines[row].find(sign + address, column) for sign in "(<"]
        places = [at + 1 for at in found if at >= 0]
        if places:
            return row, min(places)
        row, column = row + 1, 0
    return start
