"""Markdown in YAML text: bold, emphasis and links.

All else is escaped, so text from YAML cannot put HTML into a page.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup

from .dialect.parser import short_dialect
from .dialect.typography import apply_typography
from .links import link_problem
from .source import Cursor
from .text_blocks import BREAKS, Run, TextBlock, text_block

_SPECIAL = frozenset("*_[]<>\\&\n")
"""Characters without which a text has no Markdown."""

Resolve = Callable[[str], str]
"""Maps a link target as staff wrote it to the address that a page uses."""


def inline_html(text: str, resolve: Resolve) -> Markup:
    """Return one line of text as safe HTML."""
    return _render(short_dialect(blocks=False).parseInline(text), resolve)


def block_html(text: str, resolve: Resolve) -> Markup:
    """Return paragraphs and lists as safe HTML."""
    return _render(short_dialect(blocks=True).parse(text), resolve)


def plain_text(text: str) -> str:
    """Return ``text`` on one line without its markup, as for a label or a file name."""
    if not _SPECIAL & set(text):
        return text
    return "".join(
        " " if token.type in BREAKS else token.content
        for token in _flatten(short_dialect(blocks=False).parseInline(text))
        if token.type == "text" or token.type in BREAKS
    )


def text_with_addresses(text: str, resolve: Resolve) -> str:
    """Return paragraphs as plain text, with the address of each link in brackets after its text.

    It is left out where the text ends in it already.
    """
    lines: list[str] = [""]
    address = ""
    for token in _flatten(_in_print(short_dialect(blocks=True).parse(text))):
        if token.type == "text":
            lines[-1] += token.content
        elif token.type in BREAKS:
            lines[-1] += " "
        elif token.type == "link_open":
            address = resolve(str(token.attrs["href"]))
        elif token.type == "link_close":
            lines[-1] += "" if lines[-1].endswith(address) else f" ({address})"
        elif token.type in ("paragraph_close", "list_item_close"):
            lines.append("")
    return "\n".join(line for line in lines if line)


def link_targets_in(text: str) -> list[str]:
    """Return the targets of the links in ``text``, in order, as staff wrote them."""
    if "](" not in text and "<" not in text:
        return []
    return [
        str(token.attrs["href"])
        for token in _flatten(short_dialect(blocks=True).parse(text))
        if token.type == "link_open"
    ]


def inline_text_blocks(text: str, cursor: Cursor) -> Iterator[TextBlock]:
    """Yield the prose of ``text``; ``cursor`` is where it starts in its file."""
    for block in short_dialect(blocks=True).parse(text):
        runs: list[Run] = []
        for token in block.children or ():
            if token.type == "text":  # each word by itself, as YAML may have folded the lines
                parts = re.split(r"(\s+)", token.content)
                runs += [
                    (part, cursor.find(part)) if part.strip() else (part, cursor.place)
                    for part in parts
                ]
            elif token.type == "link_close":
                cursor.find(")")
            elif token.type in BREAKS:
                runs.append((" ", cursor.place))
        if prose := text_block(runs):
            yield prose


def _in_print(tokens: list[Token]) -> list[Token]:
    """Return ``tokens`` with the quotation marks, dashes and ellipses of print."""
    apply_typography(StateCore("", short_dialect(blocks=True), {}, tokens))
    return tokens


def _flatten(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flatten(token.children or ())


def _render(tokens: list[Token], resolve: Resolve) -> Markup:
    for token in _flatten(tokens):
        if token.type == "link_open":
            href = str(token.attrs.pop("href"))
            if not link_problem(href, is_shown=False):
                token.attrs["href"] = normalizeLink(resolve(href))
    parser = short_dialect(blocks=True)
    html = parser.renderer.render(_in_print(tokens), parser.options, {})
    return Markup(html)  # noqa: S704 - the parser escapes all text and reads no HTML
