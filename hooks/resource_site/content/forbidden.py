"""What may not stand in a page, from where it was found to its place in what staff wrote."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice

from ..problems import Problem

MOST_NAMED = 50
"""Forbidden things that one page's problems name; whoever mends those looks again."""

_INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)

FIX = 'Take it out. The setting "raw_html" in mkdocs.yml can allow it.'


@dataclass(frozen=True)
class Forbidden:
    """One thing that may not stand in a page, and how to find it in its source."""

    what: str
    signs: tuple[str, ...]
    """Regular expressions, the surest first; a group ``at``, if there is one, is the place."""
    scheme: str = ""
    """What a forbidden link starts with."""
    fix: str = FIX


def place(found: Iterable[Forbidden], source: str, path: str, first_line: int = 1) -> list[Problem]:
    """Return ``found`` as problems at their places in ``source``, code that shows such left out.

    Where there are more than ``MOST_NAMED``, the rest is left for the next time.
    """
    shown = _without_code(source)
    next_from: dict[str, int] = {}
    problems = []
    for forbidden in islice(found, MOST_NAMED):
        at = 0
        for sign in forbidden.signs:
            start = next_from.get(sign, 0)
            search = partial(re.compile(sign, re.IGNORECASE | re.MULTILINE).search)
            match = search(shown, start) or search(source, start) or search(source)
            if match:
                at = match.start("at" if "at" in match.re.groupindex else 0)
                next_from[sign] = match.end()
                break
        line = source.count("\n", 0, at)
        column = at - source.rfind("\n", 0, at)
        problems.append(Problem(path, first_line + line, column, forbidden.what, forbidden.fix))
    return problems


def _without_code(source: str) -> str:
    """Return ``source`` with blanks in place of code, so that places stay the same."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most pages hold no HTML

    lines = source.split("\n")
    for token in MarkdownIt("commonmark").parse(source):
        if token.type in ("fence", "code_block") and token.map:
            for row in range(token.map[0], min(token.map[1], len(lines))):
                lines[row] = " " * len(lines[row])
    blank = re.compile(r"[^\n]")
    return _INLINE_CODE.sub(lambda match: blank.sub(" ", match[0]), "\n".join(lines))
