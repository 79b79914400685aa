"""Reading one file of ``docs/`` into its model, with every problem of that file alone."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, TypeAdapter

from ..content.article import Article, ArticleFrontMatter
from ..content.checklist import Checklist, ChecklistFile
from ..content.forms import EasyRead, EasyReadFrontMatter
from ..content.standard_page import StandardPage, StandardPageFrontMatter
from ..content.topic import TopicsFile
from ..incremental.manifest import Manifest
from ..incremental.parallel_map import parallel_map
from ..markdown.document import Document
from ..markdown.lint.easy_read import lint_easy_read
from ..markdown.reader import read_markdown
from ..problems import ContentError, Problem
from .entries import Body, Entries, Entry
from .file_names import SOURCE_FOLDERS, TAKEN, folder_problem, is_misnamed_page, name_problem
from .front_matter import split_front_matter
from .text_file import MAX_KILOBYTES, read_replaced_text
from .validation import keys_in, validate
from .yaml.yaml_tree import YamlTree, parse_yaml

MIN_PER_PROCESS = 150
"""Files for each process; forking takes as long as reading a few."""

PAGE_SUFFIXES = (".md", ".markdown", ".yml", ".yaml")


@dataclass
class FileContent:
    """The content of one file."""

    entries: Entries = field(default_factory=Entries)
    problems: list[Problem] = field(default_factory=list)
    is_static: bool = False
    """Whether it is published unchanged, as pictures and documents are."""
    digest: str = ""
    """SHA-256 of the file; empty for a static file, or if it could not be read."""


@dataclass(frozen=True)
class ParsedFile:
    """The YAML and the Markdown of one file, not yet validated."""

    tree: YamlTree | None = None
    """None if it could not be parsed."""
    text: Document | None = None
    problems: tuple[Problem, ...] = ()


_PARSED = TypeAdapter(ParsedFile)


@dataclass(frozen=True)
class _FileType:
    """A type of file: the model of its YAML, and whether Markdown follows (``has_text``)."""

    model: type[BaseModel]
    has_text: bool
    taken: tuple[str, ...] = ()
    """Names of generated pages in the same folder."""
    lint: Callable[[str, str, int], Iterable[Problem]] | None = None
    """Further warnings about Markdown, of the file at a path, that starts on a line."""


_TOPICS = _FileType(TopicsFile, has_text=False)
_PAGE = _FileType(StandardPageFrontMatter, has_text=True, taken=TAKEN)
_ARTICLE = _FileType(ArticleFrontMatter, has_text=True, taken=("index",))
_CHECKLIST = _FileType(ChecklistFile, has_text=False, taken=("index",))
_EASY_READ = _FileType(EasyReadFrontMatter, has_text=True, taken=("index",), lint=lint_easy_read)
_TYPES = {
    ("", "md"): _PAGE,
    ("articles", "md"): _ARTICLE,
    ("checklists", "yml"): _CHECKLIST,
    ("easy-read", "md"): _EASY_READ,
}
"""By folder and extension."""


class SourceReader:
    """Reads the files of the folder ``docs``.

    ``prefix`` goes before paths inside ``docs`` in problems. ``manifest`` caches parsed files, so
    that a file without problems is parsed again only when it has changed. ``fill_in`` puts the
    contact's name into texts.
    """

    def __init__(
        self,
        docs: Path,
        prefix: str,
        manifest: Manifest | None,
        fill_in: Callable[[str], str] = str,
    ) -> None:
        self._docs = docs
        self._fill_in = fill_in
        self._prefix = prefix
        self._manifest = manifest

    def read(self, sources: Sequence[str]) -> list[FileContent]:
        """Return the content of ``sources``, paths inside ``docs``, in order; raises nothing."""
        types = {source: kind for source in sources if (kind := _type_of(source))}
        digests = {source: self._digest(source) for source in types}
        parsed = {source: self._cached(source, digests[source]) for source in types}
        missing = [source for source, file in parsed.items() if file is None]
        parsed_now = parallel_map(
            lambda source: self._parse(source, types[source]),
            missing,
            min_per_process=MIN_PER_PROCESS,
        )
        for source, file in zip(missing, parsed_now, strict=True):
            parsed[source] = file
            if self._manifest and digests[source] and not file.problems:
                self._manifest.put(self._cache_name(source), digests[source], file, _PARSED)
        return [
            self._content(source, types.get(source), parsed.get(source), digests.get(source, ""))
            for source in sources
        ]

    def _cache_name(self, source: str) -> str:
        return f"file {self._prefix}{source}"

    def _cached(self, source: str, digest: str) -> ParsedFile | None:
        if not self._manifest or not digest:
            return None
        return self._manifest.get(self._cache_name(source), digest, _PARSED)

    def _digest(self, source: str) -> str:
        """Return the SHA-256 of a file, or "" if it is too large or cannot be read."""
        try:
            with open(f"{self._docs}/{source}", "rb") as opened:  # noqa: PTH123 - Path is slower
                raw = opened.read(MAX_KILOBYTES * 1024 + 1)
        except OSError:
            return ""
        return sha256(raw).hexdigest() if len(raw) <= MAX_KILOBYTES * 1024 else ""

    def _parse(self, source: str, kind: _FileType) -> ParsedFile:
        """Parse one file and collect the problems of its YAML and its Markdown."""
        path = self._prefix + source
        text: Document | None = None
        problems: tuple[Problem, ...] = ()
        first_line = 1
        try:
            yaml_text, unprintable = read_replaced_text(self._docs / source, path)
            problems += tuple(unprintable)
            if kind.has_text:
                parts = split_front_matter(yaml_text, path)
                yaml_text, first_line = parts.yaml, 2
                text = read_markdown(parts.body, path, parts.body_line)
                problems += text.problems
                if kind.lint:
                    found = kind.lint(parts.body, path, parts.body_line)
                    text = replace(text, warnings=(*text.warnings, *found))
            tree = parse_yaml(yaml_text, path, first_line=first_line, keys=keys_in(kind.model))
        except ContentError as error:
            if problems and kind.has_text and text is None:
                # An unprintable character in a line "---" hid the front matter: report only that.
                return ParsedFile(problems=problems)
            return ParsedFile(None, text, (*problems, *error.problems))
        return ParsedFile(tree, text, problems)

    def _content(
        self, source: str, kind: _FileType | None, parsed: ParsedFile | None, digest: str
    ) -> FileContent:
        """Validate one parsed file; without a type, it is static or in the wrong folder."""
        content = FileContent(digest=digest)
        if kind is None or parsed is None:
            if _is_source(source):
                content.problems.append(
                    folder_problem(self._docs / source, source, self._prefix + source)
                )
                content.entries.broken.add(source)
            content.is_static = not content.problems
            return content
        content.problems += parsed.problems
        stem, _, suffix = source.rpartition("/")[2].rpartition(".")
        bad_name = name_problem(self._prefix + source, stem, suffix, kind.taken)
        content.problems += [bad_name] if bad_name and kind is not _TOPICS else []
        if parsed.text:
            content.entries.bodies.append(Body(source, self._prefix + source, parsed.text))
        try:
            is_valid = _add_models(content.entries, source, kind, parsed, self._fill_in)
        except ContentError as error:
            content.problems += error.problems
            is_valid = False
        if not is_valid:
            content.entries.broken.add(source)
        return content


def _add_models(
    entries: Entries,
    source: str,
    kind: _FileType,
    parsed: ParsedFile,
    fill_in: Callable[[str], str],
) -> bool:
    """Add the file's models to ``entries``; raises ``ContentError`` if its YAML is not valid.

    Return False if there are none, as the file has problems and is not shown even in a preview.
    """
    tree, text = parsed.tree, parsed.text
    if tree is None:
        return False
    slug = source.rpartition("/")[2].rpartition(".")[0]
    if kind in (_ARTICLE, _CHECKLIST, _EASY_READ):
        entries.trees[source] = tree
    values = validate(kind.model, tree.filled_in(fill_in))
    if parsed.problems:
        return False
    text = text.filled_in(fill_in) if text else None
    if isinstance(values, TopicsFile):
        entries.topics += [Entry(topic, tree, (index,)) for index, topic in enumerate(values.root)]
    elif isinstance(values, ChecklistFile):
        entries.checklists.append(Entry(Checklist(**dict(values), slug=slug, source=source), tree))
    elif isinstance(values, ArticleFrontMatter) and text:
        article = Article(**dict(values), slug=slug, source=source, text=text)
        entries.articles.append(Entry(article, tree))
    elif isinstance(values, EasyReadFrontMatter) and text:
        easy_read = EasyRead(**dict(values), slug=slug, source=source, text=text)
        entries.easy_reads.append(Entry(easy_read, tree))
    elif isinstance(values, StandardPageFrontMatter) and text:
        page = StandardPage(**dict(values), source=source, text=text)
        entries.pages.append(Entry(page, tree))
    return True


def _type_of(source: str) -> _FileType | None:
    """Return the type of a file by its path, or None if it is not of ours."""
    folder, _, name = source.rpartition("/")
    if source == "topics.yml":
        return _TOPICS
    return _TYPES.get((folder, name.rpartition(".")[2])) if "." in name else None


def _is_source(source: str) -> bool:
    """Return whether a file was likely meant as a page or a checklist."""
    folder, _, name = source.rpartition("/")
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    return folder in SOURCE_FOLDERS or suffix in PAGE_SUFFIXES or is_misnamed_page(source)
