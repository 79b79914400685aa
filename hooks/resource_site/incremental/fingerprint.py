"""Fingerprints of values: equal for equal ones, on any day and machine."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from pathlib import PurePath
from types import FunctionType
from typing import Any

from pydantic import BaseModel

_PLAIN = (str, int, float, bool, bytes, type(None), date)


def fingerprint(*values: Any) -> str:
    """Return 32 hexadecimal digits that differ where any of ``values`` differs.

    Raises ``TypeError`` for a value whose every part cannot be told: better no page than an old
    one.
    """
    return blake2b(_text(values).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _text(value: Any) -> str:  # the kinds met most often come first
    kind = type(value)
    if kind in _PLAIN:
        return repr(value)
    if kind is tuple or kind is list:
        return f"({','.join([_text(part) for part in value])})"
    if kind is dict:
        return f"{{{','.join([f'{_text(key)}:{_text(value[key])}' for key in value])}}}"
    try:
        return _known(value)
    except TypeError:  # it cannot be hashed
        return _text_of_object(value)


@lru_cache(maxsize=50_000)
def _known(value: Any) -> str:
    """Return the text of something that never changes, such as a card, which many pages show."""
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
        case _ if isinstance(value, _PLAIN):  # such as a text of MkDocs' own kind
            text = repr(value)
        case _:
            raise TypeError(f"no fingerprint of {name}")
    return text
