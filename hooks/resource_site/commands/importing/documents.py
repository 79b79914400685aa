"""Reading a document of a word processor, a web page or plain text as a tree of HTML."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from .phone_photos import is_picture, jpeg_of_heic
from .plain_text import html_of_text

_STYLES = """
p[style-name='Title'] => h1.document-title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
r[style-name='Strong'] => strong
r[style-name='Emphasis'] => em
u => span
comment-reference => span
"""
"""What mammoth makes of styles, besides what it knows by itself; "Quotations" is LibreOffice's."""

_EXTENSIONS = {
    "image/avif": "avif",
    "image/gif": "gif",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/svg+xml": "svg",
    "image/webp": "webp",
}
_SECONDS = 120
"""For LibreOffice to convert a document."""

_SAVE = "Open it in Word, LibreOffice or Google Docs, and save it as a Word file (.docx)."
_WORDS = {".txt", ".text"}
_MARKDOWN = {".md", ".markdown"}
_PAGES = {".htm", ".html", ".xhtml"}


_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_SIGNS_OF_LISTS = re.compile(
    r"^([ \t]*)[•●▪▫◦‣\u2043·\uf0b7\uf0a7][ \t\u00a0]+(?=\S)", re.MULTILINE
)


class CannotReadError(Exception):
    """Raised with a message for staff if a document cannot be read."""


@dataclass
class ImportedDocument:
    """A document as HTML; the ``src`` of each picture is its name in ``pictures``."""

    tree: BeautifulSoup
    pictures: dict[str, bytes] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    """What was left out, in words for staff."""


def read_document(file: Path, stem: str) -> ImportedDocument:
    """Return the document ``file``; pictures are called ``stem`` and a number.

    Raises ``CannotReadError``.
    """
    kind = file.suffix.lower()
    try:
        raw = file.read_bytes()
    except FileNotFoundError as error:
        raise CannotReadError(
            f'There is no "{file}". Drag the file into the terminal to get its whole name.'
        ) from error
    except OSError as error:
        raise CannotReadError(f'"{file}" cannot be read: {error.strerror}.') from error
    if kind == ".docx":
        return _read_word(io.BytesIO(raw), stem, file.name)
    if kind in (".odt", ".doc", ".rtf"):
        return _read_with_libreoffice(file, stem)
    if kind in _WORDS:
        return read_text_document(raw)
    if kind in _MARKDOWN:
        return _read_markdown(raw, file, stem)
    if kind in _PAGES:
        return _read_page(raw, file, stem)
    if is_picture(file):
        raise CannotReadError(
            f'"{file.name}" is a picture and needs no import. Put it into docs/assets.'
        )
    if kind == ".pdf":
        raise CannotReadError(
            f'"{file.name}" is a PDF, which keeps no headings and lists. Ask who wrote it for the '
            "Word file. Or open it in Word, which gets at the words unless it is a scan, and save "
            "it as a Word file (.docx)."
        )
    raise CannotReadError(f'"{file.name}" is no document that can be read. {_SAVE}')


def read_text_document(raw: bytes) -> ImportedDocument:
    """Return plain text as a document; Windows' old encoding is understood too."""
    return ImportedDocument(BeautifulSoup(html_of_text(_decoded(raw)), "html.parser"))


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        is_utf16 = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
        return raw.decode("utf-16" if is_utf16 else "cp1252", "replace")


def _read_word(opened: io.BytesIO, stem: str, name: str) -> ImportedDocument:
    """Return a Word file: tracked deletions are left out, and comments named."""
    import mammoth  # noqa: PLC0415 - no other command needs it

    document = ImportedDocument(BeautifulSoup("", "html.parser"))
    try:
        html = mammoth.convert_to_html(
            opened,
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(_picture_saver(document, stem)),
        ).value
    except Exception as error:  # a broken file fails in many ways
        raise CannotReadError(
            f'"{name}" is no Word file, is broken, or has a password. {_SAVE}'
        ) from error
    document.tree = BeautifulSoup(html, "html.parser")
    for comment in document.tree.select("dd:has(a[href^='#comment-ref-'])"):
        words = " ".join(comment.get_text(" ").replace("↑", "").split())
        document.left_out.append(f"A comment: {words}")
    for notes in document.tree.select("dl:has(a[href^='#comment-ref-'])"):
        notes.decompose()
    for reference in document.tree.select("a[href^='#comment-']"):
        reference.decompose()
    return document


def _picture_saver(document: ImportedDocument, stem: str) -> Callable[[Any], dict[str, str]]:
    """Return the function that takes a picture of mammoth's out to ``document``."""

    def save(image: Any) -> dict[str, str]:
        extension = _EXTENSIONS.get(image.content_type)
        is_heic = image.content_type in ("image/heic", "image/heif")
        if extension is None and not is_heic:
            kind = image.content_type.partition("/")[2]
            document.left_out.append(f"A picture that browsers do not show ({kind})")
            return {"src": ""}
        name = f"{stem}-{len(document.pictures) + 1}.{extension or 'jpg'}"
        with image.open() as opened:
            raw = opened.read()
        document.pictures[name] = jpeg_of_heic(raw) if is_heic else raw
        return {"src": name}

    return save


def _read_with_libreoffice(file: Path, stem: str) -> ImportedDocument:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        raise CannotReadError(f'Reading "{file.name}" needs LibreOffice. {_SAVE}')
    with TemporaryDirectory() as folder:
        command = [program, "--headless", "--convert-to", "docx", "--outdir", folder, str(file)]
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        try:
            subprocess.run(  # noqa: S603 - no shell is involved
                [*command, profile], check=True, capture_output=True, timeout=_SECONDS
            )
            raw = Path(folder, f"{file.stem}.docx").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise CannotReadError(f'LibreOffice cannot read "{file.name}". {_SAVE}') from error
    return _read_word(io.BytesIO(raw), stem, file.name)


def _read_markdown(raw: bytes, file: Path, stem: str) -> ImportedDocument:
    """Return a Markdown file without its front matter; lists of word processors are lists too."""
    text = _decoded(raw).replace("\r\n", "\n")
    facts = _FRONT_MATTER.match(text)
    body = _SIGNS_OF_LISTS.sub(r"\1- ", text[facts.end() :] if facts else text)
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body)
    document = _read_page(html.encode(), file, stem)
    if facts:
        document.left_out.append("The lines between --- and ---, which hold facts about a page")
    return document


def _read_page(raw: bytes, file: Path, stem: str) -> ImportedDocument:
    """Return a web page's own text; only pictures that lie beside its file are taken."""
    whole = BeautifulSoup(raw, "html.parser")
    for element in whole.select("script, style, head, nav, header, footer, form, template, del"):
        element.decompose()
    main = whole.select_one("article") or whole.select_one("main") or whole.body or whole
    document = ImportedDocument(BeautifulSoup(str(main), "html.parser"))
    for image in document.tree.select("img"):
        source = str(image.get("src", ""))
        picture = file.parent / source
        extension = picture.suffix.lower().lstrip(".").replace("jpeg", "jpg")
        is_beside = picture.resolve().is_relative_to(file.parent.resolve()) and picture.is_file()
        if ":" in source or not is_beside or extension not in _EXTENSIONS.values():
            words = image.get("alt") or source.rpartition("/")[2][:80]
            document.left_out.append(f"A picture that is not beside the file: {words}")
            image.decompose()
            continue
        name = f"{stem}-{len(document.pictures) + 1}.{extension}"
        document.pictures[name] = picture.read_bytes()
        image["src"] = name
    return document
