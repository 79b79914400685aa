"""Checks of the names and folders of the files in ``docs/``."""

import re
from pathlib import Path

from ..content.fields.field_types import is_slug
from ..markdown.ids import MAX_SLUG, slugify
from ..problems import Problem

EASY_READ = "easy-read"
SOURCE_FOLDERS = {"articles": "md", "checklists": "yml", EASY_READ: "md"}
"""Folders for pages only, and the extension of their files."""

TAKEN = ("articles", "checklists", "topics", "offline", "cleared", "search", "404")
"""Names of pages that the site generates."""

LISTS = ("search.yml", "words.yml")
"""Files of ``docs/`` that staff keep and no page shows: other words for search, house words."""

_SYSTEM_FILE = re.compile(
    r"thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|icon\r|~\$.*|.*~"
    r"|.*\.(?:bak|crdownload|lck|lnk|lock|orig|part|rej|swo|swp|tmp)",
    re.IGNORECASE | re.DOTALL,
)
_COPY = re.compile(
    r"(?P<of>.+?)(?: \(\d+\)| - Copy(?: \(\d+\))?|[ _]copy(?: \d+)?"
    r"|-(?:DESKTOP|LAPTOP|PC|MAC)[\w-]*| \(.*conflicted copy.*\)|\.sync-conflict-.*)"
    r"|Copy of (?P<original>.+)",
    re.IGNORECASE,
)
"""Names that Windows, Macs, OneDrive, Google Drive, Dropbox and Syncthing give to copies."""

_EXTENSION = re.compile(r"\.([A-Za-z][A-Za-z0-9]{0,8})$")
_INTENDED = {"md": "md", "markdown": "md", "mdown": "md", "mkd": "md", "yml": "yml", "yaml": "yml"}
"""Extensions of pages and checklists elsewhere, and the one that each has here."""

_PLAIN_TEXT = ("text", "txt")
_WORD_PROCESSORS = frozenset(
    ("doc", "docm", "docx", "dot", "dotx", "fodt", "gdoc", "odt", "ott", "pages", "rtf", "wpd")
)


def is_system_file(name: str) -> bool:
    """Return whether a file was made by Windows, macOS or an editor, and is to be ignored."""
    return bool(_SYSTEM_FILE.fullmatch(name))


def is_misnamed_page(source: str) -> bool:
    """Return whether a file directly in ``docs/`` was meant as a page, as a list or as topics.

    Notepad, for one, appends ".txt" to every name.
    """
    intended = _intended_name(source)
    is_ours = intended.endswith(".md") or intended in ("topics.yml", *LISTS)
    return "/" not in source and intended != source and is_ours


def name_problem(path: str, stem: str, suffix: str, taken: tuple[str, ...]) -> Problem | None:
    """Return a problem if the name of the file ``path`` cannot be in a web address, else None.

    ``taken`` are the names of generated pages in the same folder.
    """
    if is_slug(stem) and stem not in taken and len(stem) <= MAX_SLUG:
        return None
    what = f'The file name "{stem}" cannot stand in a web address.'
    if stem in taken:
        what = f'The name "{stem}" is taken by a page that the site makes by itself.'
    name = _suggest_stem(stem, taken)
    rename = f'ename the file with small letters, digits and hyphens, such as "{name}.{suffix}".'
    fix = f"R{rename}"
    if copy := _COPY.fullmatch(stem):
        original = copy["of"] or copy["original"]
        fix = (
            f'If it is a copy of "{original}.{suffix}", put what is right into that one and delete '
            f"this. If not, r{rename}"
        )
    return Problem(path, 1, 1, what, fix)


def folder_problem(file: Path, source: str, path: str) -> Problem:
    """Return the problem of ``file``, which is of no use in its folder or with its extension.

    ``source`` is its path inside ``docs/``, and ``path`` that for problems.
    """
    folder, _, name = source.rpartition("/")
    if folder in SOURCE_FOLDERS:
        return Problem(path, 1, 1, *_wrong_extension(file, folder, name))
    if is_misnamed_page(source):
        what = "The site does not read a file that ends like this one."
        return Problem(path, 1, 1, what, _rename(file, _intended_name(source)))
    what = "The site does not use pages or YAML files that stand here."
    fix = "Move it to articles/ (.md) or checklists/ (.yml), or delete it."
    return Problem(path, 1, 1, what, fix)


def _wrong_extension(file: Path, folder: str, name: str) -> tuple[str, str]:
    """Return ``what`` and ``fix`` for a file in articles/ or checklists/ with a wrong extension."""
    right = SOURCE_FOLDERS[folder]
    stem, extension = _split(name)
    if extension in _WORD_PROCESSORS:
        return (
            "The site does not read the files of word processors.",
            f'Move it out of docs/, and type "resources import" and its name'
            f"{', then --checklist' * (folder == 'checklists')}. That makes a draft of it.",
        )
    ends = f'ends in ".{name.removeprefix(f"{stem}.")}"' if extension else "has no ending"
    what = f'A file in "{folder}" ends in ".{right}", and this one {ends}.'
    if extension and extension not in _PLAIN_TEXT and extension not in _INTENDED:
        return what, "If readers should get it, move it to assets/. If not, delete it."
    stem, intended = _strip_extensions(name)
    if intended not in ("", right):
        other = next(name for name, suffix in SOURCE_FOLDERS.items() if suffix == intended)
        return what, f'Move it to "{other}", where files end in ".{intended}".'
    return what, _rename(file, f"{_suggest_stem(stem, ('index',))}.{right}")


def _rename(file: Path, name: str) -> str:
    """Return the fix that renames ``file`` to ``name``, if that is free."""
    other = file.with_name(name)
    if other.exists() and not other.samefile(file):
        return (
            f'If it is a copy of "{name}", delete it. If not, give it another name that ends in '
            f'"{other.suffix}".'
        )
    return f'Rename it to "{name}", or move it to the folder it belongs in.'


def _suggest_stem(stem: str, taken: tuple[str, ...]) -> str:
    """Return a name similar to ``stem`` that can be in a web address."""
    bare = _strip_extensions(stem)[0]
    slug = bare if is_slug(bare) and len(bare) <= MAX_SLUG else slugify(bare)
    return slug if is_slug(slug) and slug not in taken else "a-short-name"


def _intended_name(name: str) -> str:
    """Return the name that a file was meant to have, with ".md" or ".yml", if that is clear."""
    stem, intended = _strip_extensions(name)
    return f"{stem}.{intended}" if intended else name


def _strip_extensions(name: str) -> tuple[str, str]:
    """Return ``name`` without its extensions of text files, and what the first should be or ""."""
    stem, extension = _split(name)
    intended = ""
    while extension in _INTENDED or extension in _PLAIN_TEXT:
        intended = _INTENDED.get(extension, intended)
        name = stem
        stem, extension = _split(name)
    return name, intended


def _split(name: str) -> tuple[str, str]:
    """Return ``name`` without its extension, and the extension in lower case."""
    match = _EXTENSION.search(name)
    return (name[: match.start()], match[1].lower()) if match else (name, "")
