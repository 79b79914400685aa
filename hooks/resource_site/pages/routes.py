"""Routes: every page of the site, with its source, address, template and data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ..content.forms import EasyRead
from ..content.library import Library
from ..content.related import AnyPublication
from ..content.site.settings import Settings
from ..content.standard_page import StandardPage
from .library_view import CardViews, LinkView
from .page_data import PageData
from .pagination import list_pages

if TYPE_CHECKING:  # only a preview needs it
    from .components import ComponentGallery

NEWEST_ON_HOME = 3

CLEARED_PAGE = "cleared/"
"""The address of the neutral page for readers who clear everything and leave."""

OFFLINE_PAGE = "offline/"
"""The address of the page that the service worker shows offline for pages it has not cached."""


class Crumb(NamedTuple):
    """An entry of the breadcrumbs."""

    words: str
    address: str


ARTICLES = Crumb("Articles", "articles/")
CHECKLISTS = Crumb("Checklists", "checklists/")
TOPICS = Crumb("Topics", "topics/")


@dataclass(frozen=True)
class Routes:
    """The pages of one library."""

    library: Library
    cards: CardViews
    settings: Settings
    gallery: "ComponentGallery | None" = None
    """What the page of components shows; only a preview has one."""

    def all(self) -> Iterator[PageData]:
        """Yield the data of every page."""
        yield from self._standard_pages()
        yield from self._articles()
        yield from self._easy_reads()
        yield from self._checklists()
        yield from self._topics()
        yield from self._withdrawn()
        yield from self._moved()
        yield self._search()
        yield self._cleared()
        if self.gallery:
            yield self._components()

    def _standard_pages(self) -> Iterator[PageData]:
        templates = {"index.md": "home.html", self.settings.contact.page: "contact.html"}
        newest = self.cards(self.library.articles[:NEWEST_ON_HOME])
        for page in self.library.pages:
            is_home = page.source == "index.md"
            yield self._entry(
                page,
                templates.get(page.source, "page.html"),
                {"standard_page": page, "newest": newest if is_home else ()},
                text=page.text,
                changed=self._newest() if is_home else page.reviewed,
            )
        if self.settings.offline:
            yield self._page(
                f"{OFFLINE_PAGE}index.md",
                OFFLINE_PAGE,
                template="offline.html",
                title="You are not connected",
                summary="This page is not kept on your device. What you opened before still opens.",
                listed=False,
                is_fallback=True,
            )

    def _articles(self) -> Iterator[PageData]:
        for article in self.library.articles:
            view = {"article": article, "trail": [ARTICLES]}
            yield self._entry(
                article, "article.html", view, text=article.text, changed=article.changed
            )
        yield from self._list(
            "articles/index.md",
            self.library.articles,
            template="list.html",
            title=ARTICLES.words,
            summary="Short, practical guides for every step of looking for work.",
        )

    def _easy_reads(self) -> Iterator[PageData]:
        for easy_read in self.library.easy_read.values():
            subject = self.library.subject_of(easy_read)
            trail = [Crumb(subject.title, subject.address)] if subject else []
            view = {"easy_read": easy_read, "trail": trail}
            facts = {"text": easy_read.text, "changed": easy_read.reviewed}
            yield self._entry(easy_read, "easy-read.html", view, **facts)

    def _checklists(self) -> Iterator[PageData]:
        for checklist in self.library.checklists:
            view = {"checklist": checklist, "trail": [CHECKLISTS]}
            yield self._entry(checklist, "checklist.html", view, changed=checklist.changed)
        yield self._page(
            "checklists/index.md",
            "checklists/",
            template="checklists.html",
            title=CHECKLISTS.words,
            summary="Work through them here, fill in the PDF, or print them.",
            changed=max((entry.changed for entry in self.library.checklists), default=None),
            view={
                "groups": tuple(
                    (LinkView(topic.title, topic.address), self.cards(checklists))
                    for topic, checklists in self.library.checklists_by_topic
                )
            },
        )

    def _topics(self) -> Iterator[PageData]:
        yield self._page(
            "topics/index.md",
            "topics/",
            template="topics.html",
            title=TOPICS.words,
            summary="Find what fits where you are today.",
            changed=self._newest(),
        )
        for topic in self.library.topics:
            yield from self._list(
                topic.source,
                [*self.library.articles_in(topic.slug), *self.library.checklists_in(topic.slug)],
                template="topic.html",
                title=topic.title,
                summary=topic.summary,
                listed=topic in self.library.filled_topics,
                view={"topic": topic, "trail": [TOPICS]},
            )

    def _withdrawn(self) -> Iterator[PageData]:
        """Yield, at each withdrawn page's address, a page that explains why it is gone."""
        for entry in self.library.withdrawn:
            yield self._page(
                entry.source,
                entry.address,
                template="withdrawn.html",
                title=entry.title,
                summary=f"This {entry.kind} is not here any more.",
                listed=False,
                view={
                    "withdrawn": entry,
                    "trail": [ARTICLES if entry.kind == "article" else CHECKLISTS],
                },
            )

    def _moved(self) -> Iterator[PageData]:
        """Yield, at each old address, a page that redirects to the new one."""
        for move in self.library.moves:
            yield self._page(
                f"{move.old_address.rstrip('/')}.moved",
                move.old_address,
                template="moved.html",
                title=move.page.title,
                summary="This page has moved.",
                listed=False,
                view={"new": LinkView(move.page.title, move.page.address)},
            )

    def _search(self) -> PageData:
        return self._page(
            "search/index.md",
            "search/",
            template="search.html",
            title="Search",
            summary="Find articles and checklists by the words in them.",
            listed=False,
        )

    def _cleared(self) -> PageData:
        return self._page(
            f"{CLEARED_PAGE}index.md",
            CLEARED_PAGE,
            template="cleared.html",
            title="All clear",
            summary="Nothing is kept in this browser any more.",
            listed=False,
        )

    def _components(self) -> PageData:
        return self._page(
            "components/index.md",
            "components/",
            template="components.html",
            title="Components",
            summary="Every part that pages are made of, in each of its states.",
            listed=False,
            view={"gallery": self.gallery},
        )

    def _list(
        self, source: str, entries: Sequence[Any], *, title: str, **page: Any
    ) -> Iterator[PageData]:
        """Yield the pages of a paginated list; the first has ``source`` itself as its source."""
        name = source.removesuffix(".md").removesuffix("/index")
        view = page.pop("view", {})
        for address, shown in list_pages(name, entries):
            is_first = shown.number == 1
            yield self._page(
                source if is_first else f"{address.rstrip('/')}.md",
                address,
                title=title if is_first else f"{title}, page {shown.number}",
                changed=max((entry.changed for entry in shown.entries), default=None),
                view={
                    **view,
                    "list": replace(shown, entries=self.cards(shown.entries)),
                },
                **page,
            )

    def _newest(self) -> date | None:
        """Return the latest day an article or a checklist changed, or None without any."""
        return max((entry.changed for entry in self.library.newest), default=None)

    def _entry(
        self,
        entry: AnyPublication | StandardPage | EasyRead,
        template: str,
        view: dict[str, Any],
        **page: Any,
    ) -> PageData:
        """Return the page of ``entry``, with its own title and summary."""
        facts = {"title": entry.title, "summary": entry.summary, "template": template}
        return self._page(entry.source, entry.address, view=view, **facts, **page)

    def _page(self, source: str, address: str, **page: Any) -> PageData:
        view = {"trail": [], **page.pop("view", {})}
        return PageData(source, address, view=view, **page)
