"""Files made once and kept: found again by what they were made from."""

import os
import tempfile
import time
from collections.abc import Collection
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_A_DAY = 24 * 60 * 60
"""Seconds."""

KEEP_UNUSED = 30 * 24 * 60 * 60
"""How long a file that no build asked for is kept, in seconds."""


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


class Cache:
    """Files in a folder that may be deleted at any time, and that many builds may share.

    A file's name is the key it was made from and a digest of what is in it, so a file that is
    half written, torn or changed by hand is never taken for a whole one.
    """

    def __init__(self, folder: Path, ending: str) -> None:
        """Look at what ``folder`` keeps; ``ending`` is that of its files, such as ``.pdf``."""
        self._folder = folder
        self._ending = ending
        self._kept: dict[str, str] = {}
        with suppress(OSError):  # there is no such folder yet
            for name in os.listdir(folder):  # noqa: PTH208 - many thousand files; Path is slower
                if name.endswith(ending):
                    self._kept[name.partition(".")[0]] = name

    def get(self, key: str) -> Path | None:
        """Return the whole file made from ``key``, if it is kept."""
        name = self._kept.get(key)
        if name is None:
            return None
        file = f"{self._folder}/{name}"
        try:
            with open(file, "rb") as opened:  # noqa: PTH123 - see above
                if name != self._name(key, opened.read()):
                    return None
            os.utime(file)
        except OSError:
            return None
        return Path(file)

    def put(self, key: str, content: bytes) -> Path:
        """Keep ``content`` as what ``key`` makes, and return its file; raises ``OSError``."""
        file = self._folder / self._name(key, content)
        write_whole(file, content)
        self._kept[key] = file.name
        return file

    def tidy(self) -> None:
        """Delete what no build has asked for in a long time, and what a killed one left."""
        for file in self._folder.glob("*"):
            try:
                if time.time() - file.stat().st_mtime > KEEP_UNUSED:
                    file.unlink()
            except OSError:  # another build was quicker
                continue

    def _name(self, key: str, content: bytes) -> str:
        return f"{key}.{sha256(content).hexdigest()[:16]}{self._ending}"


class ContentStore:
    """Files found by their content, in a folder that may be deleted at any time.

    A file's name is a digest of what is in it. It is looked at before each use, so one that was
    changed by hand is never taken for whole.
    """

    def __init__(self, folder: Path, ending: str) -> None:
        self._folder = folder
        self._ending = ending

    def path(self, name: str) -> str:
        """Return where the content ``name`` is, or would be; a Path would cost more than a page."""
        return f"{self._folder}/{name}{self._ending}"

    def holds(self, name: str) -> bool:
        """Tell whether the content is there, and whole."""
        try:
            with open(self.path(name), "rb") as file:  # noqa: PTH123 - see above
                return _digest(file.read()) == name
        except OSError:
            return False

    def put(self, content: bytes) -> str:
        """Keep ``content``, and return its name; raises ``OSError``."""
        name = _digest(content)
        if not self.holds(name):
            write_whole(Path(self.path(name)), content)
        return name

    def tidy(self, keep: Collection[str]) -> None:
        """Delete what is not named in ``keep``, unless another build may just have made it."""
        for file in self._folder.glob("*"):
            with suppress(OSError):
                if file.stem not in keep and time.time() - file.stat().st_mtime > _A_DAY:
                    file.unlink()


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:40]
