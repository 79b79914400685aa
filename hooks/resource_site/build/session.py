"""What outlives one build of a site: under ``mkdocs serve`` there are many."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from ..incremental.parallel_map import WorkerKilledError
from .build_cache import BuildCache
from .preview import keep_running
from .publishing.disk_errors import in_words
from .shared_state import SharedState
from .site_build import Build

if TYPE_CHECKING:  # only a preview needs it, and watching files takes a while to load
    from mkdocs.livereload import LiveReloadServer


OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""In a preview, until Python looks for unused ones; by itself it does so after 700.

Most of what a build reads is used to its end, and looking through it took a fifth of the time.
"""


class Session:
    """One run of ``mkdocs build`` or ``mkdocs serve``, from its first event to its last."""

    def __init__(self) -> None:
        self.is_preview = False
        self._shared: SharedState | None = None
        self._build: Build | None = None

    def start(self, command: str) -> None:
        """Learn whether this is a preview, which keeps running whatever staff save."""
        self.is_preview = command == "serve"
        if self.is_preview:
            gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
        else:  # it ends soon, and needs most of what it reads until then: 12 % of its CPU
            gc.disable()

    def begin(self, config: MkDocsConfig) -> None:
        """Begin a build with the settings of the moment."""
        if self._shared is None:
            self._shared = SharedState(BuildCache.open(config, preview=self.is_preview))
        self._build = Build(config, self._shared, preview=self.is_preview)

    @property
    def build(self) -> Build:
        """Return the build that is going on."""
        if self._build is None:
            raise RuntimeError("MkDocs has not said yet which site this is.")
        return self._build

    def keep_running(
        self, server: "LiveReloadServer", builder: Callable[..., None], config: MkDocsConfig
    ) -> None:
        """Let a preview outlive settings that cannot be read."""
        keep_running(server, builder, Path(config.config_file_path or "mkdocs.yml"))

    def fail(self, error: Exception) -> None:
        """Note that the build went wrong, even if it went wrong late (``--strict``).

        Raises ``Abort`` with plain words where the computer would not read or write a file, or
        stopped a part of the work.
        """
        if self._build:
            self._build.stop()
        if isinstance(error, OSError):
            raise Abort(f"The site was not built. {in_words(error)}") from error
        if isinstance(error, WorkerKilledError):
            raise Abort(f"The site was not built. {error}") from error

    def end(self) -> None:
        """Put a whole build where the site was; leave the last good site after any other."""
        if self._build:
            self._build.close()
        if not self.is_preview:
            # The last step: Python need not take apart, at its end, all that was read.
            gc.freeze()
            gc.enable()
