"""What the engine leaves undone in a PDF, done before it is written.

It hands over its laid-out document and the PDF as objects in memory (``finisher`` in its manual),
so nothing is parsed twice. The inside of a box is not promised to stay as it is; the bound on the
engine in ``pyproject.toml`` says which one this is true of.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pydyf

from .pdf_form import finish_fields
from .pdf_tags import hide_decoration

PRINT = 1 << 2
"""The Print flag of an annotation (ISO 32000-1, table 165)."""


def post_process(document: Any, pdf: Any) -> None:
    """Finish ``pdf`` in place: fields, links, and marks that only decorate."""
    boxes = list(_boxes(document))
    finish_fields(boxes, pdf)
    _finish_links(boxes)
    hide_decoration(pdf)


def _finish_links(boxes: Iterable[Any]) -> None:
    """Let each link print, and be described by its words (PDF/UA-1, 7.18.5)."""
    for box in boxes:
        link = box.link_annotation
        if link is not None:
            link["F"] = PRINT
            words = " ".join("".join(box.element.itertext()).split())
            if words:
                link["Contents"] = pydyf.String(words)


def _boxes(document: Any) -> Iterator[Any]:
    for page in document.pages:
        yield from page._page_box.descendants(placeholders=True)
