"""Splitting a page into its front matter and its body."""

import re
from dataclasses import dataclass

from ..problems import ContentError, Problem

_FENCE = re.compile(r"-{3}[ ]*")
_DASHES = re.compile(r"[-\u2010-\u2015\u2212]{2,}|[\u2012-\u2015\u2212]")
"""Likely meant as three hyphens: dashes, or too many or too few hyphens."""

_BLANKS = re.compile(r"[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+")
"""Spaces of any kind, and invisible characters."""


@dataclass(frozen=True)
class FrontMatter:
    """YAML text that starts on line 2, and a Markdown body that starts on ``body_line``."""

    yaml: str
    body: str
    body_line: int


def split_front_matter(text: str, path: str) -> FrontMatter:
    """Split ``text``, of the file ``path``, at its two lines ``---``.

    Raises ``ContentError`` if there is no front matter, if it has no end, or if a line is nearly
    ``---``, such as one with dashes.
    """
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        if _is_nearly_fence(lines[0]):
            raise ContentError([_not_hyphens(path, 1)])
        if not text.strip():
            fix = "Bring it back from an earlier version, or delete it."
            raise ContentError([Problem(path, 1, 1, "The file is empty.", fix)])
        what = "The file does not start with front matter."
        fix = 'Start it with a line "---", then lines such as "title: …", then another "---".'
        raise ContentError([Problem(path, 1, 1, what, fix)])
    for number, line in enumerate(lines[1:], 2):
        if _FENCE.fullmatch(line):
            yaml_text = "\n".join(lines[1 : number - 1])
            return FrontMatter(yaml_text, "\n".join(lines[number:]), number + 1)
        if not line.startswith(" ") and _is_nearly_fence(line):
            raise ContentError([_not_hyphens(path, number)])
    what = "The front matter that starts here never ends."
    raise ContentError([Problem(path, 1, 1, what, 'Add a line "---" after its last line.')])


def _is_nearly_fence(line: str) -> bool:
    return bool(_DASHES.fullmatch(_BLANKS.sub("", line)))


def _not_hyphens(path: str, number: int) -> Problem:
    what = "This line should be three hyphens, and nothing else."
    return Problem(path, number, 1, what, 'Type it again as "---".')
