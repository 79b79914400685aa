"""Which words stand in which file, for the checks of words and the reading age."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..content.entries import Entries
from ..content.loading import Loaded
from ..content.yaml_tree import YamlTree
from ..words.passages import Passage, markdown_passages, yaml_passages


@dataclass(frozen=True)
class FileWords:
    """What readers read of one file; ``path`` is how problems name it."""

    path: str
    facts: tuple[Passage, ...]
    """What stands in YAML: a whole checklist, or the front matter above a body."""
    body: tuple[Passage, ...]
    has_reading_age: bool
    """Whether the limit of the reading age holds: for articles and checklists."""

    @property
    def all(self) -> tuple[Passage, ...]:
        """Return everything readers read."""
        return self.facts + self.body

    @property
    def measured(self) -> tuple[Passage, ...]:
        """Return what the reading age is measured of: an article's body, a whole checklist."""
        return self.body or self.facts


def file_words(loaded: Loaded) -> Iterator[FileWords]:
    """Yield the words of every file of ``loaded`` that could be parsed."""
    bodies = {body.path: body for body in loaded.entries.bodies}
    trees = {tree.path: tree for tree in _trees(loaded.entries)}
    shelves = tuple(f"{loaded.prefix}{kind}/" for kind in ("articles", "checklists"))
    for path in sorted({*bodies, *trees}):
        tree, body = trees.get(path), bodies.get(path)
        yield FileWords(
            path,
            tuple(yaml_passages(tree)) if tree else (),
            _body(body.markdown, body.first_line) if body else (),
            path.startswith(shelves),
        )


@lru_cache(maxsize=4096)
def _body(markdown: str, first_line: int) -> tuple[Passage, ...]:
    """Return the passages of a body; a preview asks again after every save of any file."""
    return tuple(markdown_passages(markdown, first_line))


def _trees(entries: Entries) -> Iterator[YamlTree]:
    yield from entries.trees.values()
    yield from (page.tree for page in entries.pages)
    yield from (topic.tree for topic in entries.topics[:1])  # all stand in one file
