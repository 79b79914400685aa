"""The prose in YAML: in checklists, topics and front matter."""

from collections.abc import Iterator

from ...markdown.inline import inline_text_blocks
from ...markdown.source import Cursor
from ...markdown.text_blocks import TextBlock
from ...problems import Location
from ...reading.yaml.yaml_tree import YamlTree

PROSE_KEYS = frozenset(
    (
        *("title", "summary", "intro", "for_supporters", "text", "hint", "in_short", "more"),
        *("tick", "write", "scale", "choose", "table", "from", "to", "options", "columns"),
        *("closing", "example", "row", "transcript"),
    )
)
"""Keys with text for readers."""

_REACH = 3
"""Lines to search for the next word; with more, one typed differently could be found too late."""


def yaml_text_blocks(tree: YamlTree) -> Iterator[TextBlock]:
    """Yield the prose of a checklist, ``topics.yml`` or front matter."""
    for location, text in prose(tree):
        line, column = tree.place(location)
        row = line - tree.first_line
        if row < len(tree.lines):
            cursor = Cursor(
                tree.lines, tree.first_line, row, column - 1, end=len(tree.lines), reach=_REACH
            )
            yield from inline_text_blocks(text, cursor)


def prose(tree: YamlTree) -> Iterator[tuple[Location, str]]:
    """Yield the location and text of every value for readers, in order.

    The titles of sources are left out: others wrote them.
    """
    for location, text in tree.texts():
        key = next((part for part in reversed(location) if isinstance(part, str)), "")
        if "sources" not in location and (key in PROSE_KEYS or key == "items"):
            yield location, text
