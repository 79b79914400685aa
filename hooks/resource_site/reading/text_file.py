"""A file staff saved, as text: UTF-8, with or without a byte order mark, any line ending."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..problems import ContentError, Problem

MOST_KILOBYTES = 100
"""About 16,000 words: far more than one page should ask of a reader."""

_UNSHOWN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, odd ends of lines, signs that turn the direction of what follows, halves."""

UNSHOWN = (
    "A character that cannot be shown stands in the text.",
    "Delete it and type the text again.",
)
"""What is wrong with such a character, and how to fix it."""

_MARK_INSIDE = (
    "A byte order mark stands in the text, where nobody sees it.",
    "Delete the word and type it again.",
)
"""The same for the one of them that comes along when files are put together."""


def read_text(file: Path, path: str) -> str:
    """Return the text of ``file`` with Unix line endings and no byte order mark.

    ``path`` is how problems name the file. Raises ``ContentError`` where the file cannot be
    opened, is too large, is not UTF-8 or holds characters that cannot be shown.
    """
    text, unshown = read_shown_text(file, path)
    if unshown:
        raise ContentError(unshown)
    return text


def read_shown_text(file: Path, path: str) -> tuple[str, list[Problem]]:
    """Return the same, and a problem for each line with characters that cannot be shown.

    The replacement character stands for each of these, so that all else that is wrong with the file
    can be found in the same run. Raises ``ContentError`` where there is no text to return.
    """
    try:
        with file.open("rb") as opened:
            raw = opened.read(MOST_KILOBYTES * 1024 + 1)
    except OSError as error:
        fix = "Check that the file exists and that you may open it."
        raise ContentError(
            [Problem(path, 1, 1, f"The file cannot be read: {error.strerror}.", fix)]
        ) from error
    if len(raw) > MOST_KILOBYTES * 1024:
        what = f"The file has more than {MOST_KILOBYTES} KB of text."
        fix = "Make several files of it, or take out what does not belong in it."
        raise ContentError([Problem(path, 1, 1, what, fix)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = "The file is not saved as UTF-8, so this character cannot be read."
        fix = 'Save it again with the encoding "UTF-8".'
        raise ContentError([Problem(path, *place_of(error), what, fix)]) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unshown = list(unshown_characters(text, path))
    return (_UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", text) if unshown else text), unshown


def place_of(error: UnicodeDecodeError) -> tuple[int, int]:
    """Return the line and column, from 1, of the first byte that could not be decoded."""
    before = error.object[: error.start].decode(error.encoding, errors="replace")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def unshown_characters(
    text: str, path: str, line: int = 1, column: int | None = None
) -> Iterator[Problem]:
    """Yield a problem for each line of ``text`` with a character that cannot be shown.

    ``text`` starts on ``line`` of the file ``path``; with a ``column``, every problem stands there.
    """
    if not _UNSHOWN.search(text):
        return
    for number, row in enumerate(text.split("\n"), line):
        match = _UNSHOWN.search(row)
        if match:
            place = (line, column) if column else (number, match.start() + 1)
            yield Problem(path, *place, *(_MARK_INSIDE if match[0] == "\ufeff" else UNSHOWN))
