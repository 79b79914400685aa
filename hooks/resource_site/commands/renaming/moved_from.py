"""Adds the old name to the ``moved_from`` list of a renamed file."""

from ...reading.yaml.yaml_tree import YamlTree
from .editable_text import EditableText


def add_moved_from(text: EditableText, tree: YamlTree, old: str, new: str) -> bool:
    """Add ``old`` to ``moved_from``; return False if the YAML is written in a way we cannot edit.

    If ``new`` is in the list, since the file had that name before, ``old`` replaces it.
    """
    listed = tree.data.get("moved_from") if isinstance(tree.data, dict) else None
    if not listed:
        return _add_line(text, tree, old)
    if not isinstance(listed, list):
        return False
    at = listed.index(new) if new in listed else 0
    start = text.offset(*tree.place(("moved_from", at)))
    if new in listed:
        return text.replace(start, new, old) or text.replace(start + 1, new, old)
    return _add_entry(text, tree, start, old)


def _add_line(text: EditableText, tree: YamlTree, old: str) -> bool:
    """Replace an empty list, or add the key below ``reviewed``."""
    line_break = text.line_break
    if isinstance(tree.data, dict) and "moved_from" in tree.data:
        start = text.offset(*tree.place(("moved_from",)))
        return text.replace(start, "[]", f"[{old}]")
    line, column = tree.place(("reviewed",))
    before = text.text[text.offset(line, 1) : text.offset(line, column)]
    if not before.startswith("reviewed:"):
        return False  # a flow mapping: {reviewed: …, …}
    end = text.end_of(line)
    has_break = text.text[:end].endswith(("\n", "\r"))
    entry = f"moved_from: [{old}]"
    return text.replace(end, "", f"{entry}{line_break}" if has_break else f"{line_break}{entry}")


def _add_entry(text: EditableText, tree: YamlTree, start: int, old: str) -> bool:
    """Insert ``old`` before the first entry of the list."""
    line, _ = tree.place(("moved_from", 0))
    before = text.text[text.offset(line, 1) : start]
    if before.strip() == "-":  # a block list
        return text.replace(start, "", f"{old}{text.line_break}{before}")
    return text.replace(start, "", f"{old}, ")
