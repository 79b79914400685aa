"""Warnings about files that go out as they are: unlinked ones, and what documents tell."""

from collections.abc import Iterator

from ...problems import Problem
from ...reading.settings_file import SettingsFile
from ..content_loader import LoadedContent
from ..files.document_metadata import document_findings
from ..files.linked_files import unlinked_files


def published_file_findings(
    loaded: LoadedContent, settings: SettingsFile | None
) -> Iterator[Problem]:
    """Yield a warning for each thing in the files of ``docs/`` that readers should not get."""
    texts = {text for _, text in settings.tree.texts()} if settings else set()
    yield from unlinked_files(loaded, texts)
    known = texts | {entry.model.author or "" for entry in loaded.entries.publications}
    for source in loaded.files:
        yield from document_findings(loaded.docs / source, loaded.prefix + source, known)
