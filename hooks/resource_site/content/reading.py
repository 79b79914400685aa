"""A file staff saved, as text: UTF-8, with or without a byte order mark, any line ending."""

from pathlib import Path

from ..problems import ContentError, Problem


def read_text(file: Path, path: str) -> str:
    """Return the text of ``file`` with Unix line endings and no byte order mark.

    ``path`` is how problems name the file. Raises ``ContentError`` where the file cannot be
    opened or is not UTF-8.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        fix = "Check that the file exists and that you may open it."
        raise ContentError(
            [Problem(path, 1, 1, f"The file cannot be read: {error.strerror}.", fix)]
        ) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", errors="replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        raise ContentError(
            [
                Problem(
                    path,
                    line,
                    column,
                    "The file is not saved as UTF-8, so this character cannot be read.",
                    'Save it again with the encoding "UTF-8".',
                )
            ]
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
