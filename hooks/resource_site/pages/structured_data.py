"""Structured data for search engines: JSON-LD with the vocabulary of schema.org.

It adds weight to every page, so it has only what search engines use.

A checklist is a ``LearningResource``, since its items are often questions to write about; ``HowTo``
is for steps that lead to a result, and search engines no longer show it.
"""

from collections.abc import Sequence
from typing import Any

from ..content.article import Article
from ..content.checklist import Checklist
from ..content.publication import Publication
from ..content.standard_page import StandardPage
from .site_facts import SiteFacts

Node = dict[str, Any]


class StructuredData:
    """Creates the structured data of the pages of one site."""

    def __init__(self, site: SiteFacts) -> None:
        self._site = site

    def page(
        self,
        shows: object,
        title: str,
        address: str,
        trail: Sequence[tuple[str, str]],
        picture: str | None,
    ) -> Node:
        """Return the JSON-LD of a page.

        ``shows`` is ``PageData.shows``. ``trail`` has the title and address of each breadcrumb
        between Home and the page. ``picture`` is the address of the page's social card.
        """
        nodes = self._about(shows)
        if picture and isinstance(shows, Publication):
            nodes[0]["image"] = self._at(picture)
        if address:
            nodes.append(self._breadcrumbs([("Home", ""), *trail, (title, address)]))
        return {"@context": "https://schema.org", "@graph": nodes}

    def _about(self, shows: object) -> list[Node]:
        if isinstance(shows, Article):
            by = self._site.organisation.name
            return [
                {
                    "@type": "Article",
                    "headline": shows.title,
                    "datePublished": shows.published.isoformat(),
                    "dateModified": shows.changed.isoformat(),
                    "author": {
                        "@type": "Person" if shows.author else "Organization",
                        "name": shows.author or by,
                    },
                    "publisher": {"@type": "Organization", "name": by, "url": self._site.url},
                }
            ]
        if isinstance(shows, Checklist):
            return [
                {
                    "@type": "LearningResource",
                    "learningResourceType": "Checklist",
                    "name": shows.title,
                    "timeRequired": f"PT{shows.minutes}M",
                    "datePublished": shows.published.isoformat(),
                    "dateModified": shows.changed.isoformat(),
                }
            ]
        if not isinstance(shows, StandardPage) or shows.address:
            return []
        site = {
            "@type": "WebSite",
            "@id": self._at("#site"),
            "url": self._site.url,
            "name": self._site.name,
            "description": self._site.description,
            "inLanguage": "en-GB",
            "publisher": {"@id": self._at("#organisation")},
        }
        organisation = {
            "@type": "Organization",
            "@id": self._at("#organisation"),
            "name": self._site.organisation.name,
            "url": self._site.url,
            "logo": self._at("assets/icon-512.png"),
            "address": ", ".join(self._site.organisation.address),
        }
        return [site, organisation]

    def _breadcrumbs(self, trail: Sequence[tuple[str, str]]) -> Node:
        crumbs: list[Node] = [
            {"@type": "ListItem", "position": n, "name": words, "item": self._at(address)}
            for n, (words, address) in enumerate(trail, 1)
        ]
        del crumbs[-1]["item"]  # the page itself
        return {"@type": "BreadcrumbList", "itemListElement": crumbs}

    def _at(self, address: str) -> str:
        return f"{self._site.url}{address}"
