"""Splitting prose into sentences, and finding long ones."""

import re
from collections.abc import Iterator

from ...markdown.text_blocks import TextBlock

MAX_WORDS = 25
"""Words in a sentence: the limit of GOV.UK's style guide."""

EASY_WORDS = 15
"""Words in a sentence of an Easy Read."""

_CLOSING = "\"'\u201d\u2019)\\]"
_OPENING = "\"'\u201c\u2018(\\["
_END = re.compile(rf"[.!?…][{_CLOSING}]*\s+(?=[{_OPENING}]*[A-Z0-9])")


def sentences(block: TextBlock) -> Iterator[tuple[int, str]]:
    """Yield the offset in ``block`` and the text of each sentence."""
    start = 0
    for end in _END.finditer(block.text):
        yield start, block.text[start : end.end()].strip()
        start = end.end()
    yield start, block.text[start:]


def long_sentences(block: TextBlock, max_words: int) -> Iterator[tuple[int, int]]:
    """Yield the offset and the number of words of each sentence over ``max_words``."""
    for offset, sentence in sentences(block):
        count = sum(any(c.isalnum() for c in word) for word in sentence.split())
        if count > max_words:
            yield offset, count
