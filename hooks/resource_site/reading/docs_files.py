"""Finding the files in ``docs/``."""

import os
from collections.abc import Callable
from pathlib import Path

from ..problems import Problem
from .file_names import LISTS, is_system_file

UNPUBLISHED = ("templates/",)
"""Folders that MkDocs does not publish."""

_ONCE_HIDDEN = tuple(f".{name}" for name in LISTS)


def find_sources(docs: Path, prefix: str, root: Path) -> tuple[list[str], list[Problem]]:
    """Return the sorted paths inside ``docs`` of its files, and the problems found.

    Hidden files, those of ``is_system_file`` and ``LISTS``, which no page shows, are left out. A
    list under the hidden name that it once had is a problem.

    Symbolic links are followed, as MkDocs does, but only to what is in ``docs`` or in the project
    folder ``root`` and not hidden, as their targets are published. Problems are links to anything
    else, loops of links, and folders that cannot be read; ``prefix`` goes before their paths.
    """
    sources: list[str] = []
    problems: list[Problem] = []

    def report(source: str, what: str, kind: str = "folder", fix: str = "") -> None:
        fix = fix or f"Take the {kind} away, or put a real one in its place."
        problems.append(Problem(prefix + (source or "."), 1, 1, what, fix))

    def walk(folder: Path, inside: str, parents: tuple[Path, ...]) -> None:
        """Walk ``folder``, whose path ``inside`` docs is empty or ends in a slash."""
        real = folder.resolve()
        if real in parents:
            report(inside.rstrip("/"), "This folder is a link that leads back to where it stands.")
            return
        try:
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError:
            report(inside.rstrip("/"), "This folder cannot be read.")
            return
        for entry in entries:
            source = inside + entry.name
            if source in _ONCE_HIDDEN:
                fix = f'Rename it to "{source.removeprefix(".")}".'
                report(source, "The site does not read a list under this name.", fix=fix)
            if entry.name.startswith(".") or f"{source}/" in UNPUBLISHED:
                continue
            if is_system_file(entry.name) and not _holds(entry.is_dir):
                continue
            if entry.is_symlink() and _points_outside(Path(entry.path), docs, root):
                report(source, "This is a link that leads out of the project.", "file")
            elif _holds(entry.is_dir):
                walk(Path(entry.path), f"{source}/", (*parents, real))
            elif source in LISTS and _holds(entry.is_file):
                continue
            elif _holds(entry.is_file) or entry.is_symlink():
                sources.append(source)
            else:
                report(source, "This is not an ordinary file.", "file")

    walk(docs, "", ())
    return sources, problems


def _holds(test: Callable[[], bool]) -> bool:
    """Return the result of ``test``, or False for a link that points to itself."""
    try:
        return test()
    except OSError:
        return False


def _points_outside(link: Path, docs: Path, root: Path) -> bool:
    """Return whether a link points outside the project, or to a hidden file in it."""
    target = Path(os.path.realpath(link))
    if target.is_relative_to(os.path.realpath(docs)):
        return False
    project = Path(os.path.realpath(root))
    if not target.is_relative_to(project):
        return True
    return any(part.startswith(".") for part in target.relative_to(project).parts)
