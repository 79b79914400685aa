"""What an article and a checklist have in common: when, by whom, on which shelf, from where."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .fields import Citation, Day, Different, Months, Phrase, Slug, Strict, Summary, Title, Url


class Source(Strict):
    """Where a fact comes from."""

    title: Citation
    url: Url


class Publication(Strict):
    """The keys an article's front matter and a checklist's file share."""

    title: Title
    summary: Summary
    topics: Annotated[list[Slug], Field(min_length=1, max_length=6), Different]
    published: Day
    reviewed: Day
    review_every: Months = 12
    author: Phrase | None = None
    sources: list[Source] = []
    moved_from: list[Slug] = []
    draft: bool = False

    def state(self, today: date) -> Literal["draft", "scheduled", "published"]:
        """Tell whether readers see this on the day ``today``."""
        if self.draft:
            return "draft"
        return "published" if self.published <= today else "scheduled"
