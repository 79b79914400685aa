"""What a page's template gets: one object that a reader can print and understand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..markdown.document import Document


@dataclass(frozen=True)
class PageData:
    """One page of the site: where it stands, and what its ``template`` shows.

    ``source`` is what links in Markdown call it. ``address`` is relative to the site's root: empty
    for the home page, else it ends in a slash. ``changed`` is the day its words were last new or
    checked, where that is known. ``listed`` tells whether search engines should show it.
    """

    source: str
    address: str
    template: str
    title: str
    summary: str
    text: Document | None = None
    """The words staff wrote in Markdown, where the page has any."""
    changed: date | None = None
    listed: bool = True
    view: Mapping[str, Any] = field(default_factory=dict)
    """The template's own names: ``article``, ``list``, ``trail`` and so on."""

    @property
    def shows(self) -> object:
        """Return what of the library this page is about, if anything."""
        kinds = ("article", "checklist", "standard_page")
        return next((self.view[kind] for kind in kinds if kind in self.view), None)
