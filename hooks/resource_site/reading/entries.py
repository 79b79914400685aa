"""What was read, each next to the file it came from, until everything is checked together."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel

from ..content.article import Article
from ..content.checklist import Checklist
from ..content.standard_page import StandardPage
from ..content.topic import Topic
from ..markdown.document import Document
from ..problems import Location, Problem, Severity
from .yaml.yaml_tree import YamlTree

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Entry(Generic[Model]):
    """A valid model, and where its words stand (``at`` inside ``tree``)."""

    model: Model
    tree: YamlTree
    at: Location = ()

    def problem(
        self, location: Location, what: str, fix: str, severity: Severity = "error"
    ) -> Problem:
        """Return a problem at the value found at ``location`` inside this entry."""
        return self.tree.problem((*self.at, *location), what, fix, severity)


@dataclass(frozen=True)
class Body:
    """The text of a page; kept even where the front matter above it has problems.

    ``source`` is the path inside ``docs/``, ``path`` how problems name the file.
    """

    source: str
    path: str
    text: Document


@dataclass
class Entries:
    """Everything read from ``docs/``."""

    topics: list[Entry[Topic]] = field(default_factory=list)
    articles: list[Entry[Article]] = field(default_factory=list)
    checklists: list[Entry[Checklist]] = field(default_factory=list)
    pages: list[Entry[StandardPage]] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    trees: dict[str, YamlTree] = field(default_factory=dict)
    """What stands above articles and in checklists, valid or not, by the file inside ``docs/``."""
    broken: set[str] = field(default_factory=set)
    """Paths inside ``docs/`` of the files that could not be read into any of these."""

    def add(self, other: "Entries") -> None:
        """Add everything of ``other`` behind what is here."""
        self.topics += other.topics
        self.articles += other.articles
        self.checklists += other.checklists
        self.pages += other.pages
        self.bodies += other.bodies
        self.trees |= other.trees
        self.broken |= other.broken

    @property
    def all_trees(self) -> Iterator[YamlTree]:
        """Yield what stands above every page, in every checklist and in the list of topics."""
        yield from self.trees.values()
        yield from (page.tree for page in self.pages)
        yield from (topic.tree for topic in self.topics[:1])  # all stand in one file

    @property
    def publications(self) -> list[Entry[Article] | Entry[Checklist]]:
        """Return the articles and checklists."""
        return [*self.articles, *self.checklists]
