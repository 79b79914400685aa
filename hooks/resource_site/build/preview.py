"""Keeps ``mkdocs serve`` running through failed builds, and reports why it cannot start."""

from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from socket import gethostname
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

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
    server.set_app(_only_for_own_hosts(server.get_app()))
    server.serve = serve  # type: ignore[method-assign]


def _only_for_own_hosts(app: Any) -> Any:
    """Return the WSGI application ``app``, which answers only to this computer's own names.

    Any website can let its name lead to this computer (DNS rebinding), and a browser then lets its
    scripts read what a preview shows. An address in digits cannot be taken over so.
    """
    here = gethostname().lower()
    own = {"localhost", here, f"{here}.local"}

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        name = urlsplit(f"//{environ.get('HTTP_HOST', '')}").hostname or ""
        if name in own or _is_ip_address(name):
            return app(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"This preview answers only to the names of the computer it runs on.\n"]

    return answer


def _is_ip_address(name: str) -> bool:
    with suppress(ValueError):
        return bool(ip_address(name))
    return False
