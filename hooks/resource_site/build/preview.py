"""A preview that lives on, whatever staff save, and says in words why it cannot start."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from ..checks.site_check import check_content
from ..problems import report

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("resources")


def keep_running(server: "LiveReloadServer", builder: Callable[[], None], config: Path) -> None:
    """Let ``server`` go on showing the last good pages when a build stops.

    MkDocs would print a traceback and leave every browser waiting.
    """

    def build() -> None:
        try:
            builder()
        except (Exception, SystemExit) as error:
            problems = check_content(config)
            log.error(f"the preview was not renewed.\n{report(problems) if problems else error}")

    start: Callable[..., None] = server.serve

    def serve(**options: Any) -> None:
        try:
            start(**options)
        except OSError as error:
            raise Abort(
                f"The preview cannot start at {server.url} ({error.strerror}). "
                "If another preview is running, close it first."
            ) from error

    server.builder = build
    server.serve = serve  # type: ignore[method-assign]
