"""A new article or checklist: its title, topics and summary, asked for where not given."""

from pathlib import Path
from typing import NoReturn

import typer

from ...checks.site_check import load_all
from ...clock import today
from ...content.addresses.portable_names import is_reserved
from ...content.fields.field_types import is_slug
from ...markdown.ids import MAX_SLUG, slugify
from ...reading.file_names import SOURCE_FOLDERS
from ...reading.file_templates import NewPublication
from ..console import fail, is_interactive
from ..site import open_when_shown
from .prompts import (
    MOST_SUMMARY,
    MOST_TITLE,
    ask,
    line_error,
    minutes_error,
    parse_topics,
)


class NewFile:
    """The file to create; every method exits with a message if its input cannot be used."""

    def __init__(self, kind: str, title: list[str] | None, name: str | None, config: Path) -> None:
        self.kind = kind
        self.title = " ".join(" ".join(self._ask_title() if title is None else title).split())
        if reason := line_error(self.title, MOST_TITLE):
            fail(f"The title {reason}")
        self.loaded, self.settings, _ = load_all(config)
        self.topics = [entry.model for entry in self.loaded.entries.topics]
        if not self.topics:
            fail(
                f"There are no topics yet, or {self.loaded.prefix}topics.yml has a problem. "
                '"resources check" tells more.'
            )
        self.slug = name or slugify(self.title)
        self._check_name(named=bool(name))
        self.file = self.loaded.docs / f"{kind}s" / f"{self.slug}.{SOURCE_FOLDERS[f'{kind}s']}"
        self.path = f"{self.loaded.prefix}{kind}s/{self.file.name}"
        if self.file.exists():
            self._fail_as_existing()

    def _ask_title(self) -> list[str]:
        if not is_interactive():
            fail(
                "Nobody can be asked here, so this needs a title, such as "
                f'resources new {self.kind} "Your first CV".'
            )
        return [ask("Title", lambda text: line_error(text, MOST_TITLE))]

    def _check_name(self, *, named: bool) -> None:
        if (
            not is_slug(self.slug)
            or len(self.slug) > MAX_SLUG
            or self.slug == "index"
            or is_reserved(self.slug)
        ):
            what = f'The name "{self.slug}"' if named else "This title"
            fail(
                f"{what} cannot become a web address. "
                "Give one with --name: small letters, digits and hyphens."
            )
        for entry in self.loaded.entries.publications:
            if entry.model.kind == self.kind and self.slug in entry.model.moved_from:
                fail(
                    f'"{self.slug}" is an old name of {entry.tree.path}, which is found under it. '
                    "Give another with --name."
                )

    def _fail_as_existing(self) -> NoReturn:
        fail(
            f"{self.path} is there already, and was left as it is. "
            "Open it, or give another name with --name."
        )

    def ask(
        self, topics: list[str] | None, summary: str | None, minutes: str | None = "0"
    ) -> NewPublication:
        """Return the facts of the file from the options, and prompt for those left out."""
        missing = [
            option
            for option, is_set in (
                ("--topic NAME", topics),
                ('--summary "One sentence."', summary),
                ("--minutes NUMBER", minutes is not None),
            )
            if not is_set
        ]
        if missing and not is_interactive():
            fail(
                f"Nobody can be asked here, so this needs {' and '.join(missing)}.",
                f"Topics: {', '.join(topic.slug for topic in self.topics)}",
            )
        if topics:
            chosen, reason = parse_topics(topics, self.topics)
            if reason:
                fail(reason)
        else:
            chosen = self._ask_topics()
        if summary is None:
            summary = ask("Summary, one sentence", lambda text: line_error(text, MOST_SUMMARY))
        elif reason := line_error(summary, MOST_SUMMARY):
            fail(f"The summary {reason}")
        if minutes is None:
            minutes = ask("About how many minutes does it take", minutes_error)
        elif self.kind == "checklist" and (reason := minutes_error(minutes)):
            fail(f'"{minutes}" {reason}')
        day = today()
        return NewPublication(
            self.title, " ".join(summary.split()), tuple(chosen), day, int(minutes)
        )

    def _ask_topics(self) -> list[str]:
        typer.echo("Topics:")
        for number, topic in enumerate(self.topics, 1):
            typer.echo(f"  {number}. {topic.title}")

        answer = ask(
            "Which ones? Numbers, with commas between",
            lambda text: parse_topics([text], self.topics)[1],
        )
        return parse_topics([answer], self.topics)[0]

    def write(self, text: str, *, open_it: bool | None) -> None:
        """Create the file and print the next steps."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with self.file.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            self._fail_as_existing()
        except OSError as error:
            fail(f"{self.path} cannot be written: {error.strerror}.")
        typer.echo(f"Written: {self.path}")
        if self.settings:
            address = f"{self.settings.preview_address}{self.kind}s/{self.slug}/"
            typer.echo(f"Preview: {address} (while the preview runs)")
            if open_it if open_it is not None else is_interactive():
                open_when_shown(address)
        typer.echo('Next: open the file, write, and save. Then run "resources check".')
        typer.echo('It is a draft. When it is ready for readers, delete the line "draft: true".')
