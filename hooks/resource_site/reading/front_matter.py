"""An article's source, split into its front matter and its body."""

import re
from dataclasses import dataclass

from ..problems import ContentError, Problem

_FENCE = re.compile(r"-{3}[ ]*")
_DASHES = re.compile(r"[-\u2010-\u2015\u2212]{2,}|[\u2012-\u2015\u2212]")
"""What was to be three hyphens: dashes, and too many or too few hyphens."""

_BESIDE = re.compile(r"[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+")
"""Spaces of any kind and signs nobody sees, which may stand beside them."""


@dataclass(frozen=True)
class FrontMatter:
    """YAML text that starts on line 2, and a Markdown body that starts on ``body_line``."""

    yaml: str
    body: str
    body_line: int


def split_front_matter(text: str, path: str) -> FrontMatter:
    """Split ``text`` at its two ``---`` lines.

    Raises ``ContentError`` where the file does not start with front matter or it never ends, and
    for a line that only looks like ``---``.
    """
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        if _is_like_fence(lines[0]):
            raise ContentError([_not_hyphens(path, 1)])
        what = "The file does not start with front matter."
        fix = 'Start it with a line "---", then lines such as "title: …", then another "---".'
        raise ContentError([Problem(path, 1, 1, what, fix)])
    for number, line in enumerate(lines[1:], 2):
        if _FENCE.fullmatch(line):
            yaml_text = "\n".join(lines[1 : number - 1])
            return FrontMatter(yaml_text, "\n".join(lines[number:]), number + 1)
        if not line.startswith(" ") and _is_like_fence(line):
            raise ContentError([_not_hyphens(path, number)])
    what = "The front matter that starts here never ends."
    raise ContentError([Problem(path, 1, 1, what, 'Add a line "---" after its last line.')])


def _is_like_fence(line: str) -> bool:
    return bool(_DASHES.fullmatch(_BESIDE.sub("", line)))


def _not_hyphens(path: str, number: int) -> Problem:
    what = "This line should be three hyphens, and nothing else."
    return Problem(path, number, 1, what, 'Type it again as "---".')
