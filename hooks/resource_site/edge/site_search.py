"""The search index as a step of a build; a preview goes on without it."""

from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ..search_index import EngineMissingError, SearchError, index_site, require_engine

log = get_plugin_logger("resources")


class SiteSearch:
    """The search of one site; ``possible`` tells templates whether to offer it."""

    def __init__(self) -> None:
        self.possible = True

    def prepare(self, *, preview: bool) -> None:
        """Learn whether this computer can make an index.

        Raises ``PluginError`` where it cannot and the site is not a preview.
        """
        try:
            require_engine()
        except EngineMissingError as error:
            if not preview:
                raise PluginError(str(error)) from error
            if self.possible:
                log.warning(f"the preview leaves out search. {error}")
            self.possible = False

    def make(self, site: Path, *, preview: bool) -> None:
        """Index the finished pages in the folder ``site``; raises ``PluginError`` as above."""
        if not self.possible:
            return
        try:
            index_site(site)
        except SearchError as error:
            if not preview:
                raise PluginError(str(error)) from error
            log.warning(f"the preview's search finds nothing new. {error}")
