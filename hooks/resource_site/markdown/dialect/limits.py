"""Limits on the size of a text, so that no file makes a build run for ever.

Markdown parsers need quadratic time for some paragraphs, such as one of unclosed brackets. The
limits are far above what a reader can use.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

MAX_CHARACTERS = 2_500
"""Per paragraph, heading, list item or cell: about 400 words."""

MAX_OPEN_BRACKETS = 20
"""Square brackets open at the same time."""

MAX_LINES = 3_000
"""Per text."""

MAX_DEFINITION = 300
"""Characters of the address and title in ``[name]: address "title"``, repeated at every use."""

LIMIT_PROBLEMS = "limit_problems"
"""The key in the parser's ``env`` for paragraphs left out: row, ``what`` and ``fix`` of each."""

_PROTOCOLS = ("http", "https", "mailto", "xmpp")
"""The schemes of bare addresses that the parser makes links of."""


def limits_plugin(parser: MarkdownIt) -> None:
    """Make ``parser`` empty paragraphs beyond the limits and list them in its ``env``."""
    parser.core.ruler.before("inline", "limits", _limit)
    parser.inline.ruler.before("gfm_autolink_protocol", "colon", _colon)


def _colon(state: StateInline, silent: bool) -> bool:
    """Consume a colon that is not in an address: the autolink rule rescans the text at each."""
    if state.src[state.pos] != ":" or state.pending.endswith(_PROTOCOLS):
        return False
    state.pending += "" if silent else ":"
    state.pos += 1
    return True


def _limit(state: StateCore) -> None:
    problems: list[tuple[int, str, str]] = state.env.setdefault(LIMIT_PROBLEMS, [])
    for token in state.tokens:
        if token.type != "inline" or len(token.content) <= MAX_OPEN_BRACKETS:
            continue
        row = token.map[0] if token.map else 0
        size = len(token.content)
        if size > MAX_CHARACTERS:
            what = f"This paragraph has {size} characters; {MAX_CHARACTERS} is the most."
            problems.append((row, what, "Put an empty line where a new thought starts."))
            token.content = ""
        elif _max_open_brackets(token.content) > MAX_OPEN_BRACKETS:
            what = f"More than {MAX_OPEN_BRACKETS} square brackets are open here."
            problems.append((row, what, "Close each, or write a backslash in front of it."))
            token.content = ""


def _max_open_brackets(text: str) -> int:
    """Return the greatest number of square brackets that are open at the same time."""
    most = depth = 0
    for bracket in re.findall(r"[\[\]]", text):
        depth = max(0, depth + (1 if bracket == "[" else -1))
        most = max(most, depth)
    return most
