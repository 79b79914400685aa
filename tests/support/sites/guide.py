"""The table of problems in the guide for staff, and whether it explains a message."""

import re

from small_site import PROJECT

_PLACE = re.compile(r"^\S+?:\d+:\d+: |^\d+:\d+: |\bwarning: ")
_SIGN = re.compile(r"^An? [\w -]+ stands here")
_LETTERS = re.compile(r"the letters \w+ joined|as (?:two|three) letters")


def is_explained(message: str) -> bool:
    """Tell whether the table has a message of this kind: but for names, numbers and quotations."""
    guide = (PROJECT / "PUBLISHING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `((?:[^`]|```)+)` \|", guide.partition("| message |")[2], re.MULTILINE)
    return _kind(message) in {_kind(row.replace(r"\|", "|")) for row in rows}


def _kind(message: str) -> str:
    words = _SIGN.sub("A sign stands here", _PLACE.sub("", message))
    words = _LETTERS.sub("letters", words)
    words = re.sub(r"\\<[^>]+> or \[[^]]+\]", "words", words)
    words = re.sub(r"\]\([^)]*\)", "](…)", re.sub(r'"[^"]+"', '"…"', words))
    words = re.sub(r"no space\b|\d+ spaces?", "0 spaces", re.sub(r"\d{4}-\d\d-\d\d", "day", words))
    return re.sub(r"\d+", "0", words)
