"""The little Markdown that YAML text may hold: bold, emphasis and links, and never HTML.

markdown-it-py escapes everything else and refuses ``javascript:``, ``vbscript:``, ``file:`` and
``data:`` links, so text from YAML can never put script or markup into a page.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:  # it is loaded where it is needed: most builds read little anew
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SIGNS = frozenset("*_[]<>\\&\n")
"""Signs that any of the Markdown here begins with."""

_BREAKS = ("softbreak", "hardbreak")

Resolve = Callable[[str], str]
"""Turns the address of a link as staff wrote it into the address a page uses."""


@cache
def _parser(blocks: bool) -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415

    rules = ["text", "emphasis", "link", "autolink", "escape", "newline", "entity", "balance_pairs"]
    if blocks:
        rules += ["paragraph", "list"]
    return MarkdownIt("zero", {"html": False}).enable(rules, ignoreInvalid=True)


def inline_html(text: str, resolve: Resolve) -> Markup:
    """Return one line of text as safe HTML, its links passed through ``resolve``."""
    parser = _parser(False)
    return _render(parser, parser.parseInline(text), resolve)


def block_html(text: str, resolve: Resolve) -> Markup:
    """Return paragraphs and lists as safe HTML, their links passed through ``resolve``."""
    parser = _parser(True)
    return _render(parser, parser.parse(text), resolve)


def plain_text(text: str) -> str:
    """Return the words alone, on one line, as a screen reader or a file name would have them."""
    if not _SIGNS & set(text):  # most words are nothing else
        return text
    return "".join(
        " " if token.type in _BREAKS else token.content
        for token in _flatten(_parser(False).parseInline(text))
        if token.type == "text" or token.type in _BREAKS
    )


def words_with_addresses(text: str, resolve: Resolve) -> str:
    """Return paragraphs as plain text, each link followed by its address in brackets."""
    lines: list[str] = [""]
    address = ""
    for token in _flatten(_parser(True).parse(text)):
        if token.type == "text":
            lines[-1] += token.content
        elif token.type in _BREAKS:
            lines[-1] += " "
        elif token.type == "link_open":
            address = resolve(str(token.attrs["href"]))
        elif token.type == "link_close":
            lines[-1] += f" ({address})"
        elif token.type in ("paragraph_close", "list_item_close"):
            lines.append("")
    return "\n".join(line for line in lines if line)


def link_addresses(text: str) -> list[str]:
    """Return the addresses of the links in ``text``, in order, as staff wrote them."""
    return [
        str(token.attrs["href"])
        for token in _flatten(_parser(True).parse(text))
        if token.type == "link_open"
    ]


def _flatten(tokens: "list[Token]") -> "Iterator[Token]":
    for token in tokens:
        yield token
        yield from _flatten(token.children or [])


def _render(parser: "MarkdownIt", tokens: "list[Token]", resolve: Resolve) -> Markup:
    for token in _flatten(tokens):
        if token.type == "link_open":
            token.attrs["href"] = resolve(str(token.attrs["href"]))
    html = parser.renderer.render(tokens, parser.options, {})
    return Markup(html)  # noqa: S704 - the parser escaped all text, and HTML is switched off
