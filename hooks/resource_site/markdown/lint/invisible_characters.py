"""Signs that nobody sees in a text, and that hide its words from search.

They come along with text that was pasted. Which signs show nothing is what Unicode calls default
ignorable (https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point); of those, the ones
that people meet are looked for. Some scripts and emoji need some of them, and keep them.
"""

import re
from collections.abc import Iterator
from unicodedata import bidirectional, category, name, normalize

from ...problems import Problem

_SEARCHED = re.compile(
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
"""What Unicode's own name would not tell people who do not program."""

_JOINERS = "\u200c\u200d"
_DIRECTIONS = "\u061c\u200e\u200f\u2066\u2067\u2068\u2069"
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""A flag such as that of Scotland: a black flag, and the name of the place in tags."""

_REACH = 4
"""Signs between a picture and its joiner, and a few more: a skin, a variant."""

_SKIN = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_NEVER_JOINED = frozenset(
    ("ARMENIAN", "CJK", "COMBINING", "CYRILLIC", "FULLWIDTH", "GEORGIAN", "GREEK", "HANGUL")
) | frozenset(("HALFWIDTH", "HIRAGANA", "KATAKANA", "LATIN", "MODIFIER"))
"""First words of the names of letters whose scripts need no joiners."""


def unseen_signs(line: str) -> Iterator[tuple[int, str]]:
    """Yield where in ``line`` a sign stands that nobody sees, from 0, and its name in plain words.

    Letters that are joined in one sign, such as the ligature of f and i, count too: readers see
    them, but a search for the word does not find it.
    """
    if line.isascii() or not _SEARCHED.search(line):
        return
    line = _FLAG.sub(lambda flag: " " * len(flag[0]), line)
    ignored = _DIRECTIONS if any(map(_is_right_to_left, line)) else ""
    for match in _SEARCHED.finditer(line):
        at, sign = match.start(), match[0]
        if sign not in ignored and not (sign in _JOINERS and _is_joined(line, at)):
            yield at, sign_name(sign)


def sign_name(sign: str) -> str:
    """Return what such a sign, or a space of any kind, is called in plain words."""
    letters = _letters(sign)
    if letters:
        return f"the letters {letters} joined in one sign"
    return _PLAIN_NAMES.get(sign) or name(sign, "sign without a name").lower()


def with_article(words: str) -> str:
    """Return a name with "A" or "An" in front, to start a sentence with."""
    return f"{'An' if words[0] in 'aeiou' else 'A'} {words}"


def unseen_problems(line: str, path: str, number: int) -> Iterator[Problem]:
    """Yield a warning for each such sign in ``line``, which is line ``number`` of the file."""
    for at, words in unseen_signs(line):
        letters = _letters(line[at])
        if letters:
            what = f"Here stand {words}: search misses the word."
            fix = f"Type them as {'three' if len(letters) == 3 else 'two'} letters."
        else:
            what = f"{with_article(words)} stands here: nobody sees it, and search misses the word."
            fix = "Delete the word and type it again."
        yield Problem(path, number, at + 1, what, fix, "warning")


def _letters(sign: str) -> str:
    """Return the letters that ``sign`` joins; nothing where it joins none."""
    return normalize("NFKC", sign) if "\ufb00" <= sign <= "\ufb06" else ""


def _is_right_to_left(sign: str) -> bool:
    return category(sign)[0] == "L" and bidirectional(sign) in ("R", "AL")


def _is_joined(line: str, at: int) -> bool:
    """Tell whether the letters or pictures around a joiner or non-joiner need it."""
    before, after = line[max(0, at - _REACH) : at], line[at + 1 : at + 2]
    if _joins(before[-1:]) or _joins(after):
        return True
    picture = before.rstrip(f"\ufe0f\u20e3{_SKIN}")[-1:]
    return line[at] == "\u200d" and _is_picture(picture) and _is_picture(after)


def _joins(sign: str) -> bool:
    """Tell whether ``sign`` is a letter of a script that joins, or keeps apart, by such signs."""
    if not sign or category(sign)[0] not in "LM" or "\ufe00" <= sign <= "\ufe0f":
        return False
    return name(sign, "LATIN").split()[0] not in _NEVER_JOINED


def _is_picture(sign: str) -> bool:
    return bool(sign) and category(sign) in ("So", "Sm")
