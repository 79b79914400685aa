"""The prose of each file, for the checks of prose."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ...markdown.text_blocks import TextBlock
from ...reading.entries import Body
from ...reading.file_names import EASY_READ
from ...reading.yaml.yaml_tree import YamlTree
from ..content_loader import LoadedContent
from ..prose.reading_age import EASY_READING_AGE, MAX_READING_AGE
from ..prose.sentences import EASY_WORDS, MAX_WORDS
from ..prose.yaml_text_blocks import yaml_text_blocks


@dataclass(frozen=True)
class FileProse:
    """The prose of one file, extracted on first access; problems call the file ``path``."""

    path: str
    tree: YamlTree | None
    body: Body | None
    max_reading_age: int | None
    """The limit of its reading age; None where there is none, as for pages."""
    max_words: int
    """The limit of words in a sentence."""
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
    easy = f"{loaded.prefix}{EASY_READ}/"
    entries = (*loaded.entries.publications, *loaded.entries.easy_reads)
    drafts = {entry.tree.path for entry in entries if entry.model.draft}
    for path in sorted({*bodies, *trees}):
        max_age, max_words = (MAX_READING_AGE if path.startswith(measured) else None), MAX_WORDS
        if path.startswith(easy):
            max_age, max_words = EASY_READING_AGE, EASY_WORDS
        yield FileProse(path, trees.get(path), bodies.get(path), max_age, max_words, path in drafts)
