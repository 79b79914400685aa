"""An article: Markdown guidance with front matter."""

from functools import cached_property
from math import ceil
from typing import Annotated, ClassVar

from pydantic import Field

from ..markdown.document import Document
from .publication import Publication
from .value_types import Different, Slug

WORDS_A_MINUTE = 200
"""A calm reading speed for adults (silent reading of English averages about 240)."""


class ArticleFrontMatter(Publication):
    """The keys staff may write above an article."""

    checklists: Annotated[list[Slug], Field(max_length=6), Different] = []
    """Checklists shown at the end: up to 6 file names without ".yml"."""
    numbered: bool = False
    """Give each second-level heading a large numeral, for a list of tips."""


class Article(ArticleFrontMatter):
    """Front matter, with the body it stands above."""

    kind: ClassVar[str] = "article"

    slug: str
    source: str
    """Path inside ``docs/``, with forward slashes."""
    text: Document
    """What stands below the front matter."""

    @cached_property
    def address(self) -> str:
        """Return where the page stands, relative to the site's root."""
        return f"articles/{self.slug}/"

    @property
    def all_checklists(self) -> list[str]:
        """Return the slugs of the checklists named above the body and shown inside it."""
        shown = [checklist.slug for checklist in self.text.checklists]
        return list(dict.fromkeys([*self.checklists, *shown]))

    @cached_property
    def minutes(self) -> int:
        """Return how long a calm read takes, in whole minutes."""
        return max(1, ceil(self.text.word_count / WORDS_A_MINUTE))
