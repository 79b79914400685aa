"""Feeds, sitemap, icons, social cards and host files as files of the site."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from ...content.library import Library
from ...content.site.settings import Security
from ...incremental.store import Store
from ...pages.environment import render_template
from ...pages.site_facts import SiteFacts
from ...pages.structured_data import StructuredData
from ...web.feeds import ATOM, JSON, atom_feed, json_feed
from ...web.host_files import (
    HEADERS,
    NGINX,
    REDIRECTS,
    Rule,
    header_rules,
    headers_file,
    nginx_file,
    redirects,
    redirects_file,
)
from ...web.images.design_tokens import design_tokens
from ...web.images.icons import MANIFEST, icons, web_manifest
from ...web.images.rasteriser import Rasteriser
from ...web.images.social_cards import FOLDER, CardRequest, SocialCard, SocialCards
from ...web.images.text_layout import TextLayout
from .library_file import LibraryFile, LibraryPage, StoredFile

SITEMAP = "sitemap.xml"

SECURITY = ".well-known/security.txt"
"""RFC 9116. It is asked for at the root of a host, whatever folder the site is in."""


class WebFiles:
    """The web files of one build. A preview has no social cards, since no one can fetch them."""

    def __init__(
        self,
        library: Library,
        site: SiteFacts,
        overrides: Path,
        config: MkDocsConfig,
        store: Store,
    ) -> None:
        self._library = library
        self._site = site
        self._overrides = overrides
        self._config = config
        text_layout = TextLayout(overrides)
        self._tokens = design_tokens(overrides)
        self._card_maker = SocialCards(overrides, self._tokens, store, site.name, text_layout)
        self._rasteriser = Rasteriser(store, text_layout)
        self._cards: dict[str, SocialCard] = {}
        """By the page's address; the card of the site itself is under ""."""
        self._structured_data = StructuredData(site)

    def files(
        self,
        pages: Iterable[LibraryFile],
        *,
        worksheets: Iterable[str],
        security: Security | None,
        preview: bool,
    ) -> Iterator[File]:
        """Yield every file but the headers; ``worksheets`` are the addresses of all worksheets."""
        if not preview:
            yield from self._make_cards()
        for address, icon in icons(self._overrides, self._rasteriser, self._tokens):
            yield self._file(address, icon)
        yield self._file(MANIFEST, web_manifest(self._site, self._tokens))
        yield self._file(ATOM, atom_feed(self._overrides, self._library, self._site))
        yield self._file(JSON, json_feed(self._library, self._site, self._cards))
        for name in ("robots.txt", "llms.txt"):
            yield self._file(name, self._render(name, library=self._library))
        if security and security.expires > self._library.today:
            address = urljoin(self._site.url, f"/{SECURITY}")
            text = self._render("security.txt", security=security, address=address)
            yield self._file(SECURITY, text)
        yield self._file(SITEMAP, self._render(SITEMAP, places=list(_sitemap_entries(pages))))
        yield self._file(REDIRECTS, redirects_file(self._redirects(worksheets)))

    def host_files(
        self,
        policy: str,
        for_ever: Iterable[str],
        worksheets: Iterable[str],
        *,
        editor: Iterable[Rule],
    ) -> Iterator[File]:
        """Yield the files from which hosts take headers; see ``header_rules``.

        ``editor`` are the editor's own rules.
        """
        rules = [*header_rules(policy, [*for_ever, f"/{FOLDER}/*"]), *editor]
        yield self._file(HEADERS, headers_file(rules, self._base))
        yield self._file(NGINX, nginx_file(rules, self._redirects(worksheets), self._base))

    @property
    def _base(self) -> str:
        """Return the path of the site on its host; it ends in a slash."""
        return urlsplit(self._site.url).path or "/"

    def _redirects(self, worksheets: Iterable[str]) -> dict[str, str]:
        return redirects(self._library.moves, worksheets, self._base)

    def metadata(self, page: LibraryPage) -> dict[str, Any]:
        """Return the page's social card and structured data; empty if it is not listed."""
        if not page.listed:
            return {}
        data = page.data
        picture = self.card_of(page.file)
        structured_data = self._structured_data.page(
            data.shows,
            data.title,
            data.address,
            data.view["trail"],
            picture.address if picture else None,
        )
        return {"social_card": picture, "structured_data": structured_data}

    def card_of(self, file: LibraryFile) -> SocialCard | None:
        """Return the social card of a page, or that of the site; None in a preview."""
        return self._cards.get(file.data.address) or self._cards.get("")

    def _make_cards(self) -> Iterator[File]:
        home = next((page.title for page in self._library.pages if not page.address), "")
        by = self._site.organisation.name
        requests = {"": CardRequest("site", by, home or self._site.name)}
        for entry in self._library.newest:
            requests[entry.address] = CardRequest(entry.slug, entry.kind.capitalize(), entry.title)
        for topic in self._library.filled_topics:
            requests[topic.address] = CardRequest(topic.slug, "Topic", topic.title)
        cards = self._card_maker.make(requests.values())
        for address, (card, file) in zip(requests, cards, strict=True):
            self._cards[address] = card
            yield StoredFile.of(self._config, card.address, file)

    def _render(self, name: str, **names: Any) -> str:
        return render_template(self._overrides, f"machines/{name}", site=self._site, **names)

    def _file(self, address: str, content: str | bytes) -> File:
        # MkDocs leaves out what starts with a dot, as security.txt does, unless told otherwise.
        included = InclusionLevel.INCLUDED
        return File.generated(self._config, address, content=content, inclusion=included)


def _sitemap_entries(pages: Iterable[LibraryFile]) -> Iterator[dict[str, object]]:
    """Yield the address and last change of each page that search engines should show."""
    for file in pages:
        if file.data.listed:
            yield {"address": file.data.address, "changed": file.data.changed}
