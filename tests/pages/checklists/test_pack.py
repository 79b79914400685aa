"""A pack: chosen checklists are printed in one run, in the browser, with answers or without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import visitor
from built_sites import BuiltSites
from paper import Paper
from samples import CHECKLIST, EVERY_KIND
from serving import serve

PRINTED = "() => { window.print = () => { document.title = 'printed' } }"


@pytest.fixture(scope="module")
def address(built_sites: BuiltSites) -> Iterator[str]:
    third = CHECKLIST.replace("after-a-rejection", "third").replace("After a rejection", "Third")
    with serve(built_sites.of(EVERY_KIND + CHECKLIST + third).folder / "site") as address:
        yield f"{address}/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with visitor(browser) as context:
        page = context.new_page()
        page.goto(f"{address}checklists/every-kind/")
        page.get_by_label("What went well?").fill("I stayed calm.")
        page.goto(f"{address}checklists/")
        page.evaluate(PRINTED)
        yield page


def choose(page: Page, *titles: str) -> None:
    page.get_by_role("button", name="Choose sheets for a pack").click()
    for title in titles:
        page.get_by_label(f"Put in my pack: {title}").check()


def print_it(page: Page) -> Paper:
    page.get_by_role("button", name="Print my pack").click()
    expect(page).to_have_title("printed")
    return Paper(page.pdf(prefer_css_page_size=True))


def test_a_pack_has_the_chosen_sheets_with_my_answers_each_on_a_page_of_its_own(page: Page) -> None:
    choose(page, "Every kind of item", "After a rejection")
    assert page.get_by_role("status").text_content() == "2 sheets chosen."
    paper = print_it(page)
    starts = [number for number, _ in enumerate(paper.drawn) if "Name" in paper.page_words(number)]
    assert len(starts) == 2
    for title in ("After a rejection", "Every kind of item"):
        assert any(title in paper.page_words(number) for number in starts), title
    assert "I stayed calm." in paper.words
    for word in ("Third", "Checklists", "Put in my pack", "Print my pack", "Search"):
        assert word not in paper.words
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "Third" in Paper(page.pdf()).words


def test_a_pack_can_be_blank(page: Page) -> None:
    choose(page, "Every kind of item")
    page.get_by_label("Print my answers too").uncheck()
    paper = print_it(page)
    assert "What went well?" in paper.words
    assert "I stayed calm." not in paper.words


def test_a_pack_says_what_is_missing_and_prints_nothing(page: Page) -> None:
    choose(page)
    page.get_by_role("button", name="Print my pack").click()
    assert "Choose at least one sheet" in str(page.get_by_role("status").text_content())
    page.get_by_label("Put in my pack: Third").check()
    page.context.set_offline(True)
    page.get_by_role("button", name="Print my pack").click()
    page.get_by_text("Third could not be fetched, so nothing was printed.").wait_for()
    assert page.title() != "printed"
    page.context.set_offline(False)


def test_without_script_there_is_no_promise_of_a_pack(browser: Browser, address: str) -> None:
    with visitor(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}checklists/")
        assert not page.get_by_text("pack").first.is_visible()
