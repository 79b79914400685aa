"""Fingerprints of values that stay the same between runs and machines, unlike ``hash``."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b, sha256
from pathlib import Path, PurePath
from types import FunctionType
from typing import Any

from pydantic import BaseModel

_PLAIN = (str, int, float, bool, bytes, type(None), date)


def fingerprint(*values: Any) -> str:
    """Return a hash of ``values`` as 32 hexadecimal digits.

    Raises ``TypeError`` for a type it does not know all the state of: to leave some out would let
    a stale page pass for a fresh one.
    """
    return blake2b(_text(values).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def files_hash(files: Mapping[str, Path]) -> str:
    """Return a hash of the names and contents of ``files`` as 10 hexadecimal digits.

    Where it stands in an address, browsers may keep what is there for ever. Raises ``OSError``.
    """
    digest = sha256()
    for name, file in files.items():
        digest.update(f"{name}\0".encode() + sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:10]


def _text(value: Any) -> str:
    """Return a text that is equal for equal values; the most common types come first."""
    kind = type(value)
    if kind in _PLAIN:
        return repr(value)
    if kind is tuple or kind is list:
        return f"({','.join([_text(part) for part in value])})"
    if kind is dict:
        return f"{{{','.join([f'{_text(key)}:{_text(value[key])}' for key in value])}}}"
    try:
        return _text_of_hashable(value)
    except TypeError:  # not hashable
        return _text_of_object(value)


@lru_cache(maxsize=50_000)
def _text_of_hashable(value: Any) -> str:
    """Memoise the text of an immutable value, such as an article listed on many pages."""
    return _text_of_object(value)


def _text_of_object(value: Any) -> str:
    name = type(value).__name__
    match value:
        case BaseModel():
            text = f"{name}{_text(dict(value))}"
        case tuple() | list():
            text = _text(tuple(value))
        case Mapping():
            text = _text(dict(value))
        case frozenset() | set():
            text = f"<{','.join(sorted(map(_text, value)))}>"
        case PurePath():
            text = value.as_posix()
        case FunctionType():
            text = f"{value.__module__}.{value.__qualname__}"
        case _ if is_dataclass(value):
            text = f"{name}{_text(tuple(getattr(value, field.name) for field in fields(value)))}"
        case _ if isinstance(value, _PLAIN):  # a subclass, such as markupsafe.Markup
            text = repr(value)
        case _:
            raise TypeError(f"no fingerprint of {name}")
    return text
