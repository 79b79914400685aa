"""Which files staff keep in ``docs/``."""

from pathlib import Path

from ..problems import Problem

UNPUBLISHED = ("templates/",)
"""Folders that MkDocs never publishes."""


def find_sources(docs: Path, prefix: str) -> tuple[list[str], list[Problem]]:
    """Return the path inside ``docs`` of every file that is not hidden, in a stable order.

    Links to folders are followed, as MkDocs does; a folder that cannot be read, or that leads
    back to where it stands, is a problem.
    """
    found: list[str] = []
    problems: list[Problem] = []

    def refuse(folder: Path, what: str) -> None:
        path = prefix + folder.relative_to(docs).as_posix()
        fix = "Take the folder away, or put a real one in its place."
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
            if entry.is_dir():
                look(entry, (*above, folder.resolve()))
            else:
                found.append(source)

    look(docs, ())
    return found, problems
