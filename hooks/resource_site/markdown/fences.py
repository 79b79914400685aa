"""Fenced blocks: code, and embedded checklists."""

import re

from markdown_it.token import Token

from .document import ShownChecklist
from .link_collector import LinkCollector
from .source import Cursor, MarkdownSource

CHECKLIST = "checklist"
"""The info string of a block that embeds a checklist."""


def read_fence(token: Token, source: MarkdownSource, links: LinkCollector) -> None:
    """Check a fence; make one with the info string "checklist" a placeholder for the checklist."""
    row, end = token.map or (0, 0)
    line, last = source.lines[row], source.lines[end - 1].strip(" >\t")
    place = source.first_line + row, line.find(token.markup) + 1
    is_closed = end - 1 > row and last.startswith(token.markup) and not last.strip(last[0])
    info = token.info.strip()
    word = re.match(r"[{. ]*(\w+)", info)
    if not word or word[1].lower() != CHECKLIST:
        if not is_closed:
            what = "A block of code starts here and never ends."
            source.report(place, what, f"Write a line {token.markup} where it ends.")
        elif " " in info:
            what = f"The words behind {token.markup} are not shown."
            source.report(place, what, "Write them on a line of their own.", "warning")
        return
    slugs = [line.strip() for line in token.content.split("\n") if line.strip()]
    if info != CHECKLIST or not is_closed or len(slugs) > 1:
        what = "This block means a checklist but would not show one."
        fix = f'Write ``` and "{CHECKLIST}" alone, then one name, then a line of ```.'
        source.report(place, what, fix)
        token.type, token.content = "placeholder", ""
        return
    cursor = Cursor(source.lines, source.first_line, row, end=end)
    place = cursor.find(slugs[0]) if slugs else place
    checklist = ShownChecklist(slugs[0] if slugs else "", min(5, source.level + 1), *place)
    token.type, token.content = "placeholder", links.placeholder(checklist)
