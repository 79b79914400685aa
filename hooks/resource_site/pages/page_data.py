"""Page data: what a route passes to its page's template."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..markdown.document import Document


@dataclass(frozen=True)
class PageData:
    """One page of the site: its address, its ``template`` and what that shows.

    ``source`` is its path inside ``docs/``, for Markdown links. ``address`` is relative to the
    site's root: empty for the home page, else it ends in a slash. ``changed`` is the day its text
    was last published or reviewed. ``listed`` is whether search engines should show it.
    """

    source: str
    address: str
    template: str
    title: str
    summary: str
    text: Document | None = None
    """The page's Markdown body, if it has one."""
    changed: date | None = None
    listed: bool = True
    is_fallback: bool = False
    """Whether browsers also show it under other addresses, so that its links start at the root."""
    view: Mapping[str, Any] = field(default_factory=dict)
    """Further template variables: ``article``, ``list``, ``trail`` and so on."""

    @property
    def shows(self) -> object:
        """Return the article, checklist or standard page that this page shows, or None."""
        kinds = ("article", "checklist", "standard_page")
        return next((self.view[kind] for kind in kinds if kind in self.view), None)
