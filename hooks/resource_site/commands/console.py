"""Shared by all commands: the ``--config`` option, output and failure."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

DEFAULT_CONFIG = Path("mkdocs.yml")


def _require_default(config: Path) -> Path:
    """Return ``config``; fail if it is the default and is not in the current folder."""
    if config == DEFAULT_CONFIG and not config.exists():
        fail(
            f"There is no {config} in this folder. Open the terminal in the project's folder, "
            f"the one that holds {config}, and try again."
        )
    return config


ConfigOption = Annotated[
    Path,
    typer.Option(
        "--config",
        "-f",
        help="The settings file of the site.",
        show_default=True,
        callback=_require_default,
    ),
]


def replace_unencodable() -> None:
    """Print "?" for characters that the console's encoding lacks, such as Windows code page 1252.

    Python would raise ``UnicodeEncodeError``.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def is_interactive() -> bool:
    """Return whether the command runs in a terminal, so that it can prompt."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def write_output(text: str, file: Path | None, *, bom: bool = False) -> None:
    """Write ``text``, for another program, to ``file`` or to standard output, always as UTF-8.

    ``bom`` starts a file with the byte order mark, without which Excel assumes another encoding.
    """
    data = text.encode("utf-8-sig" if bom and file else "utf-8")
    if file:
        try:
            file.write_bytes(data)
        except OSError as error:
            fail(f'"{file}" cannot be written: {error.strerror}.')
        typer.echo(f"Written: {file}")
    elif sys.stdout.isatty():
        typer.echo(text, nl=False)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def fail(*lines: str) -> NoReturn:
    """Print ``lines`` to stderr and exit with status 1."""
    typer.echo("\n".join(lines), err=True)
    raise typer.Exit(1)
