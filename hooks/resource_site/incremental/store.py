"""Files made once and kept, in one folder that many builds may share."""

import os
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_A_DAY = 24 * 60 * 60
"""Seconds."""

KEEP_UNUSED = 30 * _A_DAY
"""How long a file that no build asked for is kept, in seconds."""

SOON_REMADE = ("html", "bin")
"""Pages and parts of the search index: many, and quickly made again. They are kept for a day."""


def write_whole(file: Path, content: bytes) -> None:
    """Put ``content`` into ``file``, all of it or nothing; raises ``OSError``.

    Whoever reads the folder may read the file: it may be published as it is.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as half:
            half.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class Store:
    """Files found by the key they were made from, or by their content where no key is given.

    Files of one ending stand in one folder. The name of a file holds its key and a digest of its
    content, so one that is half written, torn or changed by hand is never taken for whole. All of
    it may be deleted at any time.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, dict[str, str]] = {}
        """The names of the files of each ending, by key."""
        self._used: set[str] = set()

    def find(self, key: str, ending: str) -> Path | None:
        """Return the whole file made from ``key`` that ends in ``ending``, if it is kept."""
        name = self._names(ending).get(key)
        if name is None or not self.holds(name):
            return None
        with suppress(OSError):
            os.utime(self.path(name))
        return Path(self.path(name))

    def put(self, content: bytes, ending: str, key: str = "") -> str:
        """Keep ``content`` as what ``key`` makes, and return its name; raises ``OSError``."""
        digest = sha256(content).hexdigest()
        key = key or digest[:40]
        name = f"{key}.{digest[:16]}{ending}"
        if not self.holds(name):
            write_whole(Path(self.path(name)), content)
        self._names(ending)[key] = name
        return name

    def path(self, name: str) -> str:
        """Return where the file ``name`` is, or would be; a Path would cost more than a page."""
        self._used.add(name)
        return f"{self._folder}/{name.rpartition('.')[2]}/{name}"

    def holds(self, name: str) -> bool:
        """Tell whether the file ``name`` is there, and whole."""
        try:
            with open(self.path(name), "rb") as file:  # noqa: PTH123 - see above
                return sha256(file.read()).hexdigest()[:16] == name.split(".")[1]
        except OSError:
            return False

    def tidy(self) -> None:
        """Delete what no build has asked for in a long time, and what a killed one left."""
        for folder in self._folder.glob("*"):
            most = _A_DAY if folder.name in SOON_REMADE else KEEP_UNUSED
            with suppress(OSError), os.scandir(folder) as files:
                for file in files:
                    with suppress(OSError):  # another build was quicker
                        is_old = time.time() - file.stat().st_mtime > most
                        if is_old and file.name not in self._used:
                            os.unlink(file)  # noqa: PTH108 - see above
        self._used = set()

    def _names(self, ending: str) -> dict[str, str]:
        if ending not in self._kept:
            self._kept[ending] = {}
            with suppress(OSError):  # there is no such folder yet
                # many thousand files; Path is slower
                names = os.listdir(self._folder / ending[1:])  # noqa: PTH208
                self._kept[ending] = {name.partition(".")[0]: name for name in names}
        return self._kept[ending]
