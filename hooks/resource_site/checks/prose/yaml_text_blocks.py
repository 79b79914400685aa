"""The words that readers read in YAML: of a checklist, a topic, what stands above a page."""

from collections.abc import Iterator

from ...markdown.inline import inline_text_blocks
from ...markdown.source import Cursor
from ...markdown.text_blocks import TextBlock
from ...problems import Location
from ...reading.yaml.yaml_tree import YamlTree

PROSE_KEYS = frozenset(("title", "summary", "intro", "text", "hint")) | frozenset(
    ("tick", "write", "scale", "choose", "table", "from", "to", "options", "columns")
)
"""Keys whose values readers read; whatever stands under another key is not prose."""

_REACH = 3
"""How many lines further on a word is looked for; more, and a word not found leads astray."""


def yaml_text_blocks(tree: YamlTree) -> Iterator[TextBlock]:
    """Yield what a reader reads of a checklist, a topic or the front matter of a page."""
    for location, text in prose(tree):
        line, column = tree.place(location)
        row = line - tree.first_line
        if row < len(tree.lines):
            end = len(tree.lines)
            at = row, column - 1
            cursor = Cursor(tree.lines, tree.first_line, *at, end=end, reach=_REACH)
            yield from inline_text_blocks(text, cursor)


def prose(tree: YamlTree) -> Iterator[tuple[Location, str]]:
    """Yield every text of ``tree`` that readers read, with its place, in order.

    Sources are left out: their titles are other people's words.
    """
    for location, text in tree.texts():
        key = next((part for part in reversed(location) if isinstance(part, str)), "")
        if "sources" not in location and (key in PROSE_KEYS or key == "items"):
            yield location, text
