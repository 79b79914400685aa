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

_SIGN = re.compile(r"[\"']|--|\.\.\.")
"""What any of the rules begins with."""

_PLACE = re.compile(f"{STX}q([0-9]+){ETX}")
"""Where letters come in the end; Markdown has places of its own, without the q, for escapes."""


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
        self._letters: list[str] = []
        self._rules = [
            (rule.getCompiledRegExp(), "".join(self._part(part) for part in rule.replace))
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
        for pattern, replacement in self._rules:
            # Not by "sub": what stands before a quote may be one that was replaced just now.
            start = 0
            while match := pattern.search(text, start):
                new = match.expand(replacement)
                start = match.start() + len(new)
                text = text[: match.start()] + new + text[match.end() :]
        return _PLACE.sub(lambda place: self._letters[int(place[1])], text)

    def _part(self, part: int | str | Element) -> str:
        """Return what stands for a part of a replacement: a group, or the place of letters.

        Letters come last, as a later rule would else take a new quote for one of its own.
        """
        if isinstance(part, int):
            return rf"\{part}"
        self._letters.append(unescape(str(part)))
        return f"{STX}q{len(self._letters) - 1}{ETX}"
