"""Search: results as somebody types, in the header's dialog and on the search page."""

import gzip
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser import visitor
from built_sites import BuiltSites
from conftest import MakeSite
from previewing import preview
from real_pages import PAGES
from samples import ARTICLE, CHECKLIST, article
from serving import serve
from small_site import Site

REJECTION = "How to handle rejection after an interview"
ENGINE = "assets/search/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    complaints: list[str] = []
    with visitor(browser) as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
    assert complaints == []


def open_dialog(page: Page) -> Locator:
    page.get_by_role("button", name="Search").click()
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog).to_be_visible()
    return dialog


def status(place: Page | Locator) -> Locator:
    return place.get_by_role("status")


def results_for(words: str) -> re.Pattern[str]:
    """Return what the status says of ``words``, however many pages staff have published."""
    return re.compile(rf"^\d+ results for “{words}”$")


def titles(place: Page | Locator) -> list[str]:
    return place.locator(".result__title").all_inner_texts()


def kinds(page: Page) -> set[str]:
    return {text.split(" · ")[0] for text in page.locator(".result__kind").all_inner_texts()}


def test_typing_finds_articles_with_headings_and_marked_extracts(
    page: Page, real_address: str
) -> None:
    page.goto(real_address + PAGES["articles"])
    dialog = open_dialog(page)
    expect(dialog.get_by_label("What are you looking for?")).to_be_focused()
    page.keyboard.type("rejec")
    expect(status(dialog)).to_have_text(results_for("rejec"))
    first = dialog.get_by_role("listitem").first
    expect(first.get_by_role("heading", level=3)).to_have_text(REJECTION)
    expect(first.locator(".result__extract mark")).to_have_text("rejection")
    first.get_by_role("link", name=REJECTION).click()
    expect(page).to_have_url(real_address + PAGES["article"])


def test_a_result_leads_to_the_part_of_the_page_where_the_words_stand(
    page: Page, real_address: str
) -> None:
    page.goto(f"{real_address}search/?q=rejection")
    page.get_by_role("link", name="If you would like some help").click()
    expect(page).to_have_url(f"{real_address}{PAGES['article']}#if-you-would-like-some-help")


def test_the_words_of_a_checklists_boxes_are_found(page: Page, real_address: str) -> None:
    page.goto(f"{real_address}search/?q=wait a day before you reply")
    expect(page.locator(".result__title", has_text="After a rejection")).to_be_visible()


def test_what_every_page_says_is_not_found(real_site: Site) -> None:
    for fragment in fragments(real_site):
        assert "Save these contact details" not in fragment["content"]
        assert "You might also like" not in fragment["content"]
        assert "Breadcrumbs" not in fragment["content"]
        assert fragment["meta"]["summary"] in fragment["content"]


def test_no_extract_can_hold_the_words_of_a_button(real_site: Site) -> None:
    for fragment in fragments(real_site):
        said = re.split(r"[.!?] ", fragment["content"].rstrip(".!?"))
        buttons = real_site.page(fragment["url"].lstrip("/")).texts("main button, main summary")
        assert {*filter(None, buttons)}.isdisjoint(said)


def test_lists_home_404_and_the_search_page_are_not_found(real_site: Site) -> None:
    found = {fragment["url"] for fragment in fragments(real_site)}
    assert f"/{PAGES['article']}" in found
    assert f"/{PAGES['checklist']}" in found
    assert f"/{PAGES['topic']}" in found
    assert f"/{PAGES['privacy']}" in found
    assert not found & {"/", "/articles/", "/checklists/", "/topics/", "/search/", "/404.html"}


def test_results_can_be_filtered_by_kind_and_by_topic(
    page: Page, real_address: str, real_site: Site
) -> None:
    page.goto(f"{real_address}search/?q=interview")
    expect(page.locator(".result__kind").nth(3)).to_be_visible()
    assert kinds(page) >= {"Article", "Checklist"}
    page.get_by_label("Checklists").check()
    expect(page.locator(".result__kind").first).to_contain_text("Checklist")
    assert kinds(page) == {"Checklist"}
    page.get_by_label("Articles").check()
    expect(page.locator(".result__kind").first).to_contain_text("Article")
    assert kinds(page) == {"Article"}
    before = status(page).inner_text()
    page.get_by_label("Topic", exact=True).select_option("Your rights and adjustments")
    expect(status(page)).not_to_have_text(before)
    expect(page.locator(".result__title").first).to_be_visible()
    shelf = real_site.page("topics/your-rights-and-adjustments/").texts(".card--article h3")
    assert set(titles(page)) <= set(shelf)


def test_the_address_says_what_is_asked_and_asks_it_again(page: Page, real_address: str) -> None:
    page.goto(f"{real_address}search/")
    page.get_by_label("What are you looking for?").fill("feedback")
    page.get_by_label("Articles").check()
    page.get_by_label("Topic", exact=True).select_option("After an interview")
    shared = f"{real_address}search/?q=feedback&kind=article&topic=after-an-interview"
    expect(page).to_have_url(shared)
    expect(status(page)).to_contain_text("results for “feedback”")
    before = titles(page)
    assert before

    page.goto("about:blank")
    page.goto(shared)
    expect(page.get_by_label("What are you looking for?")).to_have_value("feedback")
    expect(page.get_by_label("Articles")).to_be_checked()
    expect(page.get_by_label("Topic", exact=True)).to_have_value("after-an-interview")
    expect(page.locator(".result__title")).to_have_count(len(before))
    assert titles(page) == before


def test_going_back_from_a_result_shows_the_results_again(page: Page, real_address: str) -> None:
    page.goto(f"{real_address}search/")
    page.get_by_label("What are you looking for?").fill("rejection")
    page.get_by_role("link", name=REJECTION).click()
    expect(page).to_have_url(real_address + PAGES["article"])
    page.go_back()
    expect(page.get_by_label("What are you looking for?")).to_have_value("rejection")
    expect(page.get_by_role("link", name=REJECTION)).to_be_visible()


def test_a_filter_that_does_not_exist_is_none(page: Page, real_address: str) -> None:
    page.goto(f"{real_address}search/?q=rejection&kind=song&topic=gone")
    expect(status(page)).to_have_text(results_for("rejection"))
    expect(page.get_by_label("Everything")).to_be_checked()
    expect(page.get_by_label("Topic", exact=True)).to_have_value("")


def test_the_keyboard_alone_opens_searches_chooses_and_closes(
    page: Page, real_address: str
) -> None:
    page.goto(real_address + PAGES["articles"])
    button = page.get_by_role("button", name="Search")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("rejection")
    dialog = page.get_by_role("dialog", name="Search")
    expect(status(dialog)).to_have_text(results_for("rejection"))
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()

    page.keyboard.press("Enter")
    expect(dialog.get_by_label("What are you looking for?")).to_have_value("rejection")
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(dialog.get_by_role("link", name=REJECTION)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(real_address + PAGES["article"])


def test_enter_leads_to_the_search_page_with_the_same_words(page: Page, real_address: str) -> None:
    page.goto(real_address + PAGES["home"])
    open_dialog(page)
    page.keyboard.type("turned down")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{real_address}search/?q=turned+down")
    expect(status(page)).to_contain_text("results for “turned down”")


def test_all_results_of_the_dialog_are_a_link_away(page: Page, real_address: str) -> None:
    page.goto(real_address + PAGES["home"])
    dialog = open_dialog(page)
    page.keyboard.type("interview")
    expect(dialog.locator(".result")).to_have_count(5)
    dialog.get_by_role("link", name="See all results").click()
    expect(page).to_have_url(f"{real_address}search/?q=interview")
    expect(page.locator(".result")).to_have_count(10)


def test_on_the_search_page_the_button_leads_to_its_field(page: Page, real_address: str) -> None:
    page.goto(f"{real_address}search/")
    page.get_by_role("banner").get_by_role("button", name="Search").click()
    expect(page.get_by_label("What are you looking for?")).to_be_focused()


def test_more_results_come_ten_at_a_time_and_the_focus_goes_to_them(
    built_sites: BuiltSites, browser: Browser
) -> None:
    site = built_sites.of("".join(article(f"number-{n:02}", body="A badger.") for n in range(13)))
    with serve(site.path("")) as address:
        page = browser.new_page()
        page.goto(f"{address}search/?q=badger")
        expect(status(page)).to_have_text("13 results for “badger”")
        expect(page.locator(".result")).to_have_count(10)
        page.get_by_role("button", name="Show more").click()
        expect(status(page)).to_have_text("13 of 13 results shown")
        expect(page.locator(".result").nth(10).get_by_role("link").first).to_be_focused()
        expect(page.get_by_role("button", name="Show more")).to_be_hidden()
        page.close()


def test_without_a_result_the_dialog_leads_to_the_topics_and_the_contact(
    page: Page, real_address: str
) -> None:
    page.goto(real_address + PAGES["article"])
    dialog = open_dialog(page)
    page.keyboard.type("xyzzy")
    expect(status(dialog)).to_have_text("No results for “xyzzy”")
    expect(dialog.get_by_role("link", name="write to Haleema")).to_be_visible()
    dialog.get_by_role("link", name="look through the topics").click()
    expect(page).to_have_url(f"{real_address}topics/")


def test_without_a_result_the_page_shows_the_topics_and_the_contact(
    page: Page, real_address: str
) -> None:
    page.goto(f"{real_address}search/?q=rejection")
    expect(status(page)).to_have_text(results_for("rejection"))
    expect(page.get_by_role("heading", name="Choose a topic")).to_be_hidden()
    page.get_by_label("What are you looking for?").fill("xyzzy")
    expect(status(page)).to_have_text("No results for “xyzzy”")
    expect(page.get_by_role("heading", name="Choose a topic")).to_be_visible()
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name="After an interview")).to_be_visible()
    expect(main.get_by_role("link", name="Write to Haleema", exact=True).first).to_be_visible()


def test_results_are_announced_in_a_live_region_that_is_there_from_the_start(
    real_site: Site,
) -> None:
    assert real_site.page("search/").one(".search-status").attributes["role"] == "status"
    for box in ("", "articles/"):
        assert real_site.page(box).one("dialog .search-status").attributes["role"] == "status"


@pytest.fixture(scope="module")
def plain_page(browser: Browser) -> Iterator[Page]:
    """Return a page of a browser without script."""
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


@pytest.mark.parametrize("name", PAGES)
def test_without_script_there_is_no_control_that_does_nothing(
    plain_page: Page, real_address: str, name: str
) -> None:
    plain_page.goto(real_address + PAGES[name])
    assert plain_page.get_by_role("searchbox").all() == []
    assert plain_page.get_by_role("button", name="Search").all() == []


def test_without_script_the_search_page_says_so_and_offers_the_topics(
    plain_page: Page, real_address: str
) -> None:
    plain_page.goto(f"{real_address}search/")
    expect(plain_page.get_by_text("Search needs JavaScript")).to_be_visible()
    plain_page.get_by_role("main").get_by_role("link", name="After an interview").click()
    expect(plain_page).to_have_url(f"{real_address}topics/after-an-interview/")


@pytest.mark.parametrize("part", ["search-page.js", "understand.js"])
def test_where_a_script_of_search_is_blocked_the_search_page_says_so(
    browser: Browser, real_address: str, part: str
) -> None:
    with visitor(browser) as context:
        page = context.new_page()
        page.route(f"**/{part}", lambda route: route.abort())
        page.goto(f"{real_address}search/?q=feedback")
        expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
        main = page.get_by_role("main")
        expect(main.get_by_role("searchbox")).to_be_hidden()
        expect(main.get_by_role("link", name="After an interview")).to_be_visible()


def test_nothing_of_the_search_engine_moves_before_somebody_searches(
    page: Page, real_address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in (PAGES["home"], PAGES["article"], "search/"):
        page.goto(real_address + address, wait_until="networkidle")
    assert [url for url in asked if ENGINE in url] == []
    page.get_by_label("What are you looking for?").fill("rejection")
    expect(page.get_by_role("link", name=REJECTION)).to_be_visible()
    assert [url for url in asked if ENGINE in url]
    assert [url for url in asked if not url.startswith(real_address)] == []


def test_a_search_that_cannot_work_says_so_and_shows_other_ways(
    browser: Browser, real_address: str
) -> None:
    with visitor(browser) as context:
        page = context.new_page()
        page.route(f"**/{ENGINE}**", lambda route: route.abort())
        page.goto(f"{real_address}search/?q=rejection")
        expect(status(page)).to_have_text("Search does not work just now.")
        expect(page.get_by_role("heading", name="Choose a topic")).to_be_visible()


def test_what_is_typed_and_what_is_found_is_text_and_never_html(
    built_sites: BuiltSites, browser: Browser
) -> None:
    body = "Type `<img src=x onerror=alert(1)>` or a badger & co."
    site = built_sites.of(article("code", body=body))
    with serve(site.path("")) as address:
        page = browser.new_page()
        page.goto(f"{address}search/?q=badger <img src=x>")
        expect(page.locator(".result__extract")).to_contain_text("<img src=x onerror=alert(1)>")
        expect(status(page)).to_contain_text("<img src=x>")
        assert page.locator("main img").count() == 0
        page.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_open_dialog_fits_and_its_targets_are_large_enough(
    page: Page, real_address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(real_address + PAGES["home"])
    button = page.get_by_role("button", name="Search").bounding_box()
    home = page.locator(".site-header__home").bounding_box()
    assert button is not None
    assert home is not None
    assert button["width"] >= 44
    assert button["height"] >= 44
    assert abs(button["y"] + button["height"] / 2 - home["y"] - home["height"] / 2) < 4
    dialog = open_dialog(page)
    page.keyboard.type("interview")
    expect(dialog.locator(".result")).to_have_count(5)
    assert dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for target in dialog.get_by_role("button").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44


def test_drafts_and_future_pages_are_not_in_the_index(built_sites: BuiltSites) -> None:
    site = built_sites.of(
        article("now")
        + article("unfinished", "draft: true", body="An axolotl.")
        + article("next-year", "published: 2027-01-01", body="A pangolin.")
    )
    words = json.dumps(fragments(site))
    assert "/articles/now/" in words
    for hidden in ("unfinished", "next-year", "axolotl", "pangolin"):
        assert hidden not in words


def test_a_preview_finds_drafts_too(make_site: MakeSite, browser: Browser) -> None:
    site = make_site(article("unfinished", "draft: true", body="An axolotl."))
    with preview(site) as shown:
        shown.wait_for("Serving on")
        page = browser.new_page()
        page.goto(f"{shown.address}search/?q=axolotl")
        expect(page.get_by_role("link", name="Unfinished")).to_be_visible()
        page.close()


def test_the_index_is_the_same_however_often_it_is_made(make_site: MakeSite) -> None:
    topics = "docs/topics.yml\n" + "".join(
        f"    - slug: topic-{n}\n      title: Topic {n}\n      summary: Number {n}.\n"
        for n in range(8)
    )
    site = make_site(
        topics
        + article("one", "topics: [topic-0, topic-1, topic-2]")
        + article("two", "topics: [topic-3, topic-4, topic-5, topic-6, topic-7]")
    )
    first = index(site.built())
    for _ in range(3):
        assert index(site.built()) == first


def test_only_what_a_search_needs_is_published(real_site: Site) -> None:
    names = sorted(name.split("/")[2].split(".")[0] for name in index(real_site))
    kinds = ["filter", "fragment", "index", "pagefind", "pagefind-entry", "titles", "wasm", "words"]
    assert sorted(set(names)) == kinds


def test_without_the_engine_a_build_stops_and_a_preview_goes_on(make_site: MakeSite) -> None:
    site = make_site(ARTICLE + CHECKLIST)
    hidden = site.folder / "hidden"
    hidden.mkdir()
    (hidden / "pagefind_bin.py").write_text('raise ImportError("hidden")\n', encoding="utf-8")
    result = site.build(PYTHONPATH=str(hidden))
    assert result.returncode == 1
    assert 'Search needs the package "pagefind_bin"' in result.stderr
    assert "Traceback" not in result.stderr
    assert not site.path("").exists()
    with preview(site, PYTHONPATH=str(hidden)) as shown:
        shown.wait_for("Serving on")
        said = [line for line in shown.said if "search" in line.lower()]
        assert len(said) == 1
        assert "the preview leaves out search." in said[0]
        assert not shown.page("articles/being-turned-down/").all(".search-open")


def index(site: Site) -> dict[str, bytes]:
    return {name: content for name, content in site.files().items() if name.startswith(ENGINE)}


def fragments(site: Site) -> list[dict[str, Any]]:
    """Return what the index holds of each page."""
    return [
        json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
        for name, content in index(site).items()
        if name.startswith(f"{ENGINE}fragment/")
    ]
