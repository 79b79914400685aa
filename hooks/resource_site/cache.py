"""Files made once and kept: found again by what they were made from."""

import os
import tempfile
import time
from hashlib import sha256
from pathlib import Path

KEEP_UNUSED = 30 * 24 * 60 * 60
"""How long a file that no build asked for is kept, in seconds."""


class Cache:
    """Files in a folder that may be deleted at any time, and that many builds may share.

    A file's name is the key it was made from and a digest of what is in it, so a file that is
    half written, torn or changed by hand is never taken for a whole one.
    """

    def __init__(self, folder: Path, ending: str) -> None:
        """Look at what ``folder`` keeps; ``ending`` is that of its files, such as ``.pdf``."""
        self._folder = folder
        self._ending = ending
        self._kept: dict[str, Path] = {}
        if folder.is_dir():
            for file in folder.glob(f"*{ending}"):
                self._kept[file.name.split(".")[0]] = file

    def get(self, key: str) -> Path | None:
        """Return the whole file made from ``key``, if it is kept."""
        file = self._kept.get(key)
        try:
            if file is None or file.name != self._name(key, file.read_bytes()):
                return None
            os.utime(file)
        except OSError:
            return None
        return file

    def put(self, key: str, content: bytes) -> Path:
        """Keep ``content`` as what ``key`` makes, and return its file; raises ``OSError``."""
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / self._name(key, content)
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as half:
                half.write(content)
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        self._kept[key] = file
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
