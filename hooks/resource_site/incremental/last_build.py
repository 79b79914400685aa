"""Whether a site still is what the last build made of files that have not changed since.

Names, sizes, times and numbers of files are compared, as Git does with its index; none is read.
The time of a file's last change of state (``st_ctime``) cannot be set, so an edit is noticed even
where the time of modification was put back. On Windows it is when the file was made.
"""

import os
import platform
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from ..clock import today
from .fingerprint import fingerprint
from .store import Store

_ENDING = ".built"
_COMPILED = "__pycache__"
_PACKAGE = Path(__file__).parent.parent


class LastBuild:
    """The record of a build of ``inputs``, files and folders, into the folder ``site``.

    The inputs are looked at here, so an edit during the build is one after it. This package, those
    that are installed and the day count as inputs too; plugins that read anything else do not.
    """

    def __init__(self, store: Store, inputs: Iterable[Path], site: Path) -> None:
        self._store = store
        self._site = site
        installed = [_names(folder) for folder in sys.path if folder.endswith("-packages")]
        state = [_state(file) for file in (*inputs, _PACKAGE)]
        self._inputs = fingerprint(platform.python_version(), today(), installed, state)

    def is_current(self) -> bool:
        """Return whether the inputs and the site are as they were after a build of them."""
        return self._store.find(self._key(), _ENDING) is not None

    def save(self) -> None:
        """Record that the site was built; without the record, it is only built again."""
        with suppress(OSError):
            self._store.put(b"", _ENDING, self._key())

    def _key(self) -> str:
        return fingerprint(self._inputs, _state(self._site))


def _state(root: Path) -> str:
    """Return a hash of what the disk says of ``root``, and of each file inside it."""
    digest = blake2b(digest_size=16)
    for file in _files(str(root)):
        digest.update(f"{file}\0".encode("utf-8", "surrogateescape"))
        with suppress(OSError):  # a broken link, or deleted a moment ago
            of_file = os.stat(file)  # noqa: PTH116 - a Path of each file is slow to make
            numbers = of_file.st_size, of_file.st_mtime_ns, of_file.st_ctime_ns, of_file.st_ino
            digest.update(f"{numbers}\0".encode())
    return digest.hexdigest()


def _files(root: str) -> Iterator[str]:
    """Yield the path of ``root``, and of each file inside it, in a fixed order."""
    if os.path.isfile(root):  # noqa: PTH113 - as above
        yield root
    for folder, folders, names in os.walk(root, followlinks=True):
        folders[:] = sorted(name for name in folders if name != _COMPILED)
        yield from (f"{folder}/{name}" for name in sorted(names))


def _names(folder: str) -> list[str]:
    """Return what is in ``folder``; a package's version is in the name of one of its folders."""
    with suppress(OSError):
        return sorted(name for name in os.listdir(folder) if name != _COMPILED)  # noqa: PTH208
    return []
