"""What the engine leaves undone in a PDF, done before it is written.

It hands over its laid-out document and the PDF as objects in memory (``finisher`` in its manual),
so nothing is parsed twice. The inside of a box is not promised to stay as it is; the bound on the
engine in ``pyproject.toml`` says which one this is true of.
"""

from collections.abc import Iterator
from typing import Any

from .pdf_form import finish_fields
from .pdf_links import finish_links
from .pdf_tags import hide_decoration


def post_process(document: Any, pdf: Any) -> None:
    """Finish ``pdf`` in place: fields, links, and marks that only decorate."""
    boxes = list(_boxes(document))
    finish_fields(boxes, pdf)
    finish_links(boxes)
    hide_decoration(pdf)


def _boxes(document: Any) -> Iterator[Any]:
    for page in document.pages:
        yield from page._page_box.descendants(placeholders=True)
