"""What a machine can check of the Matterhorn Protocol 1.1, the list of ways to fail PDF/UA-1.

Numbers in the findings are those of the protocol's failure conditions.
"""

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

INSIDE = {
    "/LI": ({"/L"}, "09-006"),
    "/Lbl": ({"/LI"}, "09-006"),
    "/LBody": ({"/LI"}, "09-006"),
    "/TR": ({"/Table", "/THead", "/TBody", "/TFoot"}, "09-004"),
    "/TH": ({"/TR"}, "09-004"),
    "/TD": ({"/TR"}, "09-004"),
    "/THead": ({"/Table"}, "09-004"),
    "/TBody": ({"/Table"}, "09-004"),
}
"""What each tag may stand in, and the failure if it stands elsewhere."""
HOLDS = {"/L": {"/LI", "/L", "/Caption"}, "/LI": {"/Lbl", "/LBody"}}
KINDS = re.compile(rb"(/Artifact\b)[^\n]*?\b(?:BMC|BDC)|(\bB[DM]C)\b|\bEMC\b")


def findings(pdf: PdfReader) -> list[str]:
    """Return what is wrong with the tags, annotations, fonts and metadata of ``pdf``."""
    return [*_document(pdf), *_tags(pdf), *_annotations(pdf), *_fonts(pdf), *_content(pdf)]


def _document(pdf: PdfReader) -> Iterator[str]:
    root: Any = pdf.root_object
    if not root.get("/Lang"):
        yield "11-006: no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "07-001: viewers show the file's name"
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "06-002: it does not say that it is tagged"
    if pdf.metadata is None or not pdf.metadata.title:
        yield "06-003: no title"


def _tags(pdf: PdfReader) -> Iterator[str]:
    levels = [0]
    elements = list(_elements(pdf.root_object["/StructTreeRoot"]))
    headings = {str(element["/ID"]) for element, _ in elements if "/ID" in element}
    for element, parent in elements:
        tag, around = str(element["/S"]), str(parent.get("/S"))
        places, number = INSIDE.get(tag, (None, ""))
        if places and around not in places:
            yield f"{number}: {tag} in {around}"
        if around in HOLDS and tag not in HOLDS[around]:
            yield f"09-005: {tag} in {around}"
        if tag == "/TD":
            named = element.get("/A", {}).get("/Headers", [])
            if not named or not headings >= set(map(str, named)):
                yield "15-003: a cell without a heading"
        if tag in ("/TD", "/TH") and not any(
            isinstance(kid, int) or kid.get_object().get("/Type") == "/OBJR"
            for one in (element, *(inside for inside, _ in _elements(element)))
            for kid in _kids(one)
        ):
            yield f"15-003: {tag} with neither words nor a field"
        if tag == around == "/Link":
            yield "28-011: a link in a link"
        if tag == "/Figure" and not element.get("/Alt"):
            yield "13-004: a figure without other words"
        if re.fullmatch(r"/H\d", tag):
            level = int(tag[2:])
            if level > levels[-1] + 1:
                yield f"14-003: {tag} after a heading of level {levels[-1]}"
            levels.append(level)


def _annotations(pdf: PdfReader) -> Iterator[str]:
    for page in pdf.pages:
        for reference in page.get("/Annots", []):
            annotation = reference.get_object()
            left, bottom, right, top = map(float, annotation["/Rect"])
            if not (left < right and bottom < top):
                yield f"a rectangle of no size or upside down: {annotation['/Rect']}"
            if "/StructParent" not in annotation:
                yield "28-002: an annotation without a tag"
            if annotation["/Subtype"] == "/Link" and not annotation.get("/Contents"):
                yield "28-012: a link without words"
            parent = annotation.get("/Parent", {})
            if annotation["/Subtype"] == "/Widget" and not all(
                field.get("/TU") for field in (annotation, parent or annotation)
            ):
                yield "28-005: a field without a name"
        if page.get("/Tabs") != "/S":
            yield "28-008: the Tab key does not follow the tags"


def _fonts(pdf: PdfReader) -> Iterator[str]:
    for page in pdf.pages:
        for name, reference in page["/Resources"].get("/Font", {}).items():  # type: ignore[attr-defined]
            font = reference.get_object()
            below = font.get("/DescendantFonts", [font])[0].get_object()
            described = below["/FontDescriptor"].get_object()
            if not any(key in described for key in ("/FontFile2", "/FontFile3")):
                yield f"31-009: {name} is not embedded"
            if "/ToUnicode" not in font:
                yield f"10-001: the letters of {name} are not named"


def _content(pdf: PdfReader) -> Iterator[str]:
    for page in pdf.pages:
        content = page.get_contents()
        inside: list[bool] = []
        for match in KINDS.finditer(content.get_data() if content else b""):
            if match[0] == b"EMC":
                inside.pop()
                continue
            artifact = match[1] is not None
            if inside and artifact != inside[-1]:
                yield f"01-00{3 if artifact else 4}: artifacts and tagged content in each other"
            inside.append(artifact)
        if inside:
            yield "01-005: marked content without an end"


def _elements(element: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each tag and the one around it."""
    for kid in _kids(element):
        if not isinstance(kid, int) and "/S" in (inside := kid.get_object()):
            yield inside, element
            yield from _elements(inside)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return kids if isinstance(kids, list) else [kids]
