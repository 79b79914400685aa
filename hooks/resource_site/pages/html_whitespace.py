"""Space in HTML that only template writers see, left out before it travels."""

import re

_KEPT = re.compile(r"(<(?P<tag>pre|textarea|script)\b.*?</(?P=tag)>)", re.DOTALL | re.IGNORECASE)
_INDENT = re.compile(r"\n\s+")
_TRAILING = re.compile(r"[ \t]+\n")


def without_indent(html: str) -> str:
    """Return a page without indentation and empty lines; one line end stands for any space.

    What browsers show as it stands (``pre``, ``textarea``) stays, and so does a script, whose hash
    the security policy names.
    """
    parts = _KEPT.split(html)
    # Each kept part is followed by the name of its element, which the split also returns.
    for outside in range(0, len(parts), 3):
        part = _INDENT.sub("\n", parts[outside])
        # Looked for first: a pattern that starts with a space is tried at every space of a page.
        parts[outside] = _TRAILING.sub("\n", part) if " \n" in part or "\t\n" in part else part
    return "".join(part for index, part in enumerate(parts) if index % 3 != 2)
