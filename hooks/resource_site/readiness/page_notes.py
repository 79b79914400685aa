"""What a preview tells staff about the file behind a page."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ..content.loading import Loaded
from ..problems import Problem
from ..words.hard_words import hard_words
from ..words.reading_age import MOST_AGE, reading_age_of
from .file_words import file_words
from .findings import readiness


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


def page_notes(loaded: Loaded, problems: Iterable[Problem], today: date) -> dict[str, PageNotes]:
    """Return the notes about every file that has a page, by its path inside ``docs/``.

    ``problems`` are those found while the content was loaded.
    """
    files = list(file_words(loaded))
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in sorted({*problems, *readiness(loaded, today, files)}):
        found[problem.path].append(problem)
    notes = {}
    for words in files:
        source = words.path.removeprefix(loaded.prefix)
        notes[source] = PageNotes(
            words.path,
            found[words.path],
            reading_age_of(words.measured) if words.has_reading_age else None,
            [(word, line) for word, line, _ in hard_words(words.all)],
        )
    for entry in loaded.entries.publications:
        about = notes[entry.model.source]
        if entry.model.withdrawn:  # it needs no more reviews
            continue
        about.review_due = entry.model.review_due
        about.is_overdue = entry.model.review_due < today
    return notes
