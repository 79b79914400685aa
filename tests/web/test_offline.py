"""After one visit the pages read, and every checklist, open without a network."""

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import monotonic

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from built_sites import BuiltSites
from samples import ARTICLE, CHECKLIST, EVERY_KIND, article
from serving import serve
from small_site import Site

SEARCH = """
docs/search.yml
    crisis: {find: turned down, phrases: [want to die]}
    words: []
"""
PLAIN_FILE = """
docs/assets/script.txt
    Old words.
"""
DRAWING = (
    ARTICLE
    + CHECKLIST
    + EVERY_KIND
    + article("unread", "keywords: [rejection]")
    + SEARCH
    + PLAIN_FILE
)
CONTROLLED = """async () => {
    const workers = navigator.serviceWorker;
    await workers.ready;
    if (workers.controller) return;
    await new Promise(done => workers.addEventListener("controllerchange", done, { once: true }));
}"""
# Each looks again and again, and gives up in words rather than waiting for ever.
UNTIL = """condition => new Promise((done, give_up) => {
    const start = Date.now();
    const look = setInterval(async () => {
        const met = await condition();
        if (!met && Date.now() - start < 30_000) return;
        clearInterval(look);
        if (met) done(); else give_up(new Error("it never came"));
    }, 50);
})"""
RENEWED = f"""async ([page, words]) => {{
    await (await navigator.serviceWorker.ready).update();
    await ({UNTIL})(async () => {{
        const kept = (await caches.keys()).filter(name => name.includes(" kept "));
        const found = kept.length === 1 && await caches.match(page);
        return found && (await found.text()).includes(words);
    }});
}}"""
FORGOTTEN = f"""() => ({UNTIL})(async () => {{
    const workers = await navigator.serviceWorker.getRegistrations();
    return !workers.length && (await caches.keys()).join() === "of another site";
}})"""
KEPT = f"""async address => {{
    await ({UNTIL})(() => caches.match(address || location.href));
}}"""
KEPT_ADDRESSES = """async () => {
    const open = async name => (await caches.open(name)).keys();
    const all = await Promise.all((await caches.keys()).map(open));
    return all.flat().map(request => request.url);
}"""
PDF = "fetch('worksheet.pdf').then(r => r.text()).then(t => t.slice(0, 5))"


@pytest.fixture
def site(built_sites: BuiltSites, tmp_path: Path) -> Site:
    """Return a built site of the test's own."""
    return built_sites.of(DRAWING).copied(tmp_path / "own")


@pytest.fixture
def flows() -> Event:
    """Return whether the network flows; where it stalls, no answer comes."""
    event = Event()
    event.set()
    return event


@pytest.fixture
def address(site: Site, flows: Event) -> Iterator[str]:
    with serve(site.path(""), flows) as served:
        yield served
        flows.set()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context()
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


def visit(context: BrowserContext, address: str) -> Page:
    """Open an article for the first time, and wait until the worker keeps it and the site."""
    page = context.new_page()
    page.goto(f"{address}articles/being-turned-down/")
    page.evaluate("caches.open('of another site')")
    page.evaluate(CONTROLLED)
    page.evaluate(KEPT)
    return page


def test_what_was_read_and_every_checklist_open_without_a_network(
    context: BrowserContext, address: str
) -> None:
    page = visit(context, address)
    context.set_offline(offline=True)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Being turned down")
    for slug, title in (
        ("after-a-rejection", "After a rejection"),
        ("every-kind", "Every kind of item"),
    ):
        page.goto(f"{address}checklists/{slug}/")
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        page.locator(".checklist").get_by_role("checkbox").first.check()
        expect(page.get_by_role("status").filter(has_text="1 of")).to_be_visible()
        colour = page.evaluate("getComputedStyle(document.body).color")
        assert colour == "rgb(33, 26, 46)"


def test_a_page_never_read_leads_to_what_is_there(context: BrowserContext, address: str) -> None:
    page = visit(context, address)
    # A PDF is fetched and kept when somebody asks for it.
    assert not [url for url in page.evaluate(KEPT_ADDRESSES) if url.endswith(".pdf")]
    page.goto(f"{address}checklists/every-kind/")
    assert page.evaluate(PDF) == "%PDF-"
    page.evaluate(KEPT, f"{address}checklists/every-kind/worksheet.pdf")
    context.set_offline(offline=True)
    assert page.evaluate(PDF) == "%PDF-"
    for asked in ("articles/unread/", "articles/", "about/the-rest/?q=1"):
        page.goto(f"{address}{asked}")
        assert page.url == f"{address}{asked}"
        expect(page.get_by_role("heading", level=1)).to_have_text("You are not connected")
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(33, 26, 46)"
    main = page.locator("main")
    expect(main.get_by_role("link", name="116 123")).to_have_attribute("href", "tel:116123")
    write = main.get_by_role("link", name="Write to")
    expect(write).to_have_attribute("href", re.compile("^mailto:"))
    expect(page.get_by_role("link", name="worksheet for")).to_have_count(1)
    for place in ("contact/", "topics/", "topics/after-an-interview/", "search/"):
        assert page.evaluate("at => caches.match(at).then(Boolean)", f"{address}{place}"), place
    page.get_by_role("link", name="After a rejection", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("After a rejection")


def test_where_the_network_stalls_what_is_kept_is_shown_after_three_seconds(
    context: BrowserContext, address: str, flows: Event
) -> None:
    page = visit(context, address)
    flows.clear()
    start = monotonic()
    page.goto(f"{address}checklists/after-a-rejection/", wait_until="commit")
    assert 2.5 < monotonic() - start < 8
    expect(page.get_by_role("heading", level=1)).to_have_text("After a rejection")


def test_what_somebody_searched_for_is_not_kept(context: BrowserContext, address: str) -> None:
    page = visit(context, address)
    page.goto(f"{address}search/?q=rejection")
    expect(page.locator(".result__title").get_by_text("After a rejection")).to_be_visible()
    page.evaluate("fetch('?q=rejection').then(answer => answer.text())")
    page.goto(f"{address}contact/?from=rejection")
    kept = page.evaluate(KEPT_ADDRESSES)
    assert f"{address}search/" in kept
    assert not [url for url in kept if "?" in url]
    searched = {url for url in kept if url.startswith(f"{address}assets/search/")}
    assert searched == {f"{address}assets/search/{name}.json" for name in ("titles", "words")}


def test_a_quiet_note_says_that_there_is_no_network(context: BrowserContext, address: str) -> None:
    page = visit(context, address)
    note = page.get_by_text("You are not connected. Pages you have read")
    expect(note).to_be_hidden()
    context.set_offline(offline=True)
    expect(note).to_be_visible()
    context.set_offline(offline=False)
    expect(note).to_be_hidden()


def test_search_without_a_network_says_so_finds_titles_and_shows_who_to_call(
    context: BrowserContext, address: str
) -> None:
    page = visit(context, address)
    context.set_offline(offline=True)
    page.get_by_role("button", name="Search").click()
    dialog = page.get_by_role("dialog", name="Search")
    dialog.get_by_role("searchbox").fill("rejecton")
    expect(dialog.get_by_role("status")).to_have_text(
        "You are not connected, so only titles were searched. "
        "2 results for “rejection”, not “rejecton”"
    )
    # What a title says comes before what staff added.
    expect(dialog.locator(".result__title")).to_have_text(["After a rejection", "Unread"])
    dialog.get_by_role("searchbox").fill("wnat to die")
    expect(dialog.locator(".search-urgent").get_by_role("link", name="116 123")).to_be_visible()


def test_an_update_is_there_at_the_next_load(
    context: BrowserContext, site: Site, address: str
) -> None:
    page = visit(context, address)
    words = "fetch('../../assets/script.txt').then(answer => answer.text())"
    assert "Old words." in page.evaluate(words)
    site.draw(CHECKLIST.replace("Wait a day.", "Wait two days.") + ARTICLE.replace("Rest.", "Nap."))
    site.draw(PLAIN_FILE.replace("Old", "New"))
    settings = site.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("haleema.latif@", "somebody.new@"), encoding="utf-8")
    site.built()
    assert "New words." in page.evaluate(words)
    page.evaluate(RENEWED, [f"{address}checklists/after-a-rejection/", "Wait two days."])
    context.set_offline(offline=True)
    # What was read before the change is as new as what is kept for everyone.
    page.reload()
    expect(page.get_by_text("Nap.")).to_be_visible()
    expect(page.get_by_role("link", name="somebody.new@").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(33, 26, 46)"
    assert "New words." in page.evaluate(words)
    page.goto(f"{address}checklists/after-a-rejection/")
    expect(page.get_by_text("Wait two days.")).to_be_visible()
    assert page.evaluate("caches.has('of another site')")


def test_one_setting_switches_it_off_and_takes_away_what_was_kept(
    context: BrowserContext, site: Site, address: str
) -> None:
    page = visit(context, address)
    settings = site.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("offline: true", "offline: false"), encoding="utf-8")
    site.built()
    assert "offline" not in site.page("articles/being-turned-down/").html
    page.reload()
    page.evaluate(FORGOTTEN)


def test_the_worker_changes_only_when_what_it_keeps_does(site: Site) -> None:
    first = site.files()["sw.js"]
    assert site.built().files()["sw.js"] == first
    site.draw(CHECKLIST.replace("Wait a day.", "Wait two days."))
    assert site.built().files()["sw.js"] != first


def test_the_first_visit_waits_for_the_page_before_it_keeps_anything(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{address}articles/being-turned-down/", wait_until="networkidle")
    asked = page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    assert not [url for url in asked if url.endswith(".pdf")]
    context.close()
