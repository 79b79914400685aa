"""A shared computer: one press clears everything, and Back brings nothing of it back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import launch_with_history
from built_sites import BuiltSites
from samples import EVERY_KIND, article
from serving import serve

DRAWING = article("being-turned-down") + EVERY_KIND.replace(
    "    minutes:", "    sensitive: true\n    minutes:", 1
)
SHEET = "checklists/every-kind/"
CLEAR = "Clear everything on this device and leave"
OF_ANOTHER_SITE = """async () => {
    localStorage.setItem("of another site", "1");
    await caches.open("of another site");
}"""
CONTROLLED = """async () => {
    const workers = navigator.serviceWorker;
    await workers.ready;
    if (workers.controller) return;
    await new Promise(done => workers.addEventListener("controllerchange", done, { once: true }));
}"""
ON_DEVICE = """async () => [
    Object.keys(localStorage).sort(), await caches.keys(),
    (await navigator.serviceWorker.getRegistrations()).length,
]"""


ASK_THE_WORKER = """async (addresses) => {
    navigator.serviceWorker.controller.postMessage({ keep: addresses });
    for (const address of addresses) await (await fetch(address)).text();
}"""


@pytest.fixture(scope="module")
def address(built_sites: BuiltSites) -> Iterator[str]:
    with serve(built_sites.of(DRAWING).path("")) as served:
        yield served


@pytest.fixture(scope="module")
def running(browser: Browser) -> Iterator[Browser]:
    browser = launch_with_history(browser)
    yield browser
    browser.close()


@pytest.fixture
def page(running: Browser) -> Iterator[Page]:
    context = running.new_context()
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_one_press_clears_everything_and_back_brings_nothing_of_it_back(
    page: Page, address: str
) -> None:
    page.goto(address + SHEET)
    page.evaluate(CONTROLLED)
    page.evaluate(OF_ANOTHER_SITE)
    page.evaluate(
        """() => {
        localStorage.setItem("answers:gone-long-ago", "{}");
        localStorage.setItem("answers-unreadable:every-kind", "{");
        localStorage.setItem("answers-not-kept", "no");
        window.same = true;
        }"""
    )
    page.get_by_role("button", name="Reading settings").click()
    page.get_by_label("Cream").check()
    page.keyboard.press("Escape")
    page.get_by_label("Wait a day.").check()
    # The one in which the reader still writes is the hardest to empty.
    page.get_by_label("What went well?").fill("A note on my health.")
    page.goto(f"{address}articles/being-turned-down/")
    kept, caches, workers = page.evaluate(ON_DEVICE)
    assert "answers:every-kind" in kept
    assert len(caches) > 1
    assert workers == 1
    page.get_by_role("contentinfo").get_by_role("button", name=CLEAR).click()
    page.wait_for_url(f"{address}cleared/")
    expect(page.get_by_role("heading", level=1)).to_have_text("All clear")
    assert page.evaluate(ON_DEVICE) == [["of another site"], ["of another site"], 0]
    page.go_back()
    expect(page).to_have_url(address + SHEET)
    expect(page.locator("[data-answers-line][data-ready]")).to_be_visible()
    expect(page.get_by_label("What went well?")).to_have_value("")
    expect(page.get_by_label("Wait a day.")).not_to_be_checked()
    assert page.locator("html").get_attribute("data-theme") is None
    page.wait_for_function("() => !window.same")  # the page as it was left is gone
    assert not [key for key in page.evaluate(ON_DEVICE)[0] if key.startswith("answers")]


def test_a_page_that_is_still_open_brings_nothing_back(page: Page, address: str) -> None:
    page.goto(address + SHEET)
    page.evaluate(CONTROLLED)
    page.evaluate("navigator.serviceWorker.controller.postMessage({ forget: true })")
    page.wait_for_function("async () => !(await caches.keys()).length")
    page.evaluate(ASK_THE_WORKER, [address + SHEET, f"{address}articles/being-turned-down/"])
    assert page.evaluate("caches.keys()") == []


def test_undo_ends_after_a_minute_and_when_the_page_is_left(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(address + SHEET)
    field, undo = page.get_by_label("What went well?"), page.get_by_role("button", name="Undo")
    clear = page.get_by_role("button", name="Clear my answers")
    field.fill("A note on my health.")
    clear.click()
    expect(undo).to_be_focused()
    page.clock.fast_forward(50_000)
    undo.click()
    expect(field).to_have_value("A note on my health.")
    clear.click()
    expect(undo).to_be_visible()
    page.clock.fast_forward(61_000)
    expect(undo).to_be_hidden()
    expect(clear).to_be_focused()
    field.fill("A note on my health.")
    clear.click()
    expect(undo).to_be_visible()
    page.goto(address)
    page.go_back()
    expect(page.locator("[data-answers-line][data-ready]")).to_be_visible()
    expect(undo).to_be_hidden()
    expect(field).to_have_value("")


def test_a_reader_may_choose_that_nothing_is_kept(page: Page, address: str) -> None:
    page.goto(address + SHEET)
    expect(page.locator(".sensitive-note")).to_contain_text("What you write here may be private.")
    page.get_by_role("link", name="see how to leave nothing behind").click()
    page.evaluate("localStorage.setItem('answers:another', '{}')")
    field, line = page.get_by_label("What went well?"), page.locator("[data-answers-line]")
    field.fill("A note on my health.")
    page.get_by_text("Are you on a shared computer?").click()
    choice = page.get_by_label("Do not keep my answers")
    choice.check()
    expect(line).to_contain_text("Your answers are not kept.")
    expect(field).to_have_value("A note on my health.")
    assert page.evaluate("Object.keys(localStorage)") == ["answers-not-kept"]
    page.get_by_role("button", name="Undo").click()
    expect(choice).not_to_be_checked()
    assert page.evaluate("Object.keys(localStorage).sort()") == [
        "answers-not-kept",
        "answers:another",
        "answers:every-kind",
    ]
    choice.check()
    field.fill("Another note on my health.")
    page.goto(address)
    page.go_back()
    expect(line).to_contain_text("Your answers are not kept.")
    expect(field).to_have_value("")
    assert page.evaluate("Object.keys(localStorage)") == ["answers-not-kept"]
    if not choice.is_visible():
        page.get_by_text("Are you on a shared computer?").click()
    choice.uncheck()
    field.fill("Kept.")
    page.reload()
    expect(field).to_have_value("Kept.")
