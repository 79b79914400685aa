"""The ids of one page: those of its headings, and those that staff give to other things."""

import re

from anyascii import anyascii
from markdown_it.token import Token

from .source import Place, Report

MOST_SLUG = 80
"""Letters in a slug, so that an address can be read and written down."""

_ID = re.compile(r"\w+(?:-\w+)*")
_SIGNS = re.compile(r"[^\w\s-]", re.ASCII)
_SPACE = re.compile(r"[-\s]+")


def slugify(text: str, most: int | None = MOST_SLUG) -> str:
    """Return ``text`` as lower-case words joined by hyphens, safe in an address.

    It has ``most`` letters at most. Every letter finds one of a to z that stands for it, and signs
    are left out: "Łódź & I" becomes "lodz-i".
    """
    plain = "".join(anyascii(sign) if sign.isalpha() else sign for sign in text)
    return _SPACE.sub("-", _SIGNS.sub("", plain).strip().lower())[:most].strip("-")


def free_id(text: str, taken: dict[str, int]) -> str:
    """Return an id for the heading ``text`` that is not among ``taken``, and take it.

    The second heading of the same words gets "_1" behind its id, as it always had on this site.
    ``taken`` counts, for each id, the others that were made from it.
    """
    name = found = slugify(text, None) or "part"
    while found in taken:
        taken[name] += 1
        found = f"{name}_{taken[name]}"
    taken[found] = 0
    return found


class Ids:
    """The ids that are taken on one page; those that may not stand are reported."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._taken: dict[str, int] = {}

    def all(self) -> frozenset[str]:
        """Return what a link can lead to on this page."""
        return frozenset(self._taken)

    def name(self, heading: Token, words: str) -> None:
        """Give ``heading`` an id made from its ``words``."""
        heading.attrs["id"] = free_id(words, self._taken)

    def claim(self, token: Token, place: Place) -> None:
        """Take the id of ``token`` for it; take it from the token where it may not stand."""
        name = str(token.attrs["id"])
        if not _ID.fullmatch(name):  # the site keeps ids with two hyphens for itself
            what = f'"{name}" may not be the id of anything here.'
            self._report(place, what, "Use letters, digits and single hyphens.")
        elif name in self._taken:
            self._report(place, f'The id "{name}" stands here twice.', "Choose another.")
        else:
            self._taken[name] = 0
            return
        del token.attrs["id"]
