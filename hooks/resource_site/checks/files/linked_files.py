"""Which pages link to the files of ``docs/``, and which files nobody would find or should yet."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from ...markdown.inline import link_targets_in
from ...markdown.links import target_of
from ...problems import Problem
from ..content_loader import LoadedContent


def unlinked_files(loaded: LoadedContent, named: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for each file that no page links to.

    ``named`` are files that the settings name.
    """
    linked = pages_linking(loaded).keys() | set(named)
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
    waiting |= {one.model.source for one in loaded.entries.easy_reads if not one.model.is_ready}
    linking = pages_linking(loaded)
    held = {source for source in loaded.files if linking[source] and linking[source] <= waiting}
    return held - set(named)


def pages_linking(loaded: LoadedContent) -> dict[str, set[str]]:
    """Return the sources of the pages that link to each file of ``docs/``, by the file."""
    pages: dict[str, set[str]] = defaultdict(set)

    def add(target: str | None, source: str) -> None:
        if target is not None and target != source:
            pages[target].add(source)

    for body in loaded.entries.bodies:
        for link in body.text.links:
            add(target_of(link.href, body.source), body.source)
        for shown in body.text.checklists:
            add(f"checklists/{shown.slug}.yml", body.source)
    for article in loaded.entries.articles:
        for slug in article.model.checklists:
            add(f"checklists/{slug}.yml", article.model.source)
        for _, href, _ in article.model.forms.files if article.model.forms else ():
            add(target_of(href, article.model.source), article.model.source)
    for tree in loaded.entries.all_trees:
        source = tree.path.removeprefix(loaded.prefix)
        for _, text in tree.texts():
            for href in link_targets_in(text) if "](" in text else ():
                add(target_of(href, source), source)
    return pages
