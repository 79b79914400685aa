"""The first line of a text: that it does not say again what stands above it."""

from collections.abc import Iterator

from ...content.article import Article
from ...content.standard_page import StandardPage
from ...problems import Problem
from ...reading.entries import Entry


def repeated_title(entry: Entry[Article] | Entry[StandardPage]) -> Iterator[Problem]:
    """Yield a warning where the text below a title starts with the same words."""
    words, place = entry.model.text.first_words
    if words and _letters(words) == _letters(entry.model.title):
        what = "This line repeats the title, which stands above it on the page."
        yield Problem(entry.tree.path, *place, what, "Take it out.", "warning")


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
