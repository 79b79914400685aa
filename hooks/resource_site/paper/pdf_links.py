"""Links of a PDF: printed as shown, and described in words."""

from collections.abc import Iterable
from typing import Any

import pydyf

PRINT = 1 << 2
"""The Print flag of an annotation (ISO 32000-1, table 165)."""


def finish_links(boxes: Iterable[Any]) -> None:
    """Let each link print, and be described by its words (PDF/UA-1, 7.18.5)."""
    for box in boxes:
        link = box.link_annotation
        if link is not None:
            link["F"] = PRINT
            words = " ".join("".join(box.element.itertext()).split())
            if words:
                link["Contents"] = pydyf.String(words)
