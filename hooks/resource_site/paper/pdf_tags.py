"""The tags of a PDF: what only decorates is marked so, and a screen reader never meets it."""

from typing import Any

import pydyf

NOTHING = b"null"


def hide_decoration(pdf: Any) -> None:
    """Turn pictures without words, and what stands in the margins, into artifacts.

    PDF/UA-1, 7.1: content is either tagged for readers or an artifact. The engine tags all it
    draws, and leaves out of the tree what stands in a page's margins.
    """
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    parents = pdf.objects[_number(root["ParentTree"])]["Nums"]
    pages = {reference: index for index, reference in enumerate(pdf.page_references)}
    read = set(_read(root, pdf))
    for element in list(pdf.objects):
        if not isinstance(element, pydyf.Dictionary) or element.get("Type") != "/StructElem":
            continue
        decorative = element["S"] == "/Figure" and "Alt" not in element
        if element.number in read and not decorative:
            continue
        kids = [kid for kid in element["K"] if isinstance(kid, int)]
        if kids:
            page = element["Pg"]
            _unmark(pdf.objects[_number(pdf.objects[_number(page)]["Contents"])], kids)
            # Each page's number is followed by its elements, in the order of their marks.
            owners = parents[2 * pages[page] + 1]
            for kid in kids:
                owners[kid] = NOTHING
        if decorative and element.number in read:
            pdf.objects[_number(element["P"])]["K"].remove(element.reference)


def _read(element: Any, pdf: Any) -> list[int]:
    """Return the numbers of all elements below ``element`` that a reader meets."""
    found = []
    for kid in element.get("K", ()):
        if isinstance(kid, bytes):
            child = pdf.objects[_number(kid)]
            found += [child.number, *_read(child, pdf)]
    return found


def _unmark(stream: Any, marks: list[int]) -> None:
    """Mark pieces of a page's content, which carry the numbers ``marks``, as artifacts."""
    operators = stream.stream
    wanted = set(marks)
    for index, item in enumerate(operators):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in wanted:
            operators[index - 1 : index + 2] = ["/Artifact", b"BMC", b""]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
