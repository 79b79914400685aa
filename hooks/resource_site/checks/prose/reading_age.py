"""How old a reader has to be, by a measure that counts letters and sentences.

The Automated Readability Index (E. A. Smith and R. J. Senter, "Automated Readability Index",
AMRL-TR-66-220, 1967) gives an American school grade from the letters in a word and the words in a
sentence. A grade plus 5 is an age: the first grade starts at six. Measures such as Flesch-Kincaid
need the syllables of each word, and so a dictionary of pronunciation; this one needs none.
"""

import re
from collections.abc import Iterable

from ...markdown.text_blocks import TextBlock

MOST_AGE = 11
"""The reading age that articles and checklists keep to."""

FEWEST_WORDS = 100
"""A shorter text has too few sentences to measure."""

_GRADE_TO_AGE = 5
_YOUNGEST, _OLDEST = 5.0, 18.0
"""Where the index ends: with children who start school, and with students."""

_ENDS = (".", "!", "?", "…")


_SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
_FEWEST_WORDS_OF_A_SENTENCE = 3
"""Shorter ones are mostly pieces of abbreviations, numbers and addresses."""


def reading_age(text: str) -> float:
    """Return the age, from 5 to 18 years, at which a reader finds plain ``text`` easy.

    ``text`` holds words alone, no markup, and each of its lines ends a sentence.
    """
    lines = (line.strip() for line in text.split("\n"))
    sentences = " ".join(line if line.endswith(_ENDS) else f"{line}." for line in lines if line)
    if not sentences:
        return _YOUNGEST
    grade = _automated_readability_index(sentences)
    return min(_OLDEST, max(_YOUNGEST, round(grade + _GRADE_TO_AGE, 1)))


def _automated_readability_index(text: str) -> float:
    """Return the index of ``text``, counted as textstat 0.7 counts it."""
    signs = text.split()
    words = _count_words(text)
    if not words:
        return 0.0
    counts = map(_count_words, _SENTENCE.findall(text))
    sentences = max(1, sum(count >= _FEWEST_WORDS_OF_A_SENTENCE for count in counts))
    return 4.71 * sum(map(len, signs)) / len(signs) + 0.5 * words / sentences - 21.43


def _count_words(text: str) -> int:
    return sum(bool(re.search(r"\w", sign)) for sign in text.split())


def reading_age_of(text_blocks: Iterable[TextBlock]) -> float | None:
    """Return the reading age of ``text_blocks``, or nothing where they are too short to measure."""
    text = "\n".join(block.text for block in text_blocks)
    return reading_age(text) if len(text.split()) >= FEWEST_WORDS else None
