"""Dependency tracking: the lookups a page made while it was rendered, and whether any changed."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias

from .fingerprint import fingerprint

Subject: TypeAlias = str | tuple[str, str] | None
"""The argument of a lookup: an address, a slug, a link target with its file, or None."""

Recorded: TypeAlias = tuple[tuple[str, Subject, str], ...]
"""Recorded lookups: the name and subject of each, and the fingerprint of its result."""


class Dependencies:
    """The lookups that templates may call for one site, with memoised results.

    Templates learn about other pages through these alone. So a page depends on the lookups
    recorded while it was rendered, and on the values it was rendered with.
    """

    def __init__(self, lookups: Mapping[str, Callable[[Any], Any]]) -> None:
        self._lookups = lookups
        self._results: dict[tuple[str, Subject], Any] = {}
        self._fingerprints: dict[int, str] = {}
        """By the ``id`` of each result, as many lookups return the same object.

        ``_results`` holds on to all of them, so no ``id`` is reused.
        """
        self._fresh: set[tuple[str, Subject, str]] = set()
        self._recording: dict[tuple[str, Subject], None] | None = None

    def get(self, name: str, subject: Subject = None) -> Any:
        """Return the result of the lookup ``name`` for ``subject``, and record the lookup.

        Raises ``LookupError`` for an unknown subject.
        """
        result = self._result((name, subject))
        if self._recording is not None:
            self._recording[name, subject] = None
        return result

    @contextmanager
    def record(self) -> Iterator[Callable[[], Recorded]]:
        """Yield a function that returns the lookups made in this context, which cannot nest."""
        lookups: dict[tuple[str, Subject], None] = {}
        self._recording = lookups
        try:
            yield lambda: tuple((*lookup, self._fingerprint(lookup)) for lookup in lookups)
        finally:
            self._recording = None

    def are_fresh(self, recorded: Recorded) -> bool:
        """Return whether each recorded lookup would return the same result now."""
        try:
            for lookup in recorded:
                if lookup not in self._fresh:  # nearly all pages share most lookups
                    if self._fingerprint(lookup[:2]) != lookup[2]:
                        return False
                    self._fresh.add(lookup)
        except LookupError:  # the subject no longer exists
            return False
        return True

    def _result(self, lookup: tuple[str, Subject]) -> Any:
        if lookup not in self._results:
            self._results[lookup] = self._lookups[lookup[0]](lookup[1])
        return self._results[lookup]

    def _fingerprint(self, lookup: tuple[str, Subject]) -> str:
        result = self._result(lookup)
        if id(result) not in self._fingerprints:
            self._fingerprints[id(result)] = fingerprint(result)
        return self._fingerprints[id(result)]
