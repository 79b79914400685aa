"""A page in a real browser, and the panel of its reading settings."""

import json
from typing import Any

from playwright.sync_api import BrowserContext, Page

KEY = "reading-settings"
THEMES = ("Light", "Dark", "High contrast", "Cream")


class Reader:
    """Someone at a browser, whose device may hold choices from before."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address

    def open(self, path: str, kept: dict[str, str] | None = None, before: str = "") -> Page:
        """Open a page; ``before`` is a script that runs before the page's own."""
        page = self.context.new_page()
        page.add_init_script(before)
        if kept:
            text = json.dumps({"version": 1, "chosen": kept})
            page.add_init_script(f"localStorage.setItem('{KEY}', {json.dumps(text)})")
        page.goto(self.address + path)
        return page


def open_panel(page: Page) -> None:
    page.get_by_role("button", name="Reading settings").click()


def choose(page: Page, group: str, words: str) -> None:
    page.get_by_role("group", name=group).get_by_label(words, exact=True).check()


def style(page: Page, selector: str, name: str) -> str:
    return str(page.eval_on_selector(selector, "(e, name) => getComputedStyle(e)[name]", name))


def attributes(page: Page) -> dict[str, str]:
    return dict(page.evaluate("({ ...document.documentElement.dataset })"))


def on_device(page: Page) -> Any:
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "null")
