"""The browser the tests drive: one that is installed, or Playwright's own.

Run as a program it says which, and fails where there is none.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

NAMES = (
    # The same browser without what draws windows: a new page takes a tenth of the work.
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)

# Root (as in a container) may not use Chromium's sandbox; the rest keeps it from calling home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def launch_with_history(browser: Browser) -> Browser:
    """Start a second browser that brings pages back as they were left, as those of readers do."""
    kind = browser.browser_type
    return kind.launch(
        executable_path=_executable(kind.executable_path),
        args=ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )


def executable(playwright: Playwright) -> str:
    """Return the path of the browser to drive; raises ``FileNotFoundError`` where there is none."""
    return _executable(playwright.chromium.executable_path)


def _executable(own: str) -> str:
    for name in NAMES:
        found = shutil.which(name)
        if found and "/snap/" not in str(Path(found).resolve()):
            return found
    if Path(own).is_file():
        return own
    raise FileNotFoundError("no Chromium")


def launch(playwright: Playwright) -> Browser:
    """Start the browser without a window."""
    return playwright.chromium.launch(executable_path=executable(playwright), args=ARGUMENTS)


@contextmanager
def visitor(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """Give a new visitor, at a screen 1280 wide and 900 high unless ``options`` say otherwise.

    Their browser has no service workers, as in some private windows. The site's own, once a page
    is at rest, fetches every checklist and PDF: more work than most tests are.
    """
    options.setdefault("viewport", {"width": 1280, "height": 900})
    context = browser.new_context(**options)
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    try:
        yield context
    finally:
        context.close()


if __name__ == "__main__":
    with sync_playwright() as running:
        sys.stdout.write(f"{executable(running)}\n")
