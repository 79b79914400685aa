"""How much one Markdown text may hold, so that no file keeps a build from ending.

Python-Markdown needs time by the square of a stretch without an empty line and of brackets that
never close, fills up every row of a table, and writes out a table of contents, or what a link or an
abbreviation is called, wherever the text names it. The limits are far above what a reader can use.
"""

import re
from collections.abc import Iterator

from ..problems import Problem

MOST_CHARACTERS = 6_000
"""In a stretch of text without an empty line."""
MOST_LINES = 300
"""In such a stretch."""
MOST_STRETCHES = 4_000
"""In one text: half a millisecond each, where each is an entry of a list of meanings."""
MOST_OPEN = 20
"""Square brackets open at the same time."""
MOST_CELLS = 3_000
"""In one table."""
MOST_INDENT = 80
"""Spaces at the start of a line: twenty levels of lists."""
MOST_QUOTED = 20
"""Signs of quotation at the start of a line."""
MOST_CONTENTS = 3
"""Tables of contents in one text."""
MOST_DEFINITION = 300
"""Characters on a line that says what a link's or an abbreviation's short name stands for."""

_TABLE_RULE = re.compile(r"[ >]*\|?[ :|-]*-[ :|-]*")
_QUOTED = re.compile(r"(?:[ ]*>)*")
_INDENT = re.compile(r"(?:[ ]|[-*+][ ](?=[ ]*[-*+][ ]))*")
_DEFINITION = re.compile(r"\]\s?:")
"""Wherever on a line: in a list, a quotation or a definition one stands behind other signs."""

_CONTENTS = "[TOC]"


def limit_problems(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """Yield a problem for each stretch of ``body`` that is too much, where it starts."""
    start = stretches = 0
    lines = body.split("\n")
    yield from _contents(lines, path, first_line)
    for row in range(len(lines) + 1):
        if row == len(lines) or not lines[row].strip():
            stretch = lines[start:row]
            stretches += bool(stretch)
            for offset, what, fix in _too_much(stretch):
                yield Problem(path, first_line + start + offset, 1, what, fix)
            start = row + 1
    if stretches > MOST_STRETCHES:
        what = f"This text has {stretches} paragraphs; {MOST_STRETCHES} is the most."
        yield Problem(path, first_line, 1, what, "Make several pages of it.")


def _contents(lines: list[str], path: str, first_line: int) -> Iterator[Problem]:
    marked = [row for row, line in enumerate(lines) for _ in range(line.count(_CONTENTS))]
    if len(marked) > MOST_CONTENTS:
        what = f'"{_CONTENTS}" stands in this text {len(marked)} times.'
        yield Problem(
            path, first_line + marked[1], 1, what, "Keep the first, and take out the rest."
        )


def _too_much(stretch: list[str]) -> Iterator[tuple[int, str, str]]:
    size = sum(map(len, stretch)) + len(stretch)
    if size > MOST_CHARACTERS or len(stretch) > MOST_LINES:
        lines = f"{len(stretch)} line{'' if len(stretch) == 1 else 's'}"
        what = f"{size} characters in {lines} stand here without an empty line."
        most = f"{MOST_CHARACTERS} characters or {MOST_LINES} lines at most"
        yield 0, what, f"Put an empty line between paragraphs: {most}."
    opened = 0
    for offset, line in enumerate(stretch):
        if len(line) - len(line.lstrip(" ")) > MOST_INDENT or _deep(line):
            what = "This line stands more than 20 levels deep."
            yield offset, what, "Take out spaces or signs at its start."
        opened += line.count("[") - line.count("]")
        if opened > MOST_OPEN:
            what = f"More than {MOST_OPEN} square brackets are open here."
            yield offset, what, "Close each bracket, or write a backslash in front of it."
            break
        defining = any(map(_DEFINITION.search, stretch[max(0, offset - 2) : offset + 1]))
        if len(line) > MOST_DEFINITION and defining:
            what = f"More than {MOST_DEFINITION} characters stand beside a short name."
            yield offset, what, "Write them in the text, after an empty line."
        cells = line.count("|") * (len(stretch) - offset) if _TABLE_RULE.fullmatch(line) else 0
        if cells > MOST_CELLS:
            what = f"This table has about {cells} cells; {MOST_CELLS} is the most."
            yield offset, what, "Make several tables of it."


def _deep(line: str) -> bool:
    quoted = _QUOTED.match(line)
    listed = _INDENT.match(line)
    return bool(
        (quoted and quoted[0].count(">") > MOST_QUOTED) or (listed and listed.end() > MOST_INDENT)
    )
