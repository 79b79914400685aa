"""The house word list, ``docs/.words.yml``: what we do not write, what instead, and why."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from ...content.value_types import Phrase, Sentence, Strict, Unique
from ...markdown.text_blocks import TextBlock
from ...problems import ContentError
from ...reading.text_file import read_text
from ...reading.validation import keys_in, validate
from ...reading.yaml.yaml_tree import parse_yaml

WORDS_FILE = ".words.yml"
"""The list's name inside ``docs/``; the dot keeps it out of the site."""


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) and value.strip() else value


class HouseWord(Strict):
    """One entry: words to avoid, and what to write."""

    avoid: Annotated[list[Phrase], Unique, BeforeValidator(_listed)] = Field(
        description="A word or a few words, or a list of them. Capitals make no difference.",
        min_length=1,
        max_length=20,
    )
    say: Phrase = Field(description="What to write instead.")
    why: Sentence = Field(description="The reason, in one sentence.")


class HouseWords(Strict):
    """The whole list."""

    words: list[HouseWord] = Field(
        default=[], description="What we do not write, and what we write instead."
    )
    allow: list[Phrase] = Field(
        default=[],
        description="Words that are right here, whatever this list or the spelling check says: "
        "names, titles.",
    )

    def found_in(self, block: TextBlock) -> Iterator[tuple[int, str, HouseWord]]:
        """Yield each place in ``block`` with words to avoid, the words, and their entry."""
        if not self._entries:
            return
        allowed = self.allowed_in(block)
        for match in self._pattern.finditer(block.text):
            # A pattern takes a few odd letters, such as the long s, for others; a key does not.
            entry = self._entries.get(_key(match[0]))
            if entry and not any(s < match.end() and match.start() < e for s, e in allowed):
                yield match.start(), match[0], entry

    def allowed_in(self, block: TextBlock) -> list[tuple[int, int]]:
        """Return where, in the text of ``block``, words stand that are allowed."""
        if not self.allow:
            return []
        return [match.span() for match in self._allowed.finditer(block.text)]

    @cached_property
    def _entries(self) -> dict[str, HouseWord]:
        return {_key(words): entry for entry in self.words for words in entry.avoid}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _any_of(self._entries)

    @cached_property
    def _allowed(self) -> re.Pattern[str]:
        return _any_of(_key(words) for words in self.allow)


def load_house_words(docs: Path, prefix: str) -> HouseWords:
    """Return the list that stands in ``docs``; an empty one where there is none.

    Raises ``ContentError`` with every problem of the file.
    """
    file = docs / WORDS_FILE
    if not file.is_file():
        return HouseWords()
    path = prefix + WORDS_FILE
    tree = parse_yaml(read_text(file, path), path, keys=keys_in(HouseWords))
    found = validate(HouseWords, tree)
    # A sign nobody sees keeps a word from ever being found.
    problems = [replace(warning, severity="error") for warning in tree.warnings]
    seen: set[str] = set()
    for index, entry in enumerate(found.words):
        for words in entry.avoid:
            if _key(words) in seen:
                what = f'"{words}" stands in this list twice.'
                at = ("words", index, "avoid")
                problems.append(tree.problem(at, what, "Keep one of them."))
            seen.add(_key(words))
    if problems:
        raise ContentError(problems)
    return found


def _key(words: str) -> str:
    """Return ``words`` as they are compared: small letters, straight apostrophes."""
    return " ".join(words.lower().replace("\u2019", "'").split())


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of ``phrases`` as whole words, the longest first."""
    longest = sorted(phrases, key=len, reverse=True)
    choices = "|".join(re.escape(phrase).replace("'", "['\u2019]") for phrase in longest)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)
