"""The ``resources`` command: what staff ask of their content without building the site."""

from pathlib import Path
from typing import Annotated

import typer

from .check import check_content
from .problems import report

app = typer.Typer(
    help="Look after the articles and checklists of the site.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@app.callback()
def _resources() -> None:
    """Keep ``check`` a command of its own; more will stand beside it."""


@app.command()
def check(
    publish: Annotated[
        bool, typer.Option("--publish", help="Also refuse what may not go out to the world.")
    ] = False,
    config: Annotated[
        Path, typer.Option("--config", "-f", help="The settings file of the site.")
    ] = Path("mkdocs.yml"),
) -> None:
    """List every problem in the content, each with its place and how to fix it."""
    problems = check_content(config, publish=publish)
    typer.echo(report(problems), err=bool(problems))
    raise typer.Exit(1 if problems else 0)
