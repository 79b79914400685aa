"""Renames an article or a checklist, and updates every reference to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...checks.content_loader import LoadedContent
from ...checks.site_check import check_content, load_all
from ...content.fields.field_types import is_slug
from ...markdown.ids import MAX_SLUG, slugify
from ...problems import ContentError, Problem, suggest
from ...reading.file_names import SOURCE_FOLDERS
from ...reading.settings_file import SettingsFile
from .editable_text import EditableText
from .file_changes import FileChanges
from .moved_from import add_moved_from
from .reference_updates import Move, update_body, update_navigation, update_yaml


class CannotRenameError(Exception):
    """The file cannot be renamed; the message has the reason and the fix."""


@dataclass(frozen=True)
class Renamed:
    """The old and new path of the file, and the paths of the other files that were updated."""

    old: str
    new: str
    updated: tuple[str, ...]


def rename(kind: str, old: str, new: str, config: Path) -> Renamed:
    """Rename the ``kind`` ("article" or "checklist") ``old`` to ``new``, and update references.

    ``old`` may be a slug, a file name, or a path with slashes or backslashes. Raises
    ``CannotRenameError`` if there is no such file or the new name is taken, and ``ContentError`` if
    the content has problems before (an invalid file may refer to this one) or would have one after.
    Nothing is changed then.
    """
    loaded, settings, problems = load_all(config)
    if problems or settings is None:
        raise ContentError(problems)
    move = Move(kind, _stem(old), _stem(new), SOURCE_FOLDERS[f"{kind}s"])
    _check_names(loaded, move)
    texts = dict(_texts(loaded, settings, config, move))
    _write(loaded, config, move, texts)
    path = loaded.prefix + move.source
    updated = tuple(name for name, text in texts.items() if text.is_changed and name != path)
    return Renamed(path, loaded.prefix + move.new_source, updated)


def _stem(name: str) -> str:
    """Return the slug in a file name, or in a path with slashes or backslashes."""
    last = name.strip().replace("\\", "/").rstrip("/").rpartition("/")[2]
    return last.removesuffix(".md").removesuffix(".yml")


def _check_names(loaded: LoadedContent, move: Move) -> None:
    articles = {entry.model.slug for entry in loaded.entries.articles}
    checklists = {entry.model.slug for entry in loaded.entries.checklists}
    is_article = move.kind == "article"
    names, others = (articles, checklists) if is_article else (checklists, articles)
    if move.old not in names:
        fix = suggest(move.old, names)
        if move.old in others:
            other = "a checklist" if is_article else "an article"
            fix = f'It is {other}: type "resources rename {other.split()[1]}" instead.'
        raise CannotRenameError(f'There is no {move.kind} "{move.old}". {fix}')
    if not is_slug(move.new) or len(move.new) > MAX_SLUG or move.new == "index":
        better = slugify(move.new)
        fix = "Use small letters, digits and hyphens"
        fix += f', such as "{better}".' if is_slug(better) and better != "index" else "."
        what = f'The name "{move.new}" cannot stand in a web address.'
        raise CannotRenameError(f"{what} {fix}")
    if move.new in names or any((loaded.docs / new).exists() for new in move.files.values()):
        raise CannotRenameError(f'The name "{move.new}" is taken. Choose another.')


def _texts(
    loaded: LoadedContent, settings: SettingsFile, config: Path, move: Move
) -> Iterator[tuple[str, EditableText]]:
    """Yield the path and the edited text of every file that may refer to the one to rename.

    Raises ``ContentError`` with every reference that could not be updated.
    """
    problems: list[Problem] = []

    def collect(path: str, not_found: Iterator[tuple[int, str]]) -> None:
        for line, reference in not_found:
            what = f'"{reference}" names the file here, in a way this command cannot change.'
            problems.append(
                Problem(path, line, 1, what, "Rename the file by hand, and change this.")
            )

    bodies = {body.path: body for body in loaded.entries.bodies}
    own = loaded.prefix + move.source
    for tree in sorted(loaded.entries.all_trees, key=lambda tree: tree.path):
        path = tree.path
        source = path.removeprefix(loaded.prefix)
        text = EditableText(loaded.docs / source)
        collect(path, update_yaml(text, tree, source, move))
        if path in bodies:
            collect(path, update_body(text, bodies[path], move))
        if path == own and not add_moved_from(text, tree, move.old, move.new):
            what = "This command cannot add the old name here."
            fix = f'Write a line "moved_from: [{move.old}]" yourself, and rename the file.'
            problems.append(Problem(path, 1, 1, what, fix))
        yield path, text
    text = EditableText(config)
    collect(config.name, update_navigation(text, settings.tree, move))
    yield config.name, text
    if problems:
        raise ContentError(problems)


def _write(loaded: LoadedContent, config: Path, move: Move, texts: dict[str, EditableText]) -> None:
    """Write the files and rename the one; undo it all if the content then has problems."""
    pairs = [(loaded.docs / old, loaded.docs / new) for old, new in move.files.items()]
    moved = [(old, new) for old, new in pairs if old.exists()]
    contents = {text.file: text.after for text in texts.values() if text.is_changed}
    try:
        with FileChanges(config.parent, contents) as changes:
            try:
                changes.apply()
                for old, new in moved:
                    old.rename(new)
                problems = check_content(config)
                if problems:
                    raise ContentError(problems)
            except BaseException:
                for old, new in moved:
                    if new.exists() and not old.exists():
                        new.rename(old)
                changes.undo()
                raise
    except OSError as error:
        what = f"The file cannot be written: {error.strerror}."
        fix = "Close it in other programs, check that you may change it, and try again."
        path = Path(error.filename or move.source).name
        raise ContentError([Problem(path, 1, 1, what, fix)]) from error
