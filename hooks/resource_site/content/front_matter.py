"""An article's source, split into its front matter and its body."""

import re
from dataclasses import dataclass

from ..problems import ContentError, Problem

_FENCE = re.compile(r"-{3}[ ]*")


@dataclass(frozen=True)
class FrontMatter:
    """YAML text that starts on line 2, and a Markdown body that starts on ``body_line``."""

    yaml: str
    body: str
    body_line: int


def split_front_matter(text: str, path: str) -> FrontMatter:
    """Split ``text`` at its two ``---`` lines.

    Raises ``ContentError`` where the file does not start with front matter or it never ends.
    """
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        what = "The file does not start with front matter."
        fix = 'Start it with a line "---", then lines such as "title: …", then another "---".'
        raise ContentError([Problem(path, 1, 1, what, fix)])
    for number, line in enumerate(lines[1:], 2):
        if _FENCE.fullmatch(line):
            yaml_text = "\n".join(lines[1 : number - 1])
            return FrontMatter(yaml_text, "\n".join(lines[number:]), number + 1)
    what = "The front matter that starts here never ends."
    raise ContentError([Problem(path, 1, 1, what, 'Add a line "---" after its last line.')])
