"""The ``resources`` command line."""

from importlib.metadata import version
from platform import platform, python_version
from typing import Annotated

import typer

from .clock import ClockError, today
from .commands import rename
from .commands.check import check
from .commands.console import fail, replace_unencodable
from .commands.editor import editor
from .commands.lists.due import due
from .commands.lists.list import list_all
from .commands.renaming.unlink import unlink
from .commands.schemas import schemas
from .commands.share import share
from .commands.site import build, preview
from .commands.words import words
from .commands.writing import new
from .commands.writing.import_file import import_document

app = typer.Typer(
    help="Look after the articles and checklists of the site.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        names = ("inclusive-resources", "mkdocs", "weasyprint")
        typer.echo(", ".join(f"{name} {version(name)}" for name in names))
        typer.echo(f"Python {python_version()} on {platform()}")
        raise typer.Exit


@app.callback()
def options(
    _: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Show the version of this program and of what it stands on.",
            callback=_show_version,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Look after the articles and checklists of the site."""
    try:
        today()  # nearly every command asks for it, as does all that a build runs
    except ClockError as error:
        fail(str(error))


app.add_typer(new.app, name="new", help="Start an article or a checklist.")
app.command("import", short_help="Make a draft of a Word file, a web page or text.")(
    import_document
)
app.command(short_help="Show the site on this computer while you write.")(preview)
app.command(short_help="Build the site that readers get.")(build)
app.command(short_help="Find every problem, and how to fix it.")(check)
app.command(short_help="Write a page as one file, to send a draft to somebody.")(share)
app.command(short_help="See how plain a file is, and what makes it hard.")(words)
app.command("list", short_help="See what is published, planned or a draft.")(list_all)
app.command(short_help="See which facts to check again, and when.")(due)
app.add_typer(rename.app, name="rename", help="Give an article or a checklist another name.")
app.command(short_help="Take out the links to a page that readers no longer see.")(unlink)
app.command(short_help="Write the browser editor as a site of its own.")(editor)
app.command(short_help="For developers: write what text editors know of the files.")(schemas)


def main() -> None:
    """Run the command line."""
    replace_unencodable()
    app(prog_name="resources")


if __name__ == "__main__":
    main()
