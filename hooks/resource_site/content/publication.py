"""What an article and a checklist have in common: when, by whom, on which shelf, from where."""

from calendar import monthrange
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .value_types import (
    Address,
    Citation,
    Day,
    Different,
    Months,
    Phrase,
    Sentence,
    Slug,
    Strict,
    Summary,
    Title,
    Url,
)

State = Literal["draft", "scheduled", "withdrawn", "published"]

OVERDUE_AFTER = 3
"""Months from the day a review is due until readers are told that it did not happen."""

FAR_AHEAD = 24
"""Months; nobody plans the day of a page so far ahead, so the year is likely mistyped."""


class Source(Strict):
    """Where a fact comes from."""

    title: Citation
    """The name of the law, page or book. 140 characters at most."""
    url: Url
    """Its full web address."""


class Publication(Strict):
    """The keys an article's front matter and a checklist's file share."""

    title: Title
    """The large heading. 70 characters at most."""
    summary: Summary
    """One sentence, for lists and search engines. 160 characters at most."""
    topics: Annotated[list[Slug], Field(min_length=1, max_length=6), Different]
    """The shelves it stands on: 1 to 6 slugs from topics.yml."""
    published: Day
    """The day readers first see it: year-month-day."""
    reviewed: Day
    """The day you last checked its facts; readers see it."""
    review_every: Months = 12
    """How long until the facts are to be checked again: months or years."""
    author: Phrase | None = None
    """Who wrote it; if left out, the organisation."""
    sources: Annotated[list[Source], Field(max_length=50)] = []
    """Where its facts come from; an empty list says that there are none to prove."""
    moved_from: Annotated[list[Address], Field(max_length=50)] = []
    """Old names of the file: their addresses lead here, and answers kept under them are found."""
    withdrawn: Sentence | None = None
    """Why readers no longer find this here, in a sentence that they read in its place."""
    urgent_help: bool = False
    """Show who to call when it all feels too much; for what touches despair."""
    draft: bool = False
    """True keeps it from readers."""

    def state(self, today: date) -> State:
        """Tell whether readers see this on the day ``today``."""
        if self.draft:
            return "draft"
        if self.published > today:
            return "scheduled"
        return "withdrawn" if self.withdrawn else "published"

    @property
    def changed(self) -> date:
        """Return the day its words were last new or checked."""
        return max(self.published, self.reviewed)

    @property
    def review_due(self) -> date:
        """Return the day by which its facts are to be checked again."""
        return _months_after(self.reviewed, self.review_every)

    def is_far_ahead(self, today: date) -> bool:
        """Tell whether its day is so far away, on the day ``today``, that it is likely a slip."""
        return self.published > _months_after(today, FAR_AHEAD)

    def is_overdue(self, today: date) -> bool:
        """Tell whether its review is so late, on the day ``today``, that readers should know."""
        return _months_after(self.reviewed, self.review_every + OVERDUE_AFTER) < today


def _months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
