"""Which pages link to the files of ``docs/``, and which files nobody would find or should yet."""

from collections.abc import Collection, Iterator

from ...markdown.inline import link_targets_in
from ...markdown.links import target_of
from ...problems import Problem
from ..content_loader import LoadedContent


def unlinked_files(loaded: LoadedContent, named: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for each file that no page links to.

    ``named`` are files that the settings name.
    """
    linked = _pages_by_file(loaded).keys() | set(named)
    for source in loaded.files:
        if source not in linked:
            what = "No page links to this file, and it would go out to the world all the same."
            fix = "Link to it from a page, or take it out of docs/."
            yield Problem(loaded.prefix + source, 1, 1, what, fix, "warning")


def held_back_files(loaded: LoadedContent, named: Collection[str]) -> set[str]:
    """Return the files that only drafts and scheduled pages link to, which go out with them."""
    today = loaded.library.today
    waiting = {
        entry.model.source
        for entry in loaded.entries.publications
        if entry.model.state(today) in ("draft", "scheduled")
    }
    return {
        target for target, sources in _pages_by_file(loaded).items() if sources <= waiting
    } - set(named)


def _pages_by_file(loaded: LoadedContent) -> dict[str, set[str]]:
    """Return the sources of the pages that link to each file of ``docs/`` that is no page."""
    pages: dict[str, set[str]] = {source: set() for source in loaded.files}

    def add(href: str, source: str) -> None:
        target = target_of(href, source)
        if target in pages:
            pages[target].add(source)

    for body in loaded.entries.bodies:
        for link in body.text.links:
            add(link.href, body.source)
    for tree in loaded.entries.all_trees:
        for _, text in tree.texts():
            for href in link_targets_in(text) if "](" in text else ():
                add(href, tree.path.removeprefix(loaded.prefix))
    return {target: sources for target, sources in pages.items() if sources}
