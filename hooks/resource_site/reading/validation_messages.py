"""Messages for pydantic's errors, for people who do not program."""

from collections.abc import Sequence

from pydantic_core import ErrorDetails

from ..problems import Location, suggest

_EMPTY = ("{key} is empty.", "Write something after it, or delete the line.")
_NUMBER = ("{key} should be a whole number, not {shown}.", "Write digits only.")
_DATE = ("{key} is not a date: {shown}.", "Write year, month and day, such as 2026-11-01.")
_TRUE_OR_FALSE = ("{key} should be true or false, not {shown}.", 'Write "true" or "false".')
_GROUP = (
    '{key} should be a group of lines such as "title: …".',
    "Check the colons, and the spaces at the start of the lines.",
)
_MESSAGES = {
    "refused": ("{what}", "{fix}"),
    "missing": ("{key} is missing.", 'Add a line "{last}: …".'),
    "extra_forbidden": ("{key} is not a key that can stand here.", "{near}"),
    "unexpected_keyword_argument": ("{key} is not a key that can stand here.", "Take it out."),
    "string_too_long": (
        "{key} has {length} characters; {max_length} is the most.",
        "Make it shorter.",
    ),
    "too_short": (
        "{key} has too few entries.",
        "Write at least {min_length}, each on a line of its own after a hyphen and a space.",
    ),
    "too_long": ("{key} has {actual_length} entries; {max_length} is the most.", "Take some out."),
    "int_parsing": _NUMBER,
    "int_parsing_size": _NUMBER,
    "int_from_float": _NUMBER,
    "int_type": _NUMBER,
    "greater_than_equal": ("{key} is {given}; the least is {ge}.", "Write {ge} or more."),
    "less_than_equal": ("{key} is {given}; the most is {le}.", "Write {le} or less."),
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "date_parsing": _DATE,
    "date_type": _DATE,
    "bool_parsing": _TRUE_OR_FALSE,
    "bool_type": _TRUE_OR_FALSE,
    "string_type": (
        "{key} should be text, but it is a list or a group.",
        "Write text after the colon; put it in quotation marks if it holds colons or brackets.",
    ),
    "literal_error": ("{key} is {shown}.", "Write {expected}."),
    "list_type": (
        "{key} should be a list.",
        "Write it as [one, two], or a line each that starts with a hyphen and a space.",
    ),
}
"""``what`` and ``fix`` by pydantic's type of error; the names are those of its ``ctx`` and ours."""


def describe(detail: ErrorDetails, location: Location, known: Sequence[str]) -> tuple[str, str]:
    """Return ``what`` and ``fix`` for an error at ``location``.

    ``known`` are the keys that are allowed beside the last part of ``location``.
    """
    kind, given = detail["type"], detail["input"]
    what, fix = _MESSAGES.get(kind, _GROUP)
    is_unknown = kind == "extra_forbidden"
    if isinstance(given, str) and not is_unknown:
        if not given.strip():
            what, fix = _EMPTY
        elif kind == "too_long":
            what, fix = _MESSAGES["string_too_long"]
    last = str(location[-1]) if location else ""
    values = {
        "key": _name(location),
        "last": last,
        "given": given,
        "shown": f'"{given}"' if isinstance(given, str) else "a list or a group",
        "length": len(" ".join(str(given).split())),
        "near": suggest(last, known) if is_unknown else "",
        **detail.get("ctx", {}),
    }
    return what.format(**values), fix.format(**values)


def _name(location: Location) -> str:
    key = next((f'"{part}"' for part in reversed(location) if isinstance(part, str)), "The file")
    if location and isinstance(location[-1], int):
        return f"Entry {location[-1] + 1} of {key}" if key != "The file" else "This entry"
    return key
