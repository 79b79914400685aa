"""Notes for staff about the file of a page, which the preview shows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from pydantic import TypeAdapter

from ...incremental.fingerprint import fingerprint
from ...incremental.manifest import Manifest
from ...problems import Problem, in_order
from ..content_loader import HOME, LoadedContent
from ..prose.hard_words import hard_words
from ..prose.house_words import HouseWords
from ..prose.reading_age import MAX_READING_AGE, reading_age_of
from .file_prose import FileProse, prose_by_file
from .readiness_check import file_findings, house_words, site_findings
from .to_do import Task, tasks


@dataclass
class PageNotes:
    """The notes about one file."""

    path: str
    findings: list[Problem] = field(default_factory=list)
    reading_age: float | None = None
    """None if the text is too short to measure."""
    hard_words: list[tuple[str, int]] = field(default_factory=list)
    """Each with its line."""
    review_due: date | None = None
    is_overdue: bool = False
    max_reading_age: int = MAX_READING_AGE
    to_do: dict[str, list[Task]] = field(default_factory=dict)
    """On the home page: what is to do on the whole site, by what it is."""


_PROSE_NOTES = TypeAdapter(tuple[list[Problem], float | None, list[tuple[str, int]]])


def page_notes(
    loaded: LoadedContent, problems: Iterable[Problem], today: date, manifest: Manifest
) -> dict[str, PageNotes]:
    """Return the notes about every file that has a page or a finding, by its path in ``docs/``.

    ``problems`` are those found while loading. ``manifest`` caches the checks of prose.
    """
    house, list_problems = house_words(loaded)
    findings: dict[str, list[Problem]] = defaultdict(list)
    for problem in in_order([*problems, *list_problems, *site_findings(loaded, today)]):
        findings[problem.path].append(problem)
    house_hash = fingerprint(house)
    notes = {}
    for file in prose_by_file(loaded):
        source = file.path.removeprefix(loaded.prefix)
        digest = loaded.digests.get(source)
        name, key = f"words {file.path}", f"{digest} {house_hash} {file.is_draft}"
        prose = manifest.get(name, key, _PROSE_NOTES) if digest else None
        if prose is None:
            prose = _check_prose(file, house)
            if digest:
                manifest.put(name, key, prose, _PROSE_NOTES)
        prose_findings, age, hard = prose
        all_findings = in_order([*findings[file.path], *prose_findings])
        notes[source] = PageNotes(file.path, all_findings, age, hard)
        notes[source].max_reading_age = file.max_reading_age or MAX_READING_AGE
    publications = (entry.model for entry in loaded.entries.publications)
    still_there = (model for model in publications if not model.withdrawn)
    for model in (*still_there, *(entry.model for entry in loaded.entries.easy_reads)):
        notes[model.source].review_due = model.review_due
        notes[model.source].is_overdue = model.review_due < today
    for path, found in findings.items():  # of files without a page: lists, settings, pictures
        notes.setdefault(path.removeprefix(loaded.prefix), PageNotes(path, found))
    if HOME in notes:
        for group, task in tasks(loaded, notes):
            notes[HOME].to_do.setdefault(group, []).append(task)
    return notes


def _check_prose(
    file: FileProse, house: HouseWords
) -> tuple[list[Problem], float | None, list[tuple[str, int]]]:
    """Return the findings, the reading age and the hard words (with their lines) of one file."""
    age = reading_age_of(file.measured) if file.max_reading_age else None
    hard = [(word, line) for word, line, _ in hard_words(file.text_blocks)]
    return list(file_findings(file, house)), age, hard
