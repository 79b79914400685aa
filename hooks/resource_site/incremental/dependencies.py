"""What a page looked up while it was made, so that it is made again when any of it changes."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias

from .fingerprint import fingerprint

Subject: TypeAlias = str | tuple[str, str] | None
"""What a lookup is about: an address, a slug, a link with the file it stands in, or nothing."""

Recorded: TypeAlias = tuple[tuple[str, Subject, str], ...]
"""Lookups: the name of each, its subject, and the fingerprint of what it gave."""


class Dependencies:
    """Everything a template may look up in one site; each lookup is worked out once.

    Templates learn about other pages here alone. So what was recorded while a page was made is all
    that the page depends on, besides what it was given.
    """

    def __init__(self, lookups: Mapping[str, Callable[[Any], Any]]) -> None:
        self._lookups = lookups
        self._found: dict[tuple[str, Subject], Any] = {}
        self._fingerprints: dict[int, str] = {}
        """By the identity of each value: many lookups give the very same one.

        All values are kept in ``_found``, so that no identity comes twice.
        """
        self._fresh: set[tuple[str, Subject, str]] = set()
        self._recording: dict[tuple[str, Subject], None] | None = None

    def get(self, name: str, subject: Subject = None) -> Any:
        """Return what the lookup ``name`` gives for ``subject``; it is recorded.

        Raises ``LookupError`` where there is no such subject.
        """
        lookup = (name, subject)
        if lookup not in self._found:
            self._found[lookup] = self._lookups[name](subject)
        if self._recording is not None:
            self._recording[lookup] = None
        return self._found[lookup]

    @contextmanager
    def record(self) -> Iterator[Callable[[], Recorded]]:
        """Give a function that returns the lookups made since; not one inside another."""
        made: dict[tuple[str, Subject], None] = {}
        self._recording = made
        try:
            yield lambda: tuple((*lookup, self._fingerprint(lookup)) for lookup in made)
        finally:
            self._recording = None

    def are_fresh(self, recorded: Recorded) -> bool:
        """Tell whether each of these lookups gives now what it gave then."""
        try:
            for one in recorded:
                if one not in self._fresh:  # what every page looks up is worked out once
                    if self._fingerprint(one[:2]) != one[2]:
                        return False
                    self._fresh.add(one)
        except LookupError:  # the subject is no more
            return False
        return True

    def _fingerprint(self, lookup: tuple[str, Subject]) -> str:
        if lookup not in self._found:
            self._found[lookup] = self._lookups[lookup[0]](lookup[1])
        value = self._found[lookup]
        if id(value) not in self._fingerprints:
            self._fingerprints[id(value)] = fingerprint(value)
        return self._fingerprints[id(value)]
