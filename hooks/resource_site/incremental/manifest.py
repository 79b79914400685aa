"""What was made from what, remembered from one build to the next in one SQLite file."""

import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

Fact = TypeVar("Fact")

_TABLE = "CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, fact BLOB) WITHOUT ROWID"
_CODE = ""
"""The name under which the file keeps which code wrote it."""

_DIGEST = 16
"""Bytes of BLAKE2, which stand before each fact."""

_PATIENCE = 5
"""Seconds to wait for another build that writes into the same file."""


class Manifest:
    """Facts by name, each with the key of what it was made from, in a file that may be deleted.

    Facts are JSON, so that reading a file which somebody has tampered with runs nothing. ``code``
    says which code makes them: those of other code are forgotten, as is a fact that was changed
    by hand, and one nobody asked for. A file that cannot be read or written costs time, and is no
    mistake.
    """

    def __init__(self, file: Path, code: str) -> None:
        self._file = file
        self._code = code
        self._before = self._read()
        self._now: dict[str, bytes] = {}
        self._facts: dict[str, tuple[str, Any]] = {}
        self._new: set[str] = set()

    def knows(self, name: str) -> bool:
        """Tell whether a fact called ``name`` is remembered, whatever it was made from."""
        return name in self._now or name in self._before

    def get(self, name: str, key: str, kind: TypeAdapter[Fact]) -> Fact | None:
        """Return the fact called ``name``, of this ``kind``, if it was made from ``key``."""
        if name not in self._facts:
            fact = _decoded(self._before.get(name, b""), kind)
            if fact is None:
                return None
            self._facts[name] = fact
        made_from, found = self._facts[name]
        if made_from != key:
            return None
        if name not in self._now:
            self._now[name] = self._before[name]
        known: Fact = found
        return known

    def put(self, name: str, key: str, fact: Fact, kind: TypeAdapter[Fact]) -> None:
        """Remember ``fact``, made from ``key``, in the place of any other called ``name``."""
        content = f"{len(key)}:{key}".encode() + kind.dump_json(fact)
        self._now[name] = blake2b(content, digest_size=_DIGEST).digest() + content
        self._facts[name] = key, fact
        self._new.add(name)

    def save(self, *, forget_unused: bool) -> None:
        """Write what is new, all of it or nothing.

        ``forget_unused`` leaves out what nobody asked for since the last time.
        """
        unused = self._before.keys() - self._now.keys() if forget_unused else set()
        try:
            self._write(unused)
        except (OSError, sqlite3.OperationalError):  # a full disk, or one that can only be read
            pass
        except sqlite3.DatabaseError:  # the file is torn: begin again
            with suppress(OSError, sqlite3.Error):
                self._file.unlink(missing_ok=True)
                self._new = set(self._now)
                self._write(())
        self._before = self._now if forget_unused else self._before | self._now
        self._now, self._new = {}, set()
        self._facts = {name: fact for name, fact in self._facts.items() if name in self._before}

    def _write(self, unused: Collection[str]) -> None:
        if not self._new and not unused:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._file, timeout=_PATIENCE)) as file, file:
            file.execute(_TABLE)
            known = file.execute("SELECT fact FROM facts WHERE name = ?", [_CODE]).fetchone()
            if known != (self._code.encode(),):
                file.execute("DELETE FROM facts")
                self._new = set(self._now)
            rows = [(_CODE, self._code.encode()), *((name, self._now[name]) for name in self._new)]
            file.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", rows)
            file.executemany("DELETE FROM facts WHERE name = ?", [(name,) for name in unused])

    def _read(self) -> dict[str, bytes]:
        if not self._file.is_file():
            return {}
        try:
            with closing(sqlite3.connect(self._file, timeout=_PATIENCE)) as file:
                facts: dict[str, bytes] = dict(file.execute("SELECT name, fact FROM facts"))
        except (sqlite3.Error, OSError):
            return {}
        return facts if facts.pop(_CODE, b"") == self._code.encode() else {}


def _decoded(raw: bytes, kind: TypeAdapter[Fact]) -> tuple[str, Fact] | None:
    """Return the key and the fact in ``raw``; nothing where it is not as it was written."""
    digest, content = raw[:_DIGEST], raw[_DIGEST:]
    if not content or blake2b(content, digest_size=_DIGEST).digest() != digest:
        return None
    length, _, rest = content.partition(b":")
    with suppress(ValueError, ValidationError):
        size = int(length)
        return rest[:size].decode(), kind.validate_json(rest[size:])
    return None
