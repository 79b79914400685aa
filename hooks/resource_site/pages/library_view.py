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
from ..content.related import Titled
from ..content.topic import Topic

Answer = TypeVar("Answer")

MOST_ARTICLES = 6
"""Articles that a checklist's page leads to."""


@dataclass(frozen=True)
class Card:
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
class Way:
    """The words and the address of a link."""

    title: str
    address: str


class Cards:
    """The cards of one library, each made once, and each row of them too."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[str, Card] = {}
        self._rows: dict[tuple[str, ...], tuple[Card, ...]] = {}

    def __call__(self, entries: Sequence[Titled]) -> tuple[Card, ...]:
        """Return a card for each of ``entries``."""
        row = tuple([entry.address for entry in entries])
        if row not in self._rows:
            self._rows[row] = tuple(map(self._card, entries))
        return self._rows[row]

    def _card(self, entry: Titled) -> Card:
        if entry.address not in self._made:
            self._made[entry.address] = Card(
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


_WORK: dict[str, Callable[..., Any]] = {}
"""What answers each question, by its name."""


def _question(work: Callable[["Shelves", Any], Answer]) -> Callable[["Shelves", Any], Answer]:
    """Let templates ask what ``work`` answers, about a page or its address, or about nothing."""
    _WORK[work.__name__] = work

    @wraps(work)
    def ask(self: "Shelves", about: Any = None) -> Answer:
        answer: Answer = self.ask(work.__name__, getattr(about, "address", about))
        return answer

    return ask


class Shelves:
    """What templates may ask of the library.

    ``ask`` is how they ask, so that somebody can listen; ``answers`` is what answers.
    """

    ask: Callable[[str, Any], Any]

    def __init__(self, library: Library, cards: Cards) -> None:
        self._library = library
        self._cards = cards
        entries = (*library.newest, *library.withdrawn)
        self._at: dict[str, Titled] = {entry.address: entry for entry in entries}
        self._topics: dict[tuple[str, ...], tuple[Topic, ...]] = {}

    @property
    def answers(self) -> dict[str, Callable[[Any], Any]]:
        """Return what answers each question."""
        return {name: partial(work, self) for name, work in _WORK.items()}

    @_question
    def filled_topics(self, _: None) -> tuple[Topic, ...]:
        """Return the topics with something on the shelf, in the order of ``topics.yml``."""
        return self._library.filled_topics

    @_question
    def checklists(self, _: None) -> tuple[Card, ...]:
        """Return every checklist, newest first."""
        return self._cards(self._library.checklists)

    @_question
    def standard_pages(self, _: None) -> tuple[Way, ...]:
        """Return the ways to the standard pages but home."""
        pages = (page for page in self._library.pages if page.address)
        return tuple(Way(page.title, page.address) for page in pages)

    @_question
    def count_in(self, topic: str) -> tuple[int, int]:
        """Return how many articles and how many checklists the topic with this slug has."""
        library = self._library
        return len(library.articles_in(topic)), len(library.checklists_in(topic))

    @_question
    def topics_of(self, address: str) -> tuple[Topic, ...]:
        """Return the topics of an article or a checklist."""
        shown = self._at[address]
        row = tuple(shown.topics)
        if row not in self._topics:
            self._topics[row] = tuple(self._library.topics_of(shown))
        return self._topics[row]

    @_question
    def checklists_of(self, address: str) -> tuple[Card, ...]:
        """Return the checklists an article names."""
        article = self._at[address]
        named = self._library.checklists_of(article) if isinstance(article, Article) else ()
        return self._cards(named)

    @_question
    def articles_with(self, address: str) -> tuple[Card, ...]:
        """Return the newest articles that name or show a checklist."""
        checklist = self._at[address]
        if not isinstance(checklist, Checklist):
            return ()
        return self._cards(self._library.articles_with(checklist)[:MOST_ARTICLES])

    @_question
    def related_to(self, address: str) -> tuple[Card, ...]:
        """Return articles that are near to this page."""
        return self._cards(self._library.related_to(self._at[address]))

    @_question
    def instead_of(self, address: str) -> tuple[Card, ...]:
        """Return what may help in the place of what was withdrawn."""
        return self._cards(self._library.instead_of(self._at[address]))

    @_question
    def is_overdue(self, address: str) -> bool:
        """Tell whether readers should know that the review of this page is late."""
        return self._at[address].is_overdue(self._library.today)

    @_question
    def state_of(self, address: str) -> State:
        """Tell whether readers see this page."""
        return self._at[address].state(self._library.today)

    @_question
    def article(self, slug: str) -> Card | None:
        """Return the article with this slug, if readers can reach it."""
        found = self._library.article.get(slug)
        return self._cards([found])[0] if found else None

    @_question
    def checklist(self, slug: str) -> Card | None:
        """Return the checklist with this slug, if readers can reach it."""
        found = self._library.checklist.get(slug)
        return self._cards([found])[0] if found else None

    @_question
    def whole_checklist(self, slug: str) -> Checklist | None:
        """Return a checklist with all its items, to show it on another page."""
        return self._library.checklist.get(slug)
