"""What stands in an article's Markdown that must fit the rest of the site: links and checklists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

FENCE_NAME = "checklist"


def _parser() -> MarkdownIt:
    """Return a parser that hides no link, however wrong, and shows each as it was written."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.normalizeLink = str  # type: ignore[method-assign, assignment]
    return parser


_PARSER = _parser()


@dataclass(frozen=True)
class Mention:
    """A link's address or a shown checklist's slug, with its place in the file, from 1."""

    value: str
    line: int
    column: int


@dataclass(frozen=True)
class Mentions:
    """Everything a body mentions, in order."""

    links: tuple[Mention, ...]
    checklists: tuple[Mention, ...]


def find_mentions(body: str, first_line: int) -> Mentions:
    """Return the links and shown checklists of ``body``, which starts on ``first_line``."""
    lines = body.split("\n")
    tokens = _PARSER.parse(body)
    return Mentions(
        tuple(_links(tokens, lines, first_line)), tuple(_checklists(tokens, lines, first_line))
    )


def _checklists(tokens: list[Token], lines: list[str], first_line: int) -> Iterator[Mention]:
    for token in tokens:
        if token.type == "fence" and token.info.strip() == FENCE_NAME and token.map:
            slug = token.content.strip()
            # An empty fence is reported at the fence itself.
            row = token.map[0] + (1 if slug else 0)
            column = len(lines[row]) - len(lines[row].lstrip()) + 1
            yield Mention(slug, first_line + row, column)


def _links(tokens: list[Token], lines: list[str], first_line: int) -> Iterator[Mention]:
    for token in tokens:
        if token.type != "inline" or not token.map:
            continue
        start = token.map[0], 0
        for child in token.children or []:
            key = {"link_open": "href", "image": "src"}.get(child.type)
            if key:
                address = str(child.attrs[key])
                start = _find(address, lines, start, token.map[1])
                yield Mention(address, first_line + start[0], start[1] + 1)


def _find(address: str, lines: list[str], start: tuple[int, int], end: int) -> tuple[int, int]:
    """Return row and column (from 0) of ``address`` as a link target, after ``start``."""
    target = re.compile(r"(?<=[(<])" + re.escape(address))
    row, column = start
    while row < end:
        match = target.search(lines[row], column)
        if match:
            return row, match.start()
        row, column = row + 1, 0
    return start
