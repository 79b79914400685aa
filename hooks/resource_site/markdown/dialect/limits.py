"""How much one text may hold, so that no file keeps a build from ending.

Parsers of Markdown need time by the square of what stands in one paragraph, such as brackets that
never close. The limits are far above what a reader can use.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

MOST_CHARACTERS = 2_500
"""In one paragraph, heading, entry of a list or cell: about 400 words."""

MOST_OPEN = 20
"""Square brackets open at the same time."""

MOST_LINES = 3_000
"""In one text."""

MOST_SHORT = 300
"""Characters that a name stands for, ``[name]: address "title"``, wherever it is written."""

TOO_MUCH = "too_much"
"""Where the parser notes, in its ``env``, each paragraph that it left out: its row, and why."""

_PROTOCOLS = ("http", "https", "mailto", "xmpp")
"""What the parser takes for the start of a bare address."""


def limits_plugin(parser: MarkdownIt) -> None:
    """Let ``parser`` leave out what would take it long, and note so."""
    parser.core.ruler.before("inline", "limits", _limit)
    parser.inline.ruler.before("gfm_autolink_protocol", "colon", _colon)


def _colon(state: StateInline, silent: bool) -> bool:
    """Take a colon for words where no address starts; the next rule reads all in front of each."""
    if state.src[state.pos] != ":" or state.pending.endswith(_PROTOCOLS):
        return False
    state.pending += "" if silent else ":"
    state.pos += 1
    return True


def _limit(state: StateCore) -> None:
    noted: list[tuple[int, str, str]] = state.env.setdefault(TOO_MUCH, [])
    for token in state.tokens:
        if token.type != "inline" or len(token.content) <= MOST_OPEN:
            continue
        row = token.map[0] if token.map else 0
        size = len(token.content)
        if size > MOST_CHARACTERS:
            what = f"This paragraph has {size} characters; {MOST_CHARACTERS} is the most."
            noted.append((row, what, "Put an empty line where a new thought starts."))
            token.content = ""
        elif token.content.count("[") > MOST_OPEN and _opened(token.content) > MOST_OPEN:
            what = f"More than {MOST_OPEN} square brackets are open here."
            noted.append((row, what, "Close each, or write a backslash in front of it."))
            token.content = ""


def _opened(text: str) -> int:
    """Return the most brackets of ``text`` that are open at the same time."""
    most = now = 0
    for sign in text:
        now = max(0, now + (sign == "[") - (sign == "]"))
        most = max(most, now)
    return most
