"""Plain text, as word processors put it on the clipboard, as HTML.

There each line is a paragraph, entries of lists start with signs, and tabs part a table's cells.
"""

import re
from collections.abc import Iterator
from html import escape

_BULLET = re.compile(
    r"([ \t]*)(?:[•●▪▫◦‣\u2043·\uf0b7\uf0a7\uf0d8§]|[-*\u2013o](?=[ \t]))[ \t\u00a0]+(?=\S)"
)
_NUMBER = re.compile(r"([ \t]*)(?:\d{1,2}|[a-z])[.)][ \t\u00a0]+(?=\S)")
_INNER = re.compile(r"[ \t]*(?:[o◦▫‣\u2043\uf0a7][ \t]|[a-z][.)])")
"""Signs that word processors use for the second level."""

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LONGEST_HEADING = 60
"""Characters; a longer line is a paragraph."""

Line = tuple[str, int, str]
"""The kind of a line ("ul", "ol", "row" or "p"), its level, and its words."""


def html_of_text(text: str) -> str:
    """Return ``text`` as HTML: headings, lists, tables and paragraphs."""
    lines = list(_read(_LINE_ENDS.sub("\n", text).split("\n")))
    return "".join(_write(lines))


def _read(rows: list[str]) -> Iterator[Line]:
    for row in rows:
        bullet, number = _BULLET.match(row), _NUMBER.match(row)
        if bullet or number:
            match = bullet or number
            indent = len(match[1].expandtabs(4)) if match else 0
            level = 2 if _INNER.match(row) or indent >= 6 else 1
            yield "ul" if bullet else "ol", level, row[match.end() :].strip() if match else ""
        elif "\t" in row.strip():
            yield "row", row.strip().count("\t"), row.strip()
        else:
            yield "p", 0, row.strip()


def _write(lines: list[Line]) -> Iterator[str]:
    index = 0
    while index < len(lines):
        kind, level, words = lines[index]
        end = index + 1
        if kind in ("ul", "ol"):
            while end < len(lines) and lines[end][0] in ("ul", "ol"):
                end += 1
            yield _list(lines[index:end])
        elif kind == "row":
            while end < len(lines) and lines[end][:2] == (kind, level):
                end += 1
            yield _table([words.split("\t") for _, _, words in lines[index:end]])
        elif words:
            before = lines[index - 1][2] if index else ""
            after = next((each for each in lines[end:] if each[2]), None)
            name = "h2" if _is_heading(words, before, after) else "p"
            yield f"<{name}>{escape(words)}</{name}>"
        index = end


def _is_heading(words: str, before: str, after: Line | None) -> bool:
    """Return whether a line is most likely a heading: short, alone, and with text below it."""
    if len(words) > _LONGEST_HEADING or after is None or not words[0].isupper():
        return False
    if words[-1] in ".,;:!)”\"'…" or before.endswith(":"):
        return False
    kind, _, text = after
    return kind != "p" or len(text) > _LONGEST_HEADING or text[-1:] in ".!:"


def _list(entries: list[Line]) -> str:
    """Return the HTML of a list with at most two levels; each kind has a list of its own."""
    html, index = "", 0
    while index < len(entries):
        kind, level, _ = entries[index]
        items = ""
        while index < len(entries) and (entries[index][0] == kind or entries[index][1] > level):
            inner = index + 1
            while inner < len(entries) and entries[inner][1] > level:
                inner += 1
            nested = _list(entries[index + 1 : inner])
            items += f"<li>{escape(entries[index][2])}{nested}</li>"
            index = inner
        html += f"<{kind}>{items}</{kind}>"
    return html


def _table(rows: list[list[str]]) -> str:
    if len(rows) == 1:  # a tab in one line parts nothing
        return f"<p>{escape(' '.join(cell.strip() for cell in rows[0]))}</p>"
    html = "".join(
        f"<tr>{''.join(f'<td>{escape(cell.strip())}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table>{html}</table>"
