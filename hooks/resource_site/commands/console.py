"""What every command shares: where it speaks, and how it stops."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from ..problems import ContentError, Problem, report

DEFAULT_CONFIG = Path("mkdocs.yml")


def _in_the_project(config: Path) -> Path:
    """Return ``config``; stop if nobody named one and the terminal is in some other folder."""
    if config == DEFAULT_CONFIG and not config.exists():
        stop(
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
        callback=_in_the_project,
    ),
]


def never_stop_at_a_letter() -> None:
    """Let a console that lacks a letter show "?" in its place.

    The console of an older Windows knows some 250 letters (code page 1252), and Python would stop
    with a traceback at any other.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def can_ask() -> bool:
    """Tell whether a person sits at a terminal and can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def say(text: str) -> None:
    """Print a line for people."""
    typer.echo(text)


def give(text: str, file: Path | None, *, mark: bool = False) -> None:
    """Write ``text``, meant for another program, to ``file`` or to where this command writes.

    It is UTF-8 whatever the console knows; ``mark`` puts the mark in front by which Excel sees so.
    """
    data = text.encode("utf-8-sig" if mark and file else "utf-8")
    if file:
        try:
            file.write_bytes(data)
        except OSError as error:
            stop(f'"{file}" cannot be written: {error.strerror}.')
        say(f"Written: {file}")
    elif sys.stdout.isatty():
        typer.echo(text, nl=False)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def stop(*words: str) -> NoReturn:
    """Say why a command cannot go on, and end it."""
    typer.echo("\n".join(words), err=True)
    raise typer.Exit(1)


def stop_at(problems: "ContentError | list[Problem]") -> NoReturn:
    """List what has to be mended first, and end the command."""
    found = problems.problems if isinstance(problems, ContentError) else problems
    stop(report(found))
