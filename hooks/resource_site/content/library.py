"""The library: everything the site shows, loaded, cross-checked and in the order shown."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .article import Article
from .checklist import Checklist
from .publication import Publication
from .related import Near, Shown, Titled
from .standard_page import StandardPage
from .topic import Topic


@dataclass(frozen=True)
class MovedPage:
    """An address that a page once had, relative to the site's root, and the page it had."""

    old_address: str
    page: Titled


@dataclass(frozen=True)
class Library:
    """What readers can reach on the day ``today``; articles and checklists newest first.

    ``withdrawn`` ones stand in no list: where each was, a page says why it is gone.
    """

    today: date
    topics: tuple[Topic, ...]
    articles: tuple[Article, ...]
    checklists: tuple[Checklist, ...]
    pages: tuple[StandardPage, ...]
    withdrawn: tuple[Titled, ...]

    @cached_property
    def newest(self) -> tuple[Titled, ...]:
        """Articles and checklists together, newest first."""
        return newest_first([*self.articles, *self.checklists])

    @cached_property
    def moves(self) -> tuple[MovedPage, ...]:
        """Every old address, in the order of the pages that had them."""
        pages = (*self.articles, *self.checklists, *self.withdrawn)
        return tuple(
            MovedPage(f"{page.kind}s/{old}/", page) for page in pages for old in page.moved_from
        )

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

    @cached_property
    def workbook_topics(self) -> tuple[Topic, ...]:
        """Topics with a checklist, whose worksheets make a workbook."""
        return tuple(topic for topic in self.topics if self.checklists_in(topic.slug))

    def articles_in(self, topic: str) -> Sequence[Article]:
        """Return the articles that carry the topic with this slug."""
        return self.near_articles.shelves.get(topic, ())

    def checklists_in(self, topic: str) -> Sequence[Checklist]:
        """Return the checklists that carry the topic with this slug."""
        return self.near_checklists.shelves.get(topic, ())

    def topics_of(self, shown: Publication) -> list[Topic]:
        """Return the topics of an article or a checklist, in the order it names them."""
        return [self.topic[slug] for slug in shown.topics if slug in self.topic]

    @cached_property
    def near_articles(self) -> Near[Article]:
        """Articles by topic."""
        return Near(self.articles)

    @cached_property
    def near_checklists(self) -> Near[Checklist]:
        """Checklists by topic."""
        return Near(self.checklists)

    @cached_property
    def articles_with(self) -> dict[str, list[Article]]:
        """Articles that name or show a checklist, by its slug."""
        shelves: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            for slug in article.all_checklists:
                shelves[slug].append(article)
        return shelves


def newest_first(shown: Iterable[Shown]) -> tuple[Shown, ...]:
    """Return the newest first; of one day, by title, so that the order never changes by chance."""
    return tuple(sorted(shown, key=lambda item: (-item.published.toordinal(), item.title)))
