"""Warnings about what may not go out yet: distant dates, missing sources, untested Easy Reads."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ...content.article import Article
from ...content.checklist import Checklist
from ...content.forms import EasyRead
from ...problems import Problem
from ...reading.entries import Entry

_TEST_IT = 'Test it with people with learning disabilities, and say with whom under "tested_with:".'


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
    if isinstance(model, Article):
        yield from awaited_word(entry, model.awaiting)
    if isinstance(model, Article) and "sources" not in entry.tree.data:
        what = "This article does not say where its facts come from."
        fix = 'Add "sources:", or the line "sources: []" if it has no facts to prove.'
        yield entry.problem(("title",), what, fix, "warning")


def awaited_word(entry: Entry[Any], awaiting: str | None) -> Iterator[Problem]:
    """Yield a warning if somebody, ``awaiting``, still has to agree to an article or a page."""
    if awaiting:
        kind = getattr(entry.model, "kind", "page")
        what = f"This {kind} waits for the word of {awaiting}."
        fix = 'Ask them to read it. When they agree, delete the line "awaiting:".'
        yield entry.problem(("awaiting",), what, fix, "warning")


def overdue_review(entry: Entry[Article] | Entry[Checklist], today: date) -> Iterator[Problem]:
    """Yield a warning if the review of one article or checklist is overdue."""
    model = entry.model
    if not (model.draft or model.withdrawn) and model.review_due < today:
        what = f"The review of this {model.kind} was due on {model.review_due.isoformat()}."
        fix = 'Read it and check its facts, then write the day after "reviewed:".'
        yield entry.problem(("reviewed",), what, fix, "warning")


def easy_read_findings(
    entry: Entry[EasyRead], articles: Mapping[str, Entry[Article]]
) -> Iterator[Problem]:
    """Yield what one Easy Read still waits for; ``articles`` are all, by slug.

    That people with learning disabilities test it is a rule of "Making written information easier
    to understand for people with learning disabilities" (Department of Health, 2010), as are the
    limits of its sentences and the places of its pictures.
    """
    model, article = entry.model, articles.get(entry.model.slug)
    if model.draft:
        what = "This Easy Read is a draft, so readers cannot see it."
        fix = f'{_TEST_IT} Then delete the line "draft: true".'
        yield entry.problem(("draft",), what, fix, "note")
    elif not model.tested_with:
        what = "Nobody has tested this Easy Read yet, so readers cannot see it."
        fix = f'{_TEST_IT} Until then, write "draft: true".'
        yield entry.problem(("title",), what, fix, "warning")
    if article and article.model.reviewed > model.reviewed:
        what = (
            f"Its article was reviewed on {article.model.reviewed.isoformat()}, and this was not."
        )
        fix = 'Compare the two, and write the day after "reviewed:".'
        yield entry.problem(("reviewed",), what, fix, "note")
