"""A checklist on a phone: its boxes first, and what to do with the answers after the last one."""

from collections.abc import Iterator
from statistics import median

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import visitor
from built_sites import BuiltSites
from samples import EVERY_KIND
from serving import serve
from small_site import Site

EVERY = "checklists/every-kind/"
TOP_OF_FIRST_FIELD = """[...document.querySelectorAll(".checklist :is(input, textarea)")]
    .find((field) => field.getClientRects().length).getBoundingClientRect().top"""


@pytest.fixture(scope="module")
def address(built_sites: BuiltSites) -> Iterator[str]:
    with serve(built_sites.of(EVERY_KIND).path("")) as served:
        yield served


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with visitor(browser, viewport={"width": 360, "height": 640}) as context:
        opened = context.new_page()
        opened.goto(address + EVERY)
        yield opened


def test_the_first_box_of_most_checklists_is_on_the_first_screen(
    browser: Browser, real_site: Site, real_address: str
) -> None:
    tops = []
    with visitor(browser, viewport={"width": 360, "height": 640}) as context:
        page = context.new_page()
        for sheet in real_site.path("checklists").glob("*/worksheet.txt"):
            address = f"{real_address}checklists/{sheet.parent.name}/"
            page.goto(address, wait_until="domcontentloaded")
            tops.append(page.evaluate(TOP_OF_FIRST_FIELD))
    assert len(tops) >= 25
    assert median(tops) < 600
    assert max(tops) < 960


def test_what_to_do_next_comes_after_the_last_item(page: Page) -> None:
    order = page.locator("main :is(h1, h2, h3)").all_inner_texts()
    assert order[:4] == ["Every kind of item", "To do", "To think about", "What next?"]
    panel = page.get_by_role("region", name="What next?")
    expect(panel.get_by_role("button")).to_have_text(
        [
            "Send to Haleema",
            "Print with my answers",
            "Save a copy to read",
            "Clear my answers",
            "Clear everything on this device and leave",
        ]
    )
    expect(panel.get_by_role("link").first).to_contain_text("Download the worksheet")
    last = page.locator(".checklist textarea").last
    assert last.bounding_box()["y"] < panel.bounding_box()["y"]  # type: ignore[index]


def test_the_column_beside_a_checklist_is_seen_whole_and_what_is_focused_in_it_too(
    page: Page,
) -> None:
    page.set_viewport_size({"width": 1366, "height": 657})
    page.evaluate("scrollTo({ top: 900, behavior: 'instant' })")
    panel = page.get_by_role("region", name="What next?")
    box = panel.bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 657
    for folded in panel.locator("summary").all():
        folded.click()
    controls = panel.locator("button:visible, input:visible, summary:visible, a:visible").count()
    panel.get_by_role("button").first.focus()
    seen = []
    while page.evaluate("document.activeElement.closest('.answers-panel') !== null"):
        top, bottom, name = page.evaluate(
            """() => { const { top, bottom } = document.activeElement.getBoundingClientRect();
            return [top, bottom, document.activeElement.textContent] }"""
        )
        seen.append(name)
        assert top >= 0, name
        assert bottom <= 657, name
        page.keyboard.press("Tab")
    assert len(seen) == controls >= 13
