"""The search index as a step of a build; a preview goes on without it."""

from contextlib import suppress
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from pydantic import TypeAdapter

from ..incremental.fingerprint import fingerprint
from ..web.pagefind import SearchError
from ..web.search_index import FOLDER, Indexing, engine_version
from .build_cache import BuildCache
from .files.library_file import LibraryFile, publish
from .rendering.page_builder import MadePage

log = get_plugin_logger("resources")

Index = tuple[tuple[str, str], ...]
"""The files of an index: the path of each in its folder, and its name in the store."""

_INDEX = TypeAdapter(Index)


class SearchStep:
    """The search of one build; pages are indexed again only when there is something else to find.

    ``shown`` is the index that a preview made when it started: its reader waits for each save, and
    that index is near enough.
    """

    def __init__(self, cache: BuildCache, shown: Index = ()) -> None:
        self.shown = shown
        self._cache = cache
        self._found: dict[str, tuple[str, str]] = {}
        """A digest of what search finds on a page, and where the page is, by its address."""
        self._may_begin_early = not shown and "search" not in cache.manifest
        self._early: Indexing | None = None

    def add(self, file: LibraryFile, page: MadePage) -> None:
        """Note what search finds on a page.

        Where no index was ever made, pages are indexed while others are still made.
        """
        if not page.indexed:
            return
        self._found[file.dest_uri] = page.indexed, file.made
        if self._may_begin_early:
            self._may_begin_early = False
            # Only now, as work is no more spread over cores once there is a thread.
            with suppress(SearchError):  # if it cannot begin, that comes up again
                self._early = Indexing()
        if self._early:
            try:
                self._early.add(file.dest_uri, file.made)
            except OSError:  # it is tried again later, when a preview can go on without
                self.stop()

    def publish(self, site: Path, *, preview: bool) -> None:
        """Put the index of all that was added into the folder ``site``.

        Raises ``PluginError`` where that fails and the site is not a preview.
        """
        try:
            self.shown = (preview and self.shown) or self._index()
            for folder in {(site / FOLDER / path).parent for path, _ in self.shown}:
                folder.mkdir(parents=True, exist_ok=True)
            for path, name in self.shown:
                publish(self._cache.store.path(name), f"{site}/{FOLDER}/{path}")
        except (SearchError, OSError) as error:
            if preview:
                log.warning(f"the preview's search finds nothing new. {error}")
            elif isinstance(error, SearchError):
                raise PluginError(str(error)) from error
            else:
                raise

    def stop(self) -> None:
        """Leave an index that is in the making."""
        if self._early:
            self._early.stop()
        self._early = None

    def _index(self) -> Index:
        store, manifest = self._cache.store, self._cache.manifest
        found = [(path, digest) for path, (digest, _) in self._found.items()]
        key = f"{engine_version()} {fingerprint(found)}"
        index = manifest.get("search", key, _INDEX)
        if index is None or not all(store.has(name) for _, name in index):
            index = tuple((path, store.put(file, ".bin")) for path, file in self._files().items())
            manifest.put("search", key, index, _INDEX)
        return index

    def _files(self) -> dict[str, bytes]:
        indexing, has_begun = self._early or Indexing(), bool(self._early)
        self._early = None
        try:
            for path, (_, page) in () if has_begun else self._found.items():
                indexing.add(path, page)
            return indexing.finish()
        finally:
            indexing.stop()
