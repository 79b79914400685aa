"""The search index as a step of a build; a preview goes on without it."""

from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ..search_index import MISSING, EngineMissingError, SearchError, index_site, require_engine
from .engines import Engine

log = get_plugin_logger("resources")


class SiteSearch:
    """The search of one site."""

    def __init__(self) -> None:
        self.engine = Engine("search", require_engine, EngineMissingError, MISSING)

    def make(self, site: Path, *, preview: bool) -> None:
        """Index the finished pages in the folder ``site``.

        Raises ``PluginError`` where that fails and the site is not a preview.
        """
        if not self.engine.possible:
            return
        try:
            index_site(site)
        except SearchError as error:
            if not preview:
                raise PluginError(str(error)) from error
            log.warning(f"the preview's search finds nothing new. {error}")
