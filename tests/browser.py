"""The browser the tests drive: one that is installed, or Playwright's own.

Run as a program it says which, and fails where there is none.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Root (as in a container) may not use Chromium's sandbox; the rest keeps it from calling home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def executable(playwright: Playwright) -> str:
    """Return the path of the browser to drive; raises ``FileNotFoundError`` where there is none."""
    for name in NAMES:
        found = shutil.which(name)
        if found and "/snap/" not in str(Path(found).resolve()):
            return found
    own = playwright.chromium.executable_path
    if Path(own).is_file():
        return own
    raise FileNotFoundError("no Chromium")


def launch(playwright: Playwright) -> Browser:
    """Start the browser without a window."""
    return playwright.chromium.launch(executable_path=executable(playwright), args=ARGUMENTS)


if __name__ == "__main__":
    with sync_playwright() as running:
        sys.stdout.write(f"{executable(running)}\n")
