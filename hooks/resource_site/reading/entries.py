"""The result of reading ``docs/``: models and texts with their positions, before cross-checks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel

from ..content.article import Article
from ..content.checklist import Checklist
from ..content.forms import EasyRead
from ..content.standard_page import StandardPage
from ..content.topic import Topic
from ..markdown.document import Document
from ..problems import Location, Problem, Severity
from .yaml.yaml_tree import YamlTree

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Entry(Generic[Model]):
    """A valid model, with the YAML it was made from."""

    model: Model
    tree: YamlTree
    location: Location = ()
    """Where in ``tree`` the model's data is."""

    def problem(
        self, location: Location, what: str, fix: str, severity: Severity = "error"
    ) -> Problem:
        """Return a problem at ``location`` inside this entry."""
        return self.tree.problem((*self.location, *location), what, fix, severity)


@dataclass(frozen=True)
class Body:
    """The Markdown of a page, whether or not its front matter is valid."""

    source: str
    """Path inside ``docs/``."""
    path: str
    """Path for problems."""
    text: Document


@dataclass
class Entries:
    """Everything read from ``docs/``."""

    topics: list[Entry[Topic]] = field(default_factory=list)
    articles: list[Entry[Article]] = field(default_factory=list)
    checklists: list[Entry[Checklist]] = field(default_factory=list)
    easy_reads: list[Entry[EasyRead]] = field(default_factory=list)
    pages: list[Entry[StandardPage]] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    trees: dict[str, YamlTree] = field(default_factory=dict)
    """The YAML of articles, checklists and Easy Reads, valid or not, by path inside ``docs/``."""
    broken: set[str] = field(default_factory=set)
    """Paths inside ``docs/`` of the files without a valid model."""

    def add(self, other: "Entries") -> None:
        """Append all of ``other``."""
        self.topics += other.topics
        self.articles += other.articles
        self.checklists += other.checklists
        self.easy_reads += other.easy_reads
        self.pages += other.pages
        self.bodies += other.bodies
        self.trees |= other.trees
        self.broken |= other.broken

    @property
    def all_trees(self) -> Iterator[YamlTree]:
        """Yield the YAML of every file of content, and of ``topics.yml``."""
        yield from self.trees.values()
        yield from (page.tree for page in self.pages)
        yield from (topic.tree for topic in self.topics[:1])  # they share one file

    @property
    def publications(self) -> list[Entry[Article] | Entry[Checklist]]:
        """Return the articles and checklists."""
        return [*self.articles, *self.checklists]
