"""Which words stand in which file, for the checks of words and the reading age."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from ...markdown.text_blocks import TextBlock
from ...reading.entries import Body
from ...reading.yaml.yaml_tree import YamlTree
from ..content_loader import LoadedContent
from ..prose.yaml_text_blocks import yaml_passages


@dataclass(frozen=True)
class FileWords:
    """What readers read of one file; ``path`` is how problems name it."""

    path: str
    facts: tuple[TextBlock, ...]
    """What stands in YAML: a whole checklist, or the front matter above a body."""
    body: tuple[TextBlock, ...]
    has_reading_age: bool
    """Whether the limit of the reading age holds: for articles and checklists."""

    @property
    def all(self) -> tuple[TextBlock, ...]:
        """Return everything readers read."""
        return self.facts + self.body

    @property
    def measured(self) -> tuple[TextBlock, ...]:
        """Return what the reading age is measured of: an article's body, a whole checklist."""
        return self.body or self.facts


def file_words(loaded: LoadedContent) -> Iterator[FileWords]:
    """Yield the words of every file of ``loaded`` that could be parsed."""
    return (read() for _, read in words_to_read(loaded))


def words_to_read(loaded: LoadedContent) -> Iterator[tuple[str, Callable[[], FileWords]]]:
    """Yield the path of every file that could be parsed, and what reads its words."""
    bodies = {body.path: body for body in loaded.entries.bodies}
    trees = {tree.path: tree for tree in loaded.entries.all_trees}
    shelves = tuple(f"{loaded.prefix}{kind}/" for kind in ("articles", "checklists"))
    for path in sorted({*bodies, *trees}):
        yield path, partial(_read, path, trees.get(path), bodies.get(path), shelves)


def _read(
    path: str, tree: YamlTree | None, body: Body | None, shelves: tuple[str, ...]
) -> FileWords:
    return FileWords(
        path,
        tuple(yaml_passages(tree)) if tree else (),
        body.text.text_blocks if body else (),
        path.startswith(shelves),
    )
