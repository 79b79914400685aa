"""From tokens to HTML that has a place for every address and every shown checklist."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

Tokens = Sequence[Token]

LONGEST_NAME = 80
"""Letters of a table's name, which a screen reader says when the table is reached."""

_WIDE = {"pre": "Code", "table": "Table"}
"""What staff may write as HTML that does not fit a phone, each with its name."""


class Renderer(RendererHTML):
    """The HTML of each token that markdown-it writes otherwise; a method a type of token.

    A table and a block of code stand in a box that scrolls by itself, so that a page is never wider
    than a phone. A box that scrolls can be reached by keyboard and has a name (WCAG 2.2 SC 2.1.1).
    """

    def html_tag(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        if token.tag == "a" and token.nesting == 1:
            return self.link_open(tokens, idx, options, env)
        html = f"<{'/' * (token.nesting == -1)}{token.tag}{self.renderAttrs(token)}>"
        if token.tag not in _WIDE:
            return html
        return f"{html}</div>" if token.nesting == -1 else f"{_box(_WIDE[token.tag], env)}{html}"

    def link_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        if _says_its_address(tokens, idx):
            tokens[idx].attrJoin("class", "says-address")
        return self.renderToken(tokens, idx, options, env)

    def placeholder(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return tokens[idx].content

    def table_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        heads: list[str] = []
        for at in range(idx, len(tokens)):
            if tokens[at].type == "thead_close":
                break
            if tokens[at].type == "inline":
                heads.append(self.renderInlineAsText(tokens[at].children, options, env).strip())
        name = f"Table: {', '.join(filter(None, heads))}"
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
        done, words = (" task-box--done", "Done") if token.meta["checked"] else ("", "To do")
        return f'{html}<span class="task-box{done}" role="img" aria-label="{words}"></span> '

    def alert_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        token.attrs |= {"class": f"alert alert--{token.meta['kind'].lower()}", "role": "note"}
        return f"<div{self.renderAttrs(token)}>\n"

    def alert_title_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return '<p class="alert__title">'

    def film(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        words = escapeHtml(self.renderInlineAsText(token.children, options, env))
        attrs = f'{self.renderAttrs(token)} aria-label="{words}" controls preload="none"'
        captions = token.meta["captions"]
        if not captions:
            kind, html = "Recording", f"<audio{attrs}></audio>"
        else:
            track = (
                f'<track src="{captions}" kind="captions" srclang="en-GB" label="English" default>'
            )
            kind, html = "Film", f"<video{attrs} playsinline>{track}</video>"
        link = f'<a href="{token.meta["whole"]}">{kind}: {words or token.content}</a>'
        return f'{html}<span class="on-paper">{link}</span>'

    def footnote_ref(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        name, number = _note(tokens[idx])
        return (
            f'<sup class="note-ref"><a href="#{name}" id="{_back(tokens[idx])}" '
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
        again = tokens[idx].meta.get("subId")
        place = f", place {again + 1}" if again else ""
        return (
            f' <a class="on-screen" href="#{_back(tokens[idx])}" role="doc-backlink" '
            f'aria-label="Back to the text at note {_note(tokens[idx])[1]}{place}">Back</a>'
        )


def _box(name: str, env: EnvType) -> str:
    """Open a box that scrolls; boxes of one name are numbered, as landmarks need names apart."""
    short = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME].rstrip()}…"
    count = env.setdefault("boxes", Counter())
    count[short] += 1
    label = escapeHtml(f"{short} {count[short]}" if count[short] > 1 else short)
    return f'<div class="scroll-box" role="region" tabindex="0" aria-label="{label}">'


def _says_its_address(tokens: Tokens, idx: int) -> bool:
    """Tell whether the words of a link are its address, which paper then need not add to them."""
    if tokens[idx].info == "auto":
        return True
    words, end = ([*tokens[idx + 1 : idx + 3], None, None])[:2]
    if not words or not end or words.type != "text" or (end.nesting, end.tag) != (-1, "a"):
        return False
    said, href = (
        re.sub("^https?://", "", text).rstrip("/")
        for text in (words.content, str(tokens[idx].attrs.get("href", "")))
    )
    return said == href


def _aligned(
    renderer: Renderer, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType
) -> str:
    """Write a cell with a class for its alignment, as the security policy lets no style stand."""
    token = tokens[idx]
    style = str(token.attrs.pop("style", ""))
    if style:
        token.attrs["class"] = f"cell--{style.removeprefix('text-align:')}"
    if token.tag == "th":
        token.attrs["scope"] = "col"
    return renderer.renderToken(tokens, idx, options, env)


def _note(token: Token) -> tuple[str, int]:
    number = token.meta["id"] + 1
    return f"site--note-{number}", number


def _back(token: Token) -> str:
    again = f"-{token.meta['subId'] + 1}" if token.meta.get("subId") else ""
    return f"{_note(token)[0]}-back{again}"
