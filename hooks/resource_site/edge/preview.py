"""A preview that lives on while ``mkdocs.yml`` itself cannot be read."""

from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from ..check import check_content
from ..problems import report

log = get_plugin_logger("resources")


def keep_running(server: LiveReloadServer, builder: Callable[[], None], config: Path) -> None:
    """Let ``server`` go on showing the last good pages when settings stop a build.

    MkDocs would print a traceback and leave every browser waiting.
    """

    def build() -> None:
        try:
            builder()
        except (MkDocsException, SystemExit) as error:
            problems = check_content(config)
            log.error(f"the preview was not renewed.\n{report(problems) if problems else error}")

    server.builder = build
