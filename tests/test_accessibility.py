"""No rule of axe-core is broken on any page, in any theme, at any width, nor on paper."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from real_pages import PAGES

AXE = (Path(__file__).parent / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES = ("light", "dark", "contrast", "cream")
WIDTHS = (320, 768, 1280)

LOOK = """async rules => {
    const found = await axe.run({ runOnly: rules, resultTypes: ["violations", "incomplete"] });
    const of = results => results.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)}`));
    return [...of(found.violations),
        ...of(found.incomplete.filter(rule => rule.id === "color-contrast"))]
        // An empty box with lines to write on has no text, and no plain background.
        .filter(one => !/^color-contrast: <textarea/.test(one));
}"""


def broken(page: Page) -> list[str]:
    """Return what axe-core finds wrong, and text whose contrast it cannot tell."""
    page.evaluate(AXE)
    found: list[Any] = page.evaluate(LOOK, RULES)
    return [str(one) for one in found]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_no_rule_is_broken_in_any_theme_at_any_width(
    page: Page, real_address: str, name: str
) -> None:
    page.goto(real_address + PAGES[name])
    for theme, width in product(THEMES, WIDTHS):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        assert broken(page) == [], (theme, width)


@pytest.mark.parametrize("name", PAGES)
def test_no_rule_is_broken_on_paper(page: Page, real_address: str, name: str) -> None:
    page.goto(real_address + PAGES[name])
    page.emulate_media(media="print")
    assert broken(page) == []


@pytest.mark.parametrize(("theme", "width"), list(product(THEMES, WIDTHS)))
def test_no_rule_is_broken_while_answers_are_saved_or_sent(
    page: Page, real_address: str, theme: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(real_address + PAGES["checklist"])
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_text("Save, send or clear my answers").click()
    page.get_by_text("Are you on a shared computer?").click()
    assert broken(page) == []
    page.get_by_role("button", name="Send to Haleema").click()
    assert broken(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_rule_is_broken_while_search_or_settings_are_open(
    page: Page, real_address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(real_address + PAGES["article"])
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("searchbox").fill("rejection")
    page.get_by_text("results for").wait_for()
    for theme in THEMES:
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        assert broken(page) == [], theme
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Reading settings").click()
    for theme in THEMES:
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        assert broken(page) == [], theme
