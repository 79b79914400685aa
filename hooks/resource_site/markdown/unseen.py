"""Signs that nobody sees."""

from collections.abc import Iterator


def unseen_signs(line: str) -> Iterator[tuple[int, str]]:
    """Stub until merged."""
    for offset, sign in enumerate(line):
        if sign in "\u00ad\u200b":
            yield offset, "x"
