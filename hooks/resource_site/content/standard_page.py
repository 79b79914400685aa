"""A page that is neither article nor checklist: home, about, contact, accessibility, privacy."""

from datetime import date

from .fields import Strict, Summary, Title


class StandardPageFrontMatter(Strict):
    """The keys staff may write above a standard page."""

    title: Title
    summary: Summary
    reviewed: date | None = None


class StandardPage(StandardPageFrontMatter):
    """Front matter, with the body it stands above."""

    source: str
    """Path inside ``docs/``, with forward slashes."""
    body: str
    body_line: int

    @property
    def address(self) -> str:
        """Return where the page stands, relative to the site's root (home is empty)."""
        stem = self.source.removesuffix(".md")
        return stem.removesuffix("index") if stem.endswith("index") else f"{stem}/"
