"""A session: one run of MkDocs, which has many builds under ``mkdocs serve``."""

import gc
import logging
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from jinja2 import TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError

from ..clock import ClockError, today
from ..incremental.parallel_map import WorkerKilledError
from ..problems import ContentError
from .cache_location import BuildCache
from .preview import keep_running
from .publishing.disk_errors import disk_error_message
from .rendering.template_errors import template_error_message
from .shared_state import SharedState
from .site_build import Build

if TYPE_CHECKING:  # slow to import, and only a preview uses it
    from mkdocs.livereload import LiveReloadServer

SHARE = "RESOURCES_SHARE"
"""The environment variable with which ``resources share`` asks for a build that shows drafts."""

GC_THRESHOLD = 100_000
"""Objects allocated before garbage collection in a preview; Python's default is 700.

Most objects live as long as the build, and collecting took a fifth of its time.
"""


class Session:
    """One run of ``mkdocs build`` or ``mkdocs serve``, from its first event to its last."""

    def __init__(self) -> None:
        self.is_preview = False
        self._is_shared = SHARE in os.environ
        self._shared: SharedState | None = None
        self._build: Build | None = None

    def start(self, command: str) -> None:
        """Set up the session for MkDocs' ``command``, "build" or "serve".

        With ``--quiet``, MkDocs shows no warning, and then ``--strict`` counts none either. A build
        that is both shows and counts them: only its progress is not shown. Raises ``BuildError``
        if the day it is for cannot be read.
        """
        try:
            today()
        except ClockError as error:
            raise BuildError(f"The site was not built. {error}") from error
        logger = logging.getLogger("mkdocs")
        if not self._is_shared:  # its drafts may have problems
            logger.setLevel(min(logger.level, logging.WARNING))
        self.is_preview = command == "serve" or self._is_shared
        if command == "serve":
            gc.set_threshold(GC_THRESHOLD)
            _stop_at("SIGTERM")
            _stop_at("SIGHUP")  # the terminal was closed
        else:  # the process is short and frees little: collecting took 12 % of its CPU
            gc.disable()
            # A web server reads what is built, whatever whoever builds keeps from others.
            os.umask(0o022)

    def begin(self, config: MkDocsConfig) -> None:
        """Begin a build with the current settings."""
        if self._shared is None:
            self._shared = SharedState(BuildCache.open(config, preview=self.is_preview))
            if self._is_shared:  # one page is taken, and what is not in it would only take time
                self._shared.pdf_tool.is_available = False
                self._shared.search_tool.is_available = False
        self._build = Build(config, self._shared, preview=self.is_preview)

    @property
    def build(self) -> Build:
        """Return the current build; raises ``RuntimeError`` before ``begin``."""
        if self._build is None:
            raise RuntimeError("No build has begun.")
        return self._build

    def keep_running(
        self, server: "LiveReloadServer", builder: Callable[..., None], config: MkDocsConfig
    ) -> None:
        """Keep the preview's server running through failed builds."""
        # Imported here, as only a preview watches files.
        from .lasting_watch import watch_lastingly  # noqa: PLC0415

        watch_lastingly(server, config)
        keep_running(server, builder, Path(config.config_file_path or "mkdocs.yml"))

    def fail(self, error: Exception) -> None:
        """Stop the build after ``error``, which with ``--strict`` may come after ``finish``.

        Raises ``BuildError``, which MkDocs shows without a traceback, where ``_message`` has one.
        """
        if self._build:
            self._build.stop()
        message = _message(error)
        if message:
            raise BuildError(f"The site was not built. {message}") from error

    def end(self) -> None:
        """Publish a finished build; after a failed one, leave the last site in place."""
        if self._build:
            self._build.close()
        if not self.is_preview:
            # Spares Python from collecting all objects as the process exits.
            gc.freeze()
            gc.enable()


def _stop_at(name: str) -> None:
    """End a preview at this signal, where the system has it and nobody asked to ignore it."""
    number = getattr(signal, name, None)
    if number is not None and signal.getsignal(number) != signal.SIG_IGN:
        signal.signal(number, _interrupt)


def _interrupt(*_: object) -> NoReturn:
    """End a preview as Ctrl and C does, which deletes the pages it showed."""
    raise KeyboardInterrupt


def _message(error: Exception) -> str:
    """Return what is wrong, for errors of content, templates, the disk and killed processes."""
    if isinstance(error, TemplateError):  # TemplateNotFound is an OSError too
        return template_error_message(error)
    if isinstance(error, OSError):
        return disk_error_message(error)
    return str(error) if isinstance(error, (ContentError, WorkerKilledError)) else ""
