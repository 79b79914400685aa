"""The search index as a step of a build; a preview goes on without it."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ..incremental.cache import ContentStore
from ..incremental.fingerprint import fingerprint
from ..incremental.manifest import Ledger
from ..web.pagefind import SearchError
from ..web.search_index import (
    FOLDER,
    MISSING,
    EngineMissingError,
    Indexing,
    engine_version,
    require_engine,
)
from .files.library_file import LibraryFile, publish
from .optional_tools import Engine
from .rendering.page_builder import MadePage

log = get_plugin_logger("resources")

Index = tuple[tuple[str, str], ...]
"""The files of an index: the path of each in its folder, and its name in the store."""


class SiteSearch:
    """The search of one site; it is indexed again only when there is something else to find.

    A preview indexes once, when it starts.
    """

    def __init__(self) -> None:
        self.engine = Engine("search", require_engine, EngineMissingError, MISSING)
        self._found: dict[str, tuple[str, str]] = {}
        self._early: Indexing | None = None
        self._shown: Index = ()

    def collect(self, pages: Iterable[tuple[LibraryFile, MadePage]], ledger: Ledger) -> None:
        """Take the pages of a build as they are made, and note what search finds on each.

        Where no index was ever made, they are indexed meanwhile, in the order they come.
        """
        self.stop()
        self._found = {}
        early = self.engine.possible and not self._shown and ledger.is_empty
        for file, page in pages:
            if not page.indexed:
                continue
            self._found[file.dest_uri] = page.indexed, file.made
            if early:  # only now, as work is no more spread over cores once there is a thread
                early = False
                with suppress(SearchError):  # if it cannot begin, that comes up again
                    self._early = Indexing()
            if self._early:
                try:
                    self._early.add(file.dest_uri, file.made)
                except OSError:  # it is tried again later, when a preview can go on without
                    self.stop()

    def make(self, site: Path, store: ContentStore, ledger: Ledger, *, preview: bool) -> None:
        """Put the index of what was collected into the folder ``site``.

        Raises ``PluginError`` where that fails and the site is not a preview.
        """
        if not self.engine.possible:
            return
        try:
            # A preview's reader waits for each save; the index of its start is near enough.
            index = (preview and self._shown) or self._index(store, ledger)
            self._shown = index
            for folder in {(site / FOLDER / path).parent for path, _ in index}:
                folder.mkdir(parents=True, exist_ok=True)
            for path, name in index:
                publish(store.path(name), f"{site}/{FOLDER}/{path}")
        except SearchError as error:
            if not preview:
                raise PluginError(str(error)) from error
            log.warning(f"the preview's search finds nothing new. {error}")
        except OSError as error:
            if not preview:
                raise
            log.warning(f"the preview's search finds nothing new. {error}")

    def stop(self) -> None:
        """Leave an index that is in the making."""
        if self._early:
            self._early.stop()
        self._early = None

    def _index(self, store: ContentStore, ledger: Ledger) -> Index:
        found = [(path, digest) for path, (digest, _) in self._found.items()]
        key = f"search {engine_version()} {fingerprint(found).hex()}"
        index: Index | None = ledger.get(key)
        if index is None or not all(store.holds(name) for _, name in index):
            files = self._files()
            index = tuple((path, store.put(content)) for path, content in files.items())
            ledger.put(key, index)
            store.tidy(keep={name for _, name in index})
        ledger.save()
        return index

    def _files(self) -> dict[str, bytes]:
        indexing, begun = self._early or Indexing(), bool(self._early)
        self._early = None
        try:
            for path, (_, page) in () if begun else self._found.items():
                indexing.add(path, page)
            return indexing.finish()
        finally:
            indexing.stop()
