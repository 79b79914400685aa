"""Hard words, which a writer may want to replace; they are not warnings."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from ...markdown.text_blocks import TextBlock
from .spelling import american_spellings

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_SUFFIXES = (
    ("'s", ""), ("\u2019s", ""), ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"),
    ("ed", ""), ("ing", "e"), ("ing", ""), ("ily", "y"), ("ly", ""), ("er", ""), ("est", ""),
)  # fmt: skip
_MIN_SYLLABLES = 3

_EASY_HERE = frozenset(
    ("computer", "internet", "website", "video", "mobile", "employer", "interview")
)
"""Everyday words that are newer than the list, and the subject of this site."""


def hard_words(text_blocks: Iterable[TextBlock]) -> Iterator[tuple[str, int, int]]:
    """Yield each hard word once, with the line and column of its first use.

    A word is hard if it has three syllables or more, and neither it nor its stem is among the
    3,000 that most ten-year-olds know (the Dale-Chall list in ``easy_words.txt``) or a compound of
    two of them. Names are left out.
    """
    seen: set[str] = set()
    for block in text_blocks:
        for match in _WORD.finditer(block.text):
            word = match[0]
            is_name = word[0].isupper() and match.start() > 0
            lower = word.lower()
            if lower in seen or is_name:
                continue
            seen.add(lower)
            if _is_hard(lower):
                yield lower, *block.place_at(match.start())


@cache
def _is_hard(word: str) -> bool:
    stems = {word} | {word.removesuffix(end) + new for end, new in _SUFFIXES if word.endswith(end)}
    if stems & _easy_words() or any(_is_compound(stem) for stem in stems):
        return False
    return _syllables(word) >= _MIN_SYLLABLES


def _is_compound(word: str) -> bool:
    """Return whether ``word`` is a compound of two easy words, such as "notebook"."""
    easy = _easy_words()
    return any(word[:at] in easy and word[at:] in easy for at in range(3, len(word) - 2))


@cache
def _easy_words() -> frozenset[str]:
    lines = Path(__file__).with_name("easy_words.txt").read_text(encoding="utf-8").splitlines()
    words = frozenset(line for line in lines if not line.startswith("#")) | _EASY_HERE
    british = american_spellings()  # the list is American
    return words | {british[word] for word in words & british.keys()}


@cache
def _syllables(word: str) -> int:
    """Return roughly the number of syllables: groups of vowels without a silent e."""
    groups = len(re.findall(r"[aeiouy]+", word))
    is_silent = re.search(r"[^aeiouyl]e$", word) or re.search(r"[^aeiouytd]ed$", word)
    return max(1, groups - bool(is_silent))
