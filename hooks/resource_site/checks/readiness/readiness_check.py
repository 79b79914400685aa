"""Everything that is not ready to be published, in one list."""

from collections.abc import Iterator
from datetime import date

from ...problems import ContentError, Problem
from ...reading.file_templates import PLACEHOLDER_TEXT
from ..content_loader import LoadedContent
from ..prose.house_words import HouseWords, load_house_words
from ..prose.prose_check import reading_findings, word_findings
from .file_words import FileWords, file_words
from .publication_dates import publication_findings
from .titles import title_findings

MAX_KILOBYTES = 300
"""Of a picture: about three seconds on a slow phone; a photograph of 1,600 pixels fits."""

_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def readiness(loaded: LoadedContent, today: date) -> list[Problem]:
    """Return warnings and notes about all of ``loaded`` on the day ``today``.

    A house word list that cannot be read is an error among the rest; the words are then not
    checked against it.
    """
    house, problems = house_words(loaded)
    problems += site_findings(loaded, today)
    for file in file_words(loaded):
        problems += file_findings(file, house)
    return problems


def house_words(loaded: LoadedContent) -> tuple[HouseWords, list[Problem]]:
    """Return the house word list, and why it cannot be read if that is so."""
    try:
        return load_house_words(loaded.docs, loaded.prefix), []
    except ContentError as error:
        return HouseWords(), list(error.problems)


def site_findings(loaded: LoadedContent, today: date) -> Iterator[Problem]:
    """Yield what is not ready but for words: reviews, sources, drafts, titles, pictures, slips."""
    for tree in loaded.entries.all_trees:
        yield from tree.warnings
    for entry in loaded.entries.publications:
        yield from publication_findings(entry, today)
    yield from title_findings(loaded.entries)
    for body in loaded.entries.bodies:
        yield from body.text.warnings
    yield from _heavy_pictures(loaded)


def file_findings(file: FileWords, house: HouseWords) -> Iterator[Problem]:
    """Yield what the words of one file could be."""
    yield from word_findings(file.path, file.all, house)
    if not file.is_draft:
        yield from _leftovers(file)
    if file.has_reading_age:
        yield from reading_findings(file.path, file.measured)


def _heavy_pictures(loaded: LoadedContent) -> Iterator[Problem]:
    """Yield a warning for each picture that is slow to load."""
    for source in loaded.files:
        if not source.lower().endswith(_PICTURES):
            continue
        kilobytes = (loaded.docs / source).stat().st_size / 1024
        if kilobytes > MAX_KILOBYTES:
            what = f"This picture has {kilobytes:.0f} KB; {MAX_KILOBYTES} is the most."
            fix = "Save it smaller: 1,600 pixels wide at most, as a JPEG or WebP of medium quality."
            yield Problem(loaded.prefix + source, 1, 1, what, fix, "warning")


def _leftovers(file: FileWords) -> Iterator[Problem]:
    """Yield a warning for each text that came with a new file and that nobody has changed."""
    for block in file.all:
        if block.text in PLACEHOLDER_TEXT:
            what = f'"{block.text}" came with the new file, for you and not for readers.'
            fix = "Write your own words in its place, or delete it."
            yield Problem(file.path, *block.place_at(0), what, fix, "warning")
