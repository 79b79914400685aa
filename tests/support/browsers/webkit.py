"""WebKitGTK's MiniBrowser, driven by WebDriver: the engine of Safari, which iPhones have."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service

DRIVER = shutil.which("WebKitWebDriver")
BROWSER = next(Path("/usr/lib").glob("*/webkit2gtk-*/MiniBrowser"), None)
SCREEN = shutil.which("Xvfb")
IS_INSTALLED = bool(DRIVER and BROWSER and SCREEN)

TIMEOUT = 30
"""Seconds to wait for something on a page."""


class WebKit:
    """A running MiniBrowser with one page."""

    def __init__(self, driver: WebKitGTK) -> None:
        self._driver = driver

    def open(self, address: str) -> None:
        self._driver.get(address)

    def run(self, script: str, *values: Any) -> Any:
        """Run a function's body on the page and return what it returns."""
        return self._driver.execute_script(script, *values)

    def press(self, selector: str, keys: str) -> None:
        """Type ``keys`` into the element, as WebDriver writes them."""
        self._driver.find_element(By.CSS_SELECTOR, selector).send_keys(keys)

    def type(self, keys: str) -> None:
        """Type ``keys`` where the focus is."""
        self._driver.switch_to.active_element.send_keys(keys)

    def wait_for(self, script: str) -> None:
        """Wait until a function's body returns something true on the page."""
        WebDriverWait(self._driver, TIMEOUT).until(lambda _: self.run(script))

    def resize(self, width: int, height: int) -> None:
        self._driver.set_window_rect(0, 0, width, height)


@contextmanager
def webkit() -> Iterator[WebKit]:
    """Start MiniBrowser on a screen that nobody sees, with a profile of its own."""
    read, write = os.pipe()
    screen = subprocess.Popen(
        [str(SCREEN), "-displayfd", str(write), "-screen", "0", "1300x1000x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as number:  # Xvfb writes a free number once it is ready
            display = f":{number.readline().strip()}"
        options = WebKitGTKOptions()
        options.binary_location = str(BROWSER)
        options.add_argument("--automation")
        service = Service(str(DRIVER), env={**os.environ, "DISPLAY": display})
        driver = WebKitGTK(options=options, service=service)
        try:
            yield WebKit(driver)
        finally:
            driver.quit()
    finally:
        screen.terminate()
        screen.wait()
