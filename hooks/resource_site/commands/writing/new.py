"""``resources new``: create a valid draft with comments that explain it."""

from typing import Annotated

import typer

from ...reading.file_templates import new_article, new_checklist
from ..console import DEFAULT_CONFIG, ConfigOption
from .new_file import NewFile

app = typer.Typer(no_args_is_help=True)

_Title = Annotated[
    list[str] | None,
    typer.Argument(
        help="The title; in quotation marks if a sign stands in it.",
        metavar="TITLE",
        show_default=False,
    ),
]
TopicOption = Annotated[
    list[str] | None,
    typer.Option("--topic", "-t", help="A topic's name; may stand several times.", metavar="NAME"),
]
SummaryOption = Annotated[
    str | None,
    typer.Option("--summary", "-s", help="One sentence, for lists and search.", metavar="SENTENCE"),
]
NameOption = Annotated[
    str | None,
    typer.Option(
        "--name", help="The file's name; if left out, made from the title.", metavar="NAME"
    ),
]
OpenOption = Annotated[
    bool | None,
    typer.Option("--open/--no-open", help="Open the new page, if a preview is running."),
]
MinutesOption = Annotated[
    str | None,
    typer.Option("--minutes", "-m", help="About how long it takes.", metavar="NUMBER"),
]


@app.command()
def article(
    title: _Title = None,
    topic: TopicOption = None,
    summary: SummaryOption = None,
    name: NameOption = None,
    open_it: OpenOption = None,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Start an article, as a draft. What you do not give here, you are asked for."""
    new = NewFile("article", title, name, config)
    facts = new.ask(topic, summary)
    new.write(new_article(facts), open_it=open_it)


@app.command()
def checklist(
    title: _Title = None,
    topic: TopicOption = None,
    summary: SummaryOption = None,
    minutes: MinutesOption = None,
    name: NameOption = None,
    open_it: OpenOption = None,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Start a checklist, as a draft. What you do not give here, you are asked for."""
    new = NewFile("checklist", title, name, config)
    facts = new.ask(topic, summary, minutes=minutes)
    new.write(new_checklist(facts), open_it=open_it)
