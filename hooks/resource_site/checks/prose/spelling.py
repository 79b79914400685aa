"""British spelling, from codespell's lists of common misspellings.

Unlike a dictionary, they raise no false alarms about names and new words. The list of British
words with their American spelling is read the other way round.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ...markdown.text_blocks import TextBlock

# Whole words: not "nd" in "2nd" or "x" in "x_y".
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['\u2019][^\W\d_]+)*(?!\w)")

# Listed as American, but right in British English too, at least in one sense.
_BRITISH_TOO = """
analog biased cognizant dialog dialogs focused focuses focusing judgment judgments lambaste
lambastes license licensed licenses licensing meter meters overwritable practice practices
program refocused refocuses refocusing routing specialties specialty stories story writable
"""

# Missing in codespell's list.
_AMERICAN_TOO = """
counseling=counselling fueled=fuelled fueling=fuelling harbor=harbour harbors=harbours
jewelry=jewellery mom=mum moms=mums neighborhood=neighbourhood neighborhoods=neighbourhoods
theater=theatre theaters=theatres traveled=travelled traveler=traveller travelers=travellers
traveling=travelling
"""


def misspellings(block: TextBlock) -> Iterator[tuple[int, str, str, bool]]:
    """Yield the offset, the word, the correction, and whether the word is American spelling."""
    for match in _WORD.finditer(block.text):
        if match[0].isupper():  # an abbreviation
            continue
        whole = match[0].lower().replace("\u2019", "'")
        # The lists hold "don't" and its like whole, and no word with the "'s" of an owner.
        for word in dict.fromkeys((whole, whole.removesuffix("'s"))):
            american = american_spellings().get(word)
            if correction := american or _corrections().get(word):
                yield match.start(), match[0][: len(word)], correction, bool(american)
                break


@cache
def american_spellings() -> dict[str, str]:
    """Return British spellings by their American ones."""
    british = _read("dictionary_en-GB_to_en-US.txt")
    allowed = _BRITISH_TOO.split()
    more = dict(pair.split("=") for pair in _AMERICAN_TOO.split())
    return {us: uk for uk, us in british.items() if us not in allowed} | more


@cache
def _corrections() -> dict[str, str]:
    return _read("dictionary.txt")


def _read(name: str) -> dict[str, str]:
    """Return one of codespell's lists, with lines "misspelling->correction".

    Of several corrections, each ends in a comma, and a reason not to correct may follow the last.
    """
    text = files("codespell_lib").joinpath("data", name).read_text(encoding="utf-8")
    pairs = (line.split("->", 1) for line in text.splitlines() if "->" in line)
    return {misspelling: _choices(corrections) for misspelling, corrections in pairs}


def _choices(corrections: str) -> str:
    words = [word.strip() for word in corrections.split(",")]
    return '" or "'.join(words[:-1] if len(words) > 1 else words)
