"""The form of an Easy Read: a picture, then the one or two sentences that it shows."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from ...problems import Problem
from ..dialect.parser import dialect
from ..source import MarkdownSource

MAX_SENTENCES = 2
"""Beside one picture."""

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)]*\s+")


def lint_easy_read(markdown: str, path: str, first_line: int) -> Iterator[Problem]:
    """Yield a warning where ``markdown`` is not one picture an idea.

    It starts on ``first_line`` of the file ``path``.
    """
    source = MarkdownSource(markdown, path, first_line)
    tokens = dialect().parse("\n".join(source.lines), {})
    picture: int | None = None
    """The line of the picture whose words come next."""
    for index, token in enumerate(tokens):
        if token.level or token.nesting < 0 or not token.map:
            continue
        line = first_line + token.map[0]
        is_picture = _is_picture(tokens[index + 1])
        is_heading = token.type == "heading_open"
        if picture and (is_picture or is_heading):
            yield _without_words(path, picture)
        if not picture and not is_picture and not is_heading:
            what = "No picture stands above these words."
            fix = "Put one there, on a line of its own with an empty line below it: "
            fix += "![What it shows](../assets/name.svg)."
            yield Problem(path, line, 1, what, fix, "warning")
        count = _sentences(tokens[index + 1])
        if token.type == "paragraph_open" and count > MAX_SENTENCES:
            what = f"{count} sentences stand beside one picture; {MAX_SENTENCES} is the most."
            fix = "Give each idea a picture of its own."
            yield Problem(path, line, 1, what, fix, "warning")
        picture = line if is_picture else None
    if picture:
        yield _without_words(path, picture)


def _is_picture(inline: Token) -> bool:
    return [child.type for child in inline.children or ()] == ["image"]


def _sentences(inline: Token) -> int:
    return len(_BETWEEN_SENTENCES.split(inline.content.strip()))


def _without_words(path: str, line: int) -> Problem:
    what = "No words stand below this picture."
    fix = "Write the sentence that it shows there, with an empty line between them."
    return Problem(path, line, 1, what, fix, "warning")
