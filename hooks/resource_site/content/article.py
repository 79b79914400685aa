"""An article: Markdown guidance with front matter."""

from functools import cached_property
from math import ceil
from typing import Annotated, ClassVar

from ..markdown.document import Document
from .fields.field_types import AWAITING, Slug, Unique, key
from .fields.text_limits import Line, Phrase
from .forms import Forms
from .publication import Publication

WORDS_A_MINUTE = 200
"""A calm reading speed for adults (silent reading of English averages about 240)."""


class ArticleFrontMatter(Publication):
    """The front matter of an article."""

    in_short: Annotated[list[Line], Unique] = key(
        "In short",
        "What it says, in three lines of 100 characters at most: at its top, in lists and search.",
        default=[],
        hint="What it says, in three lines, for a reader with no strength for more.",
        entry="Line",
        examples=[["You can ask for changes to an interview, and it costs you nothing."]],
        max_length=3,
    )
    checklists: Annotated[list[Slug], Unique] = key(
        "Checklists",
        'Checklists shown at the end: up to 6 file names without ".yml".',
        default=[],
        hint="Shown at the end of the article.",
        examples=[["before-an-interview"]],
        max_length=6,
    )
    numbered: bool = key(
        "Numbered",
        "Give each second-level heading a large numeral, for a list of tips.",
        default=False,
        hint="Gives each heading a large number, for a list of tips.",
    )
    forms: Forms | None = key(
        "Other forms",
        "A film in British Sign Language, and a recording; an Easy Read has a file of its own.",
        default=None,
        hint="A film in British Sign Language, and a recording of somebody reading it aloud.",
    )
    awaiting: Phrase | None = AWAITING


class Article(ArticleFrontMatter):
    """An article: its front matter, slug and body."""

    kind: ClassVar[str] = "article"

    slug: str
    source: str
    """Path inside ``docs/``, with forward slashes."""
    text: Document

    @cached_property
    def address(self) -> str:
        """Return the page's address, relative to the site's root."""
        return f"articles/{self.slug}/"

    @property
    def all_checklists(self) -> list[str]:
        """Return the slugs of the checklists in the front matter and in the body."""
        shown = [checklist.slug for checklist in self.text.checklists]
        return list(dict.fromkeys([*self.checklists, *shown]))

    @cached_property
    def minutes(self) -> int:
        """Return the reading time in minutes, rounded up."""
        return max(1, ceil(self.text.word_count / WORDS_A_MINUTE))
