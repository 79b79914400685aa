"""The ``resources`` command: what staff ask of their content, without building the site."""

import typer

from .command import new, rename
from .command.check import check
from .command.console import never_stop_at_a_letter
from .command.due import due
from .command.listing import list_all
from .command.schemas import schemas
from .command.words import words

app = typer.Typer(
    help="Look after the articles and checklists of the site.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.add_typer(new.app, name="new", help="Start an article or a checklist.")
app.command()(check)
app.command()(words)
app.command("list")(list_all)
app.command()(due)
app.add_typer(rename.app, name="rename", help="Give an article or a checklist another name.")
app.command()(schemas)


def main() -> None:
    """Run the command, on any console."""
    never_stop_at_a_letter()
    app(prog_name="resources")
