"""``resources due``: the next reviews, as a table or a calendar."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer

from ...checks.site_check import load_all
from ...clock import today
from ...content.forms import EasyRead
from ..console import DEFAULT_CONFIG, ConfigOption, write_output
from .list import DUE_SOON, Row, print_table, read_catalogue, warn_of_problems


def due(
    file: Annotated[
        Path | None,
        typer.Argument(help="With --ics: where to write. If left out, here.", show_default=False),
    ] = None,
    as_calendar: Annotated[
        bool, typer.Option("--ics", help="A calendar to open in Outlook and the like.")
    ] = False,
    sources: Annotated[
        bool,
        typer.Option(
            "--sources", help="The sources of pages to review within 30 days, an address a line."
        ),
    ] = False,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """List the reviews of articles, checklists and Easy Reads, the next one first."""
    if sources:
        write_output(_sources(config), file)
        return
    rows, problems = read_catalogue(config)
    rows = [row for row in rows if _is_to_review(row)]
    rows.sort(key=lambda row: (row.review_due, row.kind, row.slug))
    if as_calendar or file:
        write_output(_calendar(rows), file)
    else:
        print_table(rows)
    warn_of_problems(problems)


def _is_to_review(row: Row) -> bool:
    """Return whether the facts of ``row`` are to be checked: those of a draft are not, as yet.

    Those of an Easy Read are. It may wait long for people to test it, while its article changes.
    """
    if row.state == "draft":
        return row.kind == EasyRead.kind
    return row.state != "withdrawn"


def _sources(config: Path) -> str:
    """Return the web addresses that pages to review soon name as their sources, the latest first.

    For a program that looks up whether they are still there.
    """
    loaded, _, _ = load_all(config)
    due_by = today() + DUE_SOON
    models = [
        entry.model
        for entry in loaded.entries.publications
        if not (entry.model.draft or entry.model.withdrawn) and entry.model.review_due <= due_by
    ]
    models.sort(key=lambda model: (model.review_due, model.source))
    addresses = dict.fromkeys(source.url for model in models for source in model.sources)
    return "".join(f"{address}\n" for address in addresses)


def _calendar(rows: Iterable[Row]) -> str:
    """Return an iCalendar file (RFC 5545) with an all-day event for each review.

    An event's UID depends on the page alone, so that importing the calendar again moves the event.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 - slow to import, and rarely needed

    calendar = Calendar()
    calendar.add("prodid", "-//Inclusive Resources//Reviews//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Reviews")
    for row in rows:
        event = Event()
        kind = row.kind.casefold().replace(" ", "-")
        event.add("uid", f"review-of-{kind}-{row.slug}@inclusive-resources")
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
