"""Where in its file something stands, and the problems found there."""

from collections.abc import Sequence
from typing import TypeAlias

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
