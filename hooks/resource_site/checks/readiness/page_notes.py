"""What a preview tells staff about the file behind a page."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from pydantic import TypeAdapter

from ...incremental.fingerprint import fingerprint
from ...incremental.manifest import Manifest
from ...problems import Problem
from ..content_loader import LoadedContent
from ..prose.hard_words import hard_words
from ..prose.house_words import HouseWords
from ..prose.reading_age import MOST_AGE, reading_age_of
from .file_words import FileWords, file_words
from .readiness_check import file_findings, house_words, site_findings


@dataclass
class PageNotes:
    """About one file: what to mend or look at, and how it stands."""

    path: str
    findings: list[Problem] = field(default_factory=list)
    reading_age: float | None = None
    """Nothing where the text is too short to measure."""
    hard_words: list[tuple[str, int]] = field(default_factory=list)
    """Words few children know, each with its line; some are the right ones."""
    review_due: date | None = None
    is_overdue: bool = False
    most_age: int = MOST_AGE


_WORD_NOTES = TypeAdapter(tuple[list[Problem], float | None, list[tuple[str, int]]])


def page_notes(
    loaded: LoadedContent, problems: Iterable[Problem], today: date, manifest: Manifest
) -> dict[str, PageNotes]:
    """Return the notes about every file that has a page, by its path inside ``docs/``.

    ``problems`` are those found while the content was loaded. ``manifest`` remembers what was
    found in the words of files that did not change.
    """
    house, of_list = house_words(loaded)
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in sorted({*problems, *of_list, *site_findings(loaded, today)}):
        found[problem.path].append(problem)
    listed = fingerprint(house)
    notes = {}
    for file in file_words(loaded):
        source = file.path.removeprefix(loaded.prefix)
        digest = loaded.digests.get(source)
        name, key = f"words {file.path}", f"{digest} {listed} {file.is_draft}"
        of_words = manifest.get(name, key, _WORD_NOTES) if digest else None
        if of_words is None:
            of_words = _word_notes(file, house)
            if digest:
                manifest.put(name, key, of_words, _WORD_NOTES)
        findings, age, hard = of_words
        notes[source] = PageNotes(file.path, sorted({*found[file.path], *findings}), age, hard)
    for entry in loaded.entries.publications:
        about = notes[entry.model.source]
        if entry.model.withdrawn:  # it needs no more reviews
            continue
        about.review_due = entry.model.review_due
        about.is_overdue = entry.model.review_due < today
    return notes


def _word_notes(
    file: FileWords, house: HouseWords
) -> tuple[list[Problem], float | None, list[tuple[str, int]]]:
    """Return what the words of one file give: findings, the reading age, hard words by line."""
    age = reading_age_of(file.measured) if file.has_reading_age else None
    hard = [(word, line) for word, line, _ in hard_words(file.all)]
    return list(file_findings(file, house)), age, hard
