"""The site in WebKit, the engine of every browser on an iPhone."""

from collections.abc import Iterator

import pytest

from real_pages import PAGES
from serving import serve
from small_site import Site
from webkit import IS_INSTALLED, WebKit, webkit

pytestmark = pytest.mark.skipif(not IS_INSTALLED, reason="WebKit's driver is not installed")

ENTER, DOWN, UP, ESCAPE = "\ue007", "\ue015", "\ue013", "\ue00c"

STATUS = "document.querySelector('dialog[open] .search-status').textContent"
SENT = "document.querySelector('dialog[open] textarea')"
SHOWN = "getComputedStyle(document.querySelector('{}')).display"
BOX = "document.querySelector('.checklist textarea')"


@pytest.fixture(scope="module")
def page() -> Iterator[WebKit]:
    with webkit() as running:
        running.resize(360, 640)
        yield running


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_in_the_narrowest_window(
    page: WebKit, real_address: str, name: str
) -> None:
    page.open(real_address + PAGES[name])
    width = page.run("return innerWidth")
    assert width < 450  # MiniBrowser's toolbar allows no window as narrow as a phone
    assert page.run("return document.documentElement.scrollWidth") == width


def test_answers_are_restored_and_can_be_cleared(page: WebKit, real_address: str) -> None:
    address = real_address + PAGES["checklist"]
    page.open(address)
    page.press(".checklist textarea", "I listened with care.")
    page.run("document.querySelector('.checklist input[type=checkbox]').click()")
    page.open(address)
    page.wait_for(f"return {BOX}.value === 'I listened with care.'")
    assert page.run("return document.querySelector('.checklist input[type=checkbox]').checked")
    page.run("localStorage.clear()")
    page.open(address)
    assert page.run(f"return {BOX}.value") == ""


def test_what_would_be_sent_fits_the_window_and_is_left_with_escape(
    page: WebKit, real_address: str
) -> None:
    page.open(real_address + PAGES["checklist"])
    page.press(".checklist textarea", "I asked for help.")
    page.wait_for("return document.querySelector('.answers[data-ready]')")
    page.press("[data-send]", ENTER)
    page.wait_for(f"return {SENT}?.value.includes('I asked for help.')")
    left, right, width = page.run(
        "const box = document.querySelector('dialog[open]').getBoundingClientRect();"
        "return [box.left, box.right, innerWidth]"
    )
    assert 0 <= left < right <= width
    page.type(ESCAPE)
    page.wait_for("return !document.querySelector('dialog[open]')")
    assert page.run("return document.activeElement.matches('[data-send]')")
    page.run("localStorage.clear()")


def test_the_styles_of_paper_leave_out_what_only_a_screen_needs(
    page: WebKit, real_address: str
) -> None:
    """The driver cannot print, so the styles of paper are put on the screen."""
    page.open(real_address + PAGES["checklist"])
    page.run("document.querySelector('link[media=print]').media = 'all'")
    page.wait_for(f"return {SHOWN.format('.sheet-brand')} === 'flex'")
    hidden = (".site-header", ".masthead .breadcrumbs", ".answers-panel", ".site-footer")
    assert {page.run(f"return {SHOWN.format(part)}") for part in hidden} == {"none"}


def test_search_mends_a_slip_and_is_left_with_escape(page: WebKit, real_address: str) -> None:
    page.open(real_address)
    page.press(".search-open__button", ENTER)
    page.wait_for("return document.activeElement.matches('dialog[open] input[type=search]')")
    page.type("intervew")
    page.wait_for(f"return {STATUS}.includes('results for “interview”, not “intervew”')")
    page.type(DOWN)
    assert page.run("return document.activeElement.closest('.result') !== null")
    page.type(UP)
    page.run("document.activeElement.value = ''")
    page.type("want too die")
    page.wait_for("return document.querySelector('dialog[open] a[href=\"tel:116123\"]')")
    page.type(ESCAPE)
    page.wait_for("return !document.querySelector('dialog[open]')")
    assert page.run("return document.activeElement.matches('.search-open__button')")


def test_a_theme_is_applied_and_kept(page: WebKit, real_address: str) -> None:
    page.open(real_address)
    kept = '{"version": 1, "chosen": {"theme": "cream"}}'
    page.run("localStorage.setItem('reading-settings', arguments[0])", kept)
    page.open(real_address + PAGES["article"])
    theme = page.run("return document.documentElement.dataset.theme")
    page.run("localStorage.clear()")
    assert theme == "cream"


def test_a_page_that_was_read_opens_without_a_network(page: WebKit, real_site: Site) -> None:
    with serve(real_site.folder / "site") as address:
        page.open(address)
        page.wait_for("return navigator.serviceWorker.controller")
        page.open(address + PAGES["article"])
        title = page.run("return document.title")
    page.open(address)
    page.open(address + PAGES["article"])
    assert page.run("return document.title") == title
