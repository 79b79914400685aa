"""Swaps two folders atomically, where the operating system can."""

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
"""Of Linux: relative paths start in the current folder."""

_SWAP_FLAG = 2
"""``RENAME_EXCHANGE`` of Linux (``man 2 renameat2``) and ``RENAME_SWAP`` of macOS."""


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
