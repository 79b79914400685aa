"""``resources list``: what there is, and in what state."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, fields
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer

from ..problems import Problem
from .catalogue import Row, read_shelf
from .console import DEFAULT_CONFIG, ConfigOption, give, say

ORDER = ("overdue", "due", "draft", "scheduled", "published", "withdrawn")
"""The states, in the order listed."""
_WIDTHS = (9, 10, 10)
"""Characters in the columns before the title: the longest state, and two days."""
_LEAST_WIDTH = 60
"""In a narrower window the table keeps this width, and the window breaks its lines."""


def list_all(
    file: Annotated[
        Path | None,
        typer.Argument(help="With --csv: where to write. If left out, here.", show_default=False),
    ] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="A file for a spreadsheet.")] = False,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """List all articles and checklists with their states: published, overdue, draft and so on."""
    rows, problems = read_shelf(config)
    rows.sort(key=lambda row: (ORDER.index(row.state), row.kind, row.slug))
    if as_csv or file:
        give(_as_csv(rows), file, mark=True)
    else:
        show(rows)
    remind(problems)


def show(rows: Iterable[Row]) -> None:
    """Print ``rows`` as a table, and how many there are of each state.

    No lines are drawn between the columns: a screen reader would read them out. A file stands
    below its title on a line of its own, never broken, so that it can be copied.
    """
    from rich.console import Console  # noqa: PLC0415 - slow, and only a table needs it
    from rich.table import Table  # noqa: PLC0415

    console = Console(markup=False, highlight=False, emoji=False)
    console.width = max(console.width, _LEAST_WIDTH)

    def line(*cells: str) -> Table:
        table = Table.grid(padding=(0, 2))
        for width in _WIDTHS:
            table.add_column(width=width, no_wrap=True)
        table.add_column(overflow="fold")
        table.add_row(*cells)
        return table

    console.print(line("State", "Published", "Review due", "Title and file"), style="bold")
    rows = list(rows)
    for row in rows:
        days = row.published.isoformat(), row.review_due.isoformat()
        console.print(line(row.state, *days, row.title))
        console.print(" " * (_WIDTHS[0] + 2) + row.file, soft_wrap=True)
    count = Counter(row.state for row in rows)
    say("\n" + (", ".join(f"{count[s]} {s}" for s in ORDER if count[s]) or "Nothing yet") + ".")


def remind(problems: Iterable[Problem]) -> None:
    """Say on the side that files with problems may be missing from what was shown."""
    if list(problems):
        words = 'Some files have problems and may be missing here. "resources check" lists them.'
        typer.echo(words, err=True)


def _as_csv(rows: Iterable[Row]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    writer.writerow([field.name for field in fields(Row)])
    writer.writerows([_inert(str(value)) for value in astuple(row)] for row in rows)
    return out.getvalue()


def _inert(value: str) -> str:
    """Keep a spreadsheet from taking a title such as ``=1+1`` for a formula (OWASP)."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@")) else value
