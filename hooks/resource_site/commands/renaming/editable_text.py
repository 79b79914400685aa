"""Edits a source file and preserves the rest of it.

Line endings, the byte order mark, comments and spaces stay as they are.
"""

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

_BREAK = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARK = "\ufeff"


class EditableText:
    """The text of one file, and a list of edits."""

    def __init__(self, file: Path) -> None:
        """Read ``file``, which must be valid UTF-8; raises ``OSError``."""
        self.file = file
        self.before = file.read_bytes()
        self.text = self.before.decode("utf-8")
        self._edits: set[tuple[int, str, str]] = set()

    @cached_property
    def _starts(self) -> list[int]:
        first = len(_BYTE_ORDER_MARK) if self.text.startswith(_BYTE_ORDER_MARK) else 0
        return [first, *(match.end() for match in _BREAK.finditer(self.text))]

    @cached_property
    def line_break(self) -> str:
        """The file's first line ending."""
        found = _BREAK.search(self.text)
        return found[0] if found else "\n"

    def offset(self, line: int, column: int) -> int:
        """Return the index in ``text`` of a ``line`` and ``column``, which both count from 1."""
        return self._starts[line - 1] + column - 1

    def end_of(self, line: int) -> int:
        """Return the index after ``line`` and its line break."""
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def find(self, pattern: str, start: int) -> int:
        """Return the index of the first match of ``pattern`` from ``start`` on, or -1."""
        match = re.compile(pattern).search(self.text, start)
        return match.start() if match else -1

    def replace(self, start: int, old: str, new: str) -> bool:
        """Add an edit that replaces ``old`` at index ``start``; return False if it is not there.

        If ``old`` is empty, ``new`` is inserted.
        """
        if start < 0 or not self.text.startswith(old, start):
            return False
        self._edits.add((start, old, new))
        return True

    @property
    def is_changed(self) -> bool:
        """Return whether there are any edits."""
        return bool(self._edits)

    @property
    def changed_lines(self) -> list[int]:
        """Return the lines that have edits, in order."""
        return sorted({bisect_right(self._starts, start) for start, _, _ in self._edits})

    @property
    def after(self) -> bytes:
        """Return the file's bytes with every edit applied."""
        text = self.text
        for start, old, new in sorted(self._edits, reverse=True):
            text = text[:start] + new + text[start + len(old) :]
        return text.encode("utf-8")
