"""Sentences that are too long to follow."""

import re
from collections.abc import Iterator

from ...markdown.text_blocks import TextBlock

LONGEST = 25
"""Words in a sentence; GOV.UK's writing guide gives the same limit."""

_CLOSING = "\"'\u201d\u2019)\\]"
_OPENING = "\"'\u201c\u2018(\\["
_END = re.compile(rf"[.!?…][{_CLOSING}]*\s+(?=[{_OPENING}]*[A-Z0-9])")


def sentences(block: TextBlock) -> Iterator[tuple[int, str]]:
    """Yield each sentence of ``block`` with its place in the block's text."""
    start = 0
    for end in _END.finditer(block.text):
        yield start, block.text[start : end.end()].strip()
        start = end.end()
    yield start, block.text[start:]


def long_sentences(block: TextBlock) -> Iterator[tuple[int, int]]:
    """Yield the place of each sentence that is too long, and how many words it has."""
    for offset, sentence in sentences(block):
        count = sum(any(c.isalnum() for c in word) for word in sentence.split())
        if count > LONGEST:
            yield offset, count
