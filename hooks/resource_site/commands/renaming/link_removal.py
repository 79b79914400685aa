"""Takes the links to one file out of the texts that name it, and leaves their words."""

import re

from ...markdown.links import target_of
from ...reading.entries import Body
from ...reading.yaml.yaml_tree import YamlTree
from .editable_text import EditableText
from .reference_updates import Move

_END = re.compile(r""">?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)(?:\{[^}\n]*\})?""")
_TAG = re.compile(r"<a\s[^<>]*\Z", re.IGNORECASE)
_CLOSING = re.compile(r"[^<>]*>(.*?)(</a\s*>)", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(r"(?<=\]\()<?([^\s()<>]+)")
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_NAME = re.compile(r"""["']?[a-z0-9-]+["']?""")


def remove_links(text: EditableText, body: Body, old: Move) -> None:
    """Take every link to the file ``old.source`` out of a body; its words stay.

    Lines such as ``[1]: name.md``, and shown checklists, stay as they are.
    """
    for link in body.text.links:
        if _leads_to(link.href, body.source, old):
            _remove(text, text.offset(link.line, link.column), link.href)


def remove_yaml_links(text: EditableText, tree: YamlTree, source: str, old: Move) -> None:
    """Take every link to ``old.source`` out of the texts in YAML, and it out of ``checklists``."""
    for found in _ADDRESS.finditer(text.text, 0, _end_of(text, tree)):
        if _leads_to(found[1], source, old):
            _remove(text, found.start(1), found[1])
    listed = tree.data.get("checklists") if isinstance(tree.data, dict) else None
    if old.kind == "checklist" and isinstance(listed, list) and old.old in listed:
        _remove_entry(text, tree, listed.index(old.old))


def _end_of(text: EditableText, tree: YamlTree) -> int:
    """Return where the YAML of a file ends: behind all of it, or its front matter."""
    if not tree.path.endswith(".md"):
        return len(text.text)
    end = _FENCE.search(text.text, text.end_of(1))
    return end.start() if end else 0


def _leads_to(href: str, source: str, old: Move) -> bool:
    target = target_of(href, source)
    sheets = f"{old.kind}s/{old.old}/"
    return bool(target) and (target == old.source or f"{target}/".startswith(sheets))


def _remove(text: EditableText, start: int, href: str) -> None:
    """Delete the brackets and the address of the link whose ``href`` stands at ``start``."""
    tag = _TAG.search(text.text, 0, start)
    closing = _CLOSING.search(text.text, start)
    if tag and closing:
        text.replace(tag.start(), text.text[tag.start() : closing.start(1)], "")
        text.replace(closing.start(2), closing[2], "")
        return
    before = text.text[:start].rstrip("<").rstrip(" ")
    end = _END.match(text.text, start + len(href))
    if not before.endswith("](") or not end or not text.text.startswith(href, start):
        return
    depth, at = 0, len(before) - 2
    while at >= 0:
        sign = text.text[at]
        if text.text[at - 1 : at] != "\\":
            depth += (sign == "]") - (sign == "[")
        if depth == 0:
            break
        at -= 1
    if at < 0 or text.text[at - 1 : at] == "!":
        return
    text.replace(at, "[", "")
    close = len(before) - 2
    text.replace(close, text.text[close : end.end()], "")


def _remove_entry(text: EditableText, tree: YamlTree, index: int) -> None:
    """Delete the entry ``index`` of ``checklists``, with its comma or its line."""
    line, column = tree.place(("checklists", index))
    start, end = text.offset(line, 1), text.end_of(line)
    typed, at = text.text[start:end], column - 1
    if typed.lstrip().startswith("- "):
        if len(tree.data["checklists"]) > 1:
            text.replace(start, typed, "")
        return
    before, name = typed[:at], _NAME.match(typed, at)
    if not name:
        return
    after = typed[name.end() :]
    if index:
        before = before.rstrip().removesuffix(",")
    text.replace(start, typed, before + (after if index else after.lstrip(", ")))
