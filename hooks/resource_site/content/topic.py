"""A topic, which groups articles and checklists."""

from typing import Annotated

from pydantic import Field, RootModel

from .fields.field_types import Address, Slug, Strict, Unique, key
from .fields.text_limits import Summary, Title


class Topic(Strict):
    """One entry of ``topics.yml``."""

    slug: Address = key(
        "Part of the web address",
        "Its part of the web address: small letters, digits, hyphens.",
        hint="Small letters, digits and hyphens. Do not change it once published.",
    )
    title: Title = key(
        "Title", "The name of the shelf. 70 characters at most.", hint="The large heading."
    )
    summary: Summary = key(
        "Summary",
        "One sentence about what stands on it. 160 characters at most.",
        hint="One sentence, for lists and search engines.",
    )

    order: Annotated[list[Slug], Unique] = key(
        "Order",
        "What stands first on its page: file names of its articles and checklists, without their "
        "endings. What is not named follows, the newest first.",
        default=[],
        hint="What stands first. What is not named follows, the newest first.",
        entry="Article or checklist",
        examples=[["get-ready-for-an-interview"]],
        max_length=100,
    )

    @property
    def source(self) -> str:
        """Return the path that links use for the topic's page; there is no such file."""
        return f"topics/{self.slug}.md"

    @property
    def address(self) -> str:
        """Return the page's address, relative to the site's root."""
        return f"topics/{self.slug}/"

    @property
    def workbook_address(self) -> str:
        """Return the address of the PDF of all its worksheets, if it has checklists."""
        return f"{self.address}workbook.pdf"

    @property
    def large_print_address(self) -> str:
        """Return the address of the workbook in large print."""
        return f"{self.address}workbook-large-print.pdf"

    @property
    def workbook_text_address(self) -> str:
        """Return the address of the workbook as plain text."""
        return f"{self.address}workbook.txt"

    @property
    def downloads(self) -> tuple[str, str, str]:
        """Return the addresses of the workbook in all formats."""
        return self.workbook_address, self.large_print_address, self.workbook_text_address


class TopicsFile(RootModel[Annotated[list[Topic], Field(min_length=1, max_length=24)]]):
    """The whole of ``topics.yml``; the site lists topics in its order."""
