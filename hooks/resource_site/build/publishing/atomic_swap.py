"""Two folders change places in one step, where the system can do that."""

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100
"""``AT_FDCWD`` of Linux: relative paths start in the current folder."""

_EXCHANGE = 2
"""``RENAME_EXCHANGE`` of Linux (``man 2 renameat2``) and ``RENAME_SWAP`` of macOS."""


def swap(one: Path, other: Path) -> bool:
    """Let the folders ``one`` and ``other`` change places; nobody ever sees either missing.

    Returns false, with nothing changed, where the system or the disk cannot do it: Windows, some
    network disks. Python has no call of its own for this.
    """
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return not system.renamex_np(first, second, _EXCHANGE)
        return not system.renameat2(_HERE, first, _HERE, second, _EXCHANGE)
    except (AttributeError, OSError, TypeError):  # TypeError: Windows has no library without a name
        return False
