"""Which items of which checklists are published: the record that saved answers depend on.

A candidate's answers are kept on their device, under the checklist's slug and the item's id. If
an id is gone from the next build, or means another kind of item, those answers are lost to them.
So every build publishes the record, and a check holds the content of today against it.
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

_ALIKE = 0.6
"""How alike two prompts are, from 0 to 1, that are likely the same item reworded."""


class PublishedItem(BaseModel):
    """An item as a site published it."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: str
    words: str


class PublishedItems(BaseModel):
    """The items of every checklist of a site, by the checklist's slug."""

    checklists: dict[str, tuple[PublishedItem, ...]]


def record(checklists: Iterable[Checklist]) -> str:
    """Return the record of ``checklists`` as JSON, the same text for the same items."""
    items = {
        checklist.slug: tuple(_published(item) for item in checklist.items)
        for checklist in sorted(checklists, key=lambda checklist: checklist.slug)
    }
    data = PublishedItems(checklists=items).model_dump()
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_record(place: Path, path: str) -> PublishedItems:
    """Return the record in the file or built site at ``place``, which problems call ``path``.

    Raises ``ContentError`` where there is none, or the file is something else.
    """
    file = place / RECORD if place.is_dir() else place
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

    A checklist that was renamed is found by its ``moved_from``.
    """
    for entry in entries:
        if entry.model.draft:
            continue
        now = {item.id: (place, item) for place, item in entry.model.located_items}
        for slug in (entry.model.slug, *entry.model.moved_from):
            for old in published.checklists.get(slug, ()):
                if old.id not in now:
                    yield _gone(entry, old, published.checklists[slug])
                elif now[old.id][1].kind != old.kind:
                    yield _other_kind(entry, old, *now[old.id])


def lost_checklists(published: PublishedItems, entries: Entries, prefix: str) -> Iterator[Problem]:
    """Yield a warning for each published checklist that is gone without a word.

    A file given another name outside ``resources rename`` looks the same as one deleted.
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


def _gone(
    entry: Entry[Checklist], old: PublishedItem, published: Iterable[PublishedItem]
) -> Problem:
    """Return the warning about a lost id, at the item that most likely was it."""
    what = f'The item "{old.words}" was published with the id "{old.id}", which is gone.'
    known = {item.id for item in published}
    likeness, at = max(
        (
            (_likeness(item, old), place)
            for place, item in entry.model.located_items
            if item.id not in known and item.kind == old.kind
        ),
        key=itemgetter(0),
        default=(0, ("sections",)),
    )
    if likeness >= _ALIKE:
        fix = f'If this is that item in new words, give it the line "id: {old.id}" back.'
    else:
        at = ("sections",)
        fix = (
            f'If it is still here in other words, give it the line "id: {old.id}" back. If you '
            "took it out on purpose, go on: answers to it are lost, and the next build forgets it."
        )
    return entry.problem(at, what, fix, "warning")


def _other_kind(entry: Entry[Checklist], old: PublishedItem, place: Location, now: Item) -> Problem:
    what = f'The item "{old.id}" was published as "{old.kind}" and is now "{now.kind}".'
    fix = "Saved answers would not fit it. Give the new item an id of its own."
    return entry.problem(place, what, fix, "warning")


def _likeness(item: Item, old: PublishedItem) -> float:
    return SequenceMatcher(None, plain_text(item.prompt).lower(), old.words.lower()).ratio()


def _published(item: Item) -> PublishedItem:
    return PublishedItem(id=item.id, kind=item.kind, words=plain_text(item.prompt))
