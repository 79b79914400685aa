"""What a visit moves, in bytes, from a host that compresses (gzip)."""

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from browser import visitor
from real_pages import PAGES

FIRST_VISIT = 60 * 1024
# Of this, 250 to 900 bytes are security headers, sent with each file; HTTP/2, which hosts speak and
# this one does not, sends what is the same only once.
SECOND_PAGE = 12 * 1024


class Meter:
    """Adds up what the page moves over the network, headers included."""

    def __init__(self, page: Page) -> None:
        self.moved = 0
        session: CDPSession = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._finished)

    def _finished(self, event: dict[str, float]) -> None:
        self.moved += int(event["encodedDataLength"])


@pytest.mark.parametrize(
    ("first", "second"), [("article", "topic"), ("article", "checklist"), ("home", "article")]
)
def test_a_first_visit_and_a_second_page_are_light(
    browser: Browser, real_address: str, first: str, second: str
) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    meter = Meter(page)
    page.goto(real_address + PAGES[first], wait_until="networkidle")
    assert 0 < meter.moved <= FIRST_VISIT
    before = meter.moved
    page.goto(real_address + PAGES[second], wait_until="networkidle")
    assert 0 < meter.moved - before <= SECOND_PAGE
    context.close()


@pytest.mark.parametrize("name", ["home", "article", "checklist"])
def test_nothing_moves_on_the_page_while_it_loads(
    browser: Browser, real_address: str, name: str
) -> None:
    with visitor(browser, viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        page.add_init_script(
            """window.shift = 0;
            new PerformanceObserver(
                list => list.getEntries().forEach(e => { window.shift += e.value })
            ).observe({ type: "layout-shift", buffered: true });"""
        )
        page.goto(real_address + PAGES[name], wait_until="networkidle")
        assert page.evaluate("window.shift") == 0
