"""The manifest: small results of earlier builds, each with its key, in one SQLite file."""

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
"""The row with the hash of the code that wrote the file."""

_DIGEST_SIZE = 16
"""Bytes of the BLAKE2 checksum in front of each fact."""

_TIMEOUT = 5
"""Seconds to wait for another build that has locked the file."""


class Manifest:
    """Facts by name, each with a key that hashes its inputs, in a file that may be deleted.

    Facts are JSON rather than pickles, so that loading a crafted file cannot run code. The file
    is ignored if its hash of the ``code`` differs, and a fact if its checksum does not match. A
    file that cannot be read or written only makes the build slower.
    """

    def __init__(self, file: Path, code: str) -> None:
        self._file = file
        self._code = code
        self._saved = self._read()
        self._used: dict[str, bytes] = {}
        self._decoded: dict[str, tuple[str, Any]] = {}
        self._unsaved: set[str] = set()

    def __contains__(self, name: str) -> bool:
        """Return whether there is a fact ``name``, whatever its key."""
        return name in self._used or name in self._saved

    def get(self, name: str, key: str, kind: TypeAdapter[Fact]) -> Fact | None:
        """Return the fact ``name``, validated as ``kind``, or None if its key is not ``key``."""
        if name not in self._decoded:
            decoded = _decode(self._saved.get(name, b""), kind)
            if decoded is None:
                return None
            self._decoded[name] = decoded
        saved_key, value = self._decoded[name]
        if saved_key != key:
            return None
        if name not in self._used:
            self._used[name] = self._saved[name]
        fact: Fact = value
        return fact

    def put(self, name: str, key: str, fact: Fact, kind: TypeAdapter[Fact]) -> None:
        """Set the fact ``name`` with its ``key``; ``kind`` serialises it."""
        content = f"{len(key)}:{key}".encode() + kind.dump_json(fact)
        self._used[name] = blake2b(content, digest_size=_DIGEST_SIZE).digest() + content
        self._decoded[name] = key, fact
        self._unsaved.add(name)

    def save(self, *, forget_unused: bool) -> None:
        """Write what was put, in one transaction.

        ``forget_unused`` deletes the facts neither got nor put since the last ``save``.
        """
        unused = self._saved.keys() - self._used.keys() if forget_unused else set()
        try:
            self._write(unused)
        except (OSError, sqlite3.OperationalError):  # a full or read-only disk
            pass
        except sqlite3.DatabaseError:  # the file is corrupt: start a new one
            with suppress(OSError, sqlite3.Error):
                self._file.unlink(missing_ok=True)
                self._unsaved = set(self._used)
                self._write(())
        self._saved = self._used if forget_unused else self._saved | self._used
        self._used, self._unsaved = {}, set()
        self._decoded = {name: fact for name, fact in self._decoded.items() if name in self._saved}

    def _write(self, unused: Collection[str]) -> None:
        if not self._unsaved and not unused:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._file, timeout=_TIMEOUT)) as database, database:
            database.execute(_TABLE)
            code = database.execute("SELECT fact FROM facts WHERE name = ?", [_CODE]).fetchone()
            if code != (self._code.encode(),):
                database.execute("DELETE FROM facts")
                self._unsaved = set(self._used)
            facts = [(name, self._used[name]) for name in self._unsaved]
            database.executemany(
                "INSERT OR REPLACE INTO facts VALUES (?, ?)", [(_CODE, self._code.encode()), *facts]
            )
            database.executemany("DELETE FROM facts WHERE name = ?", [(name,) for name in unused])

    def _read(self) -> dict[str, bytes]:
        if not self._file.is_file():
            return {}
        try:
            with closing(sqlite3.connect(self._file, timeout=_TIMEOUT)) as database:
                facts: dict[str, bytes] = dict(database.execute("SELECT name, fact FROM facts"))
        except (sqlite3.Error, OSError):
            return {}
        return facts if facts.pop(_CODE, b"") == self._code.encode() else {}


def _decode(raw: bytes, kind: TypeAdapter[Fact]) -> tuple[str, Fact] | None:
    """Return the key and the fact in ``raw``, or None if the checksum or the type is wrong."""
    digest, content = raw[:_DIGEST_SIZE], raw[_DIGEST_SIZE:]
    if not content or blake2b(content, digest_size=_DIGEST_SIZE).digest() != digest:
        return None
    length, _, rest = content.partition(b":")
    with suppress(ValueError, ValidationError):
        size = int(length)
        return rest[:size].decode(), kind.validate_json(rest[size:])
    return None
