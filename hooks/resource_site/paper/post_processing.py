"""Post-processing of a PDF in memory, before WeasyPrint writes it.

WeasyPrint passes its layout and the PDF's objects to a ``finisher`` function, so nothing is parsed
again. Its layout boxes are not a public API, so ``pyproject.toml`` limits its version.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pydyf

from .pdf_form import finish_fields
from .pdf_tags import hide_decoration

PRINT = 1 << 2
"""The Print flag of an annotation (ISO 32000-1, table 165)."""


def post_process(document: Any, pdf: Any) -> None:
    """Change ``pdf`` in place: form fields, links and tags; WeasyPrint's ``finisher``."""
    boxes = list(_boxes(document))
    finish_fields(boxes, pdf)
    _finish_links(boxes)
    hide_decoration(pdf)


def _finish_links(boxes: Iterable[Any]) -> None:
    """Set each link's Print flag, and its text as its description (PDF/UA-1, 7.18.5)."""
    for box in boxes:
        link = box.link_annotation
        if link is not None:
            link["F"] = PRINT
            text = " ".join("".join(box.element.itertext()).split())
            if text:
                link["Contents"] = pydyf.String(text)


def _boxes(document: Any) -> Iterator[Any]:
    for page in document.pages:
        yield from page._page_box.descendants(placeholders=True)
