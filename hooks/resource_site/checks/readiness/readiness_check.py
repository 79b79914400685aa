"""Everything that is not ready to be published, in one list."""

from collections.abc import Iterator
from datetime import date

from ...problems import ContentError, Problem
from ..content_loader import LoadedContent
from ..prose.house_words import HouseWords, load_house_words
from ..prose.prose_check import reading_findings, word_findings
from .file_words import FileWords, file_words
from .picture_sizes import heavy_pictures
from .placeholder_text import leftovers
from .publication_dates import publication_findings
from .titles import title_findings


def readiness(loaded: LoadedContent, today: date) -> list[Problem]:
    """Return warnings and notes about all of ``loaded`` on the day ``today``.

    A house word list that cannot be read is an error among the rest; the words are then not
    checked against it.
    """
    house, problems = house_words(loaded)
    problems += site_findings(loaded, today)
    drafts = draft_paths(loaded)
    for file in file_words(loaded):
        problems += file_findings(file, house, is_draft=file.path in drafts)
    return problems


def house_words(loaded: LoadedContent) -> tuple[HouseWords, list[Problem]]:
    """Return the house word list, and why it cannot be read if that is so."""
    try:
        return load_house_words(loaded.docs, loaded.prefix), []
    except ContentError as error:
        return HouseWords(), list(error.problems)


def draft_paths(loaded: LoadedContent) -> set[str]:
    """Return the paths of the files that are drafts."""
    return {entry.tree.path for entry in loaded.entries.publications if entry.model.draft}


def site_findings(loaded: LoadedContent, today: date) -> Iterator[Problem]:
    """Yield what is not ready but for words: reviews, sources, drafts, titles, pictures, slips."""
    for tree in loaded.entries.all_trees:
        yield from tree.warnings
    for entry in loaded.entries.publications:
        yield from publication_findings(entry, today)
    yield from title_findings(loaded.entries)
    for body in loaded.entries.bodies:
        yield from body.text.warnings
    yield from heavy_pictures(loaded.docs, loaded.prefix, loaded.files)


def file_findings(file: FileWords, house: HouseWords, *, is_draft: bool) -> Iterator[Problem]:
    """Yield what the words of one file could be."""
    yield from word_findings(file.path, file.all, house)
    if not is_draft:
        yield from leftovers(file.path, file.all)
    if file.has_reading_age:
        yield from reading_findings(file.path, file.measured)
