"""Which files staff keep in ``docs/``."""

import os
from pathlib import Path

from ..problems import Problem

UNPUBLISHED = ("templates/",)
"""Folders that MkDocs never publishes."""


def find_sources(docs: Path, prefix: str, root: Path) -> tuple[list[str], list[Problem]]:
    """Return the path inside ``docs`` of every file that is not hidden, in a stable order.

    Links are followed, as MkDocs does, to what stands in ``docs`` or in the project folder
    ``root`` and is not hidden there. A link to anything else would publish it, so it is a problem,
    as is a folder that cannot be read or that leads back to where it stands.
    """
    found: list[str] = []
    problems: list[Problem] = []

    def refuse(entry: Path, what: str, kind: str = "folder") -> None:
        path = prefix + entry.relative_to(docs).as_posix()
        fix = f"Take the {kind} away, or put a real one in its place."
        problems.append(Problem(path, 1, 1, what, fix))

    def look(folder: Path, above: tuple[Path, ...]) -> None:
        if folder.resolve() in above:
            refuse(folder, "This folder is a link that leads back to where it stands.")
            return
        try:
            entries = sorted(folder.iterdir())
        except OSError:
            refuse(folder, "This folder cannot be read.")
            return
        for entry in entries:
            source = entry.relative_to(docs).as_posix()
            if entry.name.startswith(".") or f"{source}/" in UNPUBLISHED:
                continue
            if entry.is_symlink() and _leads_out(entry, docs, root):
                refuse(entry, "This is a link that leads out of the project.", "file")
            elif entry.is_dir():
                look(entry, (*above, folder.resolve()))
            elif entry.is_file() or entry.is_symlink():
                found.append(source)
            else:
                refuse(entry, "This is not an ordinary file.", "file")

    look(docs, ())
    return found, problems


def _leads_out(link: Path, docs: Path, root: Path) -> bool:
    """Tell whether a link leads to what should not be published: elsewhere, or hidden."""
    target = Path(os.path.realpath(link))
    if target.is_relative_to(os.path.realpath(docs)):
        return False
    project = Path(os.path.realpath(root))
    if not target.is_relative_to(project):
        return True
    return any(part.startswith(".") for part in target.relative_to(project).parts)
