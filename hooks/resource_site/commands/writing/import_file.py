"""``resources import``: make a draft of a Word file, a web page or plain text."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...checks.site_check import find_docs
from ...markdown.ids import slugify
from ...reading.file_templates import imported_article, imported_checklist
from ..check import find_problems
from ..console import DEFAULT_CONFIG, ConfigOption, fail, is_interactive
from .new import MinutesOption, NameOption, OpenOption, SummaryOption, TopicOption
from .new_file import NewFile

if TYPE_CHECKING:
    from ..importing.clean_tree import CleanDocument
    from ..importing.documents import ImportedDocument


def import_document(
    file: Annotated[
        Path,
        typer.Argument(
            help="A Word file (.docx), .odt, .html, .md or .txt, a photo of an iPhone (.heic); or "
            '"-" for text that you paste.',
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

    What you do not give here, you are asked for. Your document stays as it is. Of a photo, it
    makes a JPEG in docs/assets, and asks nothing.
    """
    # Imported here, as no other command needs them.
    from ..importing.boilerplate import Boilerplate  # noqa: PLC0415
    from ..importing.checklist_writer import write_sections  # noqa: PLC0415
    from ..importing.clean_tree import clean_document, suggested_title  # noqa: PLC0415
    from ..importing.phone_photos import HEIC  # noqa: PLC0415

    if file.suffix.lower() in HEIC:
        _import_photo(file, config)
        return
    document = _read(file)
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
        text = imported_article(facts, _body(document, clean, new), numbered=clean.is_numbered)
    new.write(text, open_it=open_it)
    for left_out in [*document.left_out, *clean.left_out]:
        typer.echo(f"Left out: {left_out}")
    for problem in find_problems(config, publish=False):
        if problem.path == new.path and problem.severity != "note":
            typer.echo(str(problem))


def _import_photo(file: Path, config: Path) -> None:
    """Write the HEIC ``file`` as a JPEG among the pictures of the site."""
    from ..importing.phone_photos import jpeg_of_heic  # noqa: PLC0415

    try:
        photo = jpeg_of_heic(file.read_bytes())
    except OSError as error:
        fail(f'"{file}" cannot be read: {error.strerror or error}.')
    except ValueError:
        fail(f'"{file.name}" is no photo, or is broken. Export it as a JPEG on the phone.')
    docs = find_docs(config)
    name = f"{slugify(file.stem) or 'photo'}.jpg"
    path = f"{docs.name}/assets/{name}"
    try:
        (docs / "assets").mkdir(exist_ok=True)
        with (docs / "assets" / name).open("xb") as written:
            written.write(photo)
    except FileExistsError:
        fail(f"{path} is there already. Give your photo another name.")
    except OSError as error:
        fail(f"{path} cannot be written: {error.strerror}.")
    typer.echo(f"Written: {path}")
    typer.echo(f"Show it in an article with: ![What the picture shows](../assets/{name})")
    if file.resolve().is_relative_to(docs.resolve()):
        typer.echo(f'Now delete "{file}": few browsers show it.')


def _read(file: Path) -> "ImportedDocument":
    """Return the document in ``file``, or pasted where it is "-"; fail if it has no words."""
    from ..importing.documents import (  # noqa: PLC0415
        CannotReadError,
        read_document,
        read_text_document,
    )

    is_pasted = str(file) == "-"
    if is_pasted and is_interactive():
        typer.echo("Paste the text. Then press Enter, and Ctrl and D (Windows: Ctrl and Z).")
    try:
        if is_pasted:
            document = read_text_document(sys.stdin.buffer.read())
        else:
            document = read_document(file, "picture")
    except CannotReadError as error:
        fail(str(error))
    if not document.tree.get_text(strip=True):
        scan = " It holds pictures alone, as a scan does." if document.pictures else ""
        fail(f"There are no words in it.{scan} Type them, or ask who wrote it for the Word file.")
    return document


def _body(document: "ImportedDocument", clean: "CleanDocument", new: NewFile) -> str:
    """Return the Markdown of an article, and write the pictures that it shows."""
    from ..importing.markdown_writer import write_markdown  # noqa: PLC0415

    pictures = _named(document.pictures, new.slug)
    for image in clean.tree.find_all("img"):
        image["src"] = f"../assets/{pictures[str(image['src'])]}"
    body = write_markdown(clean.tree)
    _write_pictures({pictures[old]: raw for old, raw in document.pictures.items()}, new)
    return body


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
