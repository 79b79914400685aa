"""Post-processing of a PDF in memory, before WeasyPrint writes it.

WeasyPrint passes its layout and the PDF's objects to a ``finisher`` function, so nothing is parsed
again. Its layout boxes are not a public API, so ``pyproject.toml`` limits its version.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

import pydyf
from fontTools.ttLib import TTFont

from .pdf_form import finish_fields
from .pdf_tables import tag_tables
from .pdf_tags import hide_decoration, hide_repeated_heads, mend_lists

PRINT = 1 << 2
"""The Print flag of an annotation (ISO 32000-1, table 165)."""


WORD_JOINER = b"2060"
"""U+2060, in hexadecimal: invisible, and no break."""


def post_process(document: Any, pdf: Any) -> None:
    """Change ``pdf`` in place: form fields, links and tags; WeasyPrint's ``finisher``."""
    boxes = list(_boxes(document))
    _normalise_rectangles(boxes)
    finish_fields(boxes, pdf)
    _lighten_fonts(document, pdf)
    _name_every_glyph(pdf)
    _finish_links(boxes)
    mend_lists(pdf)
    tag_tables(pdf)
    hide_decoration(pdf)
    hide_repeated_heads(_pages_with_head(document), pdf)


def _normalise_rectangles(boxes: Iterable[Any]) -> None:
    """Let each annotation's rectangle start at its lower left corner.

    WeasyPrint starts at the upper left one. ISO 32000-1, 7.9.5, allows that, but asks programs that
    write PDFs not to do it, and some that read them draw such fields in the wrong place.
    """
    for box in boxes:
        for annotation in (box.link_annotation, box.widget_annotation):
            if annotation is not None:
                x1, y1, x2, y2 = annotation["Rect"]
                corners = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
                annotation["Rect"] = pydyf.Array(corners)


def _finish_links(boxes: Iterable[Any]) -> None:
    """Set each link's Print flag, and its text as its description (PDF/UA-1, 7.18.5)."""
    for box in boxes:
        link = box.link_annotation
        if link is not None:
            link["F"] = PRINT
            text = " ".join("".join(box.element.itertext()).split())
            if text:
                link["Contents"] = pydyf.String(text)


def _name_every_glyph(pdf: Any) -> None:
    """Give each glyph a letter, as text is read out and searched by these (PDF/UA-1, 7.21.7).

    Arabic and Indic fonts draw some letters with two glyphs. WeasyPrint gives the letter to one,
    and nothing to the other, which becomes a letter that nobody sees and searches leave out.
    """
    for font in list(pdf.objects):
        if isinstance(font, pydyf.Dictionary) and "ToUnicode" in font:
            names = pdf.objects[int(font["ToUnicode"].split()[0])]
            names.stream = [
                entry[:-1] + WORD_JOINER + b">" if entry.endswith(b"> <>") else entry
                for entry in names.stream
            ]


def _lighten_fonts(document: Any, pdf: Any) -> None:
    """Take out of fonts for typing what a viewer has no use for, such as kerning.

    WeasyPrint does so with fonts that it reduces to the letters on the sheet.
    """
    contents = {font.file_content for font in document.fonts.values() if font.used_in_forms}
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and stream.stream and stream.stream[0] in contents:
            content = _without_layout(stream.stream[0])
            stream.stream[0] = content
            stream.extra["Length1"] = len(content)


@lru_cache(maxsize=2)
def _without_layout(content: bytes) -> bytes:
    """Return a font's file without its tables for layout."""
    font, light = TTFont(BytesIO(content), recalcTimestamp=False), BytesIO()
    for table in ("GDEF", "GPOS", "GSUB"):
        if table in font:
            del font[table]
    font.save(light)
    return light.getvalue()


def _pages_with_head(document: Any) -> list[int]:
    """Return the index of each page with the head of a sheet, as in ``sheet-brand.html``."""
    return [
        index
        for index, page in enumerate(document.pages)
        if any(_is_head(box.element) for box in page._page_box.descendants())
    ]


def _is_head(element: Any) -> bool:
    return element is not None and "sheet-brand" in (element.get("class") or "").split()


def _boxes(document: Any) -> Iterator[Any]:
    for page in document.pages:
        yield from page._page_box.descendants(placeholders=True)
