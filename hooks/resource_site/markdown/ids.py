"""Slugs, and the ids of one page: of its headings, and those that staff write."""

import re

from anyascii import anyascii
from markdown_it.token import Token

from .source import Place, Report

MAX_SLUG = 80
"""Characters in a slug, so that an address can be read and written down."""

_ID = re.compile(r"\w+(?:-\w+)*")
"""Two hyphens in a row are reserved for ids that the templates use."""

_PUNCTUATION = re.compile(r"[^\w\s-]", re.ASCII)
_SPACE = re.compile(r"[-\s]+")


def slugify(text: str, max_length: int | None = MAX_SLUG) -> str:
    """Return ``text`` as lower-case ASCII words joined by hyphens: "Łódź & I" becomes "lodz-i"."""
    plain = "".join(anyascii(letter) if letter.isalpha() else letter for letter in text)
    return _SPACE.sub("-", _PUNCTUATION.sub("", plain).strip().lower())[:max_length].strip("-")


class Ids:
    """The ids in use on one page."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._taken: dict[str, int] = {}
        """For each id, how many more were made from it with a suffix."""

    def all(self) -> frozenset[str]:
        """Return every id of the page."""
        return frozenset(self._taken)

    def generate(self, heading: Token, text: str) -> None:
        """Set an id made from ``text``; for the second of the same text, it ends in "_1"."""
        base = new = slugify(text, None) or "part"
        while new in self._taken:
            self._taken[base] += 1
            new = f"{base}_{self._taken[base]}"
        self._taken[new] = 0
        heading.attrs["id"] = new

    def claim(self, token: Token, place: Place) -> None:
        """Register the id of ``token``; remove and report one that is malformed or taken."""
        name = str(token.attrs["id"])
        if not _ID.fullmatch(name):
            what = f'"{name}" may not be the id of anything here.'
            self._report(place, what, "Use letters, digits and single hyphens.")
        elif name in self._taken:
            self._report(place, f'The id "{name}" stands here twice.', "Choose another.")
        else:
            self._taken[name] = 0
            return
        del token.attrs["id"]
