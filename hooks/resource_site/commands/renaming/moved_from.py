"""The line ``moved_from`` of a file that is renamed: where it stood before."""

from ...reading.yaml.yaml_tree import YamlTree
from .source_text import SourceText


def add_moved_from(text: SourceText, tree: YamlTree, old: str, new: str) -> bool:
    """Note in the file that it stood at ``old``; false where that line is not ours to write.

    A file that gets back a name it once had keeps its list as long as it was: ``new`` is taken
    out of it, and ``old`` put in its place.
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


def _add_line(text: SourceText, tree: YamlTree, old: str) -> bool:
    """Write the whole line: in place of an empty list, or below the day of the review."""
    line_break = text.line_break
    if isinstance(tree.data, dict) and "moved_from" in tree.data:
        start = text.offset(*tree.place(("moved_from",)))
        return text.replace(start, "[]", f"[{old}]")
    line, column = tree.place(("reviewed",))
    before = text.text[text.offset(line, 1) : text.offset(line, column)]
    if not before.startswith("reviewed:"):
        return False  # written on one line with other keys, in brackets
    end = text.end_of(line)
    ends_well = text.text[:end].endswith(("\n", "\r"))
    words = f"moved_from: [{old}]"
    return text.replace(end, "", f"{words}{line_break}" if ends_well else f"{line_break}{words}")


def _add_entry(text: SourceText, tree: YamlTree, start: int, old: str) -> bool:
    """Put ``old`` in front of the first entry of a list that stands there."""
    line, _ = tree.place(("moved_from", 0))
    before = text.text[text.offset(line, 1) : start]
    if before.strip() == "-":  # a line for each entry
        return text.replace(start, "", f"{old}{text.line_break}{before}")
    return text.replace(start, "", f"{old}, ")
