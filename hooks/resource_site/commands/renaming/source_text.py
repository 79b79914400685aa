"""A file of staff's as it stands on disk, changed only where it has to be.

Line endings, the byte order mark, comments and spaces stay as they are.
"""

import re
from functools import cached_property
from pathlib import Path

_BREAK = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


class SourceText:
    """The text of one file, with what is to change in it."""

    def __init__(self, file: Path) -> None:
        """Read ``file``, which is UTF-8: whoever asks has checked the content."""
        self.file = file
        self.before = file.read_bytes()
        self.text = self.before.decode("utf-8")
        self._edits: set[tuple[int, str, str]] = set()

    @cached_property
    def _starts(self) -> list[int]:
        first = len(_MARK) if self.text.startswith(_MARK) else 0
        return [first, *(match.end() for match in _BREAK.finditer(self.text))]

    @cached_property
    def line_break(self) -> str:
        """The file's own line ending."""
        found = _BREAK.search(self.text)
        return found[0] if found else "\n"

    def offset(self, line: int, column: int) -> int:
        """Return where in ``text`` the place stands that problems call ``line``, ``column``."""
        return self._starts[line - 1] + column - 1

    def end_of(self, line: int) -> int:
        """Return where ``line`` ends, its line break included."""
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def find(self, pattern: str, start: int) -> int:
        """Return where ``pattern`` matches at or after ``start``, or -1."""
        match = re.compile(pattern).search(self.text, start)
        return match.start() if match else -1

    def replace(self, start: int, old: str, new: str) -> bool:
        """Note that ``old``, which stands at ``start``, becomes ``new``; false if it is not there.

        Where ``old`` is empty, ``new`` is put in.
        """
        if start < 0 or not self.text.startswith(old, start):
            return False
        self._edits.add((start, old, new))
        return True

    @property
    def is_changed(self) -> bool:
        """Tell whether anything is to change."""
        return bool(self._edits)

    @property
    def after(self) -> bytes:
        """Return the file's bytes with every change made."""
        text = self.text
        for start, old, new in sorted(self._edits, reverse=True):
            text = text[:start] + new + text[start + len(old) :]
        return text.encode("utf-8")
