"""What the files of ``docs/`` may be called, and where they stand."""

import re
from pathlib import Path

from ..content.value_types import is_slug
from ..markdown.ids import MAX_SLUG, slugify
from ..problems import Problem

SOURCE_FOLDERS = {"articles": "md", "checklists": "yml"}
"""Folders that hold nothing but what becomes a page, and what those files end in."""

TAKEN = ("articles", "checklists", "topics", "offline", "search", "404")
"""Names of pages that the site generates."""

_LEFT_BEHIND = re.compile(
    r"thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|icon\r|~\$.*|.*\.tmp|.*~",
    re.IGNORECASE | re.DOTALL,
)
_ENDING = re.compile(r"\.([A-Za-z][A-Za-z0-9]{0,8})$")
_TEXTS = {"md": "md", "markdown": "md", "mdown": "md", "mkd": "md", "yml": "yml", "yaml": "yml"}
"""Endings of pages and checklists, and the one that each should be."""

_PLAIN = ("text", "txt")
_WORD_PROCESSORS = frozenset(
    ("doc", "docm", "docx", "dot", "dotx", "fodt", "gdoc", "odt", "ott", "pages", "rtf", "wpd")
)


def is_left_behind(name: str) -> bool:
    """Tell whether a file is what Windows, macOS or an editor puts beside the files of staff.

    Nobody wrote it and few can see it, so it is neither published nor a problem. (What starts with
    a dot is hidden, and left out like all that is hidden.)
    """
    return bool(_LEFT_BEHIND.fullmatch(name))


def is_misnamed_page(source: str) -> bool:
    """Tell whether a file beside the home page was to be a page or the list of topics.

    Notepad, for one, puts ".txt" behind every name.
    """
    meant = _meant(source)
    return (
        "/" not in source and meant != source and (meant.endswith(".md") or meant == "topics.yml")
    )


def name_problem(path: str, stem: str, suffix: str, taken: tuple[str, ...]) -> Problem | None:
    """Return what is wrong with the name of the file ``path``, if it cannot be a web address.

    ``taken`` are names of pages that stand beside it.
    """
    if is_slug(stem) and stem not in taken and len(stem) <= MAX_SLUG:
        return None
    what = f'The file name "{stem}" cannot stand in a web address.'
    if stem in taken:
        what = f'The name "{stem}" is taken by a page that the site makes by itself.'
    better = _better(stem, taken)
    fix = f'Rename the file with small letters, digits and hyphens, such as "{better}.{suffix}".'
    return Problem(path, 1, 1, what, fix)


def place_problem(file: Path, source: str, path: str) -> Problem:
    """Return what is wrong with ``file``, which the site does not use where it stands.

    ``source`` is its path inside ``docs/``, and ``path`` how problems name it.
    """
    folder, _, name = source.rpartition("/")
    if folder in SOURCE_FOLDERS:
        return Problem(path, 1, 1, *_on_shelf(file, folder, name))
    if is_misnamed_page(source):
        what = "The site does not read a file that ends like this one."
        return Problem(path, 1, 1, what, _rename(file, _meant(source)))
    what = "The site does not use pages or YAML files that stand here."
    fix = "Move it to articles/ (.md) or checklists/ (.yml), or delete it."
    return Problem(path, 1, 1, what, fix)


def _on_shelf(file: Path, folder: str, name: str) -> tuple[str, str]:
    """Return what is wrong with a file of articles/ or checklists/ that is neither, and the fix."""
    right = SOURCE_FOLDERS[folder]
    stem, ending = _split(name)
    if ending in _WORD_PROCESSORS:
        return (
            "The site does not read the files of word processors.",
            f'Type "resources new {folder.removesuffix("s")}", copy the text into the file that '
            "it writes, and take this one away.",
        )
    has = f'ends in ".{name.removeprefix(f"{stem}.")}"' if ending else "has no ending"
    what = f'A file in "{folder}" ends in ".{right}", and this one {has}.'
    if ending and ending not in _PLAIN and ending not in _TEXTS:
        return what, "If readers should get it, move it to assets/. If not, delete it."
    stem, meant = _without_endings(name)
    if meant not in ("", right):
        other = next(shelf for shelf, suffix in SOURCE_FOLDERS.items() if suffix == meant)
        return what, f'Move it to "{other}", where files end in ".{meant}".'
    return what, _rename(file, f"{_better(stem, ('index',))}.{right}")


def _rename(file: Path, better: str) -> str:
    other = file.with_name(better)
    if other.exists() and not other.samefile(file):
        return (
            f'If it is a copy of "{better}", delete it. If not, give it another name that ends in '
            f'"{other.suffix}".'
        )
    return f'Rename it to "{better}", or move it to the folder it belongs in.'


def _better(stem: str, taken: tuple[str, ...]) -> str:
    """Return a name that can stand in a web address, as near to ``stem`` as can be."""
    words = _without_endings(stem)[0]
    better = words if is_slug(words) and len(words) <= MAX_SLUG else slugify(words)
    return better if is_slug(better) and better not in taken else "a-short-name"


def _meant(name: str) -> str:
    """Return the name that a file was to have, by the first of its endings that is one of ours."""
    stem, meant = _without_endings(name)
    return f"{stem}.{meant}" if meant else name


def _without_endings(name: str) -> tuple[str, str]:
    """Return a name without the endings of texts, and what the first of them should be."""
    stem, ending = _split(name)
    meant = ""
    while ending in _TEXTS or ending in _PLAIN:
        meant = _TEXTS.get(ending, meant)
        name = stem
        stem, ending = _split(name)
    return name, meant


def _split(name: str) -> tuple[str, str]:
    """Return a name without its ending, and the ending in small letters."""
    match = _ENDING.search(name)
    return (name[: match.start()], match[1].lower()) if match else (name, "")
