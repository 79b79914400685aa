"""Loading ``docs/`` into a ``Library``, with every problem found on the way."""

import os
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..content.addresses.link_targets import LinkTargets
from ..content.addresses.portable_names import name_problems
from ..content.library import Library, newest_first
from ..content.related import AnyPublication
from ..incremental.manifest import Manifest
from ..problems import Problem
from ..reading.docs_files import find_sources
from ..reading.entries import Entries, Entry
from ..reading.source_file import SourceReader
from .consistency import consistency_problems
from .files.published_files import published_file_problems, taken_addresses
from .search_words import SearchWords, load_search_words

HOME = "index.md"


@dataclass(frozen=True)
class LoadedContent:
    """The valid content of ``docs/``, its addresses, and every problem."""

    library: Library
    addresses: LinkTargets
    problems: tuple[Problem, ...]
    entries: Entries
    """Everything that was read, with drafts and invalid files."""
    files: tuple[str, ...]
    """Paths inside ``docs/`` of static files, such as pictures and documents."""
    docs: Path
    prefix: str
    """Goes before paths inside ``docs/`` in problems."""
    digests: dict[str, str]
    """SHA-256 of each file of content, by its path inside ``docs/``."""
    search_words: SearchWords
    """Words of crisis, and other words for what pages are about."""


def load(
    docs: Path,
    today: date,
    *,
    root: Path,
    preview: bool = False,
    site_url: str = "",
    manifest: Manifest | None = None,
    fill_in: Callable[[str], str] = str,
    own_files: Collection[str] = (),
) -> LoadedContent:
    """Load and check all of ``docs``; paths in problems are relative to the folder ``root``.

    ``preview`` adds drafts and scheduled content to the library. ``manifest`` caches parsed files.
    ``fill_in`` puts the contact's name into texts. ``own_files`` are the styles and scripts that
    the settings name; no others may be published. Nothing is raised for problems: the caller
    decides which are fatal.
    """
    prefix = f"{Path(os.path.relpath(docs, root)).as_posix()}/"
    sources, problems = find_sources(docs, prefix, root)
    problems += name_problems(sources, prefix)
    reader = SourceReader(docs, prefix, manifest, fill_in)
    entries, files, digests = Entries(), list[str](), dict[str, str]()
    for source, content in zip(sources, reader.read(sources), strict=True):
        entries.add(content.entries)
        problems += content.problems
        if content.digest:
            digests[source] = content.digest
        if content.is_static:
            is_own = source in own_files
            file_problems = [] if is_own else published_file_problems(docs, source, prefix)
            problems += file_problems
            (entries.broken.add if file_problems else files.append)(source)
    problems += _missing_files(docs, prefix)
    worksheets = _worksheets(entries)
    problems += taken_addresses(files, worksheets, prefix)
    addresses = _addresses(entries, [*files, *worksheets])
    problems += consistency_problems(entries, addresses, today, site_url=site_url)
    library = _library(entries, today, preview)
    search_words, found = load_search_words(docs, prefix, library.topic)
    problems += found
    return LoadedContent(
        library,
        addresses,
        tuple(problems),
        entries,
        tuple(files),
        docs,
        prefix,
        digests,
        search_words,
    )


def _missing_files(docs: Path, prefix: str) -> list[Problem]:
    what = "The site needs this file, and it is not there."
    fix = "Bring it back from an earlier version."
    missing = [source for source in (HOME, "topics.yml") if not (docs / source).is_file()]
    return [Problem(prefix + source, 1, 1, what, fix) for source in missing]


def _addresses(entries: Entries, files: list[str]) -> LinkTargets:
    pages: list[Entry[Any]] = [
        *entries.topics,
        *entries.publications,
        *entries.easy_reads,
        *entries.pages,
    ]
    page_addresses = {entry.model.source: entry.model.address for entry in pages}
    return LinkTargets(page_addresses, files)


def _worksheets(entries: Entries) -> list[str]:
    addresses = [address for entry in entries.topics for address in entry.model.downloads]
    for entry in entries.checklists:
        addresses += () if entry.model.withdrawn else entry.model.downloads
    return addresses


def _library(entries: Entries, today: date, preview: bool) -> Library:
    shown = {"published", "draft", "scheduled"} if preview else {"published"}
    articles = [entry.model for entry in entries.articles]
    checklists = [entry.model for entry in entries.checklists]
    both: list[AnyPublication] = [*articles, *checklists]
    return Library(
        today,
        topics=tuple(entry.model for entry in entries.topics),
        articles=newest_first(model for model in articles if model.state(today) in shown),
        checklists=newest_first(model for model in checklists if model.state(today) in shown),
        pages=tuple(entry.model for entry in entries.pages),
        withdrawn=tuple(model for model in both if model.state(today) == "withdrawn"),
        easy_reads=tuple(
            entry.model for entry in entries.easy_reads if preview or entry.model.is_ready
        ),
    )
