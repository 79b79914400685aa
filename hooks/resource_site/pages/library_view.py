"""The library as templates see it: what stands where, as cards, and how much.

A template that lists other pages gets no more of each than a card shows. So a page is made again
when a card on it would look different, and not when a word changes deep inside another page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any, TypeVar

from ..content.article import Article
from ..content.checklist import Checklist
from ..content.library import Library
from ..content.publication import State
from ..content.related import AnyPublication
from ..content.topic import Topic

Answer = TypeVar("Answer")

MOST_ARTICLES = 6
"""Articles that a checklist's page leads to."""


@dataclass(frozen=True)
class CardView:
    """What a list shows of an article or a checklist; ``topics`` are titles."""

    kind: str
    slug: str
    address: str
    title: str
    summary: str
    minutes: int
    topics: tuple[str, ...]
    state: State
    worksheet_address: str = ""


@dataclass(frozen=True)
class LinkView:
    """The words and the address of a link."""

    title: str
    address: str


class CardViews:
    """The cards of one library, each made once, and each row of them too."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[str, CardView] = {}
        self._rows: dict[tuple[str, ...], tuple[CardView, ...]] = {}

    def __call__(self, entries: Sequence[AnyPublication]) -> tuple[CardView, ...]:
        """Return a card for each of ``entries``."""
        row = tuple([entry.address for entry in entries])
        if row not in self._rows:
            self._rows[row] = tuple(map(self._card, entries))
        return self._rows[row]

    def _card(self, entry: AnyPublication) -> CardView:
        if entry.address not in self._made:
            self._made[entry.address] = CardView(
                entry.kind,
                entry.slug,
                entry.address,
                entry.title,
                entry.summary,
                entry.minutes,
                tuple(topic.title for topic in self._library.topics_of(entry)),
                entry.state(self._library.today),
                entry.worksheet_address if isinstance(entry, Checklist) else "",
            )
        return self._made[entry.address]


_LOOKUPS: dict[str, Callable[..., Any]] = {}
"""By name; each method of ``LibraryView`` below that templates may call."""


def _lookup(work: Callable[["LibraryView", Any], Answer]) -> Callable[["LibraryView", Any], Answer]:
    """Let templates call ``work`` with a page, its address or nothing; the call is recorded."""
    _LOOKUPS[work.__name__] = work

    @wraps(work)
    def call(self: "LibraryView", about: Any = None) -> Answer:
        answer: Answer = self.get(work.__name__, getattr(about, "address", about))
        return answer

    return call


class LibraryView:
    """What templates may look up in the library.

    ``get`` is how they do, so that lookups are recorded; ``lookups`` is what works them out.
    """

    get: Callable[[str, Any], Any]

    def __init__(self, library: Library, cards: CardViews) -> None:
        self._library = library
        self._cards = cards
        entries = (*library.newest, *library.withdrawn)
        self._at: dict[str, AnyPublication] = {entry.address: entry for entry in entries}
        self._topics: dict[tuple[str, ...], tuple[Topic, ...]] = {}

    @property
    def lookups(self) -> dict[str, Callable[[Any], Any]]:
        """Return what works out each lookup, by its name."""
        return {name: partial(work, self) for name, work in _LOOKUPS.items()}

    @_lookup
    def filled_topics(self, _: None) -> tuple[Topic, ...]:
        """Return the topics with something on the shelf, in the order of ``topics.yml``."""
        return self._library.filled_topics

    @_lookup
    def checklists(self, _: None) -> tuple[CardView, ...]:
        """Return every checklist, newest first."""
        return self._cards(self._library.checklists)

    @_lookup
    def standard_pages(self, _: None) -> tuple[LinkView, ...]:
        """Return the ways to the standard pages but home."""
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
        shown = self._at[address]
        row = tuple(shown.topics)
        if row not in self._topics:
            self._topics[row] = tuple(self._library.topics_of(shown))
        return self._topics[row]

    @_lookup
    def checklists_of(self, address: str) -> tuple[CardView, ...]:
        """Return the checklists an article names."""
        article, known = self._at[address], self._library.checklist
        named = article.checklists if isinstance(article, Article) else ()
        return self._cards([known[slug] for slug in named if slug in known])

    @_lookup
    def articles_with(self, address: str) -> tuple[CardView, ...]:
        """Return the newest articles that name or show a checklist."""
        checklist = self._at[address]
        if not isinstance(checklist, Checklist):
            return ()
        return self._cards(self._library.articles_with.get(checklist.slug, [])[:MOST_ARTICLES])

    @_lookup
    def related_to(self, address: str) -> tuple[CardView, ...]:
        """Return articles that are near to this page."""
        return self._cards(self._library.related_articles.to(self._at[address]))

    @_lookup
    def instead_of(self, address: str) -> tuple[CardView, ...]:
        """Return what may help in the place of what was withdrawn, of the same kind if possible."""
        withdrawn = self._at[address]
        articles = self._library.related_articles.to(withdrawn)
        checklists = self._library.related_checklists.to(withdrawn)
        is_article = isinstance(withdrawn, Article)
        return self._cards(articles or checklists if is_article else checklists or articles)

    @_lookup
    def is_overdue(self, address: str) -> bool:
        """Tell whether readers should know that the review of this page is late."""
        return self._at[address].is_overdue(self._library.today)

    @_lookup
    def state_of(self, address: str) -> State:
        """Tell whether readers see this page."""
        return self._at[address].state(self._library.today)

    @_lookup
    def article(self, slug: str) -> CardView | None:
        """Return the article with this slug, if readers can reach it."""
        found = self._library.article.get(slug)
        return self._cards([found])[0] if found else None

    @_lookup
    def checklist(self, slug: str) -> CardView | None:
        """Return the checklist with this slug, if readers can reach it."""
        found = self._library.checklist.get(slug)
        return self._cards([found])[0] if found else None

    @_lookup
    def whole_checklist(self, slug: str) -> Checklist | None:
        """Return a checklist with all its items, to show it on another page."""
        return self._library.checklist.get(slug)
