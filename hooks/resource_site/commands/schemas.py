"""``resources schemas``: write the JSON Schemas for text editors."""

from pathlib import Path
from typing import Annotated

import typer

from .console import fail


def schemas(
    folder: Annotated[Path, typer.Argument(help="Where to write them.")] = Path("schemas"),
) -> None:
    """Write the JSON Schemas that editors such as Visual Studio Code read."""
    from ..editor.json_schema import all_schemas  # noqa: PLC0415 - slow to import

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in all_schemas().items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            typer.echo(f"Written: {folder / name}")
    except OSError as error:
        fail(f'"{folder}" cannot be written: {error.strerror}.')
