"""``resources unlink``: what a page's withdrawal or a later day would break, mended beforehand."""

from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from ...checks.content_loader import LoadedContent
from ...checks.site_check import check_content, load_all
from ...problems import ContentError
from ...reading.file_names import SOURCE_FOLDERS
from ..console import DEFAULT_CONFIG, ConfigOption, fail
from .editable_text import EditableText
from .file_changes import FileChanges
from .link_removal import remove_links, remove_yaml_links
from .reference_updates import Move, update_body, update_yaml


def unlink(
    page: Annotated[
        str, typer.Argument(help="An article or a checklist: its file.", show_default=False)
    ],
    instead: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="The page that the links shall lead to. If left out: none."
        ),
    ] = "",
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Take the links to a page out of all texts, or let them lead to another page.

    For a page that you withdraw, or that is not to be seen yet. The words of the links stay: read
    the sentences again. What this command cannot change, the check names.
    """
    loaded, _, problems = load_all(config)
    move = _move(loaded, page, instead)
    texts = [text for text in _texts(loaded, move, replaces=bool(instead)) if text.is_changed]
    known = {(problem.path, problem.what) for problem in problems}
    try:
        with FileChanges(config.parent, {text.file: text.after for text in texts}) as changes:
            try:
                changes.apply()
                left = check_content(config)
                new = [problem for problem in left if (problem.path, problem.what) not in known]
                if new:
                    raise ContentError(new)
            except BaseException:
                changes.undo()
                raise
    except ContentError as error:
        fail(f"{error}\nNothing was changed.")
    except OSError as error:
        fail(f'"{error.filename}" cannot be written: {error.strerror}. Nothing was changed.')
    for text in texts:
        name = text.file.relative_to(loaded.docs).as_posix()
        lines = ", ".join(str(line) for line in text.changed_lines)
        typer.echo(f"Changed {loaded.prefix}{name}, line {lines}")
    if not texts:
        typer.echo("There is no link to it that this command can change.")
    typer.echo('Read these lines again. Then "resources check" names what is left.')


def _move(loaded: LoadedContent, page: str, instead: str) -> Move:
    """Return the page and the one that takes its place (itself if none); fails if it is not one."""
    path = PurePosixPath(page.replace("\\", "/"))
    folder = path.parent.name
    suffix = SOURCE_FOLDERS.get(folder, "")
    old = path.name.removesuffix(".md").removesuffix(".yml")
    new = PurePosixPath(instead.replace("\\", "/")).name.removesuffix(f".{suffix}") or old
    for name in (old, new):
        if folder not in ("articles", "checklists") or not _file(loaded, folder, name).exists():
            fail(
                f'There is no article or checklist "{folder}/{name}". Give the file of one, such '
                "as docs/articles/old-rules.md."
            )
    return Move(folder.removesuffix("s"), old, new, suffix, same_page=False)


def _file(loaded: LoadedContent, folder: str, name: str) -> Path:
    return loaded.docs / folder / f"{name}.{SOURCE_FOLDERS[folder]}"


def _texts(loaded: LoadedContent, move: Move, *, replaces: bool) -> list[EditableText]:
    """Return the edited text of every file but the page's own and its Easy Read."""
    bodies = {body.path: body for body in loaded.entries.bodies}
    texts = []
    for tree in sorted(loaded.entries.all_trees, key=lambda tree: tree.path):
        source = tree.path.removeprefix(loaded.prefix)
        if source in move.files:
            continue
        text = EditableText(loaded.docs / source)
        texts.append(text)
        body = bodies.get(tree.path)
        if replaces and source != move.new_source:
            list(update_yaml(text, tree, source, move))
            if body:
                list(update_body(text, body, move))
        else:
            remove_yaml_links(text, tree, source, move)
            if body:
                remove_links(text, body, move)
    return texts
