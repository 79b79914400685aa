"""A checklist: sections of items, defined in YAML."""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain, count
from typing import ClassVar, Literal

from pydantic import model_validator

from ..markdown.ids import slugify
from ..markdown.inline import plain_text
from ..problems import Location
from .fields.field_types import Strict, key
from .fields.text_limits import Paragraphs, Sentence, Title
from .items import PRIORITIES, AnyItem, Item, Priority
from .publication import Publication

_ID_LENGTH = 60

Layout = Literal["rings", "panels", "path", "balance", "week", "gauge", "pair", "example"]
"""The shape a section's items take where there is room; what each needs is in checks/layouts.py."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Section(Strict):
    """A titled part of a checklist."""

    title: Title = key(
        "Title of the section", "The heading of this part. 70 characters at most.", hint=""
    )
    intro: Paragraphs | None = key(
        "Introduction to the section",
        "A few words above the items. 800 characters at most.",
        default=None,
        hint="If it needs one.",
    )
    layout: Layout | None = key(
        "Layout",
        "The shape of the method, on wide screens and paper: rings, panels, path, balance, week, "
        "gauge, pair or example. PUBLISHING says what each needs.",
        default=None,
        hint="The shape of the method, where there is room. On a phone it is a list.",
    )
    items: list[AnyItem] = key(
        "Items",
        "1 to 40 items. A plain line is a box to tick.",
        hint="What people tick, write, choose or fill in.",
        entry="Item",
        min_length=1,
        max_length=40,
    )

    @property
    def days(self) -> tuple[str, ...]:
        """Return the names of a week's rows: Monday and so on. Other layouts have none."""
        return DAYS if self.layout == "week" else ()


class ChecklistFile(Publication):
    """A checklist's file, ``docs/checklists/<slug>.yml``."""

    minutes: int = key(
        "Minutes",
        "About how long it takes, from 1 to 240.",
        hint="About how long it takes.",
        examples=[20],
        ge=1,
        le=240,
    )
    sensitive: bool = key(
        "Private matters",
        "True says at its top how to keep it private; for health, disability or money.",
        default=False,
        hint="For what people may want to keep to themselves, such as their health.",
    )
    intro: Paragraphs | None = key(
        "Introduction",
        "A few words above the first part. 800 characters at most.",
        default=None,
        hint="A few sentences. It may hold **bold** and links.",
    )
    for_supporters: Paragraphs | None = key(
        "For supporters",
        "How somebody can help another person with it, such as a support worker. Folded away "
        "below the sheet; printed on a page of its own for who opened it. 800 characters at most.",
        default=None,
        hint="For a support worker, a job coach or a friend. Readers see it too.",
    )
    sections: list[Section] = key(
        "Sections",
        "1 to 12 parts, each with a title and items.",
        hint="",
        entry="Section",
        min_length=1,
        max_length=12,
    )
    closing: Sentence | None = key(
        "A kind line at the end",
        "What somebody reads when they have done it. 200 characters at most.",
        default=None,
        hint="What somebody reads when they have done it.",
        examples=["Put the rest down for today. You can pick it up again."],
    )


class Checklist(ChecklistFile):
    """A checklist: its file and slug, with an id for every item."""

    kind: ClassVar[str] = "checklist"

    slug: str
    source: str
    """Path inside ``docs/``, with forward slashes."""

    @cached_property
    def address(self) -> str:
        """Return the page's address, relative to the site's root."""
        return f"checklists/{self.slug}/"

    @property
    def worksheet_address(self) -> str:
        """Return the PDF's address, relative to the site's root."""
        return f"{self.address}worksheet.pdf"

    @property
    def large_print_address(self) -> str:
        """Return the address of the PDF in large print, relative to the site's root."""
        return f"{self.address}worksheet-large-print.pdf"

    @property
    def plain_text_address(self) -> str:
        """Return the address of the plain-text worksheet, relative to the site's root."""
        return f"{self.address}worksheet.txt"

    @property
    def word_address(self) -> str:
        """Return the address of the worksheet for word processors, relative to the site's root."""
        return f"{self.address}worksheet.docx"

    @property
    def downloads(self) -> tuple[str, str, str, str]:
        """Return the addresses of the worksheet in all formats."""
        pdfs = self.worksheet_address, self.large_print_address
        return *pdfs, self.word_address, self.plain_text_address

    @property
    def items(self) -> list[Item]:
        """Return the items of all sections, in order."""
        return [item for section in self.sections for item in section.items]

    @property
    def has_layouts(self) -> bool:
        """Return whether a section has a layout, so that its page needs their stylesheet."""
        return any(section.layout for section in self.sections)

    @property
    def notes(self) -> list[Item]:
        """Return the items with more to say, in order: on paper, that is in numbered notes."""
        return [item for item in self.items if item.more]

    @property
    def priorities(self) -> list[Priority]:
        """Return the priorities that its items have, the highest first."""
        return [one for one in PRIORITIES if any(item.priority == one for item in self.items)]

    @property
    def located_items(self) -> Iterator[tuple[Location, Item]]:
        """Yield each item with its location in the file."""
        for number, section in enumerate(self.sections):
            for index, item in enumerate(section.items):
                yield ("sections", number, "items", index), item

    @model_validator(mode="after")
    def _generate_item_ids(self) -> "Checklist":
        """Make an id from the text of each item that has none; answers are saved under it."""
        taken = {item.id for item in self.items if item.id}
        for section in self.sections:
            for index, item in enumerate(section.items):
                if not item.id:
                    slug = slugify(plain_text(item.prompt), _ID_LENGTH) or item.kind
                    candidates = chain([slug], (f"{slug}-{number}" for number in count(2)))
                    new_id = next(name for name in candidates if name not in taken)
                    taken.add(new_id)
                    section.items[index] = item.model_copy(update={"id": new_id})
        return self
