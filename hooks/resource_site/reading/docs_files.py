"""Which files staff keep in ``docs/``."""

import os
from collections.abc import Callable
from pathlib import Path

from ..problems import Problem
from .file_names import is_left_behind

UNPUBLISHED = ("templates/",)
"""Folders that MkDocs never publishes."""


def find_sources(docs: Path, prefix: str, root: Path) -> tuple[list[str], list[Problem]]:
    """Return the path inside ``docs`` of every file of staff's own, in a stable order.

    Hidden files are left out, and those that programs leave behind.

    Links are followed, as MkDocs does, to what stands in ``docs`` or in the project folder
    ``root`` and is not hidden there. A link to anything else would publish it, so it is a problem,
    as is a folder that cannot be read or that leads back to where it stands.
    """
    found: list[str] = []
    problems: list[Problem] = []

    def refuse(source: str, what: str, kind: str = "folder") -> None:
        fix = f"Take the {kind} away, or put a real one in its place."
        problems.append(Problem(prefix + (source or "."), 1, 1, what, fix))

    def look(folder: Path, inside: str, above: tuple[Path, ...]) -> None:
        """Look into a folder, whose path ``inside`` docs is empty or ends in a slash."""
        real = folder.resolve()
        if real in above:
            refuse(inside.rstrip("/"), "This folder is a link that leads back to where it stands.")
            return
        try:
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError:
            refuse(inside.rstrip("/"), "This folder cannot be read.")
            return
        for entry in entries:
            source = inside + entry.name
            if entry.name.startswith(".") or f"{source}/" in UNPUBLISHED:
                continue
            if is_left_behind(entry.name) and not _is(entry.is_dir):
                continue
            if entry.is_symlink() and _leads_out(Path(entry.path), docs, root):
                refuse(source, "This is a link that leads out of the project.", "file")
            elif _is(entry.is_dir):
                look(Path(entry.path), f"{source}/", (*above, real))
            elif _is(entry.is_file) or entry.is_symlink():
                found.append(source)
            else:
                refuse(source, "This is not an ordinary file.", "file")

    look(docs, "", ())
    return found, problems


def _is(kind: Callable[[], bool]) -> bool:
    """Tell whether an entry is of a kind; a link that leads to itself is of none."""
    try:
        return kind()
    except OSError:
        return False


def _leads_out(link: Path, docs: Path, root: Path) -> bool:
    """Tell whether a link leads to what should not be published: elsewhere, or hidden."""
    target = Path(os.path.realpath(link))
    if target.is_relative_to(os.path.realpath(docs)):
        return False
    project = Path(os.path.realpath(root))
    if not target.is_relative_to(project):
        return True
    return any(part.startswith(".") for part in target.relative_to(project).parts)
