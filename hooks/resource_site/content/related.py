"""Which articles and checklists share topics with a page."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from .article import Article
from .checklist import Checklist

Titled = Article | Checklist
Shown = TypeVar("Shown", bound=Titled)

RELATED_MOST = 3


class Near(Generic[Shown]):
    """What stands on the shelf of each topic, and what shares topics with a page.

    Only the newest few of each topic are looked at, once for all pages with the same topics, so
    that the cost of a page does not grow with the site.
    """

    def __init__(self, shown: Iterable[Shown]) -> None:
        """Put ``shown``, newest first, on their shelves."""
        self._found: dict[tuple[str, ...], list[Shown]] = {}
        self.shelves: dict[str, list[Shown]] = defaultdict(list)
        for one in shown:
            for slug in dict.fromkeys(one.topics):
                self.shelves[slug].append(one)

    def to(self, shown: Titled) -> list[Shown]:
        """Return up to three others: most topics in common first, then the newest."""
        topics = tuple(sorted(shown.topics))
        if topics not in self._found:
            self._found[topics] = self._sharing(topics)
        others = [one for one in self._found[topics] if one.address != shown.address]
        return others[:RELATED_MOST]

    def _sharing(self, topics: tuple[str, ...]) -> list[Shown]:
        shared: dict[str, int] = defaultdict(int)
        found: dict[str, Shown] = {}
        for topic in topics:
            for one in self.shelves.get(topic, [])[: 4 * RELATED_MOST]:
                shared[one.address] += 1
                found[one.address] = one
        nearest = sorted(found, key=lambda at: (-shared[at], -found[at].published.toordinal(), at))
        return [found[address] for address in nearest[: RELATED_MOST + 1]]
