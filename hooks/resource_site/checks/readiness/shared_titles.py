"""Titles that two pages share, so that nobody can tell them apart in a list or in a search."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...content.article import Article
from ...content.checklist import Checklist
from ...problems import Problem
from ...reading.entries import Entries, Entry


def shared_titles(entries: Entries) -> Iterator[Problem]:
    """Yield a warning at each title that an older page of the same kind has already.

    Articles are held against the standard pages too. Capitals, spaces and the form of an
    apostrophe make no difference. Drafts and withdrawn pages stand in no list and do not count.
    """
    pages = {_key(page.model.title): page.tree.path for page in reversed(entries.pages)}
    yield from _shared(entries.articles, pages)
    yield from _shared(entries.checklists, {})


def _shared(
    entries: Sequence[Entry[Article] | Entry[Checklist]], taken: dict[str, str]
) -> Iterator[Problem]:
    oldest = sorted(entries, key=lambda entry: (entry.model.published, entry.tree.path))
    for entry in oldest:
        if entry.model.draft or entry.model.withdrawn:
            continue
        other = taken.setdefault(_key(entry.model.title), entry.tree.path)
        if other != entry.tree.path:
            what = f'"{other}" has this title already.'
            fix = "Give one of them another, so that readers can tell them apart."
            yield replace(entry.problem(("title",), what, fix), severity="warning")


def _key(title: str) -> str:
    plain = unicodedata.normalize("NFKC", title).replace("\u2019", "'")
    return " ".join(plain.split()).casefold()
