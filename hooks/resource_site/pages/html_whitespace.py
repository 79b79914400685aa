"""Removes the whitespace that templates leave in HTML."""

import re

_PRESERVED = re.compile(
    r"(<(?P<tag>pre|textarea|script)\b.*?</(?P=tag)>)", re.DOTALL | re.IGNORECASE
)
_INDENT = re.compile(r"\n\s+")
_TRAILING = re.compile(r"[ \t]+\n")
_BETWEEN_TAGS = re.compile(r">  +<")


def without_indent(html: str) -> str:
    """Return ``html`` without indentation and empty lines.

    ``pre`` and ``textarea`` keep theirs, and so does ``script``: its hash is in the
    Content-Security-Policy.
    """
    parts = _PRESERVED.split(html)
    # The pattern has two groups, so the split returns: outside, element, element's name, outside…
    for outside in range(0, len(parts), 3):
        part = _BETWEEN_TAGS.sub("> <", _INDENT.sub("\n", parts[outside]))
        # The check is quick; a pattern that starts with a space is tried at every space of a page.
        parts[outside] = _TRAILING.sub("\n", part) if " \n" in part or "\t\n" in part else part
    return "".join(part for index, part in enumerate(parts) if index % 3 != 2)
