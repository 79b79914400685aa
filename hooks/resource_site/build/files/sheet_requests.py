"""Which worksheets and workbooks a site has, each with its template and what that shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...content.checklist import Checklist
from ...content.library import Library
from ...content.topic import Topic
from ...pages.density import is_full

SHEET = "print/worksheet.html"
WORKBOOK = "print/workbook.html"
PLAIN_TEXT = "print/worksheet.txt"
PLAIN_WORKBOOK = "print/workbook.txt"


@dataclass(frozen=True)
class SheetRequest:
    """One worksheet or workbook to write; ``name`` is for messages."""

    address: str
    name: str
    template: str
    subject: Checklist | Topic
    view: Mapping[str, Any]
    sources: tuple[str, ...]
    """The paths inside ``docs/`` of the checklists on it."""
    large_print: bool = False
    parts: tuple["SheetRequest", ...] = ()
    """The sheets of a workbook."""


def texts(library: Library) -> Iterator[SheetRequest]:
    """Yield each worksheet and workbook as plain text."""
    for checklist in library.checklists:
        yield _worksheet(checklist, checklist.plain_text_address, PLAIN_TEXT)
    for topic in library.workbook_topics:
        checklists = library.checklists_in(topic.slug)
        yield _workbook(topic, checklists, topic.workbook_text_address, PLAIN_WORKBOOK)


def words(library: Library) -> Iterator[SheetRequest]:
    """Yield each worksheet for word processors."""
    for checklist in library.checklists:
        yield _worksheet(checklist, checklist.word_address)


def pdfs(library: Library) -> Iterator[SheetRequest]:
    """Yield each worksheet and workbook as a PDF, and in large print."""
    for checklist in library.checklists:
        yield _worksheet(checklist, checklist.worksheet_address)
        yield _worksheet(checklist, checklist.large_print_address, large_print=True)
    for topic in library.workbook_topics:
        checklists = library.checklists_in(topic.slug)
        yield _workbook(topic, checklists, topic.workbook_address)
        yield _workbook(topic, checklists, topic.large_print_address, large_print=True)


def _worksheet(
    checklist: Checklist, address: str, template: str = SHEET, *, large_print: bool = False
) -> SheetRequest:
    name = f"{checklist.slug}{' in large print' * large_print}"
    view = {"checklist": checklist, "large_print": large_print, "is_full": is_full(checklist)}
    return SheetRequest(address, name, template, checklist, view, (checklist.source,), large_print)


def _workbook(
    topic: Topic,
    checklists: Sequence[Checklist],
    address: str,
    template: str = WORKBOOK,
    *,
    large_print: bool = False,
) -> SheetRequest:
    return SheetRequest(
        address,
        f"the topic {topic.slug}{' in large print' * large_print}",
        template,
        topic,
        {"topic": topic, "checklists": checklists, "large_print": large_print},
        tuple(checklist.source for checklist in checklists),
        large_print,
        tuple(_worksheet(one, "", large_print=large_print) for one in checklists),
    )
