"""What was made from what, remembered from one build to the next in one file."""

import pickle
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from .cache import write_whole

_DIGEST = 32
"""Bytes of SHA-256, which stand before what is kept."""


class Ledger:
    """Facts found by a key, in a file that may be deleted at any time.

    ``recipe`` says how facts are made: those of another recipe are forgotten. A file that is half
    written, or was changed by hand, is taken for none. A fact nobody asked for is not kept on.
    The file holds pickles, so it must stand where only those write who may also change this code.
    """

    def __init__(self, file: Path, recipe: str) -> None:
        self._file = file
        self._recipe = recipe
        self._before = self._read()
        self._now: dict[str, bytes] = {}
        self._facts: dict[str, Any] = {}
        self._changed = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is kept."""
        return not self._before and not self._now

    def get(self, key: str) -> Any:
        """Return the fact kept under ``key``, or nothing; it is kept on."""
        kept = self._now.get(key) or self._before.get(key)
        if kept is None:
            return None
        self._now[key] = kept
        if key not in self._facts:
            self._facts[key] = pickle.loads(kept)  # noqa: S301 - see above
        return self._facts[key]

    def put(self, key: str, fact: Any) -> None:
        """Remember ``fact``, which can be pickled and is not None, under ``key``."""
        self._now[key] = pickle.dumps(fact, protocol=5)
        self._facts[key] = fact
        self._changed = True

    def save(self) -> None:
        """Write what was asked for, as a whole or not at all; where that fails, forget it."""
        if self._changed or len(self._now) < len(self._before):
            content = pickle.dumps((self._recipe, self._now), protocol=5)
            with suppress(OSError):
                write_whole(self._file, sha256(content).digest() + content)
        self._before, self._now = self._now, {}
        self._facts = {key: fact for key, fact in self._facts.items() if key in self._before}
        self._changed = False

    def _read(self) -> dict[str, bytes]:
        try:
            raw = memoryview(self._file.read_bytes())
            if sha256(raw[_DIGEST:]).digest() != raw[:_DIGEST]:
                return {}
            recipe, facts = pickle.loads(raw[_DIGEST:])  # noqa: S301 - see above
        except Exception:  # whatever is wrong with it, it is made anew
            return {}
        return facts if recipe == self._recipe else {}
