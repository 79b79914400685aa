"""Which words stand in which file, for the checks of words and the reading age."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ...markdown.text_blocks import TextBlock
from ...reading.entries import Body
from ...reading.yaml.yaml_tree import YamlTree
from ..content_loader import LoadedContent
from ..prose.yaml_text_blocks import yaml_text_blocks


@dataclass(frozen=True)
class FileWords:
    """What readers read of one file, read when it is asked for; problems name it ``path``."""

    path: str
    tree: YamlTree | None
    body: Body | None
    has_reading_age: bool
    """Whether the limit of the reading age holds: for articles and checklists."""
    is_draft: bool

    @cached_property
    def all(self) -> tuple[TextBlock, ...]:
        """Return everything readers read: what stands in YAML, and the body below it."""
        facts = tuple(yaml_text_blocks(self.tree)) if self.tree else ()
        return facts + (self.body.text.text_blocks if self.body else ())

    @property
    def measured(self) -> tuple[TextBlock, ...]:
        """Return what the reading age is measured of: an article's body, a whole checklist."""
        return (self.body.text.text_blocks if self.body else ()) or self.all


def file_words(loaded: LoadedContent) -> Iterator[FileWords]:
    """Yield the words of every file of ``loaded`` that could be parsed."""
    bodies = {body.path: body for body in loaded.entries.bodies}
    trees = {tree.path: tree for tree in loaded.entries.all_trees}
    shelves = tuple(f"{loaded.prefix}{kind}/" for kind in ("articles", "checklists"))
    drafts = {entry.tree.path for entry in loaded.entries.publications if entry.model.draft}
    for path in sorted({*bodies, *trees}):
        tree, body = trees.get(path), bodies.get(path)
        yield FileWords(path, tree, body, path.startswith(shelves), path in drafts)
