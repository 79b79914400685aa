"""What templates can look up in the library; each lookup is recorded as a dependency.

A template that lists other pages gets only what a card shows of each. So a page is rendered again
when a card on it changes, and not when the body of another page does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial, wraps
from typing import Any, TypeVar

from ..content.article import Article
from ..content.checklist import Checklist
from ..content.library import Library
from ..content.publication import State
from ..content.related import AnyPublication
from ..content.topic import Topic

Result = TypeVar("Result")

MOST_ARTICLES = 6
"""Articles listed on a checklist's page."""


@dataclass(frozen=True)
class CardView:
    """An article or a checklist in a list; ``topics`` are titles."""

    kind: str
    slug: str
    address: str
    title: str
    summary: str
    minutes: int
    topics: tuple[str, ...]
    state: State
    worksheet_address: str = ""
    in_short: tuple[str, ...] = ()


@dataclass(frozen=True)
class LinkView:
    """A link's text and address."""

    title: str
    address: str


class CardViews:
    """Creates the cards of one library; equal lists of entries share one tuple of cards.

    Dependencies are fingerprinted once per object, so sharing saves most of that work.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._cards: dict[str, CardView] = {}
        self._rows: dict[tuple[str, ...], tuple[CardView, ...]] = {}

    def __call__(self, entries: Sequence[AnyPublication]) -> tuple[CardView, ...]:
        """Return a card for each of ``entries``."""
        row = tuple([entry.address for entry in entries])
        if row not in self._rows:
            self._rows[row] = tuple(map(self._card, entries))
        return self._rows[row]

    def _card(self, entry: AnyPublication) -> CardView:
        if entry.address not in self._cards:
            self._cards[entry.address] = CardView(
                entry.kind,
                entry.slug,
                entry.address,
                entry.title,
                entry.summary,
                entry.minutes,
                tuple(topic.title for topic in self._library.topics_of(entry)),
                entry.state(self._library.today),
                entry.worksheet_address if isinstance(entry, Checklist) else "",
                tuple(entry.in_short) if isinstance(entry, Article) else (),
            )
        return self._cards[entry.address]


_LOOKUPS: dict[str, Callable[..., Any]] = {}
"""The methods of ``LibraryView`` that templates may call, by name."""


def _lookup(
    method: Callable[["LibraryView", Any], Result],
) -> Callable[["LibraryView", Any], Result]:
    """Record each call of ``method``; templates pass a page, an address, a slug or nothing."""
    _LOOKUPS[method.__name__] = method

    @wraps(method)
    def call(self: "LibraryView", subject: Any = None) -> Result:
        result: Result = self.get(method.__name__, getattr(subject, "address", subject))
        return result

    return call


class LibraryView:
    """What templates can look up in the library.

    Calls go through ``get``, set to ``Dependencies.get``, which records them and calls ``lookups``.
    """

    get: Callable[[str, Any], Any]

    def __init__(self, library: Library, cards: CardViews) -> None:
        self._library = library
        self._cards = cards
        entries = (*library.newest, *library.withdrawn)
        self._by_address: dict[str, AnyPublication] = {entry.address: entry for entry in entries}
        self._topics: dict[tuple[str, ...], tuple[Topic, ...]] = {}

    @property
    def lookups(self) -> dict[str, Callable[[Any], Any]]:
        """Return the functions that do the lookups, by name, without recording."""
        return {name: partial(method, self) for name, method in _LOOKUPS.items()}

    @_lookup
    def filled_topics(self, _: None) -> tuple[Topic, ...]:
        """Return the topics that have a page readers can reach, in the order of ``topics.yml``."""
        return self._library.filled_topics

    @_lookup
    def checklists(self, _: None) -> tuple[CardView, ...]:
        """Return every checklist, newest first."""
        return self._cards(self._library.checklists)

    @_lookup
    def standard_pages(self, _: None) -> tuple[LinkView, ...]:
        """Return a link to each standard page except home."""
        pages = (page for page in self._library.pages if page.address)
        return tuple(LinkView(page.title, page.address) for page in pages)

    @_lookup
    def count_in(self, topic: str) -> tuple[int, int]:
        """Return how many articles and how many checklists the topic with this slug has."""
        library = self._library
        return len(library.articles_in(topic)), len(library.checklists_in(topic))

    @_lookup
    def topics_of(self, address: str) -> tuple[Topic, ...]:
        """Return the topics of an article or a checklist."""
        entry = self._by_address[address]
        slugs = tuple(entry.topics)
        if slugs not in self._topics:
            self._topics[slugs] = tuple(self._library.topics_of(entry))
        return self._topics[slugs]

    @_lookup
    def checklists_of(self, address: str) -> tuple[CardView, ...]:
        """Return the checklists in an article's front matter."""
        article, published = self._by_address[address], self._library.checklist
        slugs = article.checklists if isinstance(article, Article) else ()
        return self._cards([published[slug] for slug in slugs if slug in published])

    @_lookup
    def articles_with(self, address: str) -> tuple[CardView, ...]:
        """Return the newest articles that list or embed a checklist."""
        checklist = self._by_address[address]
        if not isinstance(checklist, Checklist):
            return ()
        return self._cards(self._library.articles_with.get(checklist.slug, [])[:MOST_ARTICLES])

    @_lookup
    def easy_read_of(self, address: str) -> str:
        """Return the address of the Easy Read of an article or a page, or "" without one."""
        easy_read = self._library.easy_read.get(address)
        return easy_read.address if easy_read else ""

    @_lookup
    def related_to(self, address: str) -> tuple[CardView, ...]:
        """Return the articles most closely related to this page."""
        return self._cards(self._library.related_articles.to(self._by_address[address]))

    @_lookup
    def instead_of(self, address: str) -> tuple[CardView, ...]:
        """Return what is related to a withdrawn page, of the same kind if there is any."""
        withdrawn = self._by_address[address]
        articles = self._library.related_articles.to(withdrawn)
        checklists = self._library.related_checklists.to(withdrawn)
        is_article = isinstance(withdrawn, Article)
        return self._cards(articles or checklists if is_article else checklists or articles)

    @_lookup
    def is_past(self, day: str) -> bool:
        """Return whether ``day``, such as 2026-11-01, is over."""
        return date.fromisoformat(day) < self._library.today

    @_lookup
    def is_overdue(self, address: str) -> bool:
        """Return whether the page shows readers that its review is overdue."""
        return self._by_address[address].is_overdue(self._library.today)

    @_lookup
    def state_of(self, address: str) -> State:
        """Return whether this page is published, withdrawn, scheduled or a draft."""
        return self._by_address[address].state(self._library.today)

    @_lookup
    def article(self, slug: str) -> CardView | None:
        """Return the published article with this slug, or None."""
        article = self._library.article.get(slug)
        return self._cards([article])[0] if article else None

    @_lookup
    def checklist(self, slug: str) -> CardView | None:
        """Return the published checklist with this slug, or None."""
        checklist = self._library.checklist.get(slug)
        return self._cards([checklist])[0] if checklist else None

    @_lookup
    def whole_checklist(self, slug: str) -> Checklist | None:
        """Return the published checklist with all its items, to embed in an article, or None."""
        return self._library.checklist.get(slug)
