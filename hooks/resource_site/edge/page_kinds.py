"""Each thing in the library as a page: its source, address, template and what it shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from ..content.library import Library
from ..content.settings import Settings
from ..offline import OFFLINE_PAGE
from .library_page import LibraryFile, LibraryPage

PAGE_LENGTH = 24
"""Entries on one page of a list, so that no page grows with the site."""

NEWEST_ON_HOME = 3


@dataclass(frozen=True)
class ListPage:
    """One page of a long list; ``number`` and ``count`` from 1, addresses empty at the ends."""

    entries: Sequence[Any]
    number: int
    count: int
    newer: str
    older: str


@dataclass(frozen=True)
class PageKinds:
    """Makes the pages of one library, as files for MkDocs."""

    library: Library
    settings: Settings
    config: MkDocsConfig

    def files(self) -> Iterator[LibraryFile]:
        """Yield a file, with its page, for everything the library shows."""
        yield from self._standard_pages()
        yield from self._articles()
        yield from self._checklists()
        yield from self._topics()
        yield self._search()

    def _standard_pages(self) -> Iterator[LibraryFile]:
        templates = {"index.md": "home.html", self.settings.contact.page: "contact.html"}
        for page in self.library.pages:
            yield self._file(
                page.source,
                page.address,
                template=templates.get(page.source, "page.html"),
                title=page.title,
                summary=page.summary,
                body=page.body,
                reviewed=page.reviewed,
                view={"standard_page": page, "newest": self.library.articles[:NEWEST_ON_HOME]},
            )
        if self.settings.offline:
            yield self._file(
                f"{OFFLINE_PAGE}index.md",
                OFFLINE_PAGE,
                template="offline.html",
                title="You are not connected",
                summary="This page has not been kept on your device. These checklists have.",
            )

    def _articles(self) -> Iterator[LibraryFile]:
        for article in self.library.articles:
            yield self._file(
                article.source,
                article.address,
                template="article.html",
                title=article.title,
                summary=article.summary,
                body=article.body,
                reviewed=article.reviewed,
                view={"article": article},
            )
        yield from self._list(
            "articles/index.md",
            self.library.articles,
            template="list.html",
            title="Articles",
            summary="Short, practical guides for every step of looking for work.",
        )

    def _checklists(self) -> Iterator[LibraryFile]:
        for checklist in self.library.checklists:
            yield self._file(
                checklist.source,
                checklist.address,
                template="checklist.html",
                title=checklist.title,
                summary=checklist.summary,
                reviewed=checklist.reviewed,
                view={"checklist": checklist},
            )
        yield from self._list(
            "checklists/index.md",
            self.library.checklists,
            template="list.html",
            title="Checklists",
            summary="Work through them here, fill in the PDF, or print them.",
        )

    def _topics(self) -> Iterator[LibraryFile]:
        yield self._file(
            "topics/index.md",
            "topics/",
            template="topics.html",
            title="Topics",
            summary="Find what fits where you are today.",
        )
        for topic in self.library.topics:
            yield from self._list(
                topic.source,
                [*self.library.checklists_in(topic.slug), *self.library.articles_in(topic.slug)],
                template="topic.html",
                title=topic.title,
                summary=topic.summary,
                view={"topic": topic},
            )

    def _search(self) -> LibraryFile:
        return self._file(
            "search/index.md",
            "search/",
            template="search.html",
            title="Search",
            summary="Find articles and checklists by the words in them.",
        )

    def _list(
        self, source: str, entries: Sequence[Any], *, title: str, **page: Any
    ) -> Iterator[LibraryFile]:
        """Yield as many pages as ``entries`` need; the first stands at ``source`` itself."""
        name = source.removesuffix(".md").removesuffix("/index")
        view = page.pop("view", {})
        count = max(1, -(-len(entries) // PAGE_LENGTH))
        addresses = [f"{name}/"] + [f"{name}/page/{number}/" for number in range(2, count + 1)]
        for number, address in enumerate(addresses, 1):
            start = (number - 1) * PAGE_LENGTH
            shown = ListPage(
                entries[start : start + PAGE_LENGTH],
                number,
                count,
                newer=addresses[number - 2] if number > 1 else "",
                older=addresses[number] if number < count else "",
            )
            yield self._file(
                source if number == 1 else f"{name}/page/{number}.md",
                address,
                title=title if number == 1 else f"{title}, page {number}",
                view={**view, "list": shown},
                **page,
            )

    def _file(self, source: str, address: str, **page: Any) -> LibraryFile:
        file = LibraryFile(source, address, self.config)
        LibraryPage(file, self.config, **page)
        return file
