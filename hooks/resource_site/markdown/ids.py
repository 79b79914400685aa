"""The ids of one page: those of its headings, and those that staff give to other things."""

import re

from markdown_it.token import Token

from .headings import free_id
from .places import Place, Report

_ID = re.compile(r"\w+(?:-\w+)*")


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
