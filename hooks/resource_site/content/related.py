"""Related content: the articles and checklists that share topics with a page."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from .article import Article
from .checklist import Checklist

AnyPublication = Article | Checklist
AnyPage = TypeVar("AnyPage", bound=AnyPublication)

MAX_RELATED = 3


class RelatedContent(Generic[AnyPage]):
    """Articles or checklists by topic, and those related to a page.

    Of each topic only the newest few are compared, once for all pages with the same topics, so
    that the cost of a page does not grow with the site.
    """

    def __init__(self, pages: Iterable[AnyPage]) -> None:
        """Index ``pages``, which come newest first."""
        self._related: dict[tuple[str, ...], list[AnyPage]] = {}
        self.by_topic: dict[str, list[AnyPage]] = defaultdict(list)
        for page in pages:
            for slug in dict.fromkeys(page.topics):
                self.by_topic[slug].append(page)

    def to(self, page: AnyPublication) -> list[AnyPage]:
        """Return up to ``MAX_RELATED`` others, by the number of shared topics, then the newest."""
        topics = tuple(sorted(page.topics))
        if topics not in self._related:
            self._related[topics] = self._most_related(topics)
        others = [other for other in self._related[topics] if other.address != page.address]
        return others[:MAX_RELATED]

    def _most_related(self, topics: tuple[str, ...]) -> list[AnyPage]:
        newest = [
            page for topic in topics for page in self.by_topic.get(topic, [])[: 4 * MAX_RELATED]
        ]
        shared = Counter(page.address for page in newest)
        pages = {page.address: page for page in newest}.values()
        best = sorted(
            pages,
            key=lambda page: (-shared[page.address], -page.published.toordinal(), page.address),
        )
        return best[: MAX_RELATED + 1]
