"""What search knows besides the pages, ``docs/search.yml``: words of crisis, and other words."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from ..content.fields.field_types import Slug, Strict, Unique, key
from ..content.fields.text_limits import Phrase
from ..problems import ContentError, Problem
from ..reading.text_file import read_text
from ..reading.validation import keys_in, validate
from ..reading.yaml.yaml_tree import parse_yaml

SEARCH_FILE = "search.yml"
"""The file's name inside ``docs/``."""


class Crisis(Strict):
    """Which words show who to call, above all results."""

    find: Phrase = key("Search for", "Words to search for in their place; they find what helps.")
    phrases: Annotated[list[Phrase], Unique] = key(
        "Words of crisis",
        "What somebody may type. Small letters; slips in spelling are found too.",
        entry="Phrase",
        min_length=1,
    )


class OtherWords(Strict):
    """One entry: what readers type, and what we call it."""

    typed: Annotated[list[Phrase], Unique] = key(
        "What readers type",
        "Words or phrases that readers type.",
        entry="Phrase",
        min_length=1,
        max_length=30,
    )
    find: Phrase = key("What we call it", "The words of our pages to search for as well.")
    missing: bool = key(
        "We have nothing on it",
        "True where we have nothing on it: readers are told so, and see what is near.",
        hint="Readers are told so, and see what is near.",
        default=False,
    )
    topic: Slug | None = key(
        "Nearest topic",
        "The topic that is nearest, by its slug in topics.yml.",
        hint="The topic that is nearest.",
        default=None,
    )


class SearchWords(Strict):
    """The whole file."""

    crisis: Crisis | None = key(
        "Crisis", "Words of despair or danger, which show who to call.", default=None
    )
    words: list[OtherWords] = key(
        "Other words",
        "Other words for what our pages are about.",
        default=[],
        entry="Other words",
    )


def load_search_words(
    docs: Path, prefix: str, topics: Collection[str]
) -> tuple[SearchWords, list[Problem]]:
    """Return the file that stands in ``docs``, and every problem of it.

    ``topics`` are the slugs it may name. Where there is no file, or a problem, it is empty.
    """
    file = docs / SEARCH_FILE
    if not file.is_file():
        return SearchWords(), []
    try:
        found, problems = _read(file, prefix + SEARCH_FILE, topics)
    except ContentError as error:
        return SearchWords(), list(error.problems)
    return (SearchWords() if problems else found), problems


def _read(file: Path, path: str, topics: Collection[str]) -> tuple[SearchWords, list[Problem]]:
    tree = parse_yaml(read_text(file, path), path, keys=keys_in(SearchWords))
    found = validate(SearchWords, tree)
    # A sign nobody sees keeps a word from ever being found.
    problems = [replace(warning, severity="error") for warning in tree.warnings]
    seen: set[str] = set()
    for index, entry in enumerate(found.words):
        if entry.topic is not None and entry.topic not in topics:
            what = f'There is no topic "{entry.topic}".'
            at = ("words", index, "topic")
            problems.append(tree.problem(at, what, "Use a slug from topics.yml."))
        for number, typed in enumerate(entry.typed):
            if typed.casefold() in seen:
                what = f'"{typed}" stands in this list twice.'
                place = ("words", index, "typed", number)
                problems.append(tree.problem(place, what, "Keep one of them."))
            seen.add(typed.casefold())
    return found, problems
