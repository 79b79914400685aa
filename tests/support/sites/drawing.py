"""A folder, drawn: each path on a line of its own, its text indented by four spaces below it.

docs/articles/hello.md
    ---
    title: Hello
    ---
    Body.

The text of a picture or a document only tells it from others: the file is a tiny one of its kind.
"""

from pathlib import Path
from textwrap import dedent

from tiny_files import tiny

INDENT = "    "


def read_drawing(drawing: str) -> dict[str, str]:
    """Return each path of ``drawing`` with its text."""
    files: dict[str, str] = {}
    path = ""
    for line in dedent(drawing).strip("\n").split("\n"):
        if line and not line.startswith(" "):
            path = line.strip()
            files[path] = ""
        elif path:
            files[path] += line.removeprefix(INDENT) + "\n"
    return {path: text.rstrip("\n") + "\n" for path, text in files.items()}


def draw(folder: Path, drawing: str) -> None:
    """Write the files of ``drawing`` below ``folder``."""
    for path, text in read_drawing(drawing).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(tiny(path, text))
