"""What the site shows the world besides its pages, as files: feeds, sitemap, pictures, headers."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...content.library import Library
from ...incremental.store import Store
from ...pages.site_facts import SiteFacts
from ...pages.structured_data import StructuredData
from ...pages.text_templates import render_text
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
from ...web.images.icons import MANIFEST, icons, web_manifest
from ...web.images.rasteriser import Rasteriser
from ...web.images.social_cards import FOLDER, SocialCard, SocialCards, Wanted
from ...web.images.text_layout import TextLayout
from .library_file import LibraryFile, LibraryPage, MadeFile

SITEMAP = "sitemap.xml"


class WebFiles:
    """Those of one build. A preview makes no pictures to share, since no one can fetch them."""

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
        self._social_cards = SocialCards(overrides, store, site.name, text_layout)
        self._icons = Rasteriser(store, text_layout)
        self._cards: dict[str, SocialCard] = {}
        self._data = StructuredData(site)

    def files(
        self, pages: Iterable[LibraryFile], *, worksheets: Iterable[str], preview: bool
    ) -> Iterator[File]:
        """Yield every file but those for hosts; ``worksheets`` are the addresses of all PDFs."""
        if not preview:
            yield from self._make_cards()
        for address, icon in icons(self._overrides, self._icons):
            yield self._file(address, icon)
        yield self._file(MANIFEST, web_manifest(self._overrides, self._site))
        yield self._file(ATOM, atom_feed(self._overrides, self._library, self._site))
        yield self._file(JSON, json_feed(self._library, self._site, self._cards))
        for name in ("robots.txt", "llms.txt"):
            yield self._file(name, self._render(name, library=self._library))
        yield self._file(SITEMAP, self._render(SITEMAP, places=list(_places(pages))))
        yield self._file(REDIRECTS, redirects_file(self._redirects(worksheets)))

    def host_files(
        self,
        policy: str,
        for_ever: Iterable[str],
        worksheets: Iterable[str],
        *,
        scripts: str,
        editor: Iterable[Rule],
    ) -> Iterator[File]:
        """Yield what tells hosts which headers to send.

        ``scripts`` is the folder of the scripts; ``editor`` are the rules the editor has itself.
        """
        rules = [*header_rules(policy, [*for_ever, f"/{FOLDER}/*"], scripts), *editor]
        yield self._file(HEADERS, headers_file(rules))
        yield self._file(NGINX, nginx_file(rules, self._redirects(worksheets)))

    def names_for(self, page: LibraryPage) -> dict[str, Any]:
        """Return what a page tells those who share or index it."""
        if not page.listed:
            return {}
        data = page.data
        picture = self.card_of(page.file)
        described = self._data.page(
            data.shows,
            data.title,
            data.address,
            data.view["trail"],
            picture.address if picture else None,
        )
        return {"social_card": picture, "structured_data": described}

    def card_of(self, file: LibraryFile) -> SocialCard | None:
        """Return the picture that goes along when a page is shared: its own, or the site's."""
        return self._cards.get(file.data.address) or self._cards.get("")

    def _make_cards(self) -> Iterator[File]:
        home = next((page.title for page in self._library.pages if not page.address), "")
        by = self._site.organisation.name
        wanted = {"": Wanted("site", by, home or self._site.name)}
        for entry in self._library.newest:
            wanted[entry.address] = Wanted(entry.slug, entry.kind.capitalize(), entry.title)
        for topic in self._library.filled_topics:
            wanted[topic.address] = Wanted(topic.slug, "Topic", topic.title)
        made = self._social_cards.make(wanted.values())
        for address, (picture, file) in zip(wanted, made, strict=True):
            self._cards[address] = picture
            yield MadeFile.of(self._config, picture.address, file)

    def _redirects(self, worksheets: Iterable[str]) -> dict[str, str]:
        return redirects(self._library.moves, worksheets)

    def _render(self, name: str, **names: Any) -> str:
        return render_text(self._overrides, f"machines/{name}", site=self._site, **names)

    def _file(self, address: str, content: str | bytes) -> File:
        return File.generated(self._config, address, content=content)


def _places(pages: Iterable[LibraryFile]) -> Iterator[dict[str, object]]:
    """Yield the address of each page that search engines should show, and when it changed."""
    for file in pages:
        if file.data.listed:
            yield {"address": file.data.address, "changed": file.data.changed}
