"""Writing a tree of HTML as Markdown of this site's dialect, with the help of markdownify."""

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from markdownify import ATX, BACKSLASH, MarkdownConverter

_SIGNS = re.compile(r"[\\`*\[\]<{]|(?<!\w)_|_(?!\w)|~(?=~)|(?<=~)~|&(?=#?\w+;)|=(?==)|(?<==)=")
"""Signs that mean something in a line."""

_START = re.compile(r"(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=--)|>|:(?=\s)|=+$|\d+(?=[.)](?:\s|$)))")
"""Signs that mean something where a line starts."""

_BLOCKS = ("p", "li", "td", "th", "h2", "h3", "h4", "h5", "h6", "blockquote", "[document]")


class _Writer(MarkdownConverter):
    """Overrides of markdownify; each method is called for the element it is named after."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        text = _SIGNS.sub(lambda sign: f"\\{sign[0]}", text)
        return text.replace("|", "\\|") if {"td", "th"} & parent_tags else text

    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        text = str(super().process_text(el, parent_tags))  # type: ignore[misc]
        if not _starts_line(el) or "_inline" in (parent_tags or ()):
            return text  # in a heading or a cell, these signs are words
        return _START.sub(_escaped_start, text, count=1) if _START.match(text) else text

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if {"td", "th"} & parent_tags:
            return f"<br>{text}"
        return f" {text}" if "_inline" in parent_tags else f"\\\n{text}"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        words = self.escape(" ".join(str(el.get("alt") or "").split()), set())
        return f"![{words}]({el.get('src')})"

    def convert_noteref(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"[^{el['name']}]"

    def convert_notetext(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        body = text.strip().replace("\n", "\n    ").replace("\n    \n", "\n\n")
        return f"\n\n[^{el['name']}]: {body}\n\n"


def _escaped_start(match: re.Match[str]) -> str:
    space, sign = match[1], match[2]
    return f"{space}{sign}\\" if sign[0].isdigit() else f"{space}\\{sign}"


def _starts_line(text: NavigableString) -> bool:
    """Return whether ``text`` is the first of its block or behind a line break."""
    node: Any = text
    while node.previous_sibling is None and node.parent and node.parent.name not in _BLOCKS:
        node = node.parent
    before = node.previous_sibling
    return before is None or getattr(before, "name", None) in ("br", "ul", "ol", "p")


def write_markdown(tree: BeautifulSoup) -> str:
    """Return ``tree``, which was cleaned, as Markdown that ends in a line end."""
    writer = _Writer(
        autolinks=True,
        bullets="-",
        heading_style=ATX,
        newline_style=BACKSLASH,
        table_infer_header=True,
    )
    text = writer.convert_soup(tree)
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
