"""Feeds of the newest content: Atom (RFC 4287) and JSON Feed 1.1.

Atom is a template, as the libraries for it need lxml or write the time of the build into the feed,
and builds must be reproducible.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from ..content.library import Library
from ..content.related import AnyPublication
from ..pages.environment import instant, render_template
from ..pages.site_facts import SiteFacts
from .images.social_cards import SocialCard

NEWEST = 20
"""Entries in each feed."""
ATOM, JSON = "feed.xml", "feed.json"


def atom_feed(overrides: Path, library: Library, site: SiteFacts) -> str:
    """Return the newest articles and checklists as an Atom feed."""
    entries = library.newest[:NEWEST]
    newest = max((entry.changed for entry in entries), default=library.today)
    return render_template(
        overrides,
        "machines/feed.xml",
        library=library,
        site=site,
        entries=entries,
        updated=instant(newest),
    )


def json_feed(library: Library, site: SiteFacts, pictures: Mapping[str, SocialCard]) -> str:
    """Return the same as a JSON Feed; ``pictures`` are the social cards, by the page's address."""

    def item(entry: AnyPublication) -> dict[str, object]:
        address = f"{site.url}{entry.address}"
        picture = pictures.get(entry.address)
        return {
            "id": address,
            "url": address,
            "title": entry.title,
            "summary": entry.summary,
            "content_text": entry.summary,
            "date_published": instant(entry.published),
            "date_modified": instant(entry.changed),
            "authors": [{"name": entry.author or site.organisation.name}],
            "tags": [topic.title for topic in library.topics_of(entry)],
            **({"image": f"{site.url}{picture.address}"} if picture else {}),
        }

    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "description": site.description,
        "home_page_url": site.url,
        "feed_url": f"{site.url}{JSON}",
        "language": "en-GB",
        "icon": f"{site.url}assets/icon-512.png",
        "authors": [{"name": site.organisation.name}],
        "items": [item(entry) for entry in library.newest[:NEWEST]],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"
