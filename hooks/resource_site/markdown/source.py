"""The lines of one text, positions in its file, and the problems found in it."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from markdown_it.token import Token

from ..problems import MAX_PROBLEMS, Problem, Severity, unlisted

Place: TypeAlias = tuple[int, int]
"""Line and column, from 1."""


class Report:
    """Collects the problems of the file ``path``."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.problems: list[Problem] = []
        self._counts = Counter[Severity]()

    @property
    def has_errors(self) -> bool:
        """Return whether any problem is of severity "error"."""
        return any(problem.severity == "error" for problem in self.problems)

    def __call__(self, place: Place, what: str, fix: str, severity: Severity = "error") -> None:
        """Add a problem; after ``MAX_PROBLEMS`` of a severity, one that says that there are more.

        Each severity is counted for itself, so that no number of warnings hides an error.
        """
        self._counts[severity] += 1
        count = self._counts[severity]
        if count <= MAX_PROBLEMS + 1:
            problem = Problem(self._path, *place, what, fix, severity)
            self.problems.append(problem if count <= MAX_PROBLEMS else unlisted(problem))


class Cursor:
    """A position that moves forward through ``lines``, which start at ``first_line`` of a file.

    ``row`` and ``column`` count from 0. A search covers ``reach`` rows, and stops before ``end``.
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
        """Return the cursor's line and column in the file."""
        return self._first_line + self.row, self.column + 1

    def find(self, text: str) -> Place:
        """Move to the end of the next ``text``, and return where it starts.

        Where it is not found, as some characters can be typed in several ways, the cursor stays.
        """
        column = self.column
        for row in range(self.row, min(self._end, self.row + self._reach)):
            start = self.lines[row].find(text, column)
            if start >= 0:
                self.row, self.column = row, start + len(text)
                return self._first_line + row, start + 1
            column = 0
        return self.place


class MarkdownSource:
    """The text ``markdown``, which starts on ``first_line`` of the file ``path``.

    Rows count from 0, as in markdown-it's ``Token.map``.
    """

    def __init__(self, markdown: str, path: str, first_line: int) -> None:
        text = markdown.replace("\0", "\N{REPLACEMENT CHARACTER}").rstrip("\r\n")
        self.lines = re.split(r"\r\n|\r|\n", text)
        self.first_line = first_line
        self.report = Report(path)
        self.cursor = Cursor(self.lines, first_line, 0, end=0)
        self.level = 1
        """The level of the last heading that was read."""

    def move_cursor(self, start: int, end: int) -> None:
        """Put the cursor at the row ``start``, and let it search up to the row ``end``."""
        self.cursor = Cursor(self.lines, self.first_line, start, end=end)

    def place_of(self, token: Token) -> Place:
        """Return where ``token`` starts; an inline token is where the cursor is."""
        return self.place_in(token.map[0], token.markup) if token.map else self.cursor.place

    def place_in(self, row: int, text: str = "") -> Place:
        """Return where ``text`` starts in ``row``, or the start of the row if it is not there."""
        return self.first_line + row, max(0, self.lines[row].find(text)) + 1

    def line_places(self, content: str, row: int) -> list[Place]:
        """Return where each line of ``content`` starts; its first is in ``row``."""
        lines = content.split("\n")[: len(self.lines) - row]
        return [self.place_in(number, line) for number, line in enumerate(lines, row)]
