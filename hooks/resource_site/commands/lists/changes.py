"""``resources list --changes``: what a new build changes for readers."""

from pathlib import Path

import typer

from ...checks.readiness import published_items
from ...checks.readiness.published_items import lost_answers, lost_checklists, read_record
from ...checks.readiness.published_pages import (
    KINDS,
    PublishedPages,
    changes,
    published_pages,
    read_pages,
)
from ...checks.site_check import load_all
from ...problems import ContentError, Problem
from ..console import fail


def print_changes(config: Path, against: Path | None) -> None:
    """Print the pages that are new, changed, moved, withdrawn or gone, and answers to be lost.

    It is Markdown, which reads well in a terminal too. ``against`` is a built site, or its record
    of pages; if it is None, the site that was built last. Without any, all pages are new.
    """
    loaded, settings, _ = load_all(config)
    site = against or (settings.site if settings else None)
    before = PublishedPages(pages={})
    if site and (against or site.is_dir()):
        try:
            before = read_pages(site)
        except ContentError as error:
            fail(str(error))
    after = published_pages(loaded.library, loaded.digests)
    found = changes(before, after, loaded.library)
    for kind in KINDS:
        of_kind = [change for change in found if change.kind == kind]
        if of_kind:
            typer.echo(f"{kind.capitalize()}:\n")
            for change in of_kind:
                to = f" is now /{change.to}" if change.to else ""
                typer.echo(f"- {change.title}: /{change.address}{to}")
            typer.echo()
    lost: list[Problem] = []
    if site and site.is_dir() and (site / published_items.RECORD).is_file():
        record = read_record(site, site.as_posix())
        lost = [*lost_answers(record, loaded.entries.checklists)]
        lost += lost_checklists(record, loaded.entries, loaded.prefix)
    if lost:
        typer.echo("Saved answers that would be lost:\n")
        for problem in lost:
            typer.echo(f"- {problem.path}: {problem.what}")
    if not found and not lost:
        typer.echo("Nothing changes for readers.")
