"""``resources list``: every article, checklist and Easy Read with its state."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer

from ...checks.files.linked_files import pages_linking
from ...checks.site_check import load_all
from ...clock import today
from ...content.article import Article
from ...content.forms import EasyRead
from ...problems import Problem, suggest
from ...reading.entries import Entries
from ..console import DEFAULT_CONFIG, ConfigOption, fail, write_output
from .changes import print_changes

ORDER = ("overdue", "due", "draft", "scheduled", "published", "withdrawn")
"""The states, in the order listed."""
_WIDTHS = (9, 10, 10)
"""Characters in the columns before the title: the longest state, and two dates."""
_MIN_WIDTH = 60
"""The table's width in narrower terminals, which then wrap its lines."""
DUE_SOON = timedelta(days=30)
"""How long before the day a review counts as due."""


@dataclass(frozen=True)
class Row:
    """One article, checklist or Easy Read."""

    kind: str
    slug: str
    title: str
    state: str
    """``draft``, ``scheduled`` (its day is to come), ``overdue``, ``due``, ``published`` or
    ``withdrawn``."""
    published: date | None
    """An Easy Read has no day of its own."""
    reviewed: date
    review_due: date
    file: str
    author: str
    topics: str
    """Their slugs, with spaces between."""
    address: str
    """On the site, from its root."""


def list_all(
    file: Annotated[
        Path | None,
        typer.Argument(help="With --csv: where to write. If left out, here.", show_default=False),
    ] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="A file for a spreadsheet.")] = False,
    topic: Annotated[
        str | None, typer.Option("--topic", "-t", help="Only those of this topic.", metavar="NAME")
    ] = None,
    author: Annotated[
        str | None, typer.Option("--author", help="Only those by somebody.", metavar="NAME")
    ] = None,
    state: Annotated[
        str | None, typer.Option("--state", help="Only those in a state.", metavar="STATE")
    ] = None,
    unlinked: Annotated[
        bool, typer.Option("--unlinked", help="Only those that no text or page links to.")
    ] = False,
    naming: Annotated[
        str | None,
        typer.Option(
            "--naming", help="Only those with these words, such as an earlier contact's name."
        ),
    ] = None,
    show_changes: Annotated[
        bool,
        typer.Option("--changes", help="In their place: what readers will find another way."),
    ] = False,
    against: Annotated[
        Path | None,
        typer.Option(
            help="With --changes: a built site, or its assets/pages.json. If left out, the site "
            "that was built here last.",
            show_default=False,
        ),
    ] = None,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """List all articles, checklists and Easy Reads with their states: published, overdue, draft."""
    if state and state not in ORDER:
        fail(f'There is no state "{state}". {suggest(state, ORDER)}')
    if show_changes:
        print_changes(config, against)
        return
    rows, problems = read_catalogue(config, unlinked=unlinked, naming=naming or "")
    rows = [
        row
        for row in rows
        if (topic is None or topic in row.topics.split())
        and (author is None or author.casefold() in row.author.casefold())
        and (state is None or state == row.state)
    ]
    rows.sort(key=lambda row: (ORDER.index(row.state), row.kind.casefold(), row.slug))
    if as_csv or file:
        write_output(_as_csv(rows), file, bom=True)
    else:
        print_table(rows)
    warn_of_problems(problems)


def read_catalogue(
    config: Path, *, unlinked: bool = False, naming: str = ""
) -> tuple[list[Row], list[Problem]]:
    """Return a row for each valid article, checklist and Easy Read, and all problems.

    ``unlinked`` leaves out those that another page links to, as that of an Easy Read always does,
    and ``naming`` those whose files do not hold these words, whatever their capitals and line ends.
    """
    loaded, _, problems = load_all(config)
    rows = list(_rows(loaded.entries, loaded.prefix, today()))
    if unlinked:
        linked = {loaded.prefix + target for target in pages_linking(loaded)}
        rows = [row for row in rows if row.file not in linked and row.kind != EasyRead.kind]
    if naming:
        rows = [row for row in rows if _holds(loaded.docs, row.file, loaded.prefix, naming)]
    return rows, problems


def _holds(docs: Path, file: str, prefix: str, words: str) -> bool:
    text = (docs / file.removeprefix(prefix)).read_text(encoding="utf-8", errors="replace")
    return " ".join(words.casefold().split()) in " ".join(text.casefold().split())


def _rows(entries: Entries, prefix: str, day: date) -> Iterable[Row]:
    for entry in entries.publications:
        model = entry.model
        yield Row(
            kind=model.kind,
            slug=model.slug,
            title=model.title,
            state=_with_review(model.state(day), model.review_due, day),
            published=model.published,
            reviewed=model.reviewed,
            review_due=model.review_due,
            file=prefix + model.source,
            author=model.author or "",
            topics=" ".join(model.topics),
            address=model.address,
        )
    articles = {entry.model.source: entry.model for entry in entries.articles}
    for easy_read in (entry.model for entry in entries.easy_reads):
        yield _easy_read_row(easy_read, articles.get(easy_read.subjects[0]), prefix, day)


def _easy_read_row(easy_read: EasyRead, article: Article | None, prefix: str, day: date) -> Row:
    """Return the row of an Easy Read of ``article``, or of a page where that is ``None``.

    It is a draft until ``tested_with`` says with whom it was tested, and then shares the state of
    its article.
    """
    state = "draft"
    if easy_read.is_ready:
        state = article.state(day) if article else "published"
    return Row(
        kind=easy_read.kind,
        slug=easy_read.slug,
        title=easy_read.title,
        state=_with_review(state, easy_read.review_due, day),
        published=None,
        reviewed=easy_read.reviewed,
        review_due=easy_read.review_due,
        file=prefix + easy_read.source,
        author="",
        topics=" ".join(article.topics) if article else "",
        address=easy_read.address,
    )


def _with_review(state: str, review_due: date, day: date) -> str:
    """Return ``state``, or for what is published how its review stands on ``day``."""
    if state == "published" and review_due < day:
        return "overdue"
    if state == "published" and review_due <= day + DUE_SOON:
        return "due"
    return state


def print_table(rows: Iterable[Row]) -> None:
    """Print ``rows`` as a table, and the number of rows in each state.

    Columns have no lines between them, which screen readers would read out. A file's path is on a
    line of its own and never wrapped, so that it can be copied.
    """
    from rich.console import Console  # noqa: PLC0415 - slow to import
    from rich.table import Table  # noqa: PLC0415

    console = Console(markup=False, highlight=False, emoji=False)
    console.width = max(console.width, _MIN_WIDTH)

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
        published = row.published.isoformat() if row.published else ""
        console.print(line(row.state, published, row.review_due.isoformat(), row.title))
        console.print(" " * (_WIDTHS[0] + 2) + row.file, soft_wrap=True)
    count = Counter(row.state for row in rows)
    typer.echo(
        "\n" + (", ".join(f"{count[s]} {s}" for s in ORDER if count[s]) or "Nothing yet") + "."
    )


def warn_of_problems(problems: Iterable[Problem]) -> None:
    """Print to stderr that files with problems may be missing from the table."""
    if list(problems):
        text = 'Some files have problems and may be missing here. "resources check" lists them.'
        typer.echo(text, err=True)


def _as_csv(rows: Iterable[Row]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    writer.writerow([field.name for field in fields(Row)])
    writer.writerows([_escape_formula(str(value or "")) for value in astuple(row)] for row in rows)
    return out.getvalue()


def _escape_formula(value: str) -> str:
    """Return ``value`` so that a spreadsheet does not run ``=1+1`` (OWASP, CSV injection)."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@")) else value
