"""``resources schemas``: what an editor needs to complete keys and underline mistakes."""

from pathlib import Path
from typing import Annotated

import typer

from .console import say, stop


def schemas(
    folder: Annotated[Path, typer.Argument(help="Where to write them.")] = Path("schemas"),
) -> None:
    """Write the JSON Schemas that editors such as Visual Studio Code read."""
    from ..editor.json_schema import all_schemas  # noqa: PLC0415 - no other command needs the models' schemas

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in all_schemas().items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            say(f"Written: {folder / name}")
    except OSError as error:
        stop(f'"{folder}" cannot be written: {error.strerror}.')
