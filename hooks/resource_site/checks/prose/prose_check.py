"""Warnings about the prose of one file."""

from collections.abc import Iterable, Iterator

from ...markdown.text_blocks import TextBlock
from ...problems import Problem
from .house_words import HouseWords
from .reading_age import reading_age_of
from .sentences import long_sentences
from .spelling import misspellings


def word_findings(
    path: str, text_blocks: Iterable[TextBlock], house: HouseWords, *, max_words: int
) -> Iterator[Problem]:
    """Yield warnings about sentences, house words and spelling in text of the file ``path``."""
    for block in text_blocks:
        for offset, count in long_sentences(block, max_words):
            what = f"This sentence has {count} words; {max_words} is the most."
            yield Problem(
                path, *block.place_at(offset), what, "Make two sentences of it.", "warning"
            )
        for offset, words, entry in house.found_in(block):
            what = f'We do not write "{words}" here. {_sentence(entry.why)}'
            yield Problem(path, *block.place_at(offset), what, f'Write "{entry.say}".', "warning")
        yield from _spelling(path, block, house)


def reading_findings(
    path: str, text_blocks: Iterable[TextBlock], max_age: int
) -> Iterator[Problem]:
    """Yield a warning if the reading age of a whole text is over ``max_age``."""
    age = reading_age_of(text_blocks)
    if age is not None and age > max_age:
        what = f"The reading age is {age:g}; {max_age} is the most."
        fix = (
            "Use shorter sentences and shorter words. "
            f'"resources words {path}" shows the longest and hardest.'
        )
        yield Problem(path, 1, 1, what, fix, "warning")


def _spelling(path: str, block: TextBlock, house: HouseWords) -> Iterator[Problem]:
    allowed = house.allowed_in(block)
    for offset, word, meant, is_american in misspellings(block):
        if any(start <= offset < end for start, end in allowed):
            continue
        what = f'"{word}" is {"American spelling" if is_american else "not spelt right"}.'
        yield Problem(path, *block.place_at(offset), what, f'Write "{meant}".', "warning")


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
