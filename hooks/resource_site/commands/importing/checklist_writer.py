"""Writing a tree of HTML as the sections of a checklist."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from ...markdown.ids import slugify
from ...reading.file_templates import yaml_scalar
from .markdown_writer import write_markdown

_BLANK = re.compile(r"\s*(?:_{3,}|\.{5,}|…{2,})\s*")
_BOX = re.compile(r"^\s*(?:[☐☑☒□▢❏❑]|\\?\[\s*\\?\])\s*")
_LONGEST = 200
_MOST_COLUMNS, _MOST_ROWS, _MOST_LINES = 4, 12, 20
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@dataclass
class _Item:
    """One item: its kind ("tick", "write" or "table"), its words, and its other lines of YAML."""

    kind: str
    words: str
    lines: int = 0
    more: list[str] = field(default_factory=list)


@dataclass
class _Section:
    title: str
    intro: list[str] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)
    is_asking: bool = False
    """Whether its last line was a paragraph, which a blank line would answer."""


def write_sections(tree: BeautifulSoup, title: str) -> str:
    """Return ``sections:`` in YAML for ``tree``, which was cleaned.

    ``title`` is that of items above the first heading.
    """
    sections = [_Section(title)]
    for block in tree.children:
        if isinstance(block, Tag):
            if block.name in _HEADINGS:
                sections.append(_Section(" ".join(block.get_text(" ").split())))
            else:
                _add(sections[-1], block)
    filled = [section for section in sections if section.items or section.intro]
    used: set[str] = set()
    lines = ["sections:"]
    for section in filled:
        lines += _section_lines(section, used)
    return "\n".join([*lines, ""])


def _add(section: _Section, block: Tag) -> None:
    if block.name in ("ul", "ol"):
        for item in block.find_all("li"):
            words = _inline([part for part in item.contents if not _is_list(part)])
            if words:
                _add_line(section, words, is_item=True)
    elif block.name == "table":
        _add_table(section, block)
    else:
        for words in _inline(block.contents).split("\\ "):
            _add_line(section, words, is_item=False)


def _add_line(section: _Section, words: str, *, is_item: bool) -> None:
    """Add one line of words: something to tick, a question with room to write, or an intro."""
    blanks = _BLANK.findall(words.replace("\\", ""))
    if blanks:
        question = " ".join(_BLANK.sub(" ", words.replace("\\", "")).split())
        last = section.items[-1] if section.items else None
        if not question and last and last.kind == "write" and not section.is_asking:
            last.lines = min(last.lines + len(blanks), _MOST_LINES)
        else:
            section.items.append(_Item("write", question or _question(section), len(blanks)))
    elif is_item or _BOX.match(words):
        section.items.append(_Item("tick", _BOX.sub("", words)))
    elif words:
        section.intro.append(words)
    section.is_asking = not (blanks or is_item)


def _question(section: _Section) -> str:
    """Return the line above a blank one, which it answers."""
    if section.intro:
        return section.intro.pop()
    if section.items and section.items[-1].kind == "tick":
        return section.items.pop().words
    return section.title


def _add_table(section: _Section, table: Tag) -> None:
    """Add a table to fill in; one that is filled already becomes a box to tick for each row."""
    head, *body = [
        [_inline(cell.contents) for cell in row.find_all(("td", "th"))]
        for row in table.find_all("tr")
    ]
    is_empty = all(not _BLANK.sub("", cell) for row in body for cell in row)
    if is_empty and body and len(head) <= _MOST_COLUMNS and all(head):
        prompt = section.intro.pop() if section.intro else section.title
        columns = ", ".join(f'"{cell}"' for cell in head)
        more = [f"columns: [{columns}]", f"rows: {min(len(body), _MOST_ROWS)}"]
        section.items.append(_Item("table", prompt, more=more))
        return
    for row in [head, *body]:
        words = ": ".join(filter(None, row))
        if words:
            _add_line(section, words, is_item=True)


def _section_lines(section: _Section, used: set[str]) -> Iterator[str]:
    yield f"  - title: {yaml_scalar(section.title)}"
    if section.intro:
        yield f"    intro: {yaml_scalar(' '.join(section.intro))}"
    yield "    items:"
    for item in section.items:
        words, hint = _parted(item.words)
        yield f"      - {item.kind}: {yaml_scalar(words)}"
        if hint:
            yield f"        hint: {yaml_scalar(hint)}"
        if item.kind == "write":
            yield f"        lines: {max(item.lines, 2)}"
        for line in item.more:
            yield f"        {line}"
        yield f"        id: {_unique(slugify(words)[:40].strip('-') or 'item', used)}"


def _parted(words: str) -> tuple[str, str]:
    """Return ``words`` and "", or parted behind a sentence if they are too long for an item."""
    if len(words) <= _LONGEST:
        return words, ""
    ends = [match.end() for match in re.finditer(r"[.?!](?=\s)", words[:_LONGEST])]
    return (words[: ends[-1]], words[ends[-1] :].strip()) if ends else (words, "")


def _unique(name: str, used: set[str]) -> str:
    number = 2
    found = name
    while found in used:
        found, number = f"{name}-{number}", number + 1
    used.add(found)
    return found


def _is_list(part: object) -> bool:
    return isinstance(part, Tag) and part.name in ("ul", "ol")


def _inline(parts: Iterable[object]) -> str:
    """Return ``parts`` as one line of Markdown."""
    html = "".join(str(part) for part in parts)
    return " ".join(write_markdown(BeautifulSoup(f"<p>{html}</p>", "html.parser")).split())
