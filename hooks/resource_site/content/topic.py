"""A topic: a shelf of articles and checklists."""

from typing import Annotated

from pydantic import Field, RootModel

from .value_types import Address, Strict, Summary, Title


class Topic(Strict):
    """One entry of ``topics.yml``."""

    slug: Address
    """Its part of the web address: small letters, digits, hyphens."""
    title: Title
    """The name of the shelf. 70 characters at most."""
    summary: Summary
    """One sentence about what stands on it. 160 characters at most."""

    @property
    def source(self) -> str:
        """Return the path, inside ``docs/``, that links in Markdown use for this topic's page."""
        return f"topics/{self.slug}.md"

    @property
    def address(self) -> str:
        """Return where the page stands, relative to the site's root."""
        return f"topics/{self.slug}/"

    @property
    def workbook_address(self) -> str:
        """Return where the PDF of all its worksheets stands, relative to the site's root.

        A topic without checklists has none.
        """
        return f"{self.address}workbook.pdf"


class TopicsFile(RootModel[Annotated[list[Topic], Field(min_length=1, max_length=24)]]):
    """The whole of ``topics.yml``, in the order shown."""
