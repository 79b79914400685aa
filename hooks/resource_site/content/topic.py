"""A topic: a shelf of articles and checklists."""

from typing import Annotated

from pydantic import Field, RootModel

from .fields import Slug, Strict, Summary, Title


class Topic(Strict):
    """One entry of ``topics.yml``."""

    slug: Slug
    title: Title
    summary: Summary

    @property
    def source(self) -> str:
        """Return the path, inside ``docs/``, that links in Markdown use for this topic's page."""
        return f"topics/{self.slug}.md"

    @property
    def address(self) -> str:
        """Return where the page stands, relative to the site's root."""
        return f"topics/{self.slug}/"


class TopicsFile(RootModel[Annotated[list[Topic], Field(min_length=1, max_length=24)]]):
    """The whole of ``topics.yml``, in the order shown."""
