"""Staging: the site is built in a folder of its own, and published only when it is complete."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, PluginError

from .atomic_swap import Replacement
from .disk_errors import disk_error_message


class Staging:
    """The staging folder of one build, beside the site's.

    Set ``is_complete`` before ``close`` to publish the build.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        """Create the folder, make it MkDocs' ``site_dir``, and clean up after killed builds.

        Raises ``PluginError`` where the folder cannot be created.
        """
        self.is_complete = False
        self._config = config
        self._site = config.site_dir
        try:
            self._replacement = Replacement(Path(config.site_dir))
        except OSError as error:
            raise PluginError(f"the site was not built. {disk_error_message(error)}") from error
        config.site_dir = str(self._replacement.folder)

    def close(self) -> None:
        """Publish a complete build, or delete an incomplete one; raises ``BuildError``."""
        self._config.site_dir = self._site
        if not self.is_complete:
            self._replacement.discard()
            return
        try:
            self._replacement.publish()
        except OSError as error:
            raise BuildError(
                f"The site could not be replaced. {disk_error_message(error)}"
            ) from error
