"""Reading text files: UTF-8, with or without a byte order mark, with any line endings."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..problems import ContentError, Problem

MAX_KILOBYTES = 100
"""About 16,000 words: far more than a page should have."""

_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, Unicode line ends, changes of direction, surrogates and noncharacters."""

UNPRINTABLE = (
    "A character that cannot be shown stands in the text.",
    "Delete it and type the text again.",
)
"""The problem of such a character: ``what`` and ``fix``."""

_OTHER_FILES = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How files of word processors and PDFs start."""

_CONFLICT = re.compile(r"^<{7}[ \n](?:.*\n)*?={7}\n", re.MULTILINE)
"""What git writes where two changes do not fit together."""

_BYTE_ORDER_MARK = (
    "A byte order mark stands in the text, where nobody sees it.",
    "Delete the word and type it again.",
)
"""The same for a byte order mark inside a file, as concatenating files leaves it."""


def read_text(file: Path, path: str) -> str:
    """Return the text of ``file`` with Unix line endings and no byte order mark.

    Problems call the file ``path``. Raises ``ContentError`` if it cannot be opened, is larger than
    ``MAX_KILOBYTES``, is not UTF-8 or contains unprintable characters.
    """
    text, problems = read_replaced_text(file, path)
    if problems:
        raise ContentError(problems)
    return text


def read_replaced_text(file: Path, path: str) -> tuple[str, list[Problem]]:
    """Do as ``read_text``, but replace unprintable characters, and return a problem for each line.

    So other problems of the file can be found in the same run.
    """
    try:
        with file.open("rb") as opened:
            raw = opened.read(MAX_KILOBYTES * 1024 + 1)
    except OSError as error:
        fix = "Check that the file exists and that you may open it."
        raise ContentError(
            [Problem(path, 1, 1, f"The file cannot be read: {error.strerror}.", fix)]
        ) from error
    if raw.startswith(_OTHER_FILES):
        what = "This is a Word file, a PDF or the like, under the name of a text file."
        fix = (
            'Give it back its own ending, such as ".docx", and move it out of docs/. Then type '
            '"resources import" and its name.'
        )
        raise ContentError([Problem(path, 1, 1, what, fix)])
    if len(raw) > MAX_KILOBYTES * 1024:
        what = f"The file has more than {MAX_KILOBYTES} KB of text."
        fix = "Make several files of it, or take out what does not belong in it."
        raise ContentError([Problem(path, 1, 1, what, fix)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = "The file is not saved as UTF-8, so this character cannot be read."
        fix = 'Save it again with the encoding "UTF-8".'
        raise ContentError([Problem(path, *place_of(error), what, fix)]) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        what = "Two people changed this place, and both versions stand here."
        fix = 'Keep one of them, and delete the lines "<<<<<<<", "=======" and ">>>>>>>".'
        raise ContentError([Problem(path, line, 1, what, fix)])
    problems = list(unprintable_characters(text, path))
    return (_UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text) if problems else text), problems


def place_of(error: UnicodeDecodeError) -> tuple[int, int]:
    """Return the line and column (from 1) of the first byte that could not be decoded."""
    before = error.object[: error.start].decode(error.encoding, errors="replace")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def unprintable_characters(
    text: str, path: str, line: int = 1, column: int | None = None
) -> Iterator[Problem]:
    """Yield a problem for each line of ``text`` with an unprintable character.

    ``text`` starts on ``line`` of the file ``path``. With a ``column``, all problems are there.
    """
    if not _UNPRINTABLE.search(text):
        return
    for number, row in enumerate(text.split("\n"), line):
        match = _UNPRINTABLE.search(row)
        if match:
            place = (line, column) if column else (number, match.start() + 1)
            message = _BYTE_ORDER_MARK if match[0] == "\ufeff" else UNPRINTABLE
            yield Problem(path, *place, *message)
