"""The prose of each file, for the checks of prose."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ...markdown.text_blocks import TextBlock
from ...reading.entries import Body
from ...reading.yaml.yaml_tree import YamlTree
from ..content_loader import LoadedContent
from ..prose.yaml_text_blocks import yaml_text_blocks


@dataclass(frozen=True)
class FileProse:
    """The prose of one file, extracted on first access; problems call the file ``path``."""

    path: str
    tree: YamlTree | None
    body: Body | None
    has_reading_age: bool
    """Whether the limit of the reading age applies: to articles and checklists."""
    is_draft: bool

    @cached_property
    def text_blocks(self) -> tuple[TextBlock, ...]:
        """All prose: of the YAML, and of the body below it."""
        yaml_prose = tuple(yaml_text_blocks(self.tree)) if self.tree else ()
        return yaml_prose + (self.body.text.text_blocks if self.body else ())

    @property
    def measured(self) -> tuple[TextBlock, ...]:
        """Return the prose to measure the reading age of: an article's body, a whole checklist."""
        return (self.body.text.text_blocks if self.body else ()) or self.text_blocks


def prose_by_file(loaded: LoadedContent) -> Iterator[FileProse]:
    """Yield the prose of every file that could be parsed."""
    bodies = {body.path: body for body in loaded.entries.bodies}
    trees = {tree.path: tree for tree in loaded.entries.all_trees}
    measured = tuple(f"{loaded.prefix}{kind}/" for kind in ("articles", "checklists"))
    drafts = {entry.tree.path for entry in loaded.entries.publications if entry.model.draft}
    for path in sorted({*bodies, *trees}):
        tree, body = trees.get(path), bodies.get(path)
        yield FileProse(path, tree, body, path.startswith(measured), path in drafts)
