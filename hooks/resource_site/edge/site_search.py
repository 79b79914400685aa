"""The search index as a step of a build; a preview goes on without it."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ..cache import ContentStore
from ..fingerprint import fingerprint
from ..ledger import Ledger
from ..search_engine import SearchError
from ..search_index import (
    FOLDER,
    MISSING,
    EngineMissingError,
    engine_version,
    make_index,
    require_engine,
)
from .engines import Engine
from .library_page import publish

log = get_plugin_logger("resources")

Found = Mapping[str, tuple[str, str]]
"""Pages to index, by their paths in the site: a digest of what is found there, and the page."""

Index = tuple[tuple[str, str], ...]
"""The files of an index: the path of each in its folder, and its name in the store."""


class SiteSearch:
    """The search of one site; it is indexed again only when there is something else to find.

    A preview indexes once, when it starts.
    """

    def __init__(self) -> None:
        self.engine = Engine("search", require_engine, EngineMissingError, MISSING)
        self._shown: Index = ()

    def make(
        self, site: Path, pages: Found, store: ContentStore, ledger: Ledger, *, preview: bool
    ) -> None:
        """Put the index of ``pages`` into the folder ``site``.

        Raises ``PluginError`` where that fails and the site is not a preview.
        """
        if not self.engine.possible:
            return
        try:
            # A preview's reader waits for each save; the index of its start is near enough.
            index = (preview and self._shown) or self._index(pages, store, ledger)
            self._shown = index
            for folder in {(site / FOLDER / path).parent for path, _ in index}:
                folder.mkdir(parents=True, exist_ok=True)
            for path, name in index:
                publish(store.path(name), f"{site}/{FOLDER}/{path}")
        except (SearchError, OSError) as error:
            if not preview:
                raise (
                    PluginError(str(error)) if isinstance(error, SearchError) else error
                ) from error
            log.warning(f"the preview's search finds nothing new. {error}")

    def _index(self, pages: Found, store: ContentStore, ledger: Ledger) -> Index:
        found = sorted((path, digest) for path, (digest, _) in pages.items())
        key = f"search {engine_version()} {fingerprint(found).hex()}"
        index: Index | None = ledger.get(key)
        if index is None or not all(store.holds(name) for _, name in index):
            files = make_index({path: page for path, (_, page) in sorted(pages.items())})
            index = tuple((path, store.put(content)) for path, content in files.items())
            ledger.put(key, index)
            store.tidy(keep={name for _, name in index})
        ledger.save()
        return index
