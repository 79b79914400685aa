"""Each thing in the library as a page: its source, address, template and what it shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..content.library import Library
from ..content.settings import Settings
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


def library_files(library: Library, settings: Settings, config: MkDocsConfig) -> Iterator[File]:
    """Yield a file, with its page, for everything the library shows."""
    yield from _standard_pages(library, settings, config)
    yield from _article_pages(library, config)
    yield from _checklist_pages(library, config)
    yield from _topic_pages(library, config)


def _standard_pages(library: Library, settings: Settings, config: MkDocsConfig) -> Iterator[File]:
    templates = {"index.md": "home.html", settings.contact.page: "contact.html"}
    for page in library.pages:
        yield _page(
            LibraryFile(page.source, page.address, config),
            config,
            template=templates.get(page.source, "page.html"),
            title=page.title,
            summary=page.summary,
            body=page.body,
            reviewed=page.reviewed,
            view={"standard_page": page, "newest": library.articles[:NEWEST_ON_HOME]},
        )


def _article_pages(library: Library, config: MkDocsConfig) -> Iterator[File]:
    for article in library.articles:
        yield _page(
            LibraryFile(article.source, article.address, config),
            config,
            template="article.html",
            title=article.title,
            summary=article.summary,
            body=article.body,
            reviewed=article.reviewed,
            view={"article": article},
        )
    title, summary = "Articles", "Short, practical guides for every step of looking for work."
    yield from _list_pages(
        library.articles, "articles", "articles.html", title, summary, config, {}
    )


def _checklist_pages(library: Library, config: MkDocsConfig) -> Iterator[File]:
    for checklist in library.checklists:
        yield _page(
            LibraryFile(checklist.source, checklist.address, config),
            config,
            template="checklist.html",
            title=checklist.title,
            summary=checklist.summary,
            reviewed=checklist.reviewed,
            view={"checklist": checklist},
        )
    title, summary = "Checklists", "Work through them here, fill in the PDF, or print them."
    yield from _list_pages(
        library.checklists, "checklists", "checklists.html", title, summary, config, {}
    )


def _topic_pages(library: Library, config: MkDocsConfig) -> Iterator[File]:
    for topic in library.topics:
        yield from _list_pages(
            library.articles_in(topic.slug),
            f"topics/{topic.slug}",
            "topic.html",
            topic.title,
            topic.summary,
            config,
            {"topic": topic},
        )
    yield _page(
        LibraryFile("topics/index.md", "topics/", config),
        config,
        template="topics.html",
        title="Topics",
        summary="Find what fits where you are today.",
    )


def _list_pages(
    entries: Sequence[Any],
    name: str,
    template: str,
    title: str,
    summary: str,
    config: MkDocsConfig,
    view: dict[str, Any],
) -> Iterator[File]:
    """Yield as many pages as ``entries`` need; the first stands at ``name`` itself."""
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
        source = f"{name}.md" if "/" in name else f"{name}/index.md"
        yield _page(
            LibraryFile(source if number == 1 else f"{name}/page-{number}.md", address, config),
            config,
            template=template,
            title=title if number == 1 else f"{title}, page {number}",
            summary=summary,
            view={**view, "list": shown},
        )


def _page(file: LibraryFile, config: MkDocsConfig, **page: Any) -> File:
    LibraryPage(file, config, **page)
    return file
