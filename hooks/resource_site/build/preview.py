"""Keeps ``mkdocs serve`` running through failed builds, and reports why it cannot start."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import BuildError
from mkdocs.plugins import get_plugin_logger

from ..checks.site_check import check_content
from ..problems import report

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("resources")


def keep_running(server: "LiveReloadServer", builder: Callable[[], None], config: Path) -> None:
    """Make ``server`` log a failed build and keep serving the last pages that were built.

    MkDocs would print a traceback and stop rebuilding. The server's own failure to start, such as
    on a port in use, becomes ``BuildError`` with a message.
    """

    def build() -> None:
        try:
            builder()
        except (Exception, SystemExit) as error:
            problems = check_content(config)
            log.error(f"the preview was not renewed.\n{report(problems) if problems else error}")

    original_serve: Callable[..., None] = server.serve

    def serve(**options: Any) -> None:
        try:
            original_serve(**options)
        except OSError as error:
            raise BuildError(
                f"The preview cannot start at {server.url} ({error.strerror}). "
                "If another preview is running, close it first."
            ) from error

    server.builder = build
    server.serve = serve  # type: ignore[method-assign]
