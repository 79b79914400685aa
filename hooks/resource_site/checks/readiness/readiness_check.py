"""All warnings about content that is not ready to be published."""

from collections.abc import Iterator
from datetime import date

from ...problems import ContentError, Problem
from ...reading.file_templates import PLACEHOLDER_TEXT
from ..content_loader import LoadedContent
from ..prose.house_words import HouseWords, load_house_words
from ..prose.prose_check import reading_findings, word_findings
from .duplicate_titles import title_findings
from .file_prose import FileProse, prose_by_file
from .publication_check import awaited_word, easy_read_findings, publication_findings

MAX_KILOBYTES = 300
"""Of a drawing or a GIF, which takes three seconds on slow mobile data."""

_UNCHANGED = (".gif", ".svg")
"""Pictures that the build does not make smaller."""


def readiness(loaded: LoadedContent, today: date) -> list[Problem]:
    """Return warnings and notes about all content, and errors of the house word list."""
    house, problems = house_words(loaded)
    problems += site_findings(loaded, today)
    for file in prose_by_file(loaded):
        problems += file_findings(file, house)
    return problems


def house_words(loaded: LoadedContent) -> tuple[HouseWords, list[Problem]]:
    """Return the house word list and its problems; with any, the list is empty."""
    try:
        return load_house_words(loaded.docs, loaded.prefix), []
    except ContentError as error:
        return HouseWords(), list(error.problems)


def site_findings(loaded: LoadedContent, today: date) -> Iterator[Problem]:
    """Yield warnings and notes about everything but prose."""
    for tree in loaded.entries.all_trees:
        yield from tree.warnings
    for entry in loaded.entries.publications:
        yield from publication_findings(entry, today)
    for page in loaded.entries.pages:
        yield from awaited_word(page, page.model.awaiting)
    articles = {entry.model.slug: entry for entry in loaded.entries.articles}
    for easy_read in loaded.entries.easy_reads:
        yield from easy_read_findings(easy_read, articles)
    yield from title_findings(loaded.entries)
    for body in loaded.entries.bodies:
        yield from body.text.warnings
    yield from _heavy_pictures(loaded)


def file_findings(file: FileProse, house: HouseWords) -> Iterator[Problem]:
    """Yield warnings about the prose of one file."""
    yield from word_findings(file.path, file.text_blocks, house, max_words=file.max_words)
    if not file.is_draft:
        yield from _placeholder_text(file)
    if file.max_reading_age:
        yield from reading_findings(file.path, file.measured, file.max_reading_age)


def _heavy_pictures(loaded: LoadedContent) -> Iterator[Problem]:
    """Yield a warning for each picture over ``MAX_KILOBYTES``."""
    for source in loaded.files:
        if not source.lower().endswith(_UNCHANGED):
            continue
        kilobytes = (loaded.docs / source).stat().st_size / 1024
        if kilobytes > MAX_KILOBYTES:
            what = f"This picture has {kilobytes:.0f} KB; {MAX_KILOBYTES} is the most."
            fix = "Save it smaller, with fewer points or frames, or as a PNG or JPEG."
            yield Problem(loaded.prefix + source, 1, 1, what, fix, "warning")


def _placeholder_text(file: FileProse) -> Iterator[Problem]:
    """Yield a warning for each placeholder text of the template of a new file."""
    for block in file.text_blocks:
        if block.text in PLACEHOLDER_TEXT:
            what = f'"{block.text}" came with the new file, for you and not for readers.'
            fix = "Write your own words in its place, or delete it."
            yield Problem(file.path, *block.place_at(0), what, fix, "warning")
