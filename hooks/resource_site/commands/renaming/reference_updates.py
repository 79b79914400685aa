"""Updates the references to a renamed file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...checks.prose.yaml_text_blocks import prose
from ...markdown.inline import link_targets_in
from ...markdown.links import target_of
from ...problems import Location
from ...reading.entries import Body
from ...reading.file_names import EASY_READ
from ...reading.yaml.yaml_tree import YamlTree
from .editable_text import EditableText


@dataclass(frozen=True)
class Move:
    """A file's old and new name. ``kind`` is ``article`` or ``checklist``.

    ``same_page`` is False where the new name is of another page, without the old one's headings.
    """

    kind: str
    old: str
    new: str
    suffix: str
    same_page: bool = True

    @property
    def source(self) -> str:
        """Return the old path inside ``docs/``."""
        return f"{self.kind}s/{self.old}.{self.suffix}"

    @property
    def new_source(self) -> str:
        """Return the new path inside ``docs/``."""
        return f"{self.kind}s/{self.new}.{self.suffix}"

    @property
    def files(self) -> dict[str, str]:
        """Return the old and the new paths of the file, and of an article's Easy Read."""
        easy_read = {f"{EASY_READ}/{self.old}.md": f"{EASY_READ}/{self.new}.md"}
        return {self.source: self.new_source} | (easy_read if self.kind == "article" else {})

    def new_link(self, href: str, source: str) -> str | None:
        """Return the new ``href`` of a link in the file ``source``, or None for other targets."""
        target = target_of(href, source)
        if target in self.files:
            old, new = f"{self.old}.{self.suffix}", f"{self.new}.{self.suffix}"
        elif target and target.startswith(f"{self.kind}s/{self.old}/"):  # its PDF
            old, new = f"{self.old}/", f"{self.new}/"
        else:
            return None
        path, *tail = re.split("(?=[?#])", href, maxsplit=1)
        before, found, after = path.rpartition(old)
        place = "".join(tail) if self.same_page else ""
        return f"{before}{new}{after}{place}" if found else None


def update_body(text: EditableText, body: Body, move: Move) -> Iterator[tuple[int, str]]:
    """Update the links and embedded checklists of a Markdown body.

    Yields the line and the text of each reference that was not found in the source.
    """
    for link in body.text.links:
        new = move.new_link(link.href, body.source)
        if new is None:
            continue
        if not text.replace(text.offset(link.line, link.column), link.href, new):
            yield link.line, link.href
    if move.kind == "checklist":
        for shown in body.text.checklists:
            if shown.slug == move.old:
                start = text.offset(shown.line, shown.column)
                if not text.replace(start, move.old, move.new):
                    yield shown.line, shown.slug


def update_yaml(
    text: EditableText, tree: YamlTree, source: str, move: Move
) -> Iterator[tuple[int, str]]:
    """Update the links in YAML text, and the keys that name an article or a checklist.

    Yields the line and the text of each reference that was not found in the source.
    """
    for location, value in prose(tree):
        start = text.offset(*tree.place(location))
        for href in link_targets_in(value):
            found = text.find(rf"(?<=[(<]){re.escape(href)}", start)
            new = move.new_link(href, source)
            if new is not None and not text.replace(found, href, new):
                yield tree.place(location)[0], href
            start = max(start, found + 1)
    for location in _slug_references(tree, move):
        if not _update_value(text, tree, location, move.old, move.new):
            yield tree.place(location)[0], move.old


def update_navigation(text: EditableText, tree: YamlTree, move: Move) -> Iterator[tuple[int, str]]:
    """Update the navigation in the settings; yields what ``update_yaml`` does."""
    for location, value in tree.texts(("nav",)):
        is_moved = value == move.source
        if is_moved and not _update_value(text, tree, location, value, move.new_source):
            yield tree.place(location)[0], value


def _slug_references(tree: YamlTree, move: Move) -> Iterator[Location]:
    """Yield the location of each value that is the old slug: ``checklists`` and ``start_here``."""
    data = tree.data if isinstance(tree.data, dict) else {}
    listed = data.get("checklists")
    if move.kind == "checklist" and isinstance(listed, list):
        yield from (("checklists", i) for i, slug in enumerate(listed) if slug == move.old)
    start = data.get("start_here")
    if isinstance(start, dict) and start.get(move.kind) == move.old:
        yield "start_here", move.kind


def _update_value(
    text: EditableText, tree: YamlTree, location: Location, old: str, new: str
) -> bool:
    """Replace a scalar, plain or quoted; return whether it was found."""
    start = text.offset(*tree.place(location))
    return text.replace(start, old, new) or text.replace(start + 1, old, new)
