"""Spelling in British English, from the lists that codespell brings.

Codespell lists common slips and what was meant, so it never stops at a name or a new word, as a
dictionary does. Its list of British words in American spelling is read the other way round.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ...markdown.text_blocks import TextBlock

# Whole words: not the letters of "2nd", and no part of a name such as "x_y".
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['\u2019][^\W\d_]+)*(?!\w)")

# Codespell means these as American, and they are British words too, or British in some sense.
_BRITISH_TOO = """
analog biased cognizant dialog dialogs focused focuses focusing judgment judgments lambaste
lambastes license licensed licenses licensing meter meters overwritable practice practices
program refocused refocuses refocusing routing specialties specialty stories story writable
"""

# Common words that codespell's list lacks.
_AMERICAN_TOO = """
counseling=counselling fueled=fuelled fueling=fuelling harbor=harbour harbors=harbours
jewelry=jewellery mom=mum moms=mums neighborhood=neighbourhood neighborhoods=neighbourhoods
theater=theatre theaters=theatres traveled=travelled traveler=traveller travelers=travellers
traveling=travelling
"""


def misspellings(block: TextBlock) -> Iterator[tuple[int, str, str, bool]]:
    """Yield each slip: its place in the text, the word, what was meant, and if it is American."""
    for match in _WORD.finditer(block.text):
        if match[0].isupper():  # an abbreviation
            continue
        whole = match[0].lower().replace("\u2019", "'")
        # The lists hold "don't" and its like whole, and no word with the "'s" of an owner.
        for word in dict.fromkeys((whole, whole.removesuffix("'s"))):
            american = american_spellings().get(word)
            if meant := american or _slips().get(word):
                yield match.start(), match[0][: len(word)], meant, bool(american)
                break


@cache
def american_spellings() -> dict[str, str]:
    """Return words as Americans spell them, each with its British spelling."""
    british = _read("dictionary_en-GB_to_en-US.txt")
    right = _BRITISH_TOO.split()
    more = dict(pair.split("=") for pair in _AMERICAN_TOO.split())
    return {us: uk for uk, us in british.items() if us not in right} | more


@cache
def _slips() -> dict[str, str]:
    return _read("dictionary.txt")


def _read(name: str) -> dict[str, str]:
    """Return a list of codespell's: a slip, an arrow, what may be meant with commas between.

    After the last comma may stand why codespell itself changes nothing; that is left out.
    """
    text = files("codespell_lib").joinpath("data", name).read_text(encoding="utf-8")
    pairs = (line.split("->", 1) for line in text.splitlines() if "->" in line)
    return {slip: _meant(meant) for slip, meant in pairs}


def _meant(text: str) -> str:
    words = [word.strip() for word in text.split(",")]
    choices = words[:-1] if len(words) > 1 else words
    return '" or "'.join(choices)
