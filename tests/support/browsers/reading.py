"""A page in a real browser, and the panel of its reading settings."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import BrowserContext, Page, Response

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


class Visit:
    """A page that was opened: what it asked for, and what failed or was complained of."""

    def __init__(self, page: Page, address: str, path: str) -> None:
        self.page = page
        self.address = address
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("response", self._note)
        page.on("requestfailed", lambda request: self.complaints.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.goto(address + path)

    def _note(self, response: Response) -> None:
        self.asked.append(response.url)
        if not response.ok:
            self.complaints.append(f"{response.status} {response.url}")


@contextmanager
def chosen_on(page: Page, choices: dict[str, str]) -> Iterator[None]:
    """Let ``page`` be as it is for someone with these ``choices``, which stand on its root."""
    page.evaluate("all => { Object.assign(document.documentElement.dataset, all) }", choices)
    yield
    page.evaluate(
        "all => { for (const one of all) delete document.documentElement.dataset[one] }",
        list(choices),
    )


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
