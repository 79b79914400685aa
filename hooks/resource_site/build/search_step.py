"""The search index as a step of a build; in a preview, it may fail."""

from contextlib import suppress
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from pydantic import TypeAdapter

from ..incremental.fingerprint import fingerprint
from ..web.pagefind import SearchError
from ..web.search_data import SearchData
from ..web.search_index import FOLDER, PROGRAM, Indexing, engine_version, repacked
from .cache_location import BuildCache
from .files.library_file import LibraryFile, publish
from .rendering.page_builder import BuiltPage

log = get_plugin_logger("resources")

Index = tuple[tuple[str, str], ...]
"""The files of an index: each file's path in the index's folder, and its name in the store."""

_INDEX = TypeAdapter(Index)


class SearchStep:
    """The search index of one build; it is taken from the cache if no indexed text has changed.

    ``index`` is the one that a preview built when it started, and goes on using: after each save,
    speed matters more than an up-to-date index. ``data`` is published beside the index; it is set
    before ``publish`` is called.
    """

    data: SearchData | None = None

    def __init__(self, cache: BuildCache, index: Index = ()) -> None:
        self.index = index
        self._cache = cache
        self._pages: dict[str, tuple[str, str]] = {}
        """The hash of each page's indexed text, and the page's file, by its address."""
        self._may_start_early = not index and "search" not in cache.manifest
        self._indexing: Indexing | None = None
        """The index that was started before all pages were rendered."""

    def add(self, file: LibraryFile, page: BuiltPage) -> None:
        """Add a page that was rendered to the index.

        If the cache has no index at all, pages are indexed while others are still being rendered.
        """
        if not page.indexed:
            return
        self._pages[file.dest_uri] = page.indexed, file.built
        if self._may_start_early:
            self._may_start_early = False
            # Not before the first page: parallel_map does not fork once there are threads.
            with suppress(SearchError):  # publish() tries again and reports it
                self._indexing = Indexing()
        if self._indexing:
            try:
                self._indexing.add(file.dest_uri, file.built)
            except (SearchError, OSError):  # publish() tries again and reports it
                self.stop()

    def publish(self, site: Path, *, preview: bool) -> None:
        """Write the index of the added pages into the folder ``site``.

        If that fails, a preview logs a warning; otherwise ``PluginError`` or ``OSError`` is raised.
        """
        try:
            self.index = (preview and self.index) or self._build_index()
            for folder in {(site / FOLDER / path).parent for path, _ in self.index}:
                folder.mkdir(parents=True, exist_ok=True)
            for path, name in self.index:
                publish(self._cache.store.path(name), f"{site}/{FOLDER}/{path}")
        except (SearchError, OSError) as error:
            if preview:
                log.warning(f"the preview's search finds nothing new. {error}")
            elif isinstance(error, SearchError):
                raise PluginError(str(error)) from error
            else:
                raise

    def stop(self) -> None:
        """Stop an index that was started early."""
        if self._indexing:
            self._indexing.stop()
        self._indexing = None

    def _build_index(self) -> Index:
        store, manifest = self._cache.store, self._cache.manifest
        hashes = [(address, digest) for address, (digest, _) in self._pages.items()]
        key = f"{engine_version()} {fingerprint(hashes, self.data)}"
        index = manifest.get("search", key, _INDEX)
        if index is None or not all(store.has(name) for _, name in index):
            index = tuple((path, store.put(file, ".bin")) for path, file in self._files().items())
            manifest.put("search", key, index, _INDEX)
        return index

    def _files(self) -> dict[str, bytes]:
        indexing, is_complete = self._indexing or Indexing(), bool(self._indexing)
        self._indexing = None
        try:
            for address, (_, page) in () if is_complete else self._pages.items():
                indexing.add(address, page)
            files = indexing.finish()
            files[PROGRAM] = self._repacked(files[PROGRAM])
            return files | self.data.files(files) if self.data else files
        finally:
            indexing.stop()

    def _repacked(self, program: bytes) -> bytes:
        """Return the program smaller; the store keeps it, as only another version differs."""
        store, key = self._cache.store, fingerprint(engine_version())
        kept = store.find(key, ".gz")
        if kept:
            return kept.read_bytes()
        smaller = repacked(program)
        store.put(smaller, ".gz", key)
        return smaller
