"""The house word list, ``docs/words.yml``: words to avoid, what to write instead, and why."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator

from ...content.fields.field_types import Strict, Unique, key
from ...content.fields.text_limits import Phrase, Sentence
from ...markdown.text_blocks import TextBlock
from ...problems import ContentError
from ...reading.text_file import read_text
from ...reading.validation import keys_in, validate
from ...reading.yaml.yaml_tree import parse_yaml

WORDS_FILE = "words.yml"
"""The path inside ``docs/``."""


def _to_list(value: Any) -> Any:
    return [value] if isinstance(value, str) and value.strip() else value


class HouseWord(Strict):
    """An entry of the list."""

    avoid: Annotated[list[Phrase], Unique, BeforeValidator(_to_list)] = key(
        "Words to avoid",
        "A word or a few words, or a list of them. Capitals make no difference.",
        hint="A word or a few words. Every form of a word needs a line of its own.",
        entry="Word",
        min_length=1,
        max_length=20,
    )
    say: Phrase = key("Say", "What to write instead.")
    why: Sentence = key("Why", "The reason, in one sentence.")


class HouseWords(Strict):
    """The whole list."""

    words: list[HouseWord] = key(
        "House words",
        "What we do not write, and what we write instead.",
        default=[],
        entry="House word",
    )
    allow: list[Phrase] = key(
        "Allowed",
        "Words that are right here, whatever this list or the spelling check says: names, titles.",
        default=[],
        entry="Allowed word",
    )

    def found_in(self, block: TextBlock) -> Iterator[tuple[int, str, HouseWord]]:
        """Yield the offset in ``block`` of all words to avoid, the words, and their entry."""
        if not self._entries:
            return
        allowed = self.allowed_in(block)
        for match in self._pattern.finditer(block.text):
            # Ignoring case, a pattern matches a long s (U+017F) for "s", which has no entry.
            entry = self._entries.get(_key(match[0]))
            if entry and not any(s < match.end() and match.start() < e for s, e in allowed):
                yield match.start(), match[0], entry

    def allowed_in(self, block: TextBlock) -> list[tuple[int, int]]:
        """Return the spans of allowed words in the text of ``block``."""
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
    """Return the list in the folder ``docs``, or an empty one if there is no file.

    ``prefix`` goes before the path in problems. Raises ``ContentError``.
    """
    file = docs / WORDS_FILE
    if not file.is_file():
        return HouseWords()
    path = prefix + WORDS_FILE
    tree = parse_yaml(read_text(file, path), path, keys=keys_in(HouseWords))
    house = validate(HouseWords, tree)
    # An error, as a word with an invisible character would never match.
    problems = [replace(warning, severity="error") for warning in tree.warnings]
    seen: set[str] = set()
    for index, entry in enumerate(house.words):
        for words in entry.avoid:
            if _key(words) in seen:
                what = f'"{words}" stands in this list twice.'
                location = ("words", index, "avoid")
                problems.append(tree.problem(location, what, "Keep one of them."))
            seen.add(_key(words))
    if problems:
        raise ContentError(problems)
    return house


def _key(words: str) -> str:
    """Return ``words`` normalised for comparison: lower case, straight apostrophes."""
    return " ".join(words.lower().replace("\u2019", "'").split())


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches any of ``phrases`` as whole words, the longest first."""
    longest = sorted(phrases, key=len, reverse=True)
    choices = "|".join(re.escape(phrase).replace("'", "['\u2019]") for phrase in longest)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)
