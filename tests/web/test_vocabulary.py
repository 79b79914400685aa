"""The list of a site's words that a browser gets: whole while it is small, and soon unpacked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_site.web.vocabulary import (
    MOST,
    coded,
    count_pages,
    fold,
    words_in,
    words_with_letters_kept,
)

LETTERS = st.text(alphabet="abcdeés'\u2019", min_size=1, max_size=12)


def decoded(text: str) -> dict[str, bool]:
    """Return the words as ``components/search-words/words.js`` unpacks them."""
    words: dict[str, bool] = {}
    word = ""
    for shared, rest, comma in re.findall(r"([A-Z])([^A-Z,]+)(,?)", text):
        word = word[: ord(shared) - 65] + rest
        words[word] = bool(comma)
    return words


@given(st.lists(st.lists(LETTERS, max_size=20), max_size=9))
def test_every_word_comes_back_or_the_one_it_is_the_plural_of(pages: list[list[str]]) -> None:
    counts = count_pages(" ".join(words) for words in pages)
    text, whole = coded(counts, len(pages))
    assert whole
    found = decoded(text)
    assert found.keys() <= counts.keys()
    assert all(common == (counts[word] > len(pages) / 8) for word, common in found.items())
    for word in counts:
        stem = word
        while stem not in found:
            assert stem.endswith("s")
            stem = stem[:-1]


def test_a_large_site_keeps_the_most_common_words() -> None:
    counts = {f"{word:x}": 1 for word in range(16**4, 16**4 + 20_000)} | {"interview": 9}
    text, whole = coded(counts, 50)
    assert not whole
    assert len(text) <= MOST
    found = decoded(text)
    assert [word for word, common in found.items() if common] == ["interview"]


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


def test_only_words_with_letters_that_the_engine_does_not_fold_are_added() -> None:
    text = "Æsa and Łukasz asked Zoë in a café: I think so, Łukasz."
    assert words_with_letters_kept(text) == ["aesa", "lukasz"]
