"""One file of ``docs/`` as what it holds, with every problem that it has by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, TypeAdapter

from ..content.article import Article, ArticleFrontMatter
from ..content.checklist import Checklist, ChecklistFile
from ..content.standard_page import StandardPage, StandardPageFrontMatter
from ..content.topic import TopicsFile
from ..incremental.manifest import Manifest
from ..incremental.parallel_map import parallel_map
from ..markdown.document import Document
from ..markdown.reader import read_markdown
from ..problems import ContentError, Problem
from .entries import Body, Entries, Entry
from .file_names import SOURCE_FOLDERS, TAKEN, is_misnamed_page, name_problem, place_problem
from .front_matter import split_front_matter
from .text_file import MOST_KILOBYTES, read_shown_text
from .validation import keys_in, validate
from .yaml.yaml_tree import YamlTree, parse_yaml

MIN_PER_PROCESS = 150
"""Files for each process; a copy of this one starts in the time of a few."""

PAGE_SUFFIXES = (".md", ".markdown", ".yml", ".yaml")


@dataclass
class FileContent:
    """What one file holds; ``is_published`` tells that it is published as it is."""

    entries: Entries = field(default_factory=Entries)
    problems: list[Problem] = field(default_factory=list)
    is_published: bool = False
    digest: str = ""
    """Of what stands in the file; empty for one that is published as it is."""


@dataclass(frozen=True)
class ParsedFile:
    """The YAML and the Markdown of one file, before any model looks at them."""

    tree: YamlTree | None = None
    """Nothing where it is no YAML."""
    text: Document | None = None
    problems: tuple[Problem, ...] = ()


_PARSED = TypeAdapter(ParsedFile)


@dataclass(frozen=True)
class _Kind:
    """A kind of source: the ``model`` of its YAML, and whether Markdown stands below that."""

    model: type[BaseModel]
    has_text: bool
    taken: tuple[str, ...] = ()
    """Names that the site uses itself."""


_TOPICS = _Kind(TopicsFile, has_text=False)
_PAGE = _Kind(StandardPageFrontMatter, has_text=True, taken=TAKEN)
_ARTICLE = _Kind(ArticleFrontMatter, has_text=True, taken=("index",))
_CHECKLIST = _Kind(ChecklistFile, has_text=False, taken=("index",))
_KINDS = {("", "md"): _PAGE, ("articles", "md"): _ARTICLE, ("checklists", "yml"): _CHECKLIST}
"""By folder and the end of the name."""


class SourceReader:
    """Reads the files of the folder ``docs``; a file without problems is parsed once.

    ``prefix`` is what problems put in front of a path inside ``docs``; ``manifest`` remembers what
    was parsed.
    """

    def __init__(self, docs: Path, prefix: str, manifest: Manifest | None) -> None:
        self._docs = docs
        self._prefix = prefix
        self._manifest = manifest

    def read(self, sources: Sequence[str]) -> list[FileContent]:
        """Return what each of these files, paths inside ``docs``, holds, in order.

        Raises nothing of what is wrong with a file: that is among its problems.
        """
        kinds = {source: kind for source in sources if (kind := _kind_of(source))}
        digests = {source: self._digest(source) for source in kinds}
        parsed = {source: self._remembered(source, digests[source]) for source in kinds}
        missing = [source for source, known in parsed.items() if known is None]
        found = parallel_map(
            lambda source: self._parse(source, kinds[source]),
            missing,
            min_per_process=MIN_PER_PROCESS,
        )
        for source, now in zip(missing, found, strict=True):
            parsed[source] = now
            if self._manifest and digests[source] and not now.problems:
                self._manifest.put(self._name(source), digests[source], now, _PARSED)
        return [
            self._content(source, kinds.get(source), parsed.get(source), digests.get(source, ""))
            for source in sources
        ]

    def _name(self, source: str) -> str:
        return f"file {self._prefix}{source}"

    def _remembered(self, source: str, digest: str) -> ParsedFile | None:
        if not self._manifest or not digest:
            return None
        return self._manifest.get(self._name(source), digest, _PARSED)

    def _digest(self, source: str) -> str:
        """Return a digest of a file; nothing for one that is too large or cannot be read."""
        try:
            with open(f"{self._docs}/{source}", "rb") as opened:  # noqa: PTH123 - many files
                raw = opened.read(MOST_KILOBYTES * 1024 + 1)
        except OSError:
            return ""
        return sha256(raw).hexdigest() if len(raw) <= MOST_KILOBYTES * 1024 else ""

    def _parse(self, source: str, kind: _Kind) -> ParsedFile:
        """Parse one file; its problems are all that its YAML and its Markdown have."""
        path = self._prefix + source
        text: Document | None = None
        problems: tuple[Problem, ...] = ()
        first_line = 1
        try:
            typed, unshown = read_shown_text(self._docs / source, path)
            problems += tuple(unshown)
            if kind.has_text:
                parts = split_front_matter(typed, path)
                typed, first_line = parts.yaml, 2
                text = read_markdown(parts.body, path, parts.body_line)
                problems += text.problems
            tree = parse_yaml(typed, path, first_line=first_line, keys=keys_in(kind.model))
        except ContentError as error:
            if problems and kind.has_text and text is None:
                # A character that cannot be shown, in a line "---", is all that is wrong with it.
                return ParsedFile(problems=problems)
            return ParsedFile(None, text, (*problems, *error.problems))
        return ParsedFile(tree, text, problems)

    def _content(
        self, source: str, kind: _Kind | None, parsed: ParsedFile | None, digest: str
    ) -> FileContent:
        content = FileContent(digest=digest)
        if kind is None or parsed is None:
            if _is_source(source):
                content.problems.append(
                    place_problem(self._docs / source, source, self._prefix + source)
                )
                content.entries.broken.add(source)
            content.is_published = not content.problems
            return content
        content.problems += parsed.problems
        stem, _, suffix = source.rpartition("/")[2].rpartition(".")
        wrong_name = name_problem(self._prefix + source, stem, suffix, kind.taken)
        content.problems += [wrong_name] if wrong_name and kind is not _TOPICS else []
        if parsed.text:
            content.entries.bodies.append(Body(source, self._prefix + source, parsed.text))
        try:
            is_valid = _add_models(content.entries, source, kind, parsed)
        except ContentError as error:
            content.problems += error.problems
            is_valid = False
        if not is_valid:
            content.entries.broken.add(source)
        return content


def _add_models(entries: Entries, source: str, kind: _Kind, parsed: ParsedFile) -> bool:
    """Add to ``entries`` what the file is; raises ``ContentError`` where its YAML is not valid.

    Returns false where it is nothing that can be shown: a text with problems is not, even in a
    preview.
    """
    tree, text = parsed.tree, parsed.text
    if tree is None:
        return False
    slug = source.rpartition("/")[2].rpartition(".")[0]
    if kind in (_ARTICLE, _CHECKLIST):
        entries.trees[source] = tree
    values = validate(kind.model, tree)
    if parsed.problems:
        return False
    if isinstance(values, TopicsFile):
        entries.topics += [Entry(topic, tree, (index,)) for index, topic in enumerate(values.root)]
    elif isinstance(values, ChecklistFile):
        entries.checklists.append(Entry(Checklist(**dict(values), slug=slug, source=source), tree))
    elif isinstance(values, ArticleFrontMatter) and text:
        article = Article(**dict(values), slug=slug, source=source, text=text)
        entries.articles.append(Entry(article, tree))
    elif isinstance(values, StandardPageFrontMatter) and text:
        page = StandardPage(**dict(values), source=source, text=text)
        entries.pages.append(Entry(page, tree))
    return True


def _kind_of(source: str) -> _Kind | None:
    """Return which kind of source a file is; nothing for one that is published as it is."""
    folder, _, name = source.rpartition("/")
    if source == "topics.yml":
        return _TOPICS
    return _KINDS.get((folder, name.rpartition(".")[2])) if "." in name else None


def _is_source(source: str) -> bool:
    """Tell whether a file looks like a page or a checklist, wherever it stands."""
    folder, _, name = source.rpartition("/")
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    return folder in SOURCE_FOLDERS or ending in PAGE_SUFFIXES or is_misnamed_page(source)
