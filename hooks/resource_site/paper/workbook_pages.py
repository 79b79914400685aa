"""The pages of a workbook: its cover, then those of sheets that are laid out already."""

from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import SubElement

PAGE_NUMBERS = ("@bottom-right", "@top-right")
"""The margin box with the number of the page, and that in large print."""
PLACES = ".//section[@data-pages]"
"""Where a cover has room for the pages of a sheet; each has the id that its contents link to."""


def make_room(cover: Any, sheets: Sequence[Any]) -> list[str]:
    """Add the pages of ``sheets`` to ``cover``, WeasyPrint's HTML, as empty pages.

    Its styles count them, so that its contents name the page on which each sheet begins.
    Returns the id of each sheet's place; raises ``ValueError`` if there is not one for each sheet.
    """
    places = cover.etree_element.findall(PLACES)
    for place, sheet in zip(places, sheets, strict=True):
        for _ in sheet.pages:
            SubElement(place, "p", {"class": "workbook__page"})
    return [place.get("id") for place in places]


def workbook(cover: Any, places: Sequence[str], sheets: Sequence[Any], page_class: Any) -> Any:
    """Return ``cover``, laid out with room for ``sheets`` at ``places``, with their pages in it.

    Each page of a sheet takes over the number and the anchors of the empty page; its bookmarks
    move below that of the cover. ``page_class`` is WeasyPrint's ``Page``.
    """
    pages = list(cover.pages)
    for place, sheet in zip(places, sheets, strict=True):
        start = next(number for number, page in enumerate(pages) if place in page.anchors)
        for number, page in enumerate(sheet.pages, start):
            pages[number] = _numbered(page, pages[number], page_class)
    return cover.copy(pages)


def _numbered(page: Any, empty: Any, page_class: Any) -> Any:
    """Return ``page`` with the number and the anchors of ``empty``."""
    box = page._page_box
    number = [child for child in empty._page_box.children if _is_number(child)]
    kept = [child for child in box.children if not _is_number(child)]
    new = page_class(box.copy_with_children([*kept, *number]))
    new.anchors |= empty.anchors
    new.bookmarks = [(level + 1, *rest) for level, *rest in new.bookmarks]
    return new


def _is_number(box: Any) -> bool:
    return getattr(box, "at_keyword", None) in PAGE_NUMBERS
