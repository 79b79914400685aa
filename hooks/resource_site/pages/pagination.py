"""A long list in pages of a bounded length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

PAGE_LENGTH = 24
"""Entries on one page of a list, so that no page grows with the site."""


@dataclass(frozen=True)
class ListPage:
    """One page of a long list; ``number`` and ``count`` from 1, addresses empty at the ends."""

    entries: Sequence[Any]
    number: int
    count: int
    newer: str
    older: str


def list_pages(name: str, entries: Sequence[Any]) -> Iterator[tuple[str, ListPage]]:
    """Yield the address and the page of each part of ``entries``, at least one, below ``name``."""
    count = max(1, -(-len(entries) // PAGE_LENGTH))
    addresses = [f"{name}/"] + [f"{name}/page/{number}/" for number in range(2, count + 1)]
    for number, address in enumerate(addresses, 1):
        start = (number - 1) * PAGE_LENGTH
        yield (
            address,
            ListPage(
                entries[start : start + PAGE_LENGTH],
                number,
                count,
                newer=addresses[number - 2] if number > 1 else "",
                older=addresses[number] if number < count else "",
            ),
        )
