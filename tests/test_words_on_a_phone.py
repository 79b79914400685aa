"""Whatever staff type, no page is wider than a phone, and nothing is lost on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from awkward_words import ADDRESS, CODE, COLUMNS, WORD, awkward_site
from axe import broken_in_any_theme
from html_checker import complaints
from paper import Paper
from serving import serve
from small_site import Site

PAGES = (
    "", "articles/", "articles/long/", "articles/other/", "articles/gone/", "checklists/long/",
    "about/", "topics/", "search/",
)  # fmt: skip
WIDEST = """document.documentElement.style.cssText = "--letters: 0.12em; --words: 0.16em";
document.documentElement.style.fontSize = "200%";"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return awkward_site(tmp_path_factory.mktemp("awkward"))


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with serve(site.folder / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    yield page
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_the_screen(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(WIDEST)
    page.set_viewport_size({"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_scrolls_is_reached_by_keyboard_and_has_a_name(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/long/")
    boxes = page.locator(".scroll-box")
    names = [box.get_attribute("aria-label") or "" for box in boxes.all()]
    assert any(name.startswith(f"Table: {COLUMNS[0]}, {COLUMNS[1]}") for name in names)
    assert "Code" in names
    assert boxes.first.evaluate("box => box.scrollWidth > box.clientWidth")
    boxes.first.evaluate("box => { const link = document.createElement('a'); link.href = '#';"
                         "box.before(link); link.focus(); }")  # fmt: skip
    page.keyboard.press("Tab")
    assert boxes.first.evaluate("box => box === document.activeElement")
    boxes.first.evaluate("box => { box.onscroll = () => { box.dataset.scrolled = '' } }")
    page.keyboard.press("ArrowRight")
    expect(boxes.first).to_have_attribute("data-scrolled", "")


def test_no_rule_of_accessibility_is_broken(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/long/")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        found = [one for _, wrong in broken_in_any_theme(page) for one in wrong]
        # Where words are scrolled away or too long for their place, axe cannot tell colours, which
        # test_brand.py holds for every word.
        assert [one for one in found if not one.startswith("color-contrast:")] == []


def test_the_html_is_that_of_the_standard(site: Site) -> None:
    assert complaints([site.path(f"{path}index.html") for path in PAGES]) == []


def test_nothing_is_lost_on_paper(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/long/")
    words = Paper(page.pdf(format="A4")).words.replace(" ", "")
    for word in (*COLUMNS, *CODE.split(), WORD, ADDRESS, "Film:", "Recording:"):
        assert word.replace(" ", "") in words, word
