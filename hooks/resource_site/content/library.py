"""The library: everything the site shows, loaded, cross-checked and in the order shown."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from .article import Article
from .checklist import Checklist
from .publication import Publication
from .standard_page import StandardPage
from .topic import Topic

Shown = TypeVar("Shown", bound=Publication)

RELATED_MOST = 3


@dataclass(frozen=True)
class Library:
    """What readers can reach on the day ``today``; articles and checklists newest first."""

    today: date
    topics: tuple[Topic, ...]
    articles: tuple[Article, ...]
    checklists: tuple[Checklist, ...]
    pages: tuple[StandardPage, ...]

    @classmethod
    def of(
        cls,
        today: date,
        topics: Iterable[Topic],
        articles: Iterable[Article],
        checklists: Iterable[Checklist],
        pages: Iterable[StandardPage],
    ) -> "Library":
        """Return a library of these, put in the order shown."""
        return cls(today, tuple(topics), _newest(articles), _newest(checklists), tuple(pages))

    @cached_property
    def article(self) -> dict[str, Article]:
        """Articles by slug."""
        return {article.slug: article for article in self.articles}

    @cached_property
    def checklist(self) -> dict[str, Checklist]:
        """Checklists by slug."""
        return {checklist.slug: checklist for checklist in self.checklists}

    @cached_property
    def topic(self) -> dict[str, Topic]:
        """Topics by slug."""
        return {topic.slug: topic for topic in self.topics}

    @cached_property
    def filled_topics(self) -> tuple[Topic, ...]:
        """Topics with something on the shelf, in the order of ``topics.yml``."""
        return tuple(
            topic
            for topic in self.topics
            if self.articles_in(topic.slug) or self.checklists_in(topic.slug)
        )

    def articles_in(self, topic: str) -> Sequence[Article]:
        """Return the articles that carry the topic with this slug."""
        return self._articles_by_topic.get(topic, ())

    def checklists_in(self, topic: str) -> Sequence[Checklist]:
        """Return the checklists that carry the topic with this slug."""
        return self._checklists_by_topic.get(topic, ())

    def topics_of(self, shown: Publication) -> list[Topic]:
        """Return the topics of an article or a checklist, in the order it names them."""
        return [self.topic[slug] for slug in shown.topics if slug in self.topic]

    def checklists_of(self, article: Article) -> list[Checklist]:
        """Return the checklists an article names that readers can reach."""
        return [self.checklist[slug] for slug in article.checklists if slug in self.checklist]

    def articles_with(self, checklist: Checklist) -> Sequence[Article]:
        """Return the articles that name or show a checklist."""
        return self._articles_by_checklist.get(checklist.slug, ())

    def related_to(self, article: Article) -> list[Article]:
        """Return up to three other articles: most topics in common first, then the newest.

        Only the newest few of each topic are looked at, so that the cost of a page does not grow
        with the site.
        """
        shared: dict[str, int] = defaultdict(int)
        for topic in article.topics:
            for other in self.articles_in(topic)[: 4 * RELATED_MOST]:
                if other.slug != article.slug:
                    shared[other.slug] += 1
        found = [self.article[slug] for slug in shared]
        found.sort(
            key=lambda other: (-shared[other.slug], -other.published.toordinal(), other.slug)
        )
        return found[:RELATED_MOST]

    @cached_property
    def _articles_by_topic(self) -> dict[str, list[Article]]:
        return _by_topic(self.articles)

    @cached_property
    def _checklists_by_topic(self) -> dict[str, list[Checklist]]:
        return _by_topic(self.checklists)

    @cached_property
    def _articles_by_checklist(self) -> dict[str, list[Article]]:
        shelves: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            for slug in article.all_checklists:
                shelves[slug].append(article)
        return shelves


def _newest(shown: Iterable[Shown]) -> tuple[Shown, ...]:
    """Return the newest first; of one day, by title, so that the order never changes by chance."""
    return tuple(sorted(shown, key=lambda item: (-item.published.toordinal(), item.title)))


def _by_topic(shown: Iterable[Shown]) -> dict[str, list[Shown]]:
    shelves: dict[str, list[Shown]] = defaultdict(list)
    for item in shown:
        for slug in dict.fromkeys(item.topics):
            shelves[slug].append(item)
    return shelves
