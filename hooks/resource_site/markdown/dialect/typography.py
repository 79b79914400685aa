"""Quotes, dashes and ellipses as British print has them, and nothing else."""

import re
from collections.abc import Iterator

from markdown_it.rules_core import StateCore, smartquotes, text_join
from markdown_it.token import Token

_MEASURE = re.compile(r"(?<=\d)'(?=\d)|(?<=\d'\d)\"|(?<=\d'\d\d)\"")
"""Feet and inches: 5'10" stays as it is."""

_CUT = re.compile(r"(?<!\w)'(?=\d\ds?\b|(?:tis|twas)\b)", re.IGNORECASE)
"""The sign that stands for what is cut off, as in '90s, is an apostrophe."""

_KEEP = {"'": "\ufdd0", '"': "\ufdd1"}
"""Signs that no text may hold (Unicode noncharacters), to stand for a quote that stays straight."""

_KEEP_ALL = {ord(quote): sign for quote, sign in _KEEP.items()}

_SIGNS = (
    (re.compile(r"(?<!-)---(?!-)"), "\N{EM DASH}"),
    (re.compile(r"(?<!-)--(?!-)"), "\N{EN DASH}"),
    (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "\N{HORIZONTAL ELLIPSIS}"),
)


def set_type(state: StateCore) -> None:
    """Change the words of ``state``'s tokens; code, addresses and what was escaped stay."""
    inlines = [token for token in state.tokens if token.type == "inline"]
    quoted = [token for token in inlines if "'" in token.content or '"' in token.content]
    for token in quoted:
        for text, is_address in _texts(token):
            if is_address:
                text.content = text.content.translate(_KEEP_ALL)
            else:
                kept = _MEASURE.sub(lambda found: _KEEP[found[0]], text.content)
                text.content = _CUT.sub("\N{RIGHT SINGLE QUOTATION MARK}", kept)
    if quoted:
        smartquotes(state)
    for token in inlines:
        if "--" in token.content or "..." in token.content:
            for text in (text for text, is_address in _texts(token) if not is_address):
                for pattern, sign in _SIGNS:
                    text.content = pattern.sub(sign, text.content)
    for token in quoted:
        for text, _ in _texts(token):
            for quote, sign in _KEEP.items():
                text.content = text.content.replace(sign, quote)
    text_join(state)


def _texts(token: Token) -> Iterator[tuple[Token, bool]]:
    """Yield what words ``token`` holds, and whether they are an address that is its own words."""
    is_address = False
    for child in token.children or []:
        if child.type in ("link_open", "link_close") and child.info == "auto":
            is_address = child.nesting == 1
        elif child.type == "text":
            yield child, is_address
