"""The HTML renderer of the dialect."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

Tokens = Sequence[Token]

MAX_LABEL = 80
"""Characters of the accessible name of a table, which screen readers announce."""

_WIDE = {"pre": "Code", "table": "Table"}
"""Elements of raw HTML that may not fit a phone, with their accessible names."""


class Renderer(RendererHTML):
    """Overrides of markdown-it's renderer: each method renders the token type it is named after.

    Tables and code are wrapped in a scrolling box, so that a page is never wider than a phone.
    The box has an accessible name and can be scrolled by keyboard (WCAG 2.2 SC 2.1.1).
    """

    def html_tag(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        if token.tag == "a" and token.nesting == 1:
            return self.link_open(tokens, idx, options, env)
        if "picture" in token.meta:
            return _picture(token, self.renderAttrs(token))
        html = f"<{'/' * (token.nesting == -1)}{token.tag}{self.renderAttrs(token)}>"
        if token.tag not in _WIDE:
            return html
        return f"{html}</div>" if token.nesting == -1 else f"{_box(_WIDE[token.tag], env)}{html}"

    def link_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        if _text_is_address(tokens, idx):
            tokens[idx].attrJoin("class", "says-address")
        return self.renderToken(tokens, idx, options, env)

    def image(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        if "picture" not in token.meta:
            return super().image(tokens, idx, options, env)
        token.attrs["alt"] = self.renderInlineAsText(token.children, options, env)
        return _picture(token, self.renderAttrs(token))

    def placeholder(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return tokens[idx].content

    def table_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        head = takewhile(lambda token: token.type != "thead_close", tokens[idx:])
        cells = (
            self.renderInlineAsText(token.children, options, env).strip()
            for token in head
            if token.type == "inline"
        )
        name = f"Table: {', '.join(filter(None, cells))}"
        return f"{_box(name, env)}{self.renderToken(tokens, idx, options, env)}"

    def table_close(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"{self.renderToken(tokens, idx, options, env)}</div>\n"

    def th_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return _aligned(self, tokens, idx, options, env)

    td_open = th_open

    def fence(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return (
            f"{_box('Code', env)}<pre><code>{escapeHtml(tokens[idx].content)}</code></pre></div>\n"
        )

    code_block = fence

    def list_item_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        html = self.renderToken(tokens, idx, options, env)
        if "checked" not in token.meta:
            return html
        modifier, label = (" task-box--done", "Done") if token.meta["checked"] else ("", "To do")
        return f'{html}<span class="task-box{modifier}" role="img" aria-label="{label}"></span> '

    def alert_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        token.attrs |= {"class": f"alert alert--{token.meta['kind'].lower()}", "role": "note"}
        return f"<div{self.renderAttrs(token)}>\n"

    def alert_title_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return '<p class="alert__title">'

    def film(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        label = escapeHtml(self.renderInlineAsText(token.children, options, env))
        attrs = f'{self.renderAttrs(token)} aria-label="{label}" controls preload="none"'
        captions = token.meta["captions"]
        if not captions:
            kind, html = "Recording", f"<audio{attrs}></audio>"
        else:
            track = (
                f'<track src="{captions}" kind="captions" srclang="en-GB" label="English" default>'
            )
            kind, html = "Film", f"<video{attrs} playsinline>{track}</video>"
        link = f'<a href="{token.meta["whole"]}">{kind}: {label or token.content}</a>'
        return f'{html}<span class="on-paper">{link}</span>'

    def footnote_ref(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        note_id, number = _note(tokens[idx])
        return (
            f'<sup class="note-ref"><a href="#{note_id}" id="{_reference_id(tokens[idx])}" '
            f'role="doc-noteref" aria-label="Note {number}">{number}</a></sup>'
        )

    def footnote_block_open(self, *_: Any) -> str:
        return (
            '<section class="notes" role="doc-endnotes" aria-labelledby="site--notes-title">\n'
            '<h2 class="notes__title" id="site--notes-title">Notes</h2>\n<ol>\n'
        )

    def footnote_block_close(self, *_: Any) -> str:
        return "</ol>\n</section>\n"

    def footnote_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return f'<li id="{_note(tokens[idx])[0]}">'

    def footnote_close(self, *_: Any) -> str:
        return "</li>\n"

    def footnote_anchor(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        repetition = tokens[idx].meta.get("subId")
        place = f", place {repetition + 1}" if repetition else ""
        return (
            f' <a class="on-screen" href="#{_reference_id(tokens[idx])}" role="doc-backlink" '
            f'aria-label="Back to the text at note {_note(tokens[idx])[1]}{place}">Back</a>'
        )


def _box(name: str, env: EnvType) -> str:
    """Return the start tag of a scrolling box; equal names are numbered, as landmarks must differ.

    ``env`` counts the names of one document.
    """
    short = name if len(name) <= MAX_LABEL else f"{name[:MAX_LABEL].rstrip()}…"
    count = env.setdefault("boxes", Counter())
    count[short] += 1
    label = escapeHtml(f"{short} {count[short]}" if count[short] > 1 else short)
    return f'<div class="scroll-box" role="region" tabindex="0" aria-label="{label}">'


def _picture(token: Token, attributes: str) -> str:
    """Return a picture of this site, with its placeholders (``LinkCollector``)."""
    start, own, end = token.meta["picture"]
    return f"{start}<img {own}{attributes}>{end}"


def _text_is_address(tokens: Tokens, idx: int) -> bool:
    """Return whether a link's text is its address, which print styles then do not add."""
    if tokens[idx].info == "auto":
        return True
    text, end = ([*tokens[idx + 1 : idx + 3], None, None])[:2]
    if not text or not end or text.type != "text" or (end.nesting, end.tag) != (-1, "a"):
        return False
    shown, href = (
        re.sub("^https?://", "", address).rstrip("/")
        for address in (text.content, str(tokens[idx].attrs.get("href", "")))
    )
    return shown == href


def _aligned(
    renderer: Renderer, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType
) -> str:
    """Render a cell's alignment as a class: the content security policy blocks style attributes."""
    token = tokens[idx]
    style = str(token.attrs.pop("style", ""))
    if style:
        token.attrs["class"] = f"cell--{style.removeprefix('text-align:')}"
    if token.tag == "th":
        token.attrs["scope"] = "col"
    return renderer.renderToken(tokens, idx, options, env)


def _note(token: Token) -> tuple[str, int]:
    """Return the id and the number of the footnote that ``token`` belongs to."""
    number = token.meta["id"] + 1
    return f"site--note-{number}", number


def _reference_id(token: Token) -> str:
    """Return the id of a reference to a footnote, which its link "Back" leads to."""
    repetition = f"-{token.meta['subId'] + 1}" if token.meta.get("subId") else ""
    return f"{_note(token)[0]}-back{repetition}"
