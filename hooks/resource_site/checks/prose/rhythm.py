"""Rhythm: how long sentences are, and which words come back too often across the library.

Only running prose counts for the length: paragraphs, and no lists, headings or examples in
quotations, which are short on purpose. A sentence that ends in a colon goes on in a list.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...markdown.text_blocks import TextBlock
from .sentences import sentences

CALM = (11.0, 15.0)
"""Words a sentence, on average, that read well aloud: shorter is choppy, longer is hard."""

SHORT = 7
"""Words up to which a sentence is short; where most are, a text sounds like orders."""

OPENING_WORDS = 2
PHRASE_WORDS = 4
"""How many words make an opening, and how many a phrase."""

_WORD = re.compile(r"\w+(?:['\u2019]\w+)*")
_ENDS = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*$")


@dataclass(frozen=True)
class Rhythm:
    """The rhythm of a text."""

    sentences: int
    words: int
    short: int
    """How many sentences have ``SHORT`` words at most."""

    @property
    def average(self) -> float:
        """Return the average number of words in a sentence, or 0 if there is none."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def share_of_short(self) -> float:
        """Return the share of short sentences, from 0 to 1."""
        return self.short / self.sentences if self.sentences else 0.0


def rhythm_of(text_blocks: Iterable[TextBlock]) -> Rhythm:
    """Return the rhythm of the running prose in ``text_blocks``."""
    lengths = [
        len(_WORD.findall(sentence))
        for block in text_blocks
        if block.is_paragraph
        for _, sentence in sentences(block)
        if _ENDS.search(sentence)
    ]
    return Rhythm(len(lengths), sum(lengths), sum(length <= SHORT for length in lengths))


def repeated_openings(texts: Iterable[Iterable[TextBlock]]) -> Counter[str]:
    """Return how often a sentence, heading or list entry of ``texts`` begins alike."""
    return Counter(
        " ".join(found[:OPENING_WORDS])
        for text in texts
        for block in text
        for _, sentence in sentences(block)
        if len(found := _words(sentence)) >= OPENING_WORDS
    )


def repeated_phrases(texts: Iterable[Iterable[TextBlock]]) -> Counter[str]:
    """Return in how many of ``texts`` each phrase of ``PHRASE_WORDS`` words stands."""
    return Counter(phrase for text in texts for phrase in set(_phrases(text)))


def _phrases(text_blocks: Iterable[TextBlock]) -> Iterator[str]:
    for block in text_blocks:
        for _, sentence in sentences(block):
            found = _words(sentence)
            for start in range(len(found) - PHRASE_WORDS + 1):
                yield " ".join(found[start : start + PHRASE_WORDS])


def _words(sentence: str) -> list[str]:
    return [word.lower().replace("\u2019", "'") for word in _WORD.findall(sentence)]
