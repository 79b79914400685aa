"""The reading age of a text, from its Automated Readability Index.

The index (E. A. Smith and R. J. Senter, "Automated Readability Index", AMRL-TR-66-220, 1967) is an
American school grade, from the letters in a word and the words in a sentence. The age is 5 years
more, as the first grade starts at six. Unlike Flesch-Kincaid, it needs no dictionary of syllables.
"""

import re
from collections.abc import Iterable

from ...markdown.text_blocks import TextBlock

MAX_READING_AGE = 11
"""The limit for articles and checklists."""

EASY_READING_AGE = 8
"""The limit for Easy Reads."""

MIN_WORDS = 100
"""A shorter text has too few sentences to measure."""

_GRADE_TO_AGE = 5
_YOUNGEST, _OLDEST = 5.0, 18.0
"""The range of the index, from the first year at school to university."""

_SENTENCE_ENDS = (".", "!", "?", "…")
_SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
_MIN_SENTENCE_WORDS = 3
"""Shorter ones are mostly parts of abbreviations, numbers and addresses, and are not counted."""


def reading_age(text: str) -> float:
    """Return the age, from 5 to 18 years, at which a reader finds plain ``text`` easy.

    ``text`` has no markup, and each of its lines ends a sentence.
    """
    lines = filter(None, map(str.strip, text.split("\n")))
    sentences = " ".join(line if line.endswith(_SENTENCE_ENDS) else f"{line}." for line in lines)
    if not sentences:
        return _YOUNGEST
    grade = _automated_readability_index(sentences)
    return min(_OLDEST, max(_YOUNGEST, round(grade + _GRADE_TO_AGE, 1)))


def _automated_readability_index(text: str) -> float:
    """Return the index of ``text``, with the counts of textstat 0.7."""
    tokens = text.split()
    words = _count_words(text)
    if not words:
        return 0.0
    counts = map(_count_words, _SENTENCE.findall(text))
    sentences = max(1, sum(count >= _MIN_SENTENCE_WORDS for count in counts))
    return 4.71 * sum(map(len, tokens)) / len(tokens) + 0.5 * words / sentences - 21.43


def _count_words(text: str) -> int:
    return sum(bool(re.search(r"\w", token)) for token in text.split())


def reading_age_of(text_blocks: Iterable[TextBlock]) -> float | None:
    """Return the reading age of ``text_blocks``, or None if they have too few words."""
    text = "\n".join(block.text for block in text_blocks)
    return reading_age(text) if len(text.split()) >= MIN_WORDS else None
