"""No rule of axe-core is broken on any page, in any theme, at any width, nor on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from axe import WIDTHS, broken, broken_in_any_theme
from browser import visitor
from reading import Visit
from real_pages import PAGES


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with visitor(browser, reduced_motion="reduce") as context:
        yield context.new_page()


def test_no_rule_is_broken_in_any_theme_at_any_width(each_page: Visit) -> None:
    for width in WIDTHS:
        each_page.page.set_viewport_size({"width": width, "height": 900})
        # What stands between the narrowest and the widest is laid out as one of them.
        look = broken if width == WIDTHS[1] else broken_in_any_theme
        assert look(each_page.page) == [], width


def test_no_rule_is_broken_on_paper(each_page: Visit) -> None:
    each_page.page.emulate_media(media="print")
    # SC 2.5.8 is about what is pressed, and nobody presses paper.
    assert [rule for rule in broken(each_page.page) if not rule.startswith("target-size")] == []


@pytest.mark.parametrize("width", [WIDTHS[0], WIDTHS[-1]])
def test_no_rule_is_broken_while_answers_are_saved_or_sent(
    page: Page, real_address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(real_address + PAGES["checklist"])
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_text("More to do with my answers").click()
    page.get_by_text("Are you on a shared computer?").click()
    assert broken_in_any_theme(page) == []
    page.get_by_role("button", name="Send to Haleema").click()
    assert broken_in_any_theme(page) == []


@pytest.mark.parametrize("width", [WIDTHS[0], WIDTHS[-1]])
def test_no_rule_is_broken_while_search_or_settings_are_open(
    page: Page, real_address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(real_address + PAGES["article"])
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("searchbox").fill("rejection")
    page.get_by_text("results for").wait_for()
    assert broken_in_any_theme(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Reading settings").click()
    assert broken_in_any_theme(page) == []


@pytest.mark.parametrize(
    ("query", "words"), [("interview", "results for"), ("xyzzy", "No results")]
)
def test_no_rule_is_broken_on_the_page_of_results(
    page: Page, real_address: str, query: str, words: str
) -> None:
    page.goto(f"{real_address}search/?q={query}")
    page.get_by_role("main").get_by_text(words).wait_for()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        look = broken if width == WIDTHS[1] else broken_in_any_theme
        assert look(page) == [], width
