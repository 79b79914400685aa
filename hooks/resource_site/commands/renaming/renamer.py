"""An article or a checklist under another name: the file, and every mention of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...checks.content_loader import LoadedContent
from ...checks.site_check import check_content, find_docs, load_all
from ...content.value_types import is_slug
from ...markdown.ids import MAX_SLUG, slugify
from ...problems import ContentError, Problem, suggest
from ...reading.file_names import SOURCE_FOLDERS
from ...reading.settings_file import SettingsFile
from .mentions import Move, mend_body, mend_navigation, mend_yaml
from .moved_from import add_moved_from
from .source_text import SourceText


class CannotRenameError(Exception):
    """What was asked for cannot be done; says why, and what to do, in words."""


@dataclass(frozen=True)
class Renamed:
    """What was done: the file's paths, and those of other files that named it."""

    old: str
    new: str
    mended: tuple[str, ...]


def rename(kind: str, old: str, new: str, config: Path) -> Renamed:
    """Rename the ``kind`` (article, checklist) ``old`` to ``new`` and mend what names it.

    ``old`` may be a slug, a file's name or a path with slashes either way. Raises
    ``CannotRenameError`` where there is no such file or the new name is taken, and
    ``ContentError`` where the content has problems already (a file that cannot be read may name
    this one) or would have one afterwards. Either way nothing is changed.
    """
    loaded, settings, problems = load_all(config, find_docs(config))
    if problems or settings is None:
        raise ContentError(problems)
    move = Move(kind, _stem(old), _stem(new), SOURCE_FOLDERS[f"{kind}s"])
    _check_names(loaded, move)
    texts = dict(_texts(loaded, settings, config, move))
    _write(loaded, config, move, texts)
    path = loaded.prefix + move.source
    mended = tuple(name for name, text in texts.items() if text.is_changed and name != path)
    return Renamed(path, loaded.prefix + move.new_source, mended)


def _stem(name: str) -> str:
    """Return the slug that ``name`` means: a file's name, or a path with slashes either way."""
    last = name.strip().replace("\\", "/").rstrip("/").rpartition("/")[2]
    return last.removesuffix(".md").removesuffix(".yml")


def _check_names(loaded: LoadedContent, move: Move) -> None:
    articles = {entry.model.slug for entry in loaded.entries.articles}
    checklists = {entry.model.slug for entry in loaded.entries.checklists}
    is_article = move.kind == "article"
    names, others = (articles, checklists) if is_article else (checklists, articles)
    if move.old not in names:
        known = suggest(move.old, names)
        if move.old in others:
            other = "a checklist" if is_article else "an article"
            known = f'It is {other}: type "resources rename {other.split()[1]}" instead.'
        raise CannotRenameError(f'There is no {move.kind} "{move.old}". {known}')
    if not is_slug(move.new) or len(move.new) > MAX_SLUG or move.new == "index":
        better = slugify(move.new)
        fix = "Use small letters, digits and hyphens"
        fix += f', such as "{better}".' if is_slug(better) and better != "index" else "."
        what = f'The name "{move.new}" cannot stand in a web address.'
        raise CannotRenameError(f"{what} {fix}")
    if move.new in names or (loaded.docs / move.new_source).exists():
        raise CannotRenameError(f'The name "{move.new}" is taken. Choose another.')


def _texts(
    loaded: LoadedContent, settings: SettingsFile, config: Path, move: Move
) -> Iterator[tuple[str, SourceText]]:
    """Yield every file that may name the one that moves, with what is to change noted in it."""
    lost: list[Problem] = []

    def note(path: str, found: Iterator[tuple[int, str]]) -> None:
        for line, words in found:
            what = f'"{words}" names the file here, in a way this command cannot change.'
            lost.append(Problem(path, line, 1, what, "Rename the file by hand, and change this."))

    bodies = {body.path: body for body in loaded.entries.bodies}
    own = loaded.prefix + move.source
    for tree in sorted(loaded.entries.all_trees, key=lambda tree: tree.path):
        path = tree.path
        source = path.removeprefix(loaded.prefix)
        text = SourceText(loaded.docs / source)
        note(path, mend_yaml(text, tree, source, move))
        if path in bodies:
            note(path, mend_body(text, bodies[path], move))
        if path == own and not add_moved_from(text, tree, move.old, move.new):
            what = "This command cannot add the old name here."
            fix = f'Write a line "moved_from: [{move.old}]" yourself, and rename the file.'
            lost.append(Problem(path, 1, 1, what, fix))
        yield path, text
    text = SourceText(config)
    note(config.name, mend_navigation(text, settings.tree, move))
    yield config.name, text
    if lost:
        raise ContentError(lost)


def _write(loaded: LoadedContent, config: Path, move: Move, texts: dict[str, SourceText]) -> None:
    """Write and move all files, look at what came out, and put everything back if it is wrong."""
    old, new = loaded.docs / move.source, loaded.docs / move.new_source
    changed = [text for text in texts.values() if text.is_changed]
    try:
        for text in changed:
            text.file.write_bytes(text.after)
        old.rename(new)
        problems = check_content(config)
    except OSError as error:
        _put_back(changed, old, new)
        what = f"The file cannot be written: {error.strerror}."
        fix = "Close it in other programs, check that you may change it, and try again."
        path = Path(error.filename or old).name
        raise ContentError([Problem(path, 1, 1, what, fix)]) from error
    except BaseException:
        _put_back(changed, old, new)
        raise
    if problems:
        _put_back(changed, old, new)
        raise ContentError(problems)


def _put_back(changed: list[SourceText], old: Path, new: Path) -> None:
    if new.exists() and not old.exists():
        new.rename(old)
    for text in changed:
        text.file.write_bytes(text.before)
