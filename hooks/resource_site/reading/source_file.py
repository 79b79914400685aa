"""One file of ``docs/`` as what it holds, with every problem that it has by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel

from ..content.article import Article, ArticleFrontMatter
from ..content.checklist import Checklist, ChecklistFile
from ..content.standard_page import StandardPage, StandardPageFrontMatter
from ..content.topic import TopicsFile
from ..incremental.manifest import Ledger
from ..incremental.parallel_map import spread
from ..markdown.document import Document
from ..markdown.reader import read_markdown
from ..problems import ContentError, Problem
from .entries import Body, Entries, Entry
from .file_names import SHELVES, TAKEN, is_misnamed_page, name_problem, place_problem
from .front_matter import split_front_matter
from .text_file import MOST_KILOBYTES, read_text
from .validation import keys_in, validate
from .yaml.yaml_tree import YamlTree, parse_yaml

WORTH_A_PROCESS = 150
"""Files for each process; a copy of this one starts in the time of a few."""

PAGE_SUFFIXES = (".md", ".markdown", ".yml", ".yaml")


@dataclass
class Read:
    """What one file holds; ``files`` has its path where it is published as it is."""

    entries: Entries = field(default_factory=Entries)
    files: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    digest: str = ""
    """Of what stands in the file; empty for one that is published as it is."""


class Reader:
    """Reads the files of the folder ``docs``; what has no problem is kept in a ledger.

    ``prefix`` is what problems put in front of a path inside ``docs``.
    """

    def __init__(self, docs: Path, prefix: str, kept: Ledger | None) -> None:
        self._docs = docs
        self._prefix = prefix
        self._kept = kept

    def read(self, sources: Sequence[str]) -> list[Read]:
        """Return what each of these files, paths inside ``docs``, holds, in order.

        Raises nothing of what is wrong with a file: that is among its problems.
        """
        digests = [self._digest(source) for source in sources]
        keys = [
            f"{self._prefix}\0{source}\0{digest}"
            for source, digest in zip(sources, digests, strict=True)
        ]
        reads: list[Read | None] = [
            self._kept.get(key) if self._kept and digest else None
            for key, digest in zip(keys, digests, strict=True)
        ]
        missing = [index for index, read in enumerate(reads) if read is None]
        found = spread(lambda index: self._one(sources[index]), missing, worth=WORTH_A_PROCESS)
        for index, read in zip(missing, found, strict=True):
            read.digest = digests[index]
            reads[index] = read
            if self._kept and read.digest and not read.problems:
                self._kept.put(keys[index], read)
        return [read for read in reads if read]

    def _one(self, source: str) -> Read:
        found = _OneFile(self._docs, self._prefix, source)
        try:
            found.read_all()
        except ContentError as error:
            found.read.problems += error.problems
            found.read.entries.broken.add(source)
        return found.read

    def _digest(self, source: str) -> str:
        """Return a digest of a page's or checklist's file; nothing for one that is too large."""
        if not source.lower().endswith(PAGE_SUFFIXES):
            return ""
        try:
            with open(f"{self._docs}/{source}", "rb") as opened:  # noqa: PTH123 - many files
                raw = opened.read(MOST_KILOBYTES * 1024 + 1)
        except OSError:
            return ""
        return sha256(raw).hexdigest() if len(raw) <= MOST_KILOBYTES * 1024 else ""


class _OneFile:
    def __init__(self, docs: Path, prefix: str, source: str) -> None:
        self.docs = docs
        self.source = source
        self.path = prefix + source
        self.read = Read()

    def read_all(self) -> None:
        folder, _, name = self.source.rpartition("/")
        stem, dot, suffix = name.rpartition(".")
        is_source = folder in SHELVES or (dot + suffix).lower().endswith(PAGE_SUFFIXES)
        if not is_source and not is_misnamed_page(self.source):
            self.read.files.append(self.source)
        elif self.source == "topics.yml":
            self._read_topics()
        elif folder == "" and suffix == "md":
            self._check_name(stem, suffix, taken=TAKEN)
            self.read.entries.pages.append(self._read_page())
        elif folder == "articles" and suffix == "md":
            self._check_name(stem, suffix, taken=("index",))
            self.read.entries.articles.append(self._read_article(stem))
        elif folder == "checklists" and suffix == "yml":
            self._check_name(stem, suffix, taken=("index",))
            self.read.entries.checklists.append(self._read_checklist(stem))
        else:
            raise ContentError([place_problem(self.docs / self.source, self.source, self.path)])

    def _read_topics(self) -> None:
        tree = self._tree(TopicsFile)
        for index, topic in enumerate(validate(TopicsFile, tree).root):
            self.read.entries.topics.append(Entry(topic, tree, (index,)))

    def _read_page(self) -> Entry[StandardPage]:
        tree, text = self._front_matter(StandardPageFrontMatter)
        front = validate(StandardPageFrontMatter, tree)
        _refuse(text)
        return Entry(StandardPage(**dict(front), source=self.source, text=text), tree)

    def _read_article(self, slug: str) -> Entry[Article]:
        tree, text = self._front_matter(ArticleFrontMatter)
        self.read.entries.trees[self.source] = tree
        front = validate(ArticleFrontMatter, tree)
        _refuse(text)
        article = Article(**dict(front), slug=slug, source=self.source, text=text)
        _ = article.minutes  # counted here once, and kept with the rest
        return Entry(article, tree)

    def _read_checklist(self, slug: str) -> Entry[Checklist]:
        tree = self._tree(ChecklistFile)
        self.read.entries.trees[self.source] = tree
        definition = validate(ChecklistFile, tree)
        return Entry(Checklist(**dict(definition), slug=slug, source=self.source), tree)

    def _front_matter(self, model: type[BaseModel]) -> tuple[YamlTree, Document]:
        parts = split_front_matter(read_text(self.docs / self.source, self.path), self.path)
        text = read_markdown(parts.body, self.path, parts.body_line)
        self.read.entries.bodies.append(Body(self.source, self.path, text))
        self.read.problems += text.problems
        return parse_yaml(parts.yaml, self.path, first_line=2, keys=keys_in(model)), text

    def _tree(self, model: type[BaseModel]) -> YamlTree:
        text = read_text(self.docs / self.source, self.path)
        return parse_yaml(text, self.path, keys=keys_in(model))

    def _check_name(self, stem: str, suffix: str, taken: tuple[str, ...]) -> None:
        """Report a name that cannot be a web address, and go on reading the file."""
        problem = name_problem(self.path, stem, suffix, taken)
        self.read.problems += [problem] if problem else []


def _refuse(text: Document) -> None:
    """Raise ``ContentError`` for a text with problems, so that not even a preview shows it."""
    if text.problems:
        raise ContentError(text.problems)
