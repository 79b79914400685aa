"""The list of a site's words that a browser gets: whole while it is small, and soon unpacked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_site.web.vocabulary import MOST, coded, count_pages, fold, words_in

LETTERS = st.text(alphabet="abcdeés'\u2019", min_size=1, max_size=12)


def decoded(text: str) -> dict[str, int]:
    """Return the words as ``components/search-words/words.js`` unpacks them."""
    words: dict[str, int] = {}
    word = ""
    for shared, rest, common in re.findall(r"([A-Z])([^A-Z,;]+)([,;]?)", text):
        word = word[: ord(shared) - 65] + rest
        words[word] = {"": 0, ",": 2, ";": 4}[common]
    return words


@given(st.lists(st.lists(LETTERS, max_size=20), max_size=9))
def test_every_word_comes_back_or_the_one_it_is_the_plural_of(pages: list[list[str]]) -> None:
    counts = count_pages(" ".join(words) for words in pages)
    text, whole = coded(counts)
    assert whole
    found = decoded(text)
    assert found.keys() <= counts.keys()
    for word in counts:
        stem = word
        while stem not in found:
            assert stem.endswith("s")
            stem = stem[:-1]


def test_a_large_site_keeps_the_most_common_words() -> None:
    counts = {f"{word:x}": 1 for word in range(16**4, 16**4 + 20_000)} | {"interview": 9}
    text, whole = coded(counts)
    assert not whole
    assert len(text) <= MOST
    assert decoded(text)["interview"] == 2


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Łukasz", "lukasz"),
        ("café", "cafe"),
        ("don\u2019t", "dont"),
        ("inter\u00adview", "interview"),
    ],
)
def test_marks_and_signs_nobody_sees_make_no_difference(typed: str, folded: str) -> None:
    assert fold(typed) == folded
    assert words_in(f"“{typed}”") == [folded]
