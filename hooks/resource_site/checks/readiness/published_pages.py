"""A record of published pages, to tell what a new build changes for readers.

Every build publishes it, with a hash of each page's file.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from ...content.library import Library
from ...problems import ContentError, Problem

RECORD = "assets/pages.json"
"""The record's address, from the site's root."""


class PublishedPage(BaseModel):
    """A published page; ``digest`` is that of its file."""

    model_config = ConfigDict(frozen=True)

    title: str
    digest: str
    withdrawn: bool = False


class PublishedPages(BaseModel):
    """Every page of a site that comes from a file, by its address."""

    pages: dict[str, PublishedPage]


@dataclass(frozen=True)
class Change:
    """A change for readers: ``kind`` is one of ``KINDS``, and ``to`` the new address of a page."""

    kind: str
    title: str
    address: str
    to: str = ""


KINDS = ("new", "changed", "moved", "withdrawn", "gone")
"""The kinds of changes, in the order listed."""


def published_pages(library: Library, digests: Mapping[str, str]) -> PublishedPages:
    """Return the record of ``library``; ``digests`` are those of its files."""
    easy_reads = library.easy_read.values()
    entries = (*library.newest, *library.withdrawn, *library.pages, *easy_reads)
    withdrawn = {entry.address for entry in library.withdrawn}
    return PublishedPages(
        pages={
            entry.address: PublishedPage(
                title=entry.title,
                digest=digests.get(entry.source, "")[:16],
                withdrawn=entry.address in withdrawn,
            )
            for entry in sorted(entries, key=lambda entry: entry.address)
        }
    )


def write_pages(pages: PublishedPages) -> str:
    """Return the record as JSON, which is reproducible."""
    return json.dumps(pages.model_dump(), ensure_ascii=False, indent=1) + "\n"


def read_pages(location: Path) -> PublishedPages:
    """Return the record at ``location``, a file or a built site; raises ``ContentError``."""
    file = location / RECORD if location.is_dir() else location
    try:
        return PublishedPages.model_validate_json(file.read_bytes())
    except (OSError, ValidationError) as error:
        what = "There is no record of published pages here."
        fix = f'Name a built site, or the file "{RECORD}" of one.'
        raise ContentError([Problem(location.as_posix(), 1, 1, what, fix)]) from error


def changes(before: PublishedPages, after: PublishedPages, library: Library) -> list[Change]:
    """Return what is not as it was, in the order of ``KINDS``."""
    moved = {move.old_address: move.page.address for move in library.moves}
    found = list(_changes(before.pages, after.pages, moved))
    return sorted(found, key=lambda change: (KINDS.index(change.kind), change.address))


def _changes(
    before: Mapping[str, PublishedPage],
    after: Mapping[str, PublishedPage],
    moved: Mapping[str, str],
) -> Iterator[Change]:
    come_from = {moved[old]: old for old in before if old in moved and old not in after}
    for address, page in after.items():
        old = before.get(address)
        if old is None and address in come_from:
            yield Change("moved", page.title, come_from[address], address)
        elif page.withdrawn and not (old and old.withdrawn):
            yield Change("withdrawn", page.title, address)
        elif old is None:
            yield Change("new", page.title, address)
        elif old.digest != page.digest:
            yield Change("changed", page.title, address)
    for address in before.keys() - after.keys() - set(come_from.values()):
        yield Change("gone", before[address].title, address)
