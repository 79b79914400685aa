"""Files that had no problem with the rest of the site when they were last looked at."""

from collections.abc import Iterable, Mapping

from ..ledger import Ledger
from .headings import Headings


class FineFiles:
    """Remembers such files by what they held, what they stood among, and what they linked to.

    ``digests`` are those of each file by its path inside ``docs/``.
    """

    def __init__(self, kept: Ledger | None, digests: Mapping[str, str]) -> None:
        self._kept = kept
        self._digests = digests

    def is_fine(self, source: str, surroundings: bytes, headings: Headings) -> bool:
        """Tell whether the file is known to have no problem among these ``surroundings``."""
        fact = self._kept.get(f"fine {source}") if self._kept else None
        if fact is None:
            return False
        digest, among, asked = fact
        return (
            digest == self._digests.get(source)
            and among == surroundings
            and all(headings.print_of(target) == before for target, before in asked)
        )

    def add(self, source: str, surroundings: bytes, asked: Iterable[tuple[str, bytes]]) -> None:
        """Remember that the file has no problem."""
        digest = self._digests.get(source)
        if self._kept and digest:
            self._kept.put(f"fine {source}", (digest, surroundings, tuple(asked)))
