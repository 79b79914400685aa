"""HTML that one browser takes for words and another for elements.

Parsers disagree where a drawing or a formula ends: the HTML standard lets a stray ``</p>`` or
``</br>`` end it, which older parsers pass over. What one of them then reads as the value of an
attribute, the other reads as elements. So beside a drawing, words may not look like HTML at all.
"""

import re
from collections.abc import Iterator
from typing import Any

from .forbidden import Forbidden

_FOREIGN = re.compile(r"<(?:svg|math)\b", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-z/!?]", re.IGNORECASE)
_WORDS_ALONE = frozenset(("noembed", "noframes", "plaintext", "textarea", "title", "xmp"))
"""Elements whose inside is words, whatever stands there."""

_WHAT = "HTML may not stand inside words or a comment of a page with a drawing or a formula."
_FIX = "Take it out, or put the drawing in a file of its own."


def hidden_markup(html: str, elements: Any) -> Iterator[Forbidden]:
    """Yield a problem for all words of ``elements``, parsed from ``html``, that look like HTML."""
    if not _FOREIGN.search(html):
        return
    for element in elements:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag and _MARKUP.search(element.text or ""):
            yield Forbidden(_WHAT, ("<!--",), fix=_FIX)
        for key, value in element.attrib.items():
            if _MARKUP.search(value):
                yield Forbidden(_WHAT, (rf"\b{re.escape(key.rpartition('}')[2])}\s*=",), fix=_FIX)
        is_foreign = "}" in tag
        words = [element.text, *(inner.tail for inner in element)] if is_foreign else []
        if tag in _WORDS_ALONE:
            words = [element.text]
        if any(_MARKUP.search(text or "") for text in words):
            yield Forbidden(_WHAT, (rf"<{tag.rpartition('}')[2]}\b",), fix=_FIX)
