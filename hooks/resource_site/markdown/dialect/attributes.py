"""Attributes in braces, after a link or a span or above a block: ``[Go](x.md){.button}``.

The grammar is that of mdit-py-plugins. Its own rules drop braces with attributes that are not
allowed; here they stay in the text, where staff see them.
"""

from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

NAMES = frozenset(("class", "dir", "id", "lang"))
CLASSES = frozenset(("button", "button--quiet"))
"""The classes that staff may use; the site's styles define them."""

_WITHOUT_ATTRIBUTES = frozenset(("code_block", "fence", "footnote_reference_open", "html_block"))

MAX_LENGTH = 200
"""Characters between braces; without a limit, each "{" is parsed to the end of the text."""


def attributes_plugin(parser: MarkdownIt) -> None:
    """Add the rules to ``parser``."""
    parser.inline.ruler.after("link", "span", _span)
    parser.inline.ruler.push("attributes", _after_link)
    parser.block.ruler.before("fence", "attributes", _line_above_block)
    parser.core.ruler.after("block", "attributes", _apply_to_next_block)


def are_allowed(attributes: Mapping[str, object]) -> bool:
    """Return whether there are attributes, and staff may write all of them in braces."""
    classes = str(attributes.get("class", "")).split()
    return bool(attributes) and attributes.keys() <= NAMES and CLASSES.issuperset(classes)


def _attributes(text: str, start: int, end: int) -> tuple[int, dict[str, str]] | None:
    """Return the end offset and the attributes of braces at ``start``, or None if not allowed."""
    close = text.find("}", start, min(end, start + MAX_LENGTH))
    if close < 0 or not text.startswith("{", start):
        return None
    try:
        length, attributes = parse(text[start : close + 1])
    except ParseError:
        return None
    return (start + length + 1, attributes) if are_allowed(attributes) else None


def _span(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    start, end = state.pos + 1, state.posMax
    close = state.md.helpers.parseLinkLabel(state, state.pos, False)
    braces = _attributes(state.src, close + 1, end) if close >= 0 else None
    if not braces:
        return False
    if not silent:
        state.pos, state.posMax = start, close
        state.push("span_open", "span", 1).attrs = dict(braces[1])
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = braces[0], end
    return True


def _after_link(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{" or not state.tokens:
        return False
    if state.tokens[-1].type != "link_close" or state.pending:
        return False
    braces = _attributes(state.src, state.pos, state.posMax)
    if not braces:
        return False
    if not silent:
        opening = next(t for t in reversed(state.tokens) if t.type == "link_open")
        opening.attrs.update(braces[1])
    state.pos = braces[0]
    return True


def _line_above_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001
    if state.is_code_block(start):
        return False
    text = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].rstrip()
    braces = _attributes(text, 0, len(text))
    if not braces or braces[0] != len(text):
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.attrs, token.map, token.markup = dict(braces[1]), [start, start + 1], "{"
        state.line = start + 1
    return True


def _apply_to_next_block(state: StateCore) -> None:
    """Move attributes to the block below; tokens without such a block stay, to be reported."""
    tokens: list[Token] = []
    pending: list[Token] = []
    for index, token in enumerate(state.tokens):
        if token.type == "attributes":
            pending.append(token)
            continue
        if token.nesting < 0 or token.type in _WITHOUT_ATTRIBUTES:
            tokens += pending
        elif pending:
            for attributes in pending:
                token.attrs |= attributes.attrs
            if token.hidden:  # a paragraph of a tight list, rendered without its tags
                token.hidden = state.tokens[index + 2].hidden = False
        pending = []
        tokens.append(token)
    state.tokens = tokens + pending
