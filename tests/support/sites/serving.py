"""A built site on an address of this machine, for the browser: compressed, with its headers."""

import gzip
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from time import sleep
from typing import Any, BinaryIO

TEXT = (".html", ".css", ".js", ".svg", ".json", ".txt", ".xml")

Rule = tuple[str, Sequence[str]]
"""A pattern of addresses, and lines about their headers."""


@lru_cache(maxsize=64)
def _compressed(file: Path, _changed: int) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)


@lru_cache(maxsize=64)
def _rules(file: Path, _changed: int) -> Sequence[Rule]:
    rules: list[tuple[str, list[str]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            rules.append((line, []))
        elif rules:
            rules[-1][1].append(line.strip())
    return rules


class _Host(SimpleHTTPRequestHandler):
    """Does what any host of static files does, and sends what the site's ``_headers`` asks for."""

    def __init__(self, *args: Any, flows: Event | None, fonts_late: float, **options: Any) -> None:
        self._flows = flows
        self._fonts_late = fonts_late
        super().__init__(*args, **options)

    def send_head(self) -> BytesIO | BinaryIO | None:
        if self._flows:
            self._flows.wait()
        if self.path.endswith(".woff2"):
            sleep(self._fonts_late)
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        compress = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (compress and file.suffix in TEXT and file.is_file()):
            return super().send_head()
        content = _compressed(file, file.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    sends_headers = True

    def end_headers(self) -> None:
        for name, value in self._wanted() if self.sends_headers else ():
            self.send_header(name, value)
        super().end_headers()

    def _wanted(self) -> list[tuple[str, str]]:
        wanted: list[tuple[str, str]] = []
        file = Path(self.directory, "_headers")
        for pattern, lines in _rules(file, file.stat().st_mtime_ns):
            for line in lines if fnmatch(self.path, pattern) else ():
                if line.startswith("! "):
                    wanted = [header for header in wanted if header[0] != line[2:]]
                elif line:
                    name, _, value = line.partition(": ")
                    wanted.append((name, value))
        return wanted

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base's own name
        """Say nothing."""


class _PlainHost(_Host):
    """Sends no headers of the site's choice, as GitHub Pages does."""

    sends_headers = False


class _Server(ThreadingHTTPServer):
    # A worker asks for all its files at once; connections beyond these are refused.
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away; of anything else, all."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(
    folder: Path, flows: Event | None = None, *, headers: bool = True, fonts_late: float = 0
) -> Iterator[str]:
    """Serve ``folder`` and yield its address, which ends in a slash.

    While ``flows`` is not set, nothing is answered, as where the network stalls. Without
    ``headers``, the site's ``_headers`` is left aside, as by a host that knows no such file.
    Fonts come ``fonts_late`` seconds late, as over a slow network.
    """
    kind = _Host if headers else _PlainHost
    host = partial(kind, directory=str(folder), flows=flows, fonts_late=fonts_late)
    server = _Server(("127.0.0.1", 0), host)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
