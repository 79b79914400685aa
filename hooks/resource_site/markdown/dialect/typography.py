"""Typographic quotation marks, dashes and ellipses, as in British print."""

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, smartquotes, text_join
from markdown_it.token import Token

# A pattern that starts with the sign itself is tried only where it stands.
_MEASURE = re.compile(r"'(?<=\d')(?=\d)|\"(?<=\d'\d\")|\"(?<=\d'\d\d\")")
"""Feet and inches: 5'10" stays as it is."""

_ELISION = re.compile(r"'(?<!\w')(?=\d\ds?\b|(?:tis|twas)\b)", re.IGNORECASE)
"""An apostrophe at the start of a word, as in '90s, which smartquotes takes for a quote."""

_PLACEHOLDERS = {"'": "\ufdd0", '"': "\ufdd1"}
"""Unicode noncharacters that hide straight quotes from smartquotes; no text contains them."""

_HIDE_QUOTES = {ord(quote): placeholder for quote, placeholder in _PLACEHOLDERS.items()}

_STRAIGHT = re.compile(r"['\"]|--|\.\.\.")
"""What is never replaced where none of it stands."""

_REPLACEMENTS = (
    (re.compile(r"(?<!-)---(?!-)"), "\N{EM DASH}"),
    (re.compile(r"(?<!-)--(?!-)"), "\N{EN DASH}"),
    (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "\N{HORIZONTAL ELLIPSIS}"),
)


def apply_typography(state: StateCore) -> None:
    """Replace characters in text tokens, but not in code, addresses or after a backslash."""
    inlines = [token for token in state.tokens if token.type == "inline"]
    quoted = [token for token in inlines if "'" in token.content or '"' in token.content]
    for token in quoted:
        for text, is_address in _texts(token):
            if is_address:
                text.content = text.content.translate(_HIDE_QUOTES)
            else:
                hidden = _MEASURE.sub(lambda quote: _PLACEHOLDERS[quote[0]], text.content)
                text.content = _ELISION.sub("\N{RIGHT SINGLE QUOTATION MARK}", hidden)
    if quoted:
        smartquotes(state)
    for token in inlines:
        if "--" in token.content or "..." in token.content:
            for text in (text for text, is_address in _texts(token) if not is_address):
                for pattern, replacement in _REPLACEMENTS:
                    text.content = pattern.sub(replacement, text.content)
    for token in quoted:
        for text, _ in _texts(token):
            for quote, placeholder in _PLACEHOLDERS.items():
                text.content = text.content.replace(placeholder, quote)
    text_join(state)


def typographic(text: str) -> str:
    """Return ``text``, which has no markup, with the same replacements."""
    if not _STRAIGHT.search(text):
        return text
    token = Token("inline", "", 0, content=text, children=[Token("text", "", 0, content=text)])
    apply_typography(StateCore(text, _plain_parser(), {}, [token]))
    return "".join(child.content for child in token.children or [])


@cache
def _plain_parser() -> MarkdownIt:
    return MarkdownIt("zero", {"typographer": True})


def _texts(token: Token) -> Iterator[tuple[Token, bool]]:
    """Yield the text tokens in ``token``, and whether each is the text of an autolink."""
    is_address = False
    for child in token.children or []:
        if child.type in ("link_open", "link_close") and child.info == "auto":
            is_address = child.nesting == 1
        elif child.type == "text":
            yield child, is_address
