"""Attributes in braces, behind a link or a span and above a block: ``[Go](x.md){.button}``.

The grammar is that of mdit-py-plugins. Its own rules take any attribute and drop what is not
allowed, words and all; here braces that hold anything else than what may stand stay words.
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
"""What staff may give a link, a span or a block: the looks the site defines for them."""

_TAKE_NONE = frozenset(("code_block", "fence", "footnote_reference_open", "html_block"))

LONGEST = 200
"""Characters between braces; the grammar's parser reads on to the end of the text otherwise."""


def attributes_plugin(parser: MarkdownIt) -> None:
    """Add the rules to ``parser``."""
    parser.inline.ruler.after("link", "span", _span)
    parser.inline.ruler.push("attributes", _behind_a_link)
    parser.block.ruler.before("fence", "attributes", _line)
    parser.core.ruler.after("block", "attributes", _give_to_next_block)


def may_stand(attributes: Mapping[str, object]) -> bool:
    """Tell whether all these attributes are some that staff may give in braces."""
    classes = str(attributes.get("class", "")).split()
    return bool(attributes) and attributes.keys() <= NAMES and CLASSES.issuperset(classes)


def _attributes(text: str, start: int, end: int) -> tuple[int, dict[str, str]] | None:
    """Return where braces that open at ``start`` end, and what they hold, if it may stand."""
    close = text.find("}", start, min(end, start + LONGEST))
    if close < 0 or not text.startswith("{", start):
        return None
    try:
        length, attributes = parse(text[start : close + 1])
    except ParseError:
        return None
    return (start + length + 1, attributes) if may_stand(attributes) else None


def _span(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    start, end = state.pos + 1, state.posMax
    close = state.md.helpers.parseLinkLabel(state, state.pos, False)
    found = _attributes(state.src, close + 1, end) if close >= 0 else None
    if not found:
        return False
    if not silent:
        state.pos, state.posMax = start, close
        state.push("span_open", "span", 1).attrs = dict(found[1])
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = found[0], end
    return True


def _behind_a_link(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{" or not state.tokens:
        return False
    if state.tokens[-1].type != "link_close" or state.pending:
        return False
    found = _attributes(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        opening = next(t for t in reversed(state.tokens) if t.type == "link_open")
        opening.attrs.update(found[1])
    state.pos = found[0]
    return True


def _line(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001
    if state.is_code_block(start):
        return False
    text = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].rstrip()
    found = _attributes(text, 0, len(text))
    if not found or found[0] != len(text):
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.attrs, token.map, token.markup = dict(found[1]), [start, start + 1], "{"
        state.line = start + 1
    return True


def _give_to_next_block(state: StateCore) -> None:
    """Give attributes to the block below; what none takes stays, for the reader to report."""
    kept: list[Token] = []
    waiting: list[Token] = []
    for index, token in enumerate(state.tokens):
        if token.type == "attributes":
            waiting.append(token)
            continue
        if token.nesting < 0 or token.type in _TAKE_NONE:
            kept += waiting
        elif waiting:
            for given in waiting:
                token.attrs |= given.attrs
            if token.hidden:  # a paragraph that a list shows without its tags
                token.hidden = state.tokens[index + 2].hidden = False
        waiting = []
        kept.append(token)
    state.tokens = kept + waiting
