"""Invisible characters, which come with pasted text and hide words from search.

They are the common ones that Unicode calls default ignorable
(https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point), and ligatures such as "ﬁ".
Some scripts and emoji need joiners, which are left alone there.
"""

import re
from collections.abc import Iterator
from unicodedata import bidirectional, category, name, normalize

from ...problems import Problem

_SUSPECT = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\ufb00-\ufb06\U000e0001\U000e0020-\U000e007f]"
)
_PLAIN_NAMES = {
    "\u034f": "joiner of letters",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2061": "invisible sign of mathematics",
    "\u2062": "invisible sign of mathematics",
    "\u2063": "invisible sign of mathematics",
    "\u2064": "invisible sign of mathematics",
    "\ufeff": "byte order mark",
}
"""Names that are easier to understand than Unicode's."""

_JOINERS = "\u200c\u200d"
_DIRECTIONS = "\u061c\u200e\u200f\u2066\u2067\u2068\u2069"
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""An emoji tag sequence, such as the flag of Scotland: a black flag and tag characters."""

_MAX_MODIFIERS = 4
"""Characters to look back from a joiner, past a skin tone and a variation selector."""

_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_SCRIPTS_WITHOUT_JOINERS = frozenset(
    ("ARMENIAN", "CJK", "COMBINING", "CYRILLIC", "FULLWIDTH", "GEORGIAN", "GREEK", "HANGUL")
) | frozenset(("HALFWIDTH", "HIRAGANA", "KATAKANA", "LATIN", "MODIFIER"))
"""The scripts, by the first word of a letter's Unicode name, that use no joiners."""


def invisible_character_problems(line: str, path: str, number: int) -> Iterator[Problem]:
    """Yield a warning for each such character in ``line``, which is line ``number`` of a file."""
    if line.isascii() or not _SUSPECT.search(line):
        return
    masked = _FLAG.sub(lambda flag: " " * len(flag[0]), line)
    ignored = _DIRECTIONS if any(map(_is_right_to_left, masked)) else ""
    for match in _SUSPECT.finditer(masked):
        offset, character = match.start(), match[0]
        if character in ignored or (character in _JOINERS and _is_needed(masked, offset)):
            continue
        called, letters = character_name(character), _ligature_letters(character)
        if letters:
            what = f"Here stand {called}: search misses the word."
            fix = f"Type them as {'three' if len(letters) == 3 else 'two'} letters."
        else:
            what = (
                f"{with_article(called)} stands here: nobody sees it, and search misses the word."
            )
            fix = "Delete the word and type it again."
        yield Problem(path, number, offset + 1, what, fix, "warning")


def character_name(character: str) -> str:
    """Return what an invisible character, a ligature or a space is called, for messages."""
    letters = _ligature_letters(character)
    if letters:
        return f"the letters {letters} joined in one sign"
    return _PLAIN_NAMES.get(character) or name(character, "sign without a name").lower()


def with_article(noun: str) -> str:
    """Return ``noun`` with "A" or "An" in front."""
    return f"{'An' if noun[0] in 'aeiou' else 'A'} {noun}"


def _ligature_letters(character: str) -> str:
    """Return the letters of a ligature, or "" for any other character."""
    return normalize("NFKC", character) if "\ufb00" <= character <= "\ufb06" else ""


def _is_right_to_left(character: str) -> bool:
    return category(character)[0] == "L" and bidirectional(character) in ("R", "AL")


def _is_needed(line: str, offset: int) -> bool:
    """Return whether the letters or emoji around the joiner at ``offset`` need it."""
    before, after = line[max(0, offset - _MAX_MODIFIERS) : offset], line[offset + 1 : offset + 2]
    if _script_has_joiners(before[-1:]) or _script_has_joiners(after):
        return True
    emoji = before.rstrip(f"\ufe0f\u20e3{_SKIN_TONES}")[-1:]
    return line[offset] == "\u200d" and _is_emoji(emoji) and _is_emoji(after)


def _script_has_joiners(letter: str) -> bool:
    if not letter or category(letter)[0] not in "LM" or "\ufe00" <= letter <= "\ufe0f":
        return False
    return name(letter, "LATIN").split()[0] not in _SCRIPTS_WITHOUT_JOINERS


def _is_emoji(character: str) -> bool:
    return bool(character) and category(character) in ("So", "Sm")
