"""``resources import``: make a draft of a Word file, a web page or plain text."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ...reading.file_templates import imported_article, imported_checklist
from ..check import find_problems
from ..console import DEFAULT_CONFIG, ConfigOption, fail, is_interactive
from .new import MinutesOption, NameOption, OpenOption, SummaryOption, TopicOption
from .new_file import NewFile


def import_document(
    file: Annotated[
        Path,
        typer.Argument(
            help='A Word file (.docx), .odt, .html or .txt; or "-" for text that you paste.',
            show_default=False,
        ),
    ],
    title: Annotated[
        str | None, typer.Option("--title", help="The title; if left out, you are asked for it.")
    ] = None,
    topic: TopicOption = None,
    summary: SummaryOption = None,
    name: NameOption = None,
    as_checklist: Annotated[
        bool, typer.Option("--checklist", help="Make a checklist of it, not an article.")
    ] = False,
    minutes: MinutesOption = None,
    open_it: OpenOption = None,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Make a draft of a document: headings, lists, tables, links, notes and pictures.

    What you do not give here, you are asked for. Your document stays as it is.
    """
    # Imported here, as no other command needs them.
    from ..importing.boilerplate import Boilerplate  # noqa: PLC0415
    from ..importing.checklist_writer import write_sections  # noqa: PLC0415
    from ..importing.clean_tree import clean_document, suggested_title  # noqa: PLC0415
    from ..importing.documents import (  # noqa: PLC0415
        CannotReadError,
        read_document,
        read_text_document,
    )
    from ..importing.markdown_writer import write_markdown  # noqa: PLC0415

    try:
        if str(file) == "-":
            if is_interactive():
                typer.echo(
                    "Paste the text. Then press Enter, and Ctrl and D (Windows: Ctrl and Z)."
                )
            document = read_text_document(sys.stdin.buffer.read())
        else:
            document = read_document(file, "picture")
    except CannotReadError as error:
        fail(str(error))
    kind = "checklist" if as_checklist else "article"
    words = title or suggested_title(document.tree)
    if title is None and is_interactive():
        words = str(typer.prompt("Title", default=words or None))
    new = NewFile(kind, [words] if words else None, name, config)
    boilerplate = Boilerplate.of(new.settings.settings if new.settings else None)
    clean = clean_document(document.tree, boilerplate, new.title)
    facts = new.ask(topic, summary, minutes=minutes if as_checklist else "0")
    if as_checklist:
        text = imported_checklist(facts, write_sections(clean.tree, new.title))
    else:
        pictures = _named(document.pictures, new.slug)
        for image in clean.tree.find_all("img"):
            image["src"] = f"../assets/{pictures[str(image['src'])]}"
        text = imported_article(facts, write_markdown(clean.tree), numbered=clean.is_numbered)
        _write_pictures({pictures[old]: raw for old, raw in document.pictures.items()}, new)
    new.write(text, open_it=open_it)
    for left_out in [*document.left_out, *clean.left_out]:
        typer.echo(f"Left out: {left_out}")
    for problem in find_problems(config, publish=False):
        if problem.path == new.path and problem.severity != "note":
            typer.echo(str(problem))


def _named(pictures: dict[str, bytes], slug: str) -> dict[str, str]:
    """Return the names to publish ``pictures`` under, which start like the article's."""
    return {old: old.replace("picture", slug, 1) for old in pictures}


def _write_pictures(pictures: dict[str, bytes], new: NewFile) -> None:
    folder = new.file.parent.parent / "assets"
    taken = [name for name in pictures if (folder / name).exists()]
    if taken:
        fail(
            f"{new.loaded.prefix}assets/{taken[0]} is there already. Give another name with --name."
        )
    for name, raw in pictures.items():
        try:
            folder.mkdir(exist_ok=True)
            (folder / name).write_bytes(raw)
        except OSError as error:
            fail(f"{new.loaded.prefix}assets/{name} cannot be written: {error.strerror}.")
        typer.echo(f"Written: {new.loaded.prefix}assets/{name}")
