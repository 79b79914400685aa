"""``Publication``: the keys that articles and checklists share."""

from calendar import monthrange
from datetime import date
from typing import Annotated, Literal

from .fields.field_types import (
    DRAFT,
    TITLE,
    URGENT_HELP,
    Address,
    Day,
    Months,
    Slug,
    Strict,
    Unique,
    Url,
    key,
)
from .fields.text_limits import Citation, Phrase, Sentence, Summary, Title

State = Literal["draft", "scheduled", "withdrawn", "published"]

OVERDUE_AFTER = 3
"""Months after a review was due at which readers are told that it is overdue."""

REVIEW_EVERY = 12
"""Months until facts are to be checked again, where a file names none."""

FAR_AHEAD = 24
"""Months from which a day of publication is likely mistyped."""


class Source(Strict):
    """The source of a fact."""

    title: Citation = key(
        "Name",
        "The name of the law, page or book. 140 characters at most.",
        hint="The name of the law, page or book.",
        examples=["Access to Work: get support if you have a disability (GOV.UK)"],
    )
    url: Url = key(
        "Web address",
        "Its full web address.",
        hint="Copy it from the browser. It starts with https://",
        examples=["https://www.gov.uk/access-to-work"],
    )


class Publication(Strict):
    """The base of an article's front matter and of a checklist's file."""

    title: Title = TITLE
    summary: Summary = key(
        "Summary",
        "One sentence, for lists and search engines. 160 characters at most.",
        hint="One sentence, for lists and search engines.",
    )
    topics: Annotated[list[Slug], Unique] = key(
        "Topics",
        "The topics it is listed under: 1 to 6 slugs from topics.yml.",
        hint="The topics it is listed under.",
        examples=[["before-an-interview"]],
        min_length=1,
        max_length=6,
    )
    published: Day = key(
        "Published",
        "The day readers first see it: year-month-day.",
        hint="The day readers first see it. It may be a day to come.",
        examples=["2026-11-01"],
    )
    reviewed: Day = key(
        "Reviewed",
        "The day you last checked its facts; readers see it.",
        hint="The day you last checked its facts. Readers see it.",
        examples=["2026-11-01"],
    )
    review_every: Months = key(
        "Review every",
        "How long until the facts are to be checked again: months or years.",
        default=REVIEW_EVERY,
        hint="Such as 12 months, or 2 years.",
        examples=["12 months", "2 years"],
    )
    author: Phrase | None = key(
        "Author",
        "Who wrote it; if left out, the organisation.",
        default=None,
        hint="Who wrote it. If left out, the organisation.",
    )
    sources: list[Source] = key(
        "Sources",
        "Where its facts come from; an empty list says that there are none to prove.",
        default=[],
        hint="Where your facts come from.",
        entry="Source",
        max_length=50,
    )
    moved_from: list[Address] = key(
        "Old names of the file",
        "Old names of the file: their addresses lead here, and answers kept under them are found.",
        default=[],
        hint="If you gave it a new name. Small letters, digits and hyphens.",
        entry="Old name",
        examples=[["cv-basics"]],
        max_length=50,
    )
    keywords: Annotated[list[Phrase], Unique] = key(
        "Other words",
        "Words that readers search for and the page does not say: up to 20. Only search uses them.",
        default=[],
        hint="Words that readers search for and the page does not say.",
        entry="Word or phrase",
        examples=[["ghosted", "no reply"]],
        max_length=20,
    )
    withdrawn: Sentence | None = key(
        "Withdrawn, because",
        "Why readers no longer find this here, in a sentence that they read in its place.",
        default=None,
        hint="Why readers no longer find this here, in a sentence they read. "
        "Empty while it stands.",
    )
    urgent_help: bool = URGENT_HELP
    draft: bool = DRAFT

    def state(self, today: date) -> State:
        """Return the state of publication on the day ``today``."""
        if self.draft:
            return "draft"
        if self.published > today:
            return "scheduled"
        return "withdrawn" if self.withdrawn else "published"

    @property
    def changed(self) -> date:
        """Return the day it was published or last reviewed, whichever is later."""
        return max(self.published, self.reviewed)

    @property
    def review_due(self) -> date:
        """Return the day by which it must be reviewed again."""
        return months_after(self.reviewed, self.review_every)

    def is_far_ahead(self, today: date) -> bool:
        """Return whether it is to be published more than ``FAR_AHEAD`` months after ``today``."""
        return self.published > months_after(today, FAR_AHEAD)

    def is_overdue(self, today: date) -> bool:
        """Return whether its review is more than ``OVERDUE_AFTER`` months late."""
        return months_after(self.reviewed, self.review_every + OVERDUE_AFTER) < today


def months_after(day: date, months: int) -> date:
    """Return ``day`` plus ``months``, or the last day of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
