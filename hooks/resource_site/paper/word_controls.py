"""Content controls of a Word document: named places to type, and boxes to tick."""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

WORD_2010 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
TAG_LENGTH = 64
"""The most characters that Word allows in a tag or a title."""
HINT = "Write here"
"""Shown until somebody types."""
TICKED, EMPTY = "2612", "2610"


def text_control(paragraphs: list[Any], *, tag: str, title: str) -> Any:
    """Put a control around ``paragraphs``, which are siblings, and return it."""
    showing_hint = parse_xml(f"<w:showingPlcHdr {nsdecls('w')}/>")
    control = _control(tag, title, showing_hint)
    paragraphs[0].addprevious(control)
    paragraphs[0].append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:color w:val="595959"/></w:rPr><w:t>{HINT}</w:t></w:r>'
        )
    )
    content = control.find(qn("w:sdtContent"))
    for paragraph in paragraphs:
        content.append(paragraph)
    return control


def tick_control(paragraph: Any, *, tag: str, title: str) -> None:
    """Add a box to tick to ``paragraph``, an element."""
    state = parse_xml(
        f"<w14:checkbox {WORD_2010}>"
        '<w14:checked w14:val="0"/>'
        f'<w14:checkedState w14:val="{TICKED}" w14:font="MS Gothic"/>'
        f'<w14:uncheckedState w14:val="{EMPTY}" w14:font="MS Gothic"/></w14:checkbox>'
    )
    control = _control(tag, title, state)
    box = chr(int(EMPTY, 16))
    control.find(qn("w:sdtContent")).append(
        parse_xml(
            f"<w:r {nsdecls('w')}><w:rPr>"
            '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/>'
            f"</w:rPr><w:t>{box}</w:t></w:r>"
        )
    )
    paragraph.append(control)


def _control(tag: str, title: str, kind: Any = None) -> Any:
    """Return an empty control. ``kind`` says what it holds; without one, any text."""
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    properties = control.find(qn("w:sdtPr"))
    for name, words in (("alias", title), ("tag", tag)):
        element = parse_xml(f"<w:{name} {nsdecls('w')}/>")
        value = words
        if len(value) > TAG_LENGTH and name == "tag":
            value = value.partition("--")[2]  # without the checklist's name, which all share
        element.set(qn("w:val"), value[:TAG_LENGTH])
        properties.append(element)
    if kind is not None:
        properties.append(kind)
    return control
