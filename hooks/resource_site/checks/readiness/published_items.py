"""A record of published checklist items, to warn before candidates lose saved answers.

A candidate's answers are saved on their device under the checklist's slug and the item's id, and
are lost if a later build has no such id, or another kind of item under it. So every build
publishes this record, and a check compares new content with it.
"""

import json
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from operator import itemgetter
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from ...content.checklist import Checklist
from ...content.items import Item
from ...markdown.inline import plain_text
from ...problems import ContentError, Location, Problem
from ...reading.entries import Entries, Entry

RECORD = "assets/checklists.json"
"""The record's address, from the site's root."""

_MIN_SIMILARITY = 0.6
"""Ratio (0 to 1) from which two prompts are likely the same item reworded."""


class PublishedItem(BaseModel):
    """A published item; ``words`` is its prompt as plain text."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: str
    words: str


class PublishedItems(BaseModel):
    """The items of every checklist of a site, by the checklist's slug."""

    checklists: dict[str, tuple[PublishedItem, ...]]


def record(checklists: Iterable[Checklist]) -> str:
    """Return the record of ``checklists`` as JSON, which is reproducible."""
    items = {
        checklist.slug: tuple(_published(item) for item in checklist.items)
        for checklist in sorted(checklists, key=lambda checklist: checklist.slug)
    }
    data = PublishedItems(checklists=items).model_dump()
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_record(location: Path, path: str) -> PublishedItems:
    """Return the record at ``location``, a file or a built site, which problems call ``path``.

    Raises ``ContentError`` if there is none, or if the file is not a record.
    """
    file = location / RECORD if location.is_dir() else location
    try:
        return PublishedItems.model_validate_json(file.read_bytes())
    except (OSError, ValidationError) as error:
        what = "This is not a record of published checklists."
        if isinstance(error, OSError):
            what = f"There is no record of published checklists here: {error.strerror}."
        fix = f'Name a built site, or the file "{RECORD}" of one.'
        raise ContentError([Problem(path, 1, 1, what, fix)]) from error


def lost_answers(
    published: PublishedItems, entries: Iterable[Entry[Checklist]]
) -> Iterator[Problem]:
    """Yield a warning for each item whose saved answers would be lost.

    ``moved_from`` tells the former slugs of a checklist.
    """
    for entry in entries:
        if entry.model.draft:
            continue
        items = {item.id: (location, item) for location, item in entry.model.located_items}
        for slug in (entry.model.slug, *entry.model.moved_from):
            for old in published.checklists.get(slug, ()):
                if old.id not in items:
                    yield _lost_id(entry, old, published.checklists[slug])
                elif items[old.id][1].kind != old.kind:
                    yield _changed_kind(entry, old, *items[old.id])


def lost_checklists(published: PublishedItems, entries: Entries, prefix: str) -> Iterator[Problem]:
    """Yield a warning for each published checklist that is missing and not withdrawn.

    It was deleted, or renamed without ``resources rename``.
    """
    known = {source.removeprefix("checklists/").removesuffix(".yml") for source in entries.broken}
    for entry in entries.checklists:
        known |= {entry.model.slug, *entry.model.moved_from}
    for slug in sorted(published.checklists.keys() - known):
        what = f'The checklist "{slug}" was published, and this file is gone.'
        fix = (
            f'If it has another name now, write "moved_from: [{slug}]" there. If not, bring the '
            'file back and write "withdrawn:" with the reason, so that readers find out.'
        )
        yield Problem(f"{prefix}checklists/{slug}.yml", 1, 1, what, fix, "warning")


def _lost_id(
    entry: Entry[Checklist], old: PublishedItem, published: Iterable[PublishedItem]
) -> Problem:
    """Return the warning about a lost id, at the new item that is most similar to the old one."""
    what = f'The item "{old.words}" was published with the id "{old.id}", which is gone.'
    known = {item.id for item in published}
    similarity, location = max(
        (
            (_similarity(item, old), location)
            for location, item in entry.model.located_items
            if item.id not in known and item.kind == old.kind
        ),
        key=itemgetter(0),
        default=(0, ("sections",)),
    )
    if similarity >= _MIN_SIMILARITY:
        fix = f'If this is that item in new words, give it the line "id: {old.id}" back.'
    else:
        location = ("sections",)
        fix = (
            f'If it is still here in other words, give it the line "id: {old.id}" back. If you '
            "took it out on purpose, go on: answers to it are lost, and the next build forgets it."
        )
    return entry.problem(location, what, fix, "warning")


def _changed_kind(
    entry: Entry[Checklist], old: PublishedItem, location: Location, new: Item
) -> Problem:
    what = f'The item "{old.id}" was published as "{old.kind}" and is now "{new.kind}".'
    fix = "Saved answers would not fit it. Give the new item an id of its own."
    return entry.problem(location, what, fix, "warning")


def _similarity(item: Item, old: PublishedItem) -> float:
    return SequenceMatcher(None, plain_text(item.prompt).lower(), old.words.lower()).ratio()


def _published(item: Item) -> PublishedItem:
    return PublishedItem(id=item.id, kind=item.kind, words=plain_text(item.prompt))
