"""A page that is neither article nor checklist: home, about, contact, accessibility, privacy."""

from ..markdown.document import Document
from .value_types import Day, Phrase, Sentence, Slug, Strict, Summary, Title


class StartHere(Strict):
    """A short way, on the home page, to the one thing many readers come for."""

    title: Phrase
    text: Sentence
    article: Slug | None = None
    checklist: Slug | None = None


class StandardPageFrontMatter(Strict):
    """The keys staff may write above a standard page."""

    title: Title
    summary: Summary
    reviewed: Day | None = None
    urgent_help: bool = False
    """Show who to call when it all feels too much; for what touches despair."""
    start_here: StartHere | None = None
    """Only the home page shows it."""


class StandardPage(StandardPageFrontMatter):
    """Front matter, with the body it stands above."""

    source: str
    """Path inside ``docs/``, with forward slashes."""
    text: Document
    """What stands below the front matter."""

    @property
    def address(self) -> str:
        """Return where the page stands, relative to the site's root (home is empty)."""
        stem = self.source.removesuffix(".md")
        return "" if stem == "index" else f"{stem}/"
