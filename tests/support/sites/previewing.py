"""A running ``mkdocs serve``: what it says, and the pages it shows."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, Queue
from threading import Thread
from urllib.request import urlopen

from small_site import Page, Site

PATIENCE = 60.0
"""Seconds until a preview that says nothing has failed."""


class Preview:
    """A running preview: what it says, and the pages it shows."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.address = address
        self.said: list[str] = []
        self._lines: Queue[str] = Queue()
        Thread(target=self._listen, args=(process,), daemon=True).start()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stderr is not None
        for line in process.stderr:
            self._lines.put(line)

    def wait_for(self, words: str) -> None:
        """Wait until the preview says ``words``."""
        while True:
            try:
                line = self._lines.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"never said {words!r}:\n{''.join(self.said)}") from None
            self.said.append(line)
            if words in line:
                return

    def page(self, address: str = "") -> Page:
        with urlopen(self.address + address, timeout=PATIENCE) as answer:  # noqa: S310 - ours
            return Page(answer.read().decode())


@contextmanager
def preview(site: Site, **environment: str) -> Iterator[Preview]:
    """Run the preview of ``site`` as a program of its own, and stop it in the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=site.folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Preview(process, f"http://127.0.0.1:{port}/")
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)
