"""The lines of one text: where in its file something stands, and the problems found there."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from markdown_it.token import Token

from ..problems import Problem, Severity

Place: TypeAlias = tuple[int, int]
"""Line and column, from 1."""

MOST_NAMED = 50
"""Problems that one text names; whoever mends those looks again."""


class Report:
    """Collects the problems of one file, which they call ``path``."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.problems: list[Problem] = []

    @property
    def has_errors(self) -> bool:
        """Tell whether any of the problems stops a build."""
        return any(problem.severity == "error" for problem in self.problems)

    def __call__(self, place: Place, what: str, fix: str, severity: Severity = "error") -> None:
        """Add a problem at ``place``, unless there are very many already."""
        if len(self.problems) < MOST_NAMED:
            self.problems.append(Problem(self._path, *place, what, fix, severity))


class Cursor:
    """Walks forward through the lines of a file, which start at ``first_line`` of it.

    It starts at ``row`` and ``column``, from 0, looks at ``reach`` lines each time, and never at
    the row ``end``.
    """

    def __init__(
        self,
        lines: Sequence[str],
        first_line: int,
        row: int,
        column: int = 0,
        *,
        end: int,
        reach: int = 1000,
    ) -> None:
        self.lines = lines
        self.row = row
        self.column = column
        self._first_line = first_line
        self._end = min(end, len(lines))
        self._reach = reach

    @property
    def place(self) -> Place:
        """Return where the cursor stands."""
        return self._first_line + self.row, self.column + 1

    def find(self, text: str, before: str = "") -> Place:
        """Go behind the next ``text``, and return where that starts.

        ``before`` stands in front of it. Where there is none, for it was typed in another way,
        the cursor stays.
        """
        column = self.column
        for row in range(self.row, min(self._end, self.row + self._reach)):
            at = self.lines[row].find(before + text, column)
            if at >= 0:
                self.row, self.column = row, at + len(before) + len(text)
                return self._first_line + row, at + len(before) + 1
            column = 0
        return self.place


class MarkdownSource:
    """The text ``markdown``, which starts on ``first_line`` of the file ``path``."""

    def __init__(self, markdown: str, path: str, first_line: int) -> None:
        text = markdown.replace("\0", "\N{REPLACEMENT CHARACTER}").rstrip("\r\n")
        self.lines = re.split(r"\r\n|\r|\n", text)
        self.first_line = first_line
        self.report = Report(path)
        self.cursor = Cursor(self.lines, first_line, 0, end=0)
        self.level = 1
        """The level of the nearest heading above."""

    def look_at(self, start: int, end: int) -> None:
        """Put the cursor in front of the rows from ``start`` to ``end``, counted from 0."""
        self.cursor = Cursor(self.lines, self.first_line, start, end=end)

    def place_of(self, token: Token) -> Place:
        """Return where ``token`` starts, as far as its type tells it."""
        return self.at(token.map[0], token.markup) if token.map else self.cursor.place

    def at(self, row: int, text: str = "") -> Place:
        """Return where ``text`` starts in this row, or the row itself where it does not stand."""
        return self.first_line + row, max(0, self.lines[row].find(text)) + 1

    def starts_of(self, content: str, row: int) -> list[Place]:
        """Return where the lines of ``content`` start, the first of which stands in ``row``."""
        lines = zip(content.split("\n"), self.lines[row:], strict=False)
        return [
            (self.first_line + number, max(0, line.find(typed)) + 1)
            for number, (typed, line) in enumerate(lines, row)
        ]
