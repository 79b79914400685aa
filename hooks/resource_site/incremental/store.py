"""The cache of generated files: one folder, which several builds may share."""

import os
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_DAY = 24 * 60 * 60
"""Seconds."""

KEEP_UNUSED = 30 * _DAY
"""Seconds after its last use at which ``tidy`` deletes a file."""

_KEEP_A_DAY = ("html", "bin")
"""Folders of pages and parts of the search index, which are many and quick to make again."""


def _write_atomically(file: Path, content: bytes) -> None:
    """Write ``content`` to ``file`` through a temporary one; raises ``OSError``."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as temporary:
            temporary.write(content)
        Path(name).chmod(0o644)  # mkstemp makes it private, and it may be published as it is
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class Store:
    """Files by key; without one, the hash of the content is the key.

    Each extension has a folder. A file's name is its key and a digest of its content, so that a
    truncated or edited file is noticed and not used. Any of it may be deleted at any time.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, dict[str, str]] = {}
        """By extension and key."""
        self._used: set[str] = set()

    @classmethod
    def beside(cls, settings: Path) -> "Store":
        """Return the store of the site whose settings are the file ``settings``."""
        return cls(settings.parent / ".cache/store")

    def find(self, key: str, ending: str) -> Path | None:
        """Return the file for ``key`` with the extension ``ending`` (".pdf"), or None."""
        name = self._names_of(ending).get(key)
        if name is None or not self.has(name):
            return None
        with suppress(OSError):
            os.utime(self.path(name))
        return Path(self.path(name))

    def put(self, content: bytes, ending: str, key: str = "") -> str:
        """Store ``content`` and return the file's name; raises ``OSError``."""
        digest = sha256(content).hexdigest()
        key = key or digest[:40]
        name = f"{key}.{digest[:16]}{ending}"
        if not self.has(name):
            _write_atomically(Path(self.path(name)), content)
        self._names_of(ending)[key] = name
        return name

    def path(self, name: str) -> str:
        """Return the path of the file ``name``, as text: making a Path of each is slow."""
        self._used.add(name)
        return f"{self._folder}/{name.rpartition('.')[2]}/{name}"

    def has(self, name: str) -> bool:
        """Return whether the file ``name`` exists and its digest matches."""
        try:
            with open(self.path(name), "rb") as file:  # noqa: PTH123 - see above
                return sha256(file.read()).hexdigest()[:16] == name.split(".")[1]
        except OSError:
            return False

    def tidy(self) -> None:
        """Delete files long unused, and what a killed build left. Does so once a day at most."""
        marker = self._folder / ".tidied"
        with suppress(OSError):
            if marker.is_file() and time.time() - marker.stat().st_mtime < _DAY:
                return
            marker.touch()
        for folder in self._folder.glob("*/"):
            max_age = _DAY if folder.name in _KEEP_A_DAY else KEEP_UNUSED
            with suppress(OSError), os.scandir(folder) as files:
                for file in files:
                    with suppress(OSError):  # another build deleted it
                        is_old = time.time() - file.stat().st_mtime > max_age
                        if is_old and file.name not in self._used:
                            os.unlink(file)  # noqa: PTH108 - see above

    def _names_of(self, ending: str) -> dict[str, str]:
        if ending not in self._names:
            self._names[ending] = {}
            with suppress(OSError):  # there is no such folder yet
                names = os.listdir(self._folder / ending[1:])  # noqa: PTH208 - Path is slower
                self._names[ending] = {name.partition(".")[0]: name for name in names}
        return self._names[ending]
