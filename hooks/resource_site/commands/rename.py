"""``resources rename``: change the address of an article or a checklist, and links to it."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from ..checks.site_check import find_docs
from ..problems import ContentError
from ..reading.file_names import SOURCE_FOLDERS
from .console import DEFAULT_CONFIG, ConfigOption, fail
from .renaming.renamer import CannotRenameError, rename

app = typer.Typer(no_args_is_help=True)


def _names(kind: str) -> Callable[[str], list[str]]:
    """Return the shell completion function for names of articles or checklists."""

    def complete(incomplete: str) -> list[str]:
        folder = find_docs(DEFAULT_CONFIG) / f"{kind}s"
        names = sorted(file.stem for file in folder.glob(f"*.{SOURCE_FOLDERS[folder.name]}"))
        return [name for name in names if name.startswith(incomplete)]

    return complete


_OLD = "Its name now: the file's name, with or without folder."
_OldArticle = Annotated[str, typer.Argument(help=_OLD, autocompletion=_names("article"))]
_OldChecklist = Annotated[str, typer.Argument(help=_OLD, autocompletion=_names("checklist"))]
_New = Annotated[str, typer.Argument(help="Its new name: small letters, digits and hyphens.")]


@app.command()
def article(old: _OldArticle, new: _New, config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Rename an article, and mend every link to it."""
    _rename("article", old, new, config)


@app.command()
def checklist(old: _OldChecklist, new: _New, config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Rename a checklist, and mend every link to it. Answers that people saved follow."""
    _rename("checklist", old, new, config)


def _rename(kind: str, old: str, new: str, config: Path) -> None:
    try:
        renamed = rename(kind, old, new, config)
    except (CannotRenameError, ContentError) as error:
        fail(str(error))
    typer.echo(f"Renamed: {renamed.old} is now {renamed.new}")
    for path in renamed.updated:
        typer.echo(f"Mended the links in {path}")
    typer.echo(
        "The old name stands in its moved_from. Look at it in the preview, then build the site."
    )
