"""Built sites that tests only read: each is built once, whatever number of processes run tests."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from small_site import EPOCH, PROJECT, Site, day_of_content


class BuiltSites:
    """The sites of one run of the tests, in a folder that all its processes share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, drawing: str) -> Site:
        """Return the built site of a drawing; raises ``AssertionError`` where it does not build."""
        return self._built(sha256(drawing.encode()).hexdigest()[:16], EPOCH, drawing)

    def real(self) -> Site:
        """Return the project's own site, built on the day of its last review."""
        return self._built("real", day_of_content(), content=PROJECT / "docs")

    def _built(
        self, name: str, today: str, drawing: str = "", *, content: Path | None = None
    ) -> Site:
        folder = self._folder / name
        with _alone(self._folder / f"{name}.lock"):
            if (folder / "site").is_dir():
                return Site.at(folder)
            shutil.rmtree(folder, ignore_errors=True)  # another process could not build it
            folder.mkdir()
            return Site(folder, drawing, content=content).built(today=today)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Wait until no other process holds ``lock``, and hold it."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
