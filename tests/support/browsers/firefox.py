"""Debian's own Firefox, driven by Marionette; Playwright needs a build of its own."""

import base64
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from marionette_driver.marionette import Marionette
from marionette_driver.wait import Wait

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")

# Settings such as the one for scripts belong to the system.
ARGUMENTS = ("-headless", "-marionette", "-no-remote", "-remote-allow-system-access")

PATIENCE = 60
"""Seconds until a Firefox that does not start has failed."""


class Firefox:
    """A running Firefox with one page."""

    def __init__(self, marionette: Any) -> None:
        self._marionette = marionette

    def open(self, address: str) -> None:
        self._marionette.navigate(address)

    def run(self, script: str, *values: Any) -> Any:
        """Run a function's body on the page and return what it returns."""
        return self._marionette.execute_script(script, script_args=values, sandbox=None)

    def press(self, selector: str, keys: str) -> None:
        """Type ``keys`` into the element, as WebDriver writes them."""
        self._marionette.find_element("css selector", selector).send_keys(keys)

    def wait_for(self, script: str) -> None:
        """Wait until a function's body returns something true on the page."""
        Wait(self._marionette, timeout=PATIENCE).until(lambda _: self.run(script))

    def resize(self, width: int, height: int) -> None:
        self._marionette.set_window_rect(width=width, height=height)

    @contextmanager
    def without_script(self) -> Iterator[None]:
        """Run no script on pages that are opened meanwhile, as a reader may choose."""
        self._marionette.set_pref("javascript.enabled", False)
        try:
            yield
        finally:
            self._marionette.set_pref("javascript.enabled", True)

    def pdf(self) -> bytes:
        """Print the page as a reader would, on A4."""
        options = {"page": {"width": 21, "height": 29.7}, "background": True}
        answer = self._marionette._send_message("WebDriver:Print", options)
        return base64.b64decode(answer["value"])


@contextmanager
def firefox() -> Iterator[Firefox]:
    """Start Firefox without a window, with a profile of its own."""
    with socket.socket() as free, TemporaryDirectory() as profile:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        setting = f'user_pref("marionette.port", {port});'
        Path(profile, "user.js").write_text(setting, encoding="utf-8")
        process = subprocess.Popen(
            [str(PROGRAM), *ARGUMENTS, "-profile", profile],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            marionette = Marionette(host="127.0.0.1", port=port)
            marionette.raise_for_port(timeout=PATIENCE, check_process_status=False)
            marionette.start_session()
            yield Firefox(marionette)
            marionette.delete_session()
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
