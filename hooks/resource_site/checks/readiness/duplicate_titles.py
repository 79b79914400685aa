"""Duplicate titles: of two pages, or repeated in the first line of the text."""

import unicodedata
from collections.abc import Iterator, Sequence

from ...content.article import Article
from ...content.checklist import Checklist
from ...content.standard_page import StandardPage
from ...problems import Problem
from ...reading.entries import Entries, Entry


def title_findings(entries: Entries) -> Iterator[Problem]:
    """Yield a warning for each title of an older page of the same kind, or that the text repeats.

    Articles are compared with standard pages too. Case, spaces and the form of apostrophes are
    ignored, as are drafts and withdrawn pages.
    """
    pages = {_key(page.model.title): page.tree.path for page in reversed(entries.pages)}
    yield from _shared(entries.articles, pages)
    yield from _shared(entries.checklists, {})
    with_text: list[Entry[Article] | Entry[StandardPage]] = [*entries.articles, *entries.pages]
    for entry in with_text:
        line, place = entry.model.text.first_line
        if line and _letters(line) == _letters(entry.model.title):
            what = "This line repeats the title, which stands above it on the page."
            yield Problem(entry.tree.path, *place, what, "Take it out.", "warning")


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
            yield entry.problem(("title",), what, fix, "warning")


def _key(title: str) -> str:
    plain = unicodedata.normalize("NFKC", title).replace("\u2019", "'")
    return " ".join(plain.split()).casefold()


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
