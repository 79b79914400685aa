"""Warnings about articles and checklists: distant dates, overdue reviews, missing sources."""

from collections.abc import Iterator
from datetime import date

from ...content.article import Article
from ...content.checklist import Checklist
from ...problems import Problem
from ...reading.entries import Entry


def publication_findings(
    entry: Entry[Article] | Entry[Checklist], today: date
) -> Iterator[Problem]:
    """Yield warnings about one article or checklist, or a note that it is a draft."""
    model = entry.model
    if model.draft:
        what = f"This {model.kind} is a draft, so readers cannot see it."
        fix = 'When it is ready, delete the line "draft: true".'
        yield entry.problem(("draft",), what, fix, "note")
        return
    if model.withdrawn:  # readers see only the reason
        return
    yield from overdue_review(entry, today)
    if model.is_far_ahead(today):
        what = f"The day {model.published.isoformat()} is more than two years away."
        fix = 'Check the year. If it is right, write "draft: true" until the day is nearer.'
        yield entry.problem(("published",), what, fix, "warning")
    if isinstance(model, Article) and model.awaiting:
        what = f"This article waits for the word of {model.awaiting}."
        fix = 'Ask them to read it. When they agree, delete the line "awaiting:".'
        yield entry.problem(("awaiting",), what, fix, "warning")
    if isinstance(model, Article) and "sources" not in entry.tree.data:
        what = "This article does not say where its facts come from."
        fix = 'Add "sources:", or the line "sources: []" if it has no facts to prove.'
        yield entry.problem(("title",), what, fix, "warning")


def overdue_review(entry: Entry[Article] | Entry[Checklist], today: date) -> Iterator[Problem]:
    """Yield a warning if the review of one article or checklist is overdue."""
    model = entry.model
    if not (model.draft or model.withdrawn) and model.review_due < today:
        what = f"The review of this {model.kind} was due on {model.review_due.isoformat()}."
        fix = 'Read it and check its facts, then write the day after "reviewed:".'
        yield entry.problem(("reviewed",), what, fix, "warning")
