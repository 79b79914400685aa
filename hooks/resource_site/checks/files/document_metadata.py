"""What documents tell besides their words: who wrote them, comments, and tracked changes."""

import logging
import re
from collections.abc import Collection, Iterator
from html import unescape
from pathlib import Path
from zipfile import ZipFile

from ...problems import Problem

_MOST = 20_000_000
"""Bytes read of a part of a document, which could be packed to grow without end."""

_INSPECT = "In Word, choose File > Info > Check for Issues > Inspect Document"
_NAME_FIXES = {
    ".docx": f"{_INSPECT}, remove its properties, and save it.",
    ".odt": "In LibreOffice, choose File > Properties > Reset Properties, and save it.",
    ".pdf": f"{_INSPECT}, remove its properties, and save it as a PDF again.",
}
_COMMENTS_FIX = "Delete them, and save it again."
_CHANGES_FIX = "Accept or reject each of them, and save it again."

_FILMS = (".m4a", ".m4v", ".mp4")
_PLACE = re.compile(rb"\xa9xyz|com\.apple\.quicktime\.location|loci\0\0\0\0")
"""Where phones write down the place of a film (QuickTime, and 3GPP TS 26.244)."""
_ENDS = 2_000_000
"""Bytes from each end of a film in which its metadata stands."""

_COMMENT_KINDS = ("/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Popup")
"""Annotations of a PDF that people make (ISO 32000-2, 12.5.6)."""


def document_findings(file: Path, path: str, known: Collection[str]) -> Iterator[Problem]:
    """Yield warnings about a PDF, Word or ODT file or a film, which they call ``path``.

    Names in ``known`` are of people and organisations that readers know of anyway.
    """
    kind = file.suffix.lower()
    if kind in _FILMS and _has_place(file):
        what = "This film says where it was taken."
        fix = "On an iPhone, choose Share > Options, switch Location off, and save that film."
        yield Problem(path, 1, 1, what, fix, "warning")
    if kind not in _NAME_FIXES:
        return
    try:
        names, comments, has_changes = _read_pdf(file) if kind == ".pdf" else _read_zip(file)
    except Exception:  # broken in one of many ways, or with a password
        return
    for name in sorted(names - {*known, ""}):
        what = f'This document says who wrote it: "{name}".'
        yield Problem(path, 1, 1, what, _NAME_FIXES[kind], "warning")
    if comments:
        what = f"This document holds comments ({comments})."
        yield Problem(path, 1, 1, what, _COMMENTS_FIX, "warning")
    if has_changes:
        what = "This document holds tracked changes, with the words that were deleted."
        yield Problem(path, 1, 1, what, _CHANGES_FIX, "warning")


def _has_place(file: Path) -> bool:
    with file.open("rb") as opened:
        start = opened.read(_ENDS)
        opened.seek(max(file.stat().st_size - _ENDS, 0))
        return bool(_PLACE.search(start) or _PLACE.search(opened.read(_ENDS)))


def _read_pdf(file: Path) -> tuple[set[str], int, bool]:
    """Return the names, the number of comments, and False for tracked changes."""
    from pypdf import PdfReader  # noqa: PLC0415 - many sites have no such document

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(file)
    author = reader.metadata.author if reader.metadata else ""
    names = {str(author or "").strip()}
    if reader.xmp_metadata:
        names |= {name.strip() for name in reader.xmp_metadata.dc_creator or () if name}
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", ()) or ()]
    return names, sum(note.get("/Subtype") in _COMMENT_KINDS for note in notes), False


def _read_zip(file: Path) -> tuple[set[str], int, bool]:
    """Return the names in a Word or ODT file, the number of comments, and if it has changes."""
    with ZipFile(file) as document:
        facts = _part(document, "docProps/core.xml") + _part(document, "meta.xml")
        words = _part(document, "word/document.xml") + _part(document, "content.xml")
        comments = _part(document, "word/comments.xml") + words
    pattern = r"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator)>([^<]*)<"
    names = {unescape(name).strip() for name in re.findall(pattern, facts)}
    count = len(re.findall(r"<(?:w:comment|office:annotation)[ >]", comments))
    return names, count, bool(re.search(r"<(?:w:(?:ins|del)|text:changed-region)[ >]", words))


def _part(document: ZipFile, name: str) -> str:
    try:
        with document.open(name) as part:
            return part.read(_MOST).decode("utf-8", "replace")
    except KeyError:
        return ""
