"""Replaces a folder as a whole: a new one is filled beside it, and then the two change places.

That is atomic where the operating system can swap folders.
"""

import ctypes
import errno
import os
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path

from .disk_sync import sync_folder, sync_tree

_DAY = 24 * 60 * 60
"""Seconds."""

_MADE = b"# Made by the build"
"""How a ``security.txt`` of ours starts, which goes with its setting."""

_TRIES = 5
"""Attempts to publish while other builds do the same."""

_AT_FDCWD = -100
"""Of Linux: relative paths start in the current folder."""

_SWAP_FLAG = 2
"""``RENAME_EXCHANGE`` of Linux (``man 2 renameat2``) and ``RENAME_SWAP`` of macOS."""


class Replacement:
    """A folder that is to replace ``target``, and stands beside it: both are on one file system."""

    def __init__(self, target: Path) -> None:
        """Create the folder, and clean up after programs that were killed; raises ``OSError``."""
        # If it is a symbolic link, its target is replaced.
        self._target = target.resolve()
        if self._target.is_file():  # somebody's own, which nothing here can bring back
            raise NotADirectoryError(errno.ENOTDIR, "This is a file", str(self._target))
        self.folder = self._beside("new")
        self._old = self._beside("old")
        self._restore()
        self.folder.mkdir(parents=True, exist_ok=True)

    def publish(self) -> None:
        """Replace the old folder, with all of the new one on the disk.

        Raises ``OSError``; the old folder is then still there.
        """
        try:
            self._keep_hidden_files()
            sync_tree(self.folder)
            self._replace()
        finally:
            self.discard()  # after a swap, this is the old one

    def discard(self) -> None:
        """Delete the new folder."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _replace(self) -> None:
        """Replace the folder; retried if another program does so at the same time."""
        for tries_left in reversed(range(_TRIES)):
            if swap(self.folder, self._target):
                try:
                    # Before the old one is deleted: a power cut might keep only that.
                    sync_folder(self._target.parent)
                except OSError:
                    swap(self.folder, self._target)
                    raise
                return
            try:
                self._rename()
            except OSError:
                if not tries_left:
                    raise
            else:
                return

    def _rename(self) -> None:
        """Replace the folder by two renames, between which there is none."""
        is_set_aside = self._target.exists()
        if is_set_aside:
            self._target.rename(self._old)
        try:
            self.folder.rename(self._target)
            try:
                sync_folder(self._target.parent)
            except OSError:
                self._target.rename(self.folder)
                raise
        except OSError:
            if is_set_aside and not self._target.exists():
                self._old.rename(self._target)
            raise
        finally:
            if self._target.exists():
                shutil.rmtree(self._old, ignore_errors=True)

    def _keep_hidden_files(self) -> None:
        """Copy hidden files, such as .git, from the old folder; MkDocs keeps them too."""
        for file in self._target.glob(".*"):
            copy = self.folder / file.name
            if file.is_dir():
                shutil.copytree(file, copy, ignore=self._ours, dirs_exist_ok=True)
            elif not copy.exists():
                shutil.copy2(file, copy)

    def _ours(self, folder: str, names: list[str]) -> list[str]:
        """Return those of ``names`` in a hidden folder of the old one that are not copied."""
        new = self.folder / Path(folder).relative_to(self._target)
        return [name for name in names if (new / name).is_file() or _is_ours(Path(folder, name))]

    def _beside(self, which: str) -> Path:
        return self._target.with_name(f".{self._target.name}-{which}-{os.getpid()}")

    def _restore(self) -> None:
        """Restore a folder that a killed program had set aside, between its two renames.

        New folders of killed programs are deleted once they are a day old.
        """
        for old in sorted(self._target.parent.glob(f".{self._target.name}-old-*")):
            if self._target.exists():
                shutil.rmtree(old, ignore_errors=True)
            else:
                with suppress(FileNotFoundError):  # another build was quicker
                    old.rename(self._target)
        for new in self._target.parent.glob(f".{self._target.name}-new-*"):
            with suppress(FileNotFoundError):
                if time.time() - new.stat().st_mtime > _DAY:
                    shutil.rmtree(new, ignore_errors=True)


def _is_ours(file: Path) -> bool:
    return file.name == "security.txt" and file.read_bytes().startswith(_MADE)


def swap(one: Path, other: Path) -> bool:
    """Swap the folders ``one`` and ``other`` atomically; return whether it was possible.

    It is not on Windows and some network file systems; then nothing has changed. Python has no
    function for this.
    """
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        libc = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return not libc.renamex_np(first, second, _SWAP_FLAG)
        return not libc.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _SWAP_FLAG)
    except (AttributeError, OSError, TypeError):  # TypeError: CDLL(None) on Windows
        return False
