"""``Library``: all content that the site shows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .article import Article
from .checklist import Checklist
from .forms import EasyRead, easy_read_address
from .publication import Publication
from .related import AnyPage, AnyPublication, RelatedContent
from .standard_page import StandardPage
from .topic import Topic


@dataclass(frozen=True)
class MovedPage:
    """A page and one of its former addresses, relative to the site's root."""

    old_address: str
    page: AnyPublication | EasyRead


@dataclass(frozen=True)
class Library:
    """The content of the site on the day ``today``; articles and checklists newest first.

    The ``withdrawn`` are in no other list; at the address of each, a page says why it is gone.
    """

    today: date
    topics: tuple[Topic, ...]
    articles: tuple[Article, ...]
    checklists: tuple[Checklist, ...]
    pages: tuple[StandardPage, ...]
    withdrawn: tuple[AnyPublication, ...]
    easy_reads: tuple[EasyRead, ...] = ()
    """Those that readers may see as soon as they see the article or page."""

    @cached_property
    def newest(self) -> tuple[AnyPublication, ...]:
        """Articles and checklists, newest first."""
        return newest_first([*self.articles, *self.checklists])

    @cached_property
    def moves(self) -> tuple[MovedPage, ...]:
        """All former addresses, in the order of their pages."""
        pages = (*self.articles, *self.checklists, *self.withdrawn)
        moves = [
            MovedPage(f"{page.kind}s/{old}/", page) for page in pages for old in page.moved_from
        ]
        for easy_read in self.easy_reads:
            subject = self.subject_of(easy_read)
            if isinstance(subject, Article):
                names = [easy_read_address(old) for old in subject.moved_from]
                is_gone = subject in self.withdrawn
                moves += [MovedPage(name, subject if is_gone else easy_read) for name in names]
                moves += [MovedPage(easy_read.address, subject)] if is_gone else []
        return tuple(moves)

    @cached_property
    def article(self) -> dict[str, Article]:
        """Articles by slug."""
        return {article.slug: article for article in self.articles}

    def subject_of(self, easy_read: EasyRead) -> Article | StandardPage | None:
        """Return the article, withdrawn or not, or the page that this is the Easy Read of."""
        gone = (page for page in self.withdrawn if isinstance(page, Article))
        subjects: tuple[Article | StandardPage, ...] = (*self.articles, *gone, *self.pages)
        return next((one for one in subjects if one.source in easy_read.subjects), None)

    @cached_property
    def easy_read(self) -> dict[str, EasyRead]:
        """The Easy Reads that readers can see, by the address of the article or page."""
        subjects = ((self.subject_of(one), one) for one in self.easy_reads)
        return {
            subject.address: one
            for subject, one in subjects
            if subject and subject not in self.withdrawn
        }

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
        """Topics with an article or a checklist, in the order of ``topics.yml``."""
        return tuple(
            topic
            for topic in self.topics
            if self.articles_in(topic.slug) or self.checklists_in(topic.slug)
        )

    @cached_property
    def workbook_topics(self) -> tuple[Topic, ...]:
        """Topics with a checklist, which have a workbook: a PDF of all their worksheets."""
        return tuple(topic for topic in self.topics if self.checklists_in(topic.slug))

    def articles_in(self, topic: str) -> Sequence[Article]:
        """Return the articles of the topic with this slug."""
        return self._in_order(topic, self.related_articles.by_topic.get(topic, ()))

    def checklists_in(self, topic: str) -> Sequence[Checklist]:
        """Return the checklists of the topic with this slug."""
        return self._in_order(topic, self.related_checklists.by_topic.get(topic, ()))

    def _in_order(self, topic: str, pages: Sequence[AnyPage]) -> Sequence[AnyPage]:
        """Return ``pages``, those that the topic's ``order`` names first, as it has them."""
        order = self.topic[topic].order if topic in self.topic else []
        if not order:
            return pages
        place = {slug: index for index, slug in enumerate(order)}
        return sorted(pages, key=lambda page: place.get(page.slug, len(order)))

    @cached_property
    def checklists_by_topic(self) -> tuple[tuple[Topic, Sequence[Checklist]], ...]:
        """The checklists under the first of their topics, in the order of ``topics.yml``."""
        groups = (
            (topic, [one for one in self.checklists_in(topic.slug) if one.topics[0] == topic.slug])
            for topic in self.topics
        )
        return tuple((topic, checklists) for topic, checklists in groups if checklists)

    def topics_of(self, page: Publication) -> list[Topic]:
        """Return the topics of an article or a checklist, in its own order."""
        return [self.topic[slug] for slug in page.topics if slug in self.topic]

    @cached_property
    def related_articles(self) -> RelatedContent[Article]:
        """The articles related to a page."""
        return RelatedContent(self.articles)

    @cached_property
    def related_checklists(self) -> RelatedContent[Checklist]:
        """The checklists related to a page."""
        return RelatedContent(self.checklists)

    @cached_property
    def articles_with(self) -> dict[str, list[Article]]:
        """The articles that name or embed a checklist, by its slug."""
        articles: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            for slug in article.all_checklists:
                articles[slug].append(article)
        return articles


def newest_first(pages: Iterable[AnyPage]) -> tuple[AnyPage, ...]:
    """Return ``pages`` sorted by date, newest first, then by title."""
    return tuple(sorted(pages, key=lambda page: (-page.published.toordinal(), page.title)))
