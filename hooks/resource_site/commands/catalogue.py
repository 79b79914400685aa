"""The articles and checklists as staff look after them: in what state, and due when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from ..checks.site_check import find_docs, load_all
from ..clock import today
from ..problems import Problem
from ..reading.entries import Entries

DUE_SOON = timedelta(days=30)
"""How long before the day a review is called due."""


@dataclass(frozen=True)
class Row:
    """One article or checklist."""

    kind: str
    slug: str
    title: str
    state: str
    """``draft``, ``scheduled`` (its day is to come), ``overdue``, ``due``, ``published`` or
    ``withdrawn``."""
    published: date
    reviewed: date
    review_due: date
    file: str


def read_shelf(config: Path) -> tuple[list[Row], list[Problem]]:
    """Return a row for each article and checklist that can be read, and all problems."""
    loaded, _, problems = load_all(config, find_docs(config))
    return list(_rows(loaded.entries, loaded.prefix, today())), problems


def _rows(entries: Entries, prefix: str, day: date) -> Iterable[Row]:
    for entry in entries.publications:
        model = entry.model
        state: str = model.state(day)
        if state == "published" and model.review_due < day:
            state = "overdue"
        elif state == "published" and model.review_due <= day + DUE_SOON:
            state = "due"
        yield Row(
            kind=model.kind,
            slug=model.slug,
            title=model.title,
            state=state,
            published=model.published,
            reviewed=model.reviewed,
            review_due=model.review_due,
            file=prefix + model.source,
        )
