"""``resources due``: when which facts are to be checked again."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer

from ..clock import today
from .catalogue import Row, read_shelf
from .console import DEFAULT_CONFIG, ConfigOption, give
from .list import remind, show


def due(
    file: Annotated[
        Path | None,
        typer.Argument(help="With --ics: where to write. If left out, here.", show_default=False),
    ] = None,
    as_calendar: Annotated[
        bool, typer.Option("--ics", help="A calendar to open in Outlook and the like.")
    ] = False,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """List the reviews of articles and checklists, the next one first."""
    rows, problems = read_shelf(config)
    rows = [row for row in rows if row.state not in ("draft", "withdrawn")]
    rows.sort(key=lambda row: (row.review_due, row.kind, row.slug))
    if as_calendar or file:
        give(_calendar(rows), file)
    else:
        show(rows)
    remind(problems)


def _calendar(rows: Iterable[Row]) -> str:
    """Return an all-day entry for each review, in the form of RFC 5545.

    An entry's UID is made from the page alone, so a calendar that is opened again moves the entry
    instead of adding another.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 - slow, and only a calendar needs it

    calendar = Calendar()
    calendar.add("prodid", "-//Inclusive Resources//Reviews//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Reviews")
    for row in rows:
        event = Event()
        event.add("uid", f"review-of-{row.kind}-{row.slug}@inclusive-resources")
        event.add("dtstamp", datetime.combine(today(), time(), UTC))
        event.add("dtstart", row.review_due)
        event.add("dtend", row.review_due + timedelta(days=1))
        event.add("summary", f"Review: {row.title}")
        event.add(
            "description",
            f'Read {row.file} and check its facts. Then write the day after "reviewed:".',
        )
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    text: str = calendar.to_ical().decode("utf-8")
    return text
