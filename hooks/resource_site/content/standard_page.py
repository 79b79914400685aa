"""A page that is neither article nor checklist: home, about, contact, accessibility, privacy."""

from ..markdown.document import Document
from .fields.field_types import AWAITING, URGENT_HELP, Day, Slug, Strict, key
from .fields.text_limits import Label, Phrase, Sentence, Summary, Title


class StartHere(Strict):
    """A link, on the home page, to what many readers come for."""

    title: Label = key("Heading", "")
    text: Sentence = key("Text", "")
    article: Slug | None = key("Article", "", default=None)
    checklist: Slug | None = key("Checklist", "", default=None)


class StandardPageFrontMatter(Strict):
    """The front matter of a standard page."""

    title: Title = key("Title", "The large heading.")
    summary: Summary = key("Summary", "One sentence, for lists and search engines.")
    reviewed: Day | None = key(
        "Reviewed", "The day you last checked its facts. Readers see it.", default=None
    )
    awaiting: Phrase | None = AWAITING
    urgent_help: bool = URGENT_HELP
    start_here: StartHere | None = key(
        "Start here",
        "The short way to what many readers come for. Only the home page shows it.",
        default=None,
        hint="The short way to what many readers come for.",
    )


class StandardPage(StandardPageFrontMatter):
    """A standard page: its front matter and body."""

    source: str
    """Path inside ``docs/``, with forward slashes."""
    text: Document

    @property
    def address(self) -> str:
        """Return the page's address, relative to the site's root; that of the home page is ""."""
        stem = self.source.removesuffix(".md")
        return "" if stem == "index" else f"{stem}/"
