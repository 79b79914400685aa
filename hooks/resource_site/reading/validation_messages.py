"""Pydantic's kinds of error in words for people who do not program: what is wrong, what to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic_core import ErrorDetails

from ..problems import suggest
from .yaml.yaml_tree import Location

Words: TypeAlias = tuple[str, str]


@dataclass(frozen=True)
class _Mistake:
    """One error: the key's name as staff see it, what they wrote, and what pydantic adds."""

    key: str
    last: str
    given: Any
    context: dict[str, Any]
    known: Sequence[str]

    @property
    def shown(self) -> str:
        """What they wrote, as a sentence can show it."""
        return f'"{self.given}"' if isinstance(self.given, str) else "a list or a group"


def describe(detail: ErrorDetails, location: Location, known: Sequence[str]) -> Words:
    """Return what is wrong at ``location`` and how to fix it.

    ``known`` are the keys that may stand beside the last part of ``location``.
    """
    last = str(location[-1]) if location else ""
    mistake = _Mistake(_name(location), last, detail["input"], detail.get("ctx", {}), known)
    kind = detail["type"]
    blank = isinstance(mistake.given, str) and not mistake.given.strip()
    if blank and kind != "extra_forbidden":
        return f"{mistake.key} is empty.", "Write something after it, or delete the line."
    return _WORDS.get(kind, _group)(mistake)


def _name(location: Location) -> str:
    key = next((f'"{part}"' for part in reversed(location) if isinstance(part, str)), "The file")
    if location and isinstance(location[-1], int):
        return f"Entry {location[-1] + 1} of {key}" if key != "The file" else "This entry"
    return key


def _refused(m: _Mistake) -> Words:
    return m.context["what"], m.context["fix"]


def _missing(m: _Mistake) -> Words:
    return f"{m.key} is missing.", f'Add a line "{m.last}: …".'


def _unknown(m: _Mistake) -> Words:
    return f"{m.key} is not a key that can stand here.", suggest(m.last, m.known)


def _long(m: _Mistake) -> Words:
    length, most = len(" ".join(str(m.given).split())), m.context["max_length"]
    return f"{m.key} has {length} characters; {most} is the most.", "Make it shorter."


def _few(m: _Mistake) -> Words:
    least = m.context["min_length"]
    fix = f"Write at least {least}, each on a line of its own after a hyphen and a space."
    return f"{m.key} has too few entries.", fix


def _many(m: _Mistake) -> Words:
    if isinstance(m.given, str):
        return _long(m)
    count, most = m.context["actual_length"], m.context["max_length"]
    return f"{m.key} has {count} entries; {most} is the most.", "Take some out."


def _number(m: _Mistake) -> Words:
    return f"{m.key} should be a whole number, not {m.shown}.", "Write digits only."


def _small(m: _Mistake) -> Words:
    least = m.context["ge"]
    return f"{m.key} is {m.given}; the least is {least}.", f"Write {least} or more."


def _large(m: _Mistake) -> Words:
    most = m.context["le"]
    return f"{m.key} is {m.given}; the most is {most}.", f"Write {most} or less."


def _date(m: _Mistake) -> Words:
    fix = "Write year, month and day, such as 2026-11-01."
    return f"{m.key} is not a date: {m.shown}.", fix


def _true_or_false(m: _Mistake) -> Words:
    return f"{m.key} should be true or false, not {m.shown}.", 'Write "true" or "false".'


def _text(m: _Mistake) -> Words:
    fix = "Write text after the colon; put it in quotation marks if it holds colons or brackets."
    return f"{m.key} should be text, but it is a list or a group.", fix


def _choice(m: _Mistake) -> Words:
    return f"{m.key} is {m.shown}.", f"Write {m.context['expected']}."


def _list(m: _Mistake) -> Words:
    fix = "Write it as [one, two], or a line each that starts with a hyphen and a space."
    return f"{m.key} should be a list.", fix


def _group(m: _Mistake) -> Words:
    fix = "Check the colons, and the spaces at the start of the lines."
    return f'{m.key} should be a group of lines such as "title: …".', fix


_WORDS: dict[str, Callable[[_Mistake], Words]] = {
    "refused": _refused,
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_too_long": _long,
    "too_short": _few,
    "too_long": _many,
    "int_parsing": _number,
    "int_parsing_size": _number,
    "int_from_float": _number,
    "int_type": _number,
    "greater_than_equal": _small,
    "less_than_equal": _large,
    "date_from_datetime_parsing": _date,
    "date_from_datetime_inexact": _date,
    "date_parsing": _date,
    "date_type": _date,
    "bool_parsing": _true_or_false,
    "bool_type": _true_or_false,
    "string_type": _text,
    "literal_error": _choice,
    "list_type": _list,
}
