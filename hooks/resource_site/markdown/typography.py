"""Quotes, dashes and ellipses as British print has them, and nothing else."""

import re

from markdown_it.rules_core import StateCore, smartquotes, text_join
from markdown_it.token import Token

_MEASURE = re.compile(r"(?<=\d)'(?=\d)|(?<=\d'\d)\"|(?<=\d'\d\d)\"")
"""Feet and inches: 5'10" stays as it is."""

_YEARS = re.compile(r"(?<!\w)'(?=\d\ds?\b)")
"""The sign that stands for a century, in '90s, is an apostrophe."""

_KEEP = {"'": "\ufdd0", '"': "\ufdd1"}
"""Signs that no text may hold (Unicode noncharacters), to stand for a quote that stays straight."""

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
        for text in _texts(token):
            kept = _MEASURE.sub(lambda found: _KEEP[found[0]], text.content)
            text.content = _YEARS.sub("\N{RIGHT SINGLE QUOTATION MARK}", kept)
    if quoted:
        smartquotes(state)
    for token in inlines:
        if "--" in token.content or "..." in token.content:
            for text in _texts(token):
                for pattern, sign in _SIGNS:
                    text.content = pattern.sub(sign, text.content)
    for token in quoted:
        for text in _texts(token):
            for quote, sign in _KEEP.items():
                text.content = text.content.replace(sign, quote)
    text_join(state)


def _texts(token: Token) -> list[Token]:
    """Return what words ``token`` holds, addresses that are their own words left out."""
    found, in_address = [], False
    for child in token.children or []:
        if child.type in ("link_open", "link_close") and child.info == "auto":
            in_address = child.nesting == 1
        elif child.type == "text" and not in_address:
            found.append(child)
    return found
