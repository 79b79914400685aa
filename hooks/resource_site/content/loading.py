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
from .checklist import Checklist, ChecklistFile
from .cross_checks import cross_check
from .entries import Body, Entries, Entry
from .fields import is_slug, slugify
from .front_matter import split_front_matter
from .library import Library
from .reading import read_text
from .sources import find_sources
from .standard_page import StandardPage, StandardPageFrontMatter
from .topic import TopicsFile
from .validation import validate
from .yaml_tree import YamlTree, parse_yaml

PAGE_SUFFIXES = (".md", ".markdown", ".yml", ".yaml")
HOME = "index.md"
SHELVES = {"articles": "md", "checklists": "yml"}
"""Folders that hold nothing but what becomes a page, and what those files end in."""

TAKEN = ("articles", "checklists", "topics", "offline", "search", "404")
"""Addresses of pages the site makes by itself."""


@dataclass(frozen=True)
class Loaded:
    """The library of what is valid, its addresses, and every problem in ``docs/``."""

    library: Library
    addresses: Addresses
    problems: tuple[Problem, ...]


def load(docs: Path, today: date, *, root: Path, preview: bool = False) -> Loaded:
    """Load and cross-check all of ``docs``; problems name files from the folder ``root`` on.

    ``preview`` keeps drafts and articles whose day has not come; a published site leaves them
    out. Problems never raise here: whoever asked decides what they stop.
    """
    shelf = _Shelf(docs, f"{Path(os.path.relpath(docs, root)).as_posix()}/")
    shelf.read_all()
    addresses = shelf.addresses()
    shelf.problems += cross_check(shelf.entries, addresses, today)
    return Loaded(shelf.library(today, preview), addresses, tuple(shelf.problems))


class _Shelf:
    """What has been read so far."""

    def __init__(self, docs: Path, prefix: str) -> None:
        self.docs = docs
        self.prefix = prefix
        self.problems: list[Problem] = []
        self.entries = Entries()
        self.files: list[str] = []

    def read_all(self) -> None:
        sources, problems = find_sources(self.docs, self.prefix)
        self.problems += problems
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
            self._check_file(source)
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
            self._refuse_place(source, folder, stem, suffix)

    def _read_topics(self, source: str) -> None:
        tree = self._tree(source)
        for index, topic in enumerate(validate(TopicsFile, tree).root):
            self.entries.topics.append(Entry(topic, tree, (index,)))

    def _read_page(self, source: str) -> Entry[StandardPage]:
        tree, body = self._front_matter(source)
        front = validate(StandardPageFrontMatter, tree)
        return Entry(StandardPage(**dict(front), source=source, **body), tree)

    def _read_article(self, source: str, slug: str) -> Entry[Article]:
        tree, body = self._front_matter(source)
        self.entries.trees.append(tree)
        front = validate(ArticleFrontMatter, tree)
        return Entry(Article(**dict(front), slug=slug, source=source, **body), tree)

    def _read_checklist(self, source: str, slug: str) -> Entry[Checklist]:
        tree = self._tree(source)
        self.entries.trees.append(tree)
        definition = validate(ChecklistFile, tree)
        return Entry(Checklist(**dict(definition), slug=slug, source=source), tree)

    def _front_matter(self, source: str) -> tuple[YamlTree, dict[str, Any]]:
        path = self.prefix + source
        parts = split_front_matter(read_text(self.docs / source, path), path)
        mentions = find_mentions(parts.body, parts.body_line)
        self.entries.bodies.append(Body(source, path, mentions))
        tree = parse_yaml(parts.yaml, path, first_line=2)
        return tree, {"body": parts.body, "mentions": mentions}

    def _tree(self, source: str) -> YamlTree:
        path = self.prefix + source
        return parse_yaml(read_text(self.docs / source, path), path)

    def _check_name(self, source: str, stem: str, suffix: str, taken: tuple[str, ...]) -> None:
        """Report a name that cannot be a web address, and go on reading the file."""
        if is_slug(stem) and stem not in taken and len(stem) <= 80:
            return
        what = f'The file name "{stem}" cannot stand in a web address.'
        better = slugify(stem)[:80].strip("-")
        if stem in taken:
            what = f'The name "{stem}" is taken by a page that the site makes by itself.'
        if better in taken or not is_slug(better):
            better = "a-short-name"
        fix = (
            f'Rename the file with small letters, digits and hyphens, such as "{better}.{suffix}".'
        )
        self.problems.append(Problem(self.prefix + source, 1, 1, what, fix))

    def _check_file(self, source: str) -> None:
        """Refuse a picture or document that could not be copied to the site."""
        if os.access(self.docs / source, os.R_OK):
            return
        fix = "Put the file there again, or delete this one."
        what = "The file cannot be opened."
        raise ContentError([Problem(self.prefix + source, 1, 1, what, fix)])

    def _refuse_place(self, source: str, folder: str, stem: str, suffix: str) -> None:
        right = SHELVES.get(folder)
        if right:
            what = f'A file in "{folder}" ends in ".{right}", and this one ends in ".{suffix}".'
            fix = f'Rename it to "{stem}.{right}", or move it to the folder it belongs in.'
        else:
            what = "The site does not use pages or YAML files that stand here."
            fix = "Move it to articles/ (.md) or checklists/ (.yml), or delete it."
        raise ContentError([Problem(self.prefix + source, 1, 1, what, fix)])

    def addresses(self) -> Addresses:
        entries = self.entries
        known = {
            **{e.model.source: e.model.address for e in entries.topics},
            **{e.model.source: e.model.address for e in entries.articles},
            **{e.model.source: e.model.address for e in entries.checklists},
            **{e.model.source: e.model.address for e in entries.pages},
            **{e.model.worksheet_address: e.model.worksheet_address for e in entries.checklists},
        }
        return Addresses(known, self.files)

    def library(self, today: date, preview: bool) -> Library:
        entries = self.entries
        return Library.of(
            today,
            (e.model for e in entries.topics),
            (e.model for e in entries.articles if preview or e.model.state(today) == "published"),
            (e.model for e in entries.checklists if preview or e.model.state(today) == "published"),
            (e.model for e in entries.pages),
        )
