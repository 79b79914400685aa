"""``resources check``: report every problem."""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..checks.readiness.drafts import is_in_draft
from ..checks.readiness.file_findings import published_file_findings
from ..checks.readiness.publication_check import overdue_review
from ..checks.readiness.published_items import RECORD, lost_answers, lost_checklists, read_record
from ..checks.readiness.readiness_check import readiness
from ..checks.site_check import load_all
from ..clock import today
from ..problems import ContentError, Problem, in_order, report
from .console import DEFAULT_CONFIG, ConfigOption, write_output


class Form(StrEnum):
    """An output format."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def check(
    publish: Annotated[
        bool, typer.Option("--publish", help="Also refuse what may not go out to the world.")
    ] = False,
    form: Annotated[
        Form,
        typer.Option(
            "--format", help="For people, for a program, or as notes in a GitHub pull request."
        ),
    ] = Form.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    against: Annotated[
        Path | None,
        typer.Option(
            help="A built site, or its assets/checklists.json: report items whose saved answers "
            "would be lost. If left out, the site that was built here last.",
            show_default=False,
        ),
    ] = None,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """List every problem in the content, each with its place and how to fix it.

    Problems stop a build. Warnings (words that could be plainer, pictures without words) only stop
    "check --publish". Overdue reviews, and what is in drafts, stop neither.
    """
    if as_json:
        form = Form.JSON
    problems = find_problems(config, publish=publish, against=against)
    has_errors = any(problem.severity == "error" for problem in problems)
    if form is Form.TEXT:
        typer.echo(report(problems), err=bool(problems))
    else:
        write_output(_as_json(problems) if form is Form.JSON else _as_github(problems), None)
    raise typer.Exit(1 if has_errors else 0)


def find_problems(config: Path, *, publish: bool, against: Path | None = None) -> list[Problem]:
    """Return all problems, warnings and notes; with ``publish``, warnings become errors.

    Some stay warnings even so: overdue reviews and the expiry of security.txt, as a date that has
    passed must not keep a correction from readers; what is in drafts, which readers cannot see; and
    items whose saved answers would be lost, since some are removed on purpose. ``against`` is a
    built site, or its record of items.
    """
    loaded, settings, problems = load_all(config)
    found = [*readiness(loaded, today()), *(settings.tree.warnings if settings else ())]
    if publish:
        found += published_file_findings(loaded, settings)
        entries = loaded.entries.publications
        allowed = {problem for entry in entries for problem in overdue_review(entry, today())}
        found = [problem if problem in allowed else _as_error(problem) for problem in found]
    found += problems
    if publish:
        found = [_in_draft(each) if is_in_draft(each, loaded) else each for each in found]
    if settings:
        found += settings.expiry(today())
    if publish and settings:
        found += settings.placeholders()
    site = against or (settings.site if settings else None)
    if site and (against or (site / RECORD).is_file()):
        try:
            record = read_record(site, site.as_posix())
            found += lost_answers(record, loaded.entries.checklists)
            found += lost_checklists(record, loaded.entries, loaded.prefix)
        except ContentError as error:
            found += error.problems
    return in_order(found)


def _in_draft(problem: Problem) -> Problem:
    return replace(problem, severity="warning") if problem.severity == "error" else problem


def _as_error(problem: Problem) -> Problem:
    return replace(problem, severity="error") if problem.severity == "warning" else problem


def _as_json(problems: Iterable[Problem]) -> str:
    return json.dumps({"problems": [asdict(problem) for problem in problems]}, indent=2) + "\n"


_GITHUB_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def _as_github(problems: Iterable[Problem]) -> str:
    """Return GitHub's workflow commands, which annotate lines of a pull request."""
    return "".join(
        f"::{_GITHUB_COMMANDS[problem.severity]} file={_escaped(problem.path, ':,')},"
        f"line={problem.line},col={problem.column}::{_escaped(problem.message)}\n"
        for problem in problems
    )


def _escaped(text: str, extra: str = "") -> str:
    for character in f"%\r\n{extra}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text
