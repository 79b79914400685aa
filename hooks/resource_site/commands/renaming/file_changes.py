"""Changes to several files of staff that happen together, or not at all, whatever the disk does."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType


class FileChanges:
    """New contents of files. Leaving the ``with`` block deletes what is kept of the old ones.

    To write over a file empties it first, and on a full disk it stays empty. So all new contents
    are on the disk before the first file changes, and changing and undoing only move names.
    """

    def __init__(self, root: Path, contents: Mapping[Path, bytes]) -> None:
        """Write ``contents``, by file, into a folder of ``root``; raises ``OSError``."""
        self._folder = Path(mkdtemp(prefix=".changes-", dir=root))
        self._files = list(contents)
        self._changed = 0
        try:
            for number, (file, content) in enumerate(contents.items()):
                shutil.copy2(file, self._old(number))
                with self._new(number).open("wb") as new:
                    new.write(content)
                    new.flush()
                    os.fsync(new.fileno())
                shutil.copymode(file, self._new(number))
        except BaseException:
            self._delete()
            raise

    def __enter__(self) -> "FileChanges":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        place: TracebackType | None,
    ) -> None:
        self._delete()

    def apply(self) -> None:
        """Change every file; raises ``OSError``, after which ``undo`` is to be called."""
        for number, file in enumerate(self._files):
            self._new(number).replace(file)
            self._changed = number + 1

    def undo(self) -> None:
        """Put the old contents back."""
        for number in range(self._changed):
            self._old(number).replace(self._files[number])
        self._changed = 0

    def _new(self, number: int) -> Path:
        return self._folder / f"{number}.new"

    def _old(self, number: int) -> Path:
        return self._folder / f"{number}.old"

    def _delete(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
