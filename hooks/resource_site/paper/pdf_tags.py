"""Puts the tags of a PDF in order, and marks decoration as artifacts, which screen readers skip."""

from typing import Any

import pydyf

NULL = b"null"


def hide_decoration(pdf: Any) -> None:
    """Turn figures without alternative text, and the page margins, into artifacts.

    PDF/UA-1, 7.1: content is either tagged or an artifact. WeasyPrint tags everything, and leaves
    the tags of page margins out of the structure tree.
    """
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    parents = pdf.objects[_number(root["ParentTree"])]["Nums"]
    pages = {reference: index for index, reference in enumerate(pdf.page_references)}
    in_tree = set(_descendants(root, pdf))
    for element in list(pdf.objects):
        if not isinstance(element, pydyf.Dictionary) or element.get("Type") != "/StructElem":
            continue
        decorative = element["S"] == "/Figure" and "Alt" not in element
        if element.number in in_tree and not decorative:
            continue
        kids = [kid for kid in element["K"] if isinstance(kid, int)]
        if kids:
            page = element["Pg"]
            _mark_as_artifacts(_content(page, pdf), kids)
            # The array alternates a page's number and its elements, indexed by marked-content ID.
            owners = parents[2 * pages[page] + 1]
            for kid in kids:
                owners[kid] = NULL
        if decorative and element.number in in_tree:
            pdf.objects[_number(element["P"])]["K"].remove(element.reference)


def hide_repeated_heads(pages_with_head: list[int], pdf: Any) -> None:
    """Turn the words in the head of each sheet but the first into artifacts.

    In a workbook they are a running header: the site's name, and words before fields that have the
    same words in their names. The fields stay. A head is the first ``Div`` of its page.
    """
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    parents = pdf.objects[_number(root["ParentTree"])]["Nums"]
    elements = [pdf.objects[number] for number in _descendants(root, pdf)]
    for index in pages_with_head[1:]:
        page = pdf.page_references[index]
        head = next(one for one in elements if one.get("S") == "/Div" and one["Pg"] == page)
        hidden = _without_words(head, pdf)
        _mark_as_artifacts(_content(page, pdf), hidden)
        for kid in hidden:
            parents[2 * index + 1][kid] = NULL


def _without_words(element: Any, pdf: Any) -> list[int]:
    """Take all text, and what holds nothing else, out of ``element``; return the text's IDs."""
    words, kept = [], []
    for kid in element["K"]:
        if isinstance(kid, int):
            words.append(kid)
            continue
        child = pdf.objects[_number(kid)]
        if "S" in child:
            words += _without_words(child, pdf)
        if "S" not in child or child["K"]:
            kept.append(kid)
    element["K"] = pydyf.Array(kept)
    return words


def mend_lists(pdf: Any) -> None:
    """Let each entry of a list hold its marker, one body and nothing else.

    WeasyPrint puts some markers and links in the wrong place (PDF/UA-1, 7.2; ISO 32000-1,
    14.8.4.3.3).
    """
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    for number in _descendants(root, pdf):
        element = pdf.objects[number]
        if element.get("S") == "/LI":
            _mend_entry(element, pdf)


def _mend_entry(entry: Any, pdf: Any) -> None:
    """Give an entry of a list one body, with all that is in it but its marker."""
    kids = [pdf.objects[_number(kid)] for kid in entry["K"]]
    body = next((kid for kid in kids if kid["S"] == "/LBody"), None)
    if body is None:
        return
    inside = [
        pdf.objects[_number(part)]
        for kid in kids
        for part in (kid["K"] if kid["S"] == "/LBody" else [kid.reference])
    ]
    labels = [part for part in inside if part.get("S") == "/Lbl"]
    parts = [part for part in inside if part not in labels]
    for element, parent in [*((label, entry) for label in labels), *((p, body) for p in parts)]:
        if "S" in element:
            element["P"] = parent.reference
    body["K"] = pydyf.Array([part.reference for part in parts])
    entry["K"] = pydyf.Array([part.reference for part in (*labels, body)])


def _descendants(element: Any, pdf: Any) -> list[int]:
    """Return the object numbers of all structure elements below ``element``."""
    numbers = []
    for kid in element.get("K", ()):
        if isinstance(kid, bytes):
            child = pdf.objects[_number(kid)]
            numbers += [child.number, *_descendants(child, pdf)]
    return numbers


def _mark_as_artifacts(stream: Any, content_ids: list[int]) -> None:
    """Mark the parts of a page's content stream with these marked-content IDs as artifacts."""
    operators = stream.stream
    ids = set(content_ids)
    for index, item in enumerate(operators):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in ids:
            operators[index - 1 : index + 2] = ["/Artifact", b"BMC", b""]


def _content(page: bytes, pdf: Any) -> Any:
    """Return the content stream of the page with this reference."""
    return pdf.objects[_number(pdf.objects[_number(page)]["Contents"])]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
