"""From the folder ``docs/`` to a library, with every problem found on the way."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..problems import ContentError, Problem
from .addresses import Addresses
from .article import Article, ArticleFrontMatter
from .body import find_mentions
from .body_limits import limit_problems
from .checklist import Checklist, ChecklistFile
from .cross_checks import cross_check
from .entries import Body, Entries, Entry
from .file_names import SHELVES, TAKEN, name_problem, place_problem
from .front_matter import split_front_matter
from .headings import Headings
from .library import Library, Titled
from .portable_names import name_problems
from .published_files import check_published_file
from .raw_html import raw_html_problems
from .reading import read_text
from .sources import find_sources
from .standard_page import StandardPage, StandardPageFrontMatter
from .topic import TopicsFile
from .validation import validate
from .yaml_tree import YamlTree, parse_yaml

PAGE_SUFFIXES = (".md", ".markdown", ".yml", ".yaml")
HOME = "index.md"


@dataclass(frozen=True)
class Loaded:
    """The library of what is valid, its addresses, and every problem in ``docs/``."""

    library: Library
    addresses: Addresses
    problems: tuple[Problem, ...]
    entries: Entries
    """Everything that was read, drafts and files with problems too."""
    files: tuple[str, ...]
    """Paths inside ``docs/`` of what is published as it is: pictures, documents."""
    docs: Path
    prefix: str
    """What problems put in front of a path inside ``docs/``."""


def load(
    docs: Path,
    today: date,
    *,
    root: Path,
    preview: bool = False,
    extensions: Any = None,
    raw_html: bool = False,
) -> Loaded:
    """Load and cross-check all of ``docs``; problems name files from the folder ``root`` on.

    ``preview`` keeps drafts and articles whose day has not come; a published site leaves them
    out. ``extensions`` are those of Markdown, as they stand in the settings: which ids a heading
    has depends on them. ``raw_html`` allows HTML that runs programs. Problems never raise here:
    whoever asked decides what they stop.
    """
    shelf = _Shelf(docs, root, raw_html)
    shelf.read_all()
    addresses = shelf.addresses()
    shelf.problems += cross_check(
        shelf.entries, addresses, Headings(shelf.entries.bodies, extensions), today
    )
    return Loaded(
        shelf.library(today, preview),
        addresses,
        tuple(shelf.problems),
        shelf.entries,
        tuple(shelf.files),
        docs,
        shelf.prefix,
    )


class _Shelf:
    """What has been read so far."""

    def __init__(self, docs: Path, root: Path, raw_html: bool) -> None:
        self.docs = docs
        self.root = root
        self.raw_html = raw_html
        self.prefix = f"{Path(os.path.relpath(docs, root)).as_posix()}/"
        self.problems: list[Problem] = []
        self.entries = Entries()
        self.files: list[str] = []
        self.programs: dict[str, list[Problem]] = {}
        """What each page's HTML may not hold."""

    def read_all(self) -> None:
        sources, problems = find_sources(self.docs, self.prefix, self.root)
        self.problems += problems
        self.problems += name_problems(sources, self.prefix)
        for source in sources:
            try:
                self._read(source)
            except ContentError as error:
                self.problems += error.problems
                self.entries.broken.add(source)
        for source in (HOME, "topics.yml"):
            if not (self.docs / source).is_file():
                what = "The site needs this file, and it is not there."
                fix = "Bring it back from an earlier version."
                self.problems.append(Problem(self.prefix + source, 1, 1, what, fix))

    def _read(self, source: str) -> None:
        folder, _, name = source.rpartition("/")
        stem, dot, suffix = name.rpartition(".")
        if folder not in SHELVES and not (dot + suffix).lower().endswith(PAGE_SUFFIXES):
            check_published_file(self.docs, source, self.prefix, raw_html=self.raw_html)
            self.files.append(source)
        elif source == "topics.yml":
            self._read_topics(source)
        elif folder == "" and suffix == "md":
            self._check_name(source, stem, suffix, taken=TAKEN)
            self.entries.pages.append(self._read_page(source))
        elif folder == "articles" and suffix == "md":
            self._check_name(source, stem, suffix, taken=("index",))
            self.entries.articles.append(self._read_article(source, stem))
        elif folder == "checklists" and suffix == "yml":
            self._check_name(source, stem, suffix, taken=("index",))
            self.entries.checklists.append(self._read_checklist(source, stem))
        else:
            raise ContentError([place_problem(self.prefix + source, folder, stem, suffix)])

    def _read_topics(self, source: str) -> None:
        tree = self._tree(source)
        for index, topic in enumerate(validate(TopicsFile, tree).root):
            self.entries.topics.append(Entry(topic, tree, (index,)))

    def _read_page(self, source: str) -> Entry[StandardPage]:
        tree, body = self._front_matter(source)
        front = validate(StandardPageFrontMatter, tree)
        self._refuse_programs(source)
        return Entry(StandardPage(**dict(front), source=source, **body), tree)

    def _read_article(self, source: str, slug: str) -> Entry[Article]:
        tree, body = self._front_matter(source)
        self.entries.trees.append(tree)
        front = validate(ArticleFrontMatter, tree)
        self._refuse_programs(source)
        return Entry(Article(**dict(front), slug=slug, source=source, **body), tree)

    def _read_checklist(self, source: str, slug: str) -> Entry[Checklist]:
        tree = self._tree(source)
        self.entries.trees.append(tree)
        definition = validate(ChecklistFile, tree)
        return Entry(Checklist(**dict(definition), slug=slug, source=source), tree)

    def _front_matter(self, source: str) -> tuple[YamlTree, dict[str, Any]]:
        path = self.prefix + source
        parts = split_front_matter(read_text(self.docs / source, path), path)
        too_much = list(limit_problems(parts.body, path, parts.body_line))
        if too_much:
            raise ContentError(too_much)
        mentions = find_mentions(parts.body, parts.body_line)
        self.entries.bodies.append(Body(source, path, mentions, parts.body, parts.body_line))
        if not self.raw_html:
            links = [mention.value for mention in mentions.links]
            self.programs[source] = raw_html_problems(parts.body, path, parts.body_line, links)
            self.problems += self.programs[source]
        tree = parse_yaml(parts.yaml, path, first_line=2)
        return tree, {"body": parts.body, "mentions": mentions}

    def _refuse_programs(self, source: str) -> None:
        """Keep a page with forbidden HTML out of the library, so that no preview runs it."""
        if self.programs.get(source):
            raise ContentError(self.programs[source])

    def _tree(self, source: str) -> YamlTree:
        path = self.prefix + source
        return parse_yaml(read_text(self.docs / source, path), path)

    def _check_name(self, source: str, stem: str, suffix: str, taken: tuple[str, ...]) -> None:
        """Report a name that cannot be a web address, and go on reading the file."""
        problem = name_problem(self.prefix + source, stem, suffix, taken)
        self.problems += [problem] if problem else []

    def addresses(self) -> Addresses:
        entries = self.entries
        known = {
            **{e.model.source: e.model.address for e in entries.topics},
            **{e.model.source: e.model.address for e in entries.articles},
            **{e.model.source: e.model.address for e in entries.checklists},
            **{e.model.source: e.model.address for e in entries.pages},
        }
        made = [e.model.workbook_address for e in entries.topics]
        for entry in entries.checklists:
            made += () if entry.model.withdrawn else entry.model.downloads
        return Addresses(known, [*self.files, *made])

    def library(self, today: date, preview: bool) -> Library:
        entries = self.entries
        shown = {"published", "draft", "scheduled"} if preview else {"published"}
        both: list[Titled] = [
            *(e.model for e in entries.articles),
            *(e.model for e in entries.checklists),
        ]
        return Library.of(
            today,
            (e.model for e in entries.topics),
            (e.model for e in entries.articles if e.model.state(today) in shown),
            (e.model for e in entries.checklists if e.model.state(today) in shown),
            (e.model for e in entries.pages),
            withdrawn=(model for model in both if model.state(today) == "withdrawn"),
        )
