"""From the folder ``docs/`` to a library, with every problem found on the way."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..content.library import Library, newest_first
from ..content.link_targets import LinkTargets
from ..content.portable_names import name_problems
from ..content.related import AnyPublication
from ..incremental.manifest import Manifest
from ..problems import Problem
from ..reading.docs_files import find_sources
from ..reading.entries import Entries, Entry
from ..reading.source_file import SourceReader
from .cross_checks import cross_check
from .published_files import published_file_problems

HOME = "index.md"


@dataclass(frozen=True)
class LoadedContent:
    """The library of what is valid, its addresses, and every problem in ``docs/``."""

    library: Library
    addresses: LinkTargets
    problems: tuple[Problem, ...]
    entries: Entries
    """Everything that was read, drafts and files with problems too."""
    files: tuple[str, ...]
    """Paths inside ``docs/`` of what is published as it is: pictures, documents."""
    docs: Path
    prefix: str
    """What problems put in front of a path inside ``docs/``."""
    digests: dict[str, str]
    """Of each file that becomes a page, by its path inside ``docs/``."""


def load(
    docs: Path,
    today: date,
    *,
    root: Path,
    preview: bool = False,
    site_url: str = "",
    manifest: Manifest | None = None,
) -> LoadedContent:
    """Load and cross-check all of ``docs``; problems name files from the folder ``root`` on.

    ``preview`` keeps drafts and articles whose day has not come; a published site leaves them
    out. ``site_url`` is the site's own address on the web. ``manifest`` remembers what files hold,
    so that one that did not change is not parsed again. Problems never raise here: whoever asked
    decides what they stop.
    """
    prefix = f"{Path(os.path.relpath(docs, root)).as_posix()}/"
    sources, problems = find_sources(docs, prefix, root)
    problems += name_problems(sources, prefix)
    reader = SourceReader(docs, prefix, manifest)
    entries, files, digests = Entries(), list[str](), dict[str, str]()
    for source, content in zip(sources, reader.read(sources), strict=True):
        entries.add(content.entries)
        problems += content.problems
        if content.digest:
            digests[source] = content.digest
        if content.is_static:
            found = published_file_problems(docs, source, prefix)
            problems += found
            (entries.broken.add if found else files.append)(source)
    problems += _missing(docs, prefix)
    addresses = _addresses(entries, files)
    problems += cross_check(entries, addresses, today, site_url=site_url)
    library = _library(entries, today, preview)
    return LoadedContent(
        library, addresses, tuple(problems), entries, tuple(files), docs, prefix, digests
    )


def _missing(docs: Path, prefix: str) -> list[Problem]:
    what = "The site needs this file, and it is not there."
    fix = "Bring it back from an earlier version."
    needed = (HOME, "topics.yml")
    return [
        Problem(prefix + source, 1, 1, what, fix)
        for source in needed
        if not (docs / source).is_file()
    ]


def _addresses(entries: Entries, files: list[str]) -> LinkTargets:
    pages: list[Entry[Any]] = [*entries.topics, *entries.publications, *entries.pages]
    known = {entry.model.source: entry.model.address for entry in pages}
    made = [e.model.workbook_address for e in entries.topics]
    for entry in entries.checklists:
        made += () if entry.model.withdrawn else entry.model.downloads
    return LinkTargets(known, [*files, *made])


def _library(entries: Entries, today: date, preview: bool) -> Library:
    shown = {"published", "draft", "scheduled"} if preview else {"published"}
    both: list[AnyPublication] = [e.model for e in entries.publications]
    return Library(
        today,
        topics=tuple(e.model for e in entries.topics),
        articles=newest_first(e.model for e in entries.articles if e.model.state(today) in shown),
        checklists=newest_first(
            e.model for e in entries.checklists if e.model.state(today) in shown
        ),
        pages=tuple(e.model for e in entries.pages),
        withdrawn=tuple(model for model in both if model.state(today) == "withdrawn"),
    )
