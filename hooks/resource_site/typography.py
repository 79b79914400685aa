"""Curly quotes, dashes and ellipses: the rules of Python-Markdown's ``smarty``, run quicker.

``smarty`` looks for each of its eighteen rules as if it could make HTML elements, which costs more
than all the rest of Markdown. They only put letters in the place of letters, so here the same
rules are applied to each text as they are.
"""

import re
from collections.abc import Iterable
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.smarty import SubstituteTextPattern
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import ETX, STX, AtomicString

NAME = "smarty"

PRIORITY = 6
"""That of ``smarty``: after all other Markdown in a text, before its headings are listed."""

_SIGN = re.compile(r"[\"']|--|\.\.\.|<<|>>")
"""Something of which stands in whatever a rule changes."""

_PLACE = re.compile(f"{STX}q([0-9]+){ETX}")
"""Where something comes in the end; Markdown has places of its own, without the q, for escapes."""


def quicken_typography(md: Markdown) -> None:
    """Let ``md`` apply the rules of its own ``smarty`` quicker, if it has that extension."""
    if NAME in md.treeprocessors:
        slow = md.treeprocessors[NAME]
        if isinstance(slow, InlineProcessor):
            md.treeprocessors.register(_Typography(md, slow.inlinePatterns), NAME, PRIORITY)


class _Typography(Treeprocessor):
    """Applies rules to every text that no other extension keeps as it is, such as code."""

    def __init__(self, md: Markdown, rules: Iterable[object]) -> None:
        super().__init__(md)
        self._rules = [
            (rule.getCompiledRegExp(), "".join(map(_part, rule.replace)))
            for rule in rules
            if isinstance(rule, SubstituteTextPattern)
        ]

    def run(self, root: Element) -> None:
        """Change the texts inside ``root``."""
        for element in root.iter():
            if element.text and not isinstance(element.text, AtomicString):
                element.text = self._changed(element.text)
            if element.tail and not isinstance(element.tail, AtomicString):
                element.tail = self._changed(element.tail)

    def _changed(self, text: str) -> str:
        if not _SIGN.search(text):
            return text
        found: list[str] = []
        for pattern, replacement in self._rules:
            # Not by "sub": a rule looks at what stands before, which may be a place by now. What
            # was found comes in last, as another rule would else take it for its own.
            start = 0
            while match := pattern.search(text, start):
                place = f"{STX}q{len(found)}{ETX}"
                found.append(match.expand(replacement))
                text = text[: match.start()] + place + text[match.end() :]
                start = match.start() + len(place)
        return _PLACE.sub(lambda place: found[int(place[1])], text)


def _part(part: int | str | Element) -> str:
    """Return a part of a replacement, a group or letters, as ``re`` writes it."""
    return rf"\{part}" if isinstance(part, int) else unescape(str(part)).replace("\\", r"\\")
