"""Pagination of long lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

PAGE_LENGTH = 24
"""Entries on one page of a list."""


@dataclass(frozen=True)
class ListPage:
    """One page of a list; ``number`` counts from 1 to ``count``.

    ``newer`` and ``older`` are the addresses of its neighbours, empty at the ends.
    """

    entries: Sequence[Any]
    number: int
    count: int
    newer: str
    older: str


def list_pages(name: str, entries: Sequence[Any]) -> Iterator[tuple[str, ListPage]]:
    """Yield the address and the content of each page of ``entries``, at least one page.

    Addresses are ``name/``, then ``name/page/2/`` and so on.
    """
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
