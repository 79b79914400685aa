"""The lines of one text, what was found wrong with them, and where a reading of it has come to."""

import re

from markdown_it.token import Token

from .places import Cursor, Place, Report


class Source:
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
