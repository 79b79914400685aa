"""Pages that say they were checked on a day that is still to come."""

from collections.abc import Iterator
from datetime import date, timedelta

from ..problems import Problem
from ..reading.entries import Entries

_CLOCKS_APART = timedelta(days=1)
"""The day may have begun where somebody writes, and not yet where the site is built."""


def future_reviews(entries: Entries, today: date) -> Iterator[Problem]:
    """Yield a problem for each page with such a day, seen from the day ``today``.

    Readers see the day, and the next review is counted from it.
    """
    for entry in (*entries.publications, *entries.pages):
        reviewed = entry.model.reviewed
        if reviewed and reviewed > today + _CLOCKS_APART:
            what = f'"reviewed" is {reviewed.isoformat()}, a day that is still to come.'
            fix = "Write the day on which the facts were last checked."
            yield entry.problem(("reviewed",), what, fix)
