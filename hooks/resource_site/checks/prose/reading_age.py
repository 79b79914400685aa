"""How old a reader has to be, by a measure that counts letters and sentences.

The Automated Readability Index (Senter and Smith, 1967) gives an American school grade from the
letters in a word and the words in a sentence. A grade plus 5 is an age: the first grade starts at
six. It needs no list of syllables, which textstat would have to fetch from the network; so it
gives the same answer on every computer, with or without one.
"""

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


def reading_age(text: str) -> float:
    """Return the age, from 5 to 18 years, at which a reader finds plain ``text`` easy.

    ``text`` holds words alone, no markup, and each of its lines ends a sentence.
    """
    from textstat import automated_readability_index  # noqa: PLC0415 - slow, and seldom needed

    lines = (line.strip() for line in text.split("\n"))
    sentences = " ".join(line if line.endswith(_ENDS) else f"{line}." for line in lines if line)
    if not sentences:
        return _YOUNGEST
    grade = float(automated_readability_index(sentences))
    return min(_OLDEST, max(_YOUNGEST, round(grade + _GRADE_TO_AGE, 1)))


def reading_age_of(text_blocks: Iterable[TextBlock]) -> float | None:
    """Return the reading age of ``text_blocks``, or nothing where they are too short to measure."""
    text = "\n".join(passage.text for passage in text_blocks)
    return reading_age(text) if len(text.split()) >= FEWEST_WORDS else None
