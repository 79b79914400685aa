"""What is to do on the whole site, which the preview's home page lists for staff."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..content_loader import LoadedContent

if TYPE_CHECKING:
    from .page_notes import PageNotes

_MOST = 5
"""Pages named as the hardest to read."""


@dataclass(frozen=True)
class Task:
    """Something to do about one page; ``detail`` says how much, or since when."""

    title: str
    address: str
    detail: str = ""


def tasks(loaded: LoadedContent, notes: Mapping[str, "PageNotes"]) -> Iterator[tuple[str, Task]]:
    """Yield late reviews, drafts, pages with findings and those that are hardest to read.

    Each comes with the words for its group.
    """
    entries = sorted(loaded.entries.publications, key=lambda entry: entry.model.review_due)
    models = [entry.model for entry in entries if entry.model.source in notes]
    easy_reads = [entry.model for entry in loaded.entries.easy_reads]
    read = (*(m for m in models if not m.draft), *(one for one in easy_reads if one.is_ready))
    for page in sorted(read, key=lambda page: page.review_due):
        if notes[page.source].is_overdue:
            due = f"{page.review_due.day} {page.review_due:%B %Y}"
            yield "Late reviews", Task(page.title, page.address, due)
    for model in models:
        if model.draft:
            yield "Drafts", Task(model.title, model.address)
    for easy_read in easy_reads:
        if not easy_read.is_ready:
            yield "Easy Reads to test", Task(easy_read.title, easy_read.address)
    for model in models:
        count = sum(each.severity != "note" for each in notes[model.source].findings)
        if count and not model.draft:
            yield "Something to look at", Task(model.title, model.address, f"{count}")
    ages = [(notes[model.source].reading_age or 0, model) for model in models]
    for age, model in sorted(ages, key=lambda pair: -pair[0])[:_MOST]:
        if age:
            yield "Hardest to read", Task(model.title, model.address, f"reading age {age:g}")
