"""Problems in drafts, which stop nobody but their writer."""

import re
from collections.abc import Iterable

from ...problems import Problem
from ...reading.file_names import SOURCE_FOLDERS
from ..content_loader import LoadedContent

_DRAFT = re.compile(rb"^draft:[ \t]*true[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_FOLDERS = tuple(f"{folder}/" for folder in SOURCE_FOLDERS)


def is_in_draft(problem: Problem, loaded: LoadedContent) -> bool:
    """Return whether ``problem`` is in the file of a draft, even one that cannot be parsed."""
    source = problem.path.removeprefix(loaded.prefix)
    if not source.startswith(_FOLDERS) or not problem.path.startswith(loaded.prefix):
        return False
    try:
        return bool(_DRAFT.search((loaded.docs / source).read_bytes()))
    except OSError:
        return False


def outside_drafts(problems: Iterable[Problem], loaded: LoadedContent) -> tuple[Problem, ...]:
    """Return those of ``problems`` that are in no draft, and so keep a site from being built."""
    return tuple(problem for problem in problems if not is_in_draft(problem, loaded))
