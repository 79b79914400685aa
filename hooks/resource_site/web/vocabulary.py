"""The words a site holds, in the few bytes that a browser needs to mend a slip in spelling."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

MOST = 12_000
"""Characters of the encoded list, under 7 KB when a host compresses it; ours has 9,000."""

_COMMON = 1 / 8
"""A word on more than this share of the pages is common."""

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(r"['\u2018\u2019\u02bc\u00ad\u200b-\u200f\u2060\ufeff]")
_NOT_DECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "\u0131": "i"}
)
_LETTERS_KEPT = re.compile(r"[łŁøØđĐßæÆœŒ\u0131]")
_SHORTEST_STEM = 3


def fold(text: str) -> str:
    """Return ``text`` in small letters, without marks on letters or signs nobody sees.

    ``components/search/words.js`` does the same to what somebody types.
    """
    seen = _UNSEEN.sub("", text.lower())
    if seen.isascii():
        return seen
    letters = unicodedata.normalize("NFKD", seen)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.translate(_NOT_DECOMPOSED)


def words_in(text: str) -> list[str]:
    """Return the words of ``text``, folded."""
    return _WORD.findall(fold(text))


def words_with_letters_kept(text: str) -> list[str]:
    """Return, folded, the words of ``text`` with letters that the search engine does not fold.

    It takes marks off letters ("é"), but not the stroke through an "ł".
    """
    if not _LETTERS_KEPT.search(text):
        return []
    return sorted({fold(word) for word in _WORD.findall(text) if _LETTERS_KEPT.search(word)})


def count_pages(texts: Iterable[str]) -> Counter[str]:
    """Return on how many of ``texts`` each word stands."""
    pages: Counter[str] = Counter()
    known: dict[str, list[str]] = {}
    for text in texts:
        parts = set(text.split())  # most of a page's words stand on other pages too
        for part in parts.difference(known):
            known[part] = [word for word in words_in(part) if not word.isdigit()]
        pages.update({word for part in parts for word in known[part]})
    return pages


def coded(pages: Mapping[str, int], total: int) -> tuple[str, bool]:
    """Return the words of ``pages`` as one text, and whether all of them are in it.

    ``pages`` says on how many of all pages (``total``) each word stands. Of each word the text
    holds how many letters it shares with the one before (A for none), its other letters, and a
    comma if it is common. A word with an s at its end is left out where the one
    without is there. A long list keeps the most common.
    """
    kept = {word: count for word, count in pages.items() if not _is_plural(word, pages)}
    text = _front_coded(kept, total)
    is_whole = len(text) <= MOST
    if not is_whole:
        common = sorted(kept, key=lambda word: (-kept[word], word))
        share = MOST / len(text)
        while len(text) > MOST:
            most = {word: kept[word] for word in common[: int(len(common) * share)]}
            text = _front_coded(most, total)
            share *= 0.95
    return text, is_whole


def _is_plural(word: str, pages: Mapping[str, int]) -> bool:
    return word.endswith("s") and len(word) > _SHORTEST_STEM and word[:-1] in pages


def _front_coded(pages: Mapping[str, int], total: int) -> str:
    parts: list[str] = []
    before = ""
    for word in sorted(pages):
        shared = 0
        while shared < min(len(word), len(before), 25) and word[shared] == before[shared]:
            shared += 1
        common = pages[word] > total * _COMMON
        parts.append(f"{chr(ord('A') + shared)}{word[shared:]}{',' * common}")
        before = word
    return "".join(parts)
