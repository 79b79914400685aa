"""Answers to a checklist stay in the candidate's own browser, and go where the candidate says."""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from browser import visitor
from built_sites import BuiltSites
from samples import EVERY_KIND, article
from serving import serve

PROMISE = "Kept on this device only."
PLAIN = "Nothing you type here is sent or kept."
FILL_UP = """() => {
    const used = Object.entries(localStorage).flat().join("").length + "much".length;
    const most = 5 * 1024 * 1024; // of letters, in Chromium
    localStorage.setItem("much", "x".repeat(most - used - 4));
}"""
SHOWN = article("shown", body="Do this.\n\n```checklist\nevery-kind\n```")
MOVED = """
docs/checklists/new-name.yml
    title: Renamed
    summary: It had another name.
    topics: [after-an-interview]
    published: 2026-11-01
    reviewed: 2026-11-02
    minutes: 5
    moved_from: [old-name]
    sections:
      - title: One
        items:
          - tick: These words changed.
            id: kept
          - write: What went well?
            id: well
"""
EVERY = "checklists/every-kind/"


@pytest.fixture(scope="module")
def address(built_sites: BuiltSites) -> Iterator[str]:
    with serve(built_sites.of(EVERY_KIND + SHOWN + MOVED).path("")) as served:
        yield served


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with visitor(browser, locale="en-GB", accept_downloads=True) as opened:
        opened.set_default_timeout(5000)
        yield opened


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    opened = context.new_page()
    opened.goto(address + EVERY)
    return opened


def answer_everything(page: Page) -> None:
    page.get_by_label("Wait a day.").check()
    page.get_by_label("Tell one person you trust.").check()
    page.get_by_label("What went well?").fill("I listened.\nI smiled.")
    page.get_by_label("4 of 5", exact=True).check()
    page.get_by_label("Answering").check()
    page.get_by_label("Time").check()
    page.get_by_label("Quiet").check()
    page.get_by_label("What is also true, row two").fill("I can learn.")


def values(page: Page) -> list[Any]:
    found: list[Any] = page.eval_on_selector_all(
        ".checklist input, .checklist textarea",
        "all => all.map(field => field.type === 'textarea' ? field.value : field.checked)",
    )
    return found


def stored(page: Page, slug: str = "every-kind") -> Any:
    raw = page.evaluate("slug => localStorage.getItem(`answers:${slug}`)", slug)
    return json.loads(raw)["answers"] if raw else None


def open_more(page: Page) -> None:
    page.get_by_text("More to do with my answers").click()


def saved(page: Page, press: str) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=press, exact=True).click()
    return Path(download.value.path()).rename(
        Path(download.value.path()).with_name(download.value.suggested_filename)
    )


def test_every_kind_of_answer_comes_back_on_return(page: Page) -> None:
    blank = values(page)
    answer_everything(page)
    answered = values(page)
    assert answered != blank
    page.reload()
    assert values(page) == answered


def test_answers_are_kept_by_the_ids_of_items(page: Page) -> None:
    answer_everything(page)
    assert stored(page) == {
        "wait-a-day": True,
        "tell-someone": True,
        "what-went-well": "I listened.\nI smiled.",
        "how-confident-do-you-feel": "4",
        "which-part-was-hardest": "Answering",
        "what-would-help": ["Time", "Quiet"],
        "turn-a-harsh-thought-into-a-fair-one": [["", ""], ["", "I can learn."], ["", ""]],
    }


def test_taking_an_answer_back_forgets_it(page: Page) -> None:
    page.get_by_label("Wait a day.").check()
    page.get_by_label("Wait a day.").uncheck()
    assert stored(page) is None


def test_progress_is_told_in_words_and_by_a_bar(page: Page) -> None:
    count = page.get_by_role("status").first
    bar = page.locator("progress")
    expect(count).to_have_text("0 of 7 done.")
    expect(page.locator(".answers-line")).to_contain_text(PROMISE)
    page.get_by_label("Wait a day.").check()
    expect(count).to_have_text("1 of 7 done.")
    assert bar.evaluate("bar => [bar.value, bar.max]") == [1, 7]
    answer_everything(page)
    expect(count).to_have_text("7 of 7 done. That is all of it. Well done.")
    # a screen reader would say each step twice: "8 percent", and the words
    expect(page.get_by_role("progressbar")).to_have_count(0)


def test_the_same_checklist_in_an_article_shares_its_answers_live(
    context: BrowserContext, page: Page, address: str
) -> None:
    answer_everything(page)
    article_page = context.new_page()
    article_page.goto(address + "articles/shown/")
    assert values(article_page) == values(page)
    article_page.get_by_label("What went well?").fill("Changed there.")
    expect(page.get_by_label("What went well?")).to_have_value("Changed there.")
    page.get_by_label("Wait a day.").uncheck()
    expect(article_page.get_by_label("Wait a day.")).not_to_be_checked()
    assert values(article_page) == values(page)


def test_answers_follow_a_renamed_checklist_and_changed_words(page: Page, address: str) -> None:
    page.evaluate(
        """() => localStorage.setItem("answers:old-name", JSON.stringify(
            {version: 1, checklist: "old-name", answers: {kept: true, well: "Much."}}))"""
    )
    page.goto(address + "checklists/new-name/")
    expect(page.get_by_label("These words changed.")).to_be_checked()
    expect(page.get_by_label("What went well?")).to_have_value("Much.")
    assert stored(page, "old-name") is None


def test_clearing_can_be_undone(page: Page) -> None:
    blank = values(page)
    answer_everything(page)
    answered = values(page)
    open_more(page)
    page.get_by_role("button", name="Clear my answers").click()
    assert values(page) == blank
    assert stored(page) is None
    expect(page.get_by_text("Your answers are cleared.")).to_be_visible()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    assert values(page) == answered
    page.reload()
    assert values(page) == answered


def test_a_copy_to_read_is_plain_text_of_everything(page: Page) -> None:
    answer_everything(page)
    open_more(page)
    copy = saved(page, "Save a copy to read")
    assert copy.name == "every-kind.txt"
    text = copy.read_text(encoding="utf-8")
    assert text.startswith("Every kind of item\nhttps://resources.inclusive-recruiting.example/")
    for line in (
        "To do",
        "[x] Wait a day.",
        "  I listened.\n  I smiled.",
        "How confident do you feel? (from 1 Not at all to 5 Very)\n  4",
        "  [ ] Preparing\n  [x] Answering\n  [ ] No",
        "  [x] Time\n  [x] Quiet",
        "  What is also true, row two:\n    I can learn.",
        "  What I told myself, row three:\n    (no answer)",
    ):
        assert line in text


def test_a_copy_opens_again_in_another_browser(browser: Browser, page: Page, address: str) -> None:
    answer_everything(page)
    answered = values(page)
    open_more(page)
    copy = saved(page, "Save a copy to open here again")
    assert copy.name == "every-kind.json"
    elsewhere = browser.new_context()
    other = elsewhere.new_page()
    other.goto(address + EVERY)
    open_more(other)
    with other.expect_file_chooser() as chooser:
        other.get_by_role("button", name="Open a copy").click()
    chooser.value.set_files(copy)
    expect(other.get_by_text("Your copy is open.")).to_be_visible()
    assert values(other) == answered
    other.reload()
    assert values(other) == answered
    elsewhere.close()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("not json", "This file is not a copy of answers."),
        ("[]", "This file is not a copy of answers."),
        ('{"version": 9, "checklist": "every-kind", "answers": {}}', "This file is not a copy"),
        ('{"version": 1, "checklist": "other", "answers": {}}', "This copy is of another"),
        (" " * 1_000_001, "This file is too large"),
    ],
)
def test_a_wrong_copy_changes_nothing(page: Page, tmp_path: Path, content: str, words: str) -> None:
    answer_everything(page)
    answered = values(page)
    file = tmp_path / "copy.json"
    file.write_text(content, encoding="utf-8")
    page.locator("[data-open-file]").set_input_files(file)
    expect(page.get_by_text(words)).to_be_visible()
    assert values(page) == answered


def test_a_copy_fills_in_only_what_the_checklist_asks(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "copy.json"
    answers = {
        "wait-a-day": True,
        "what-went-well": {"toString": "x"},
        "what-would-help": ["Time", "Money"],
        "added": "x" * 1000,
        "__proto__": {"tell-someone": True},
    }
    copy = {"version": 1, "checklist": "every-kind", "answers": answers, "more": 1}
    file.write_text(json.dumps(copy), encoding="utf-8")
    page.locator("[data-open-file]").set_input_files(file)
    expect(page.get_by_text("Your copy is open.")).to_be_visible()
    assert stored(page) == {"wait-a-day": True, "what-would-help": ["Time"]}


def test_sending_shows_exactly_what_goes_and_leaves_it_to_the_mail_program(page: Page) -> None:
    page.get_by_label("Wait a day.").check()
    page.get_by_label("What went well?").fill("I listened.")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    open_more(page)
    page.get_by_role("button", name="Send to Haleema").click()
    dialog = page.get_by_role("dialog", name="Send your answers to Haleema")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("heading")).to_be_focused()  # a screen reader begins there
    shown = dialog.get_by_label("Message").input_value()
    assert "[x] Wait a day." in shown
    assert "Which part was hardest?" not in shown
    link = dialog.get_by_role("link", name="Open my e-mail program").get_attribute("href") or ""
    parts = urlsplit(link)
    query = parse_qs(parts.query)
    assert parts.scheme == "mailto"
    assert unquote(parts.path) == "haleema.latif@inclusive-recruiting.example"
    assert query["subject"] == ["My answers: Every kind of item"]
    assert query["body"][0].replace("\r\n", "\n") == shown
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Send to Haleema")).to_be_focused()
    # Only the site's own script for this, fetched when it was asked for.
    assert all("/assets/script." in url for url in requests)


def test_answers_too_long_for_a_mail_link_are_copied_instead(
    context: BrowserContext, page: Page, address: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page.get_by_label("What went well?").fill("A long answer. " * 200)
    open_more(page)
    page.get_by_role("button", name="Send to Haleema").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_have_accessible_description(re.compile("Copy the message first. Then paste"))
    link = dialog.get_by_role("link", name="Open my e-mail program").get_attribute("href") or ""
    assert "body=" not in link
    both = dialog.get_by_role("button", name="Copy, then open e-mail")
    expect(both).to_be_focused()
    both.click()
    expect(dialog.get_by_text("The message is copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n") == dialog.get_by_label("Message").input_value()
    dialog.get_by_role("button", name="Copy the address").click()
    expect(dialog.get_by_text("The address is copied.")).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == dialog.get_by_label("To").input_value() == unquote(urlsplit(link).path)


def test_where_nothing_is_answered_there_is_nothing_to_send(page: Page) -> None:
    open_more(page)
    page.get_by_role("button", name="Send to Haleema").click()
    expect(page.get_by_text("You have not answered anything yet")).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_reminder_is_a_calendar_file_for_a_week_from_now(page: Page) -> None:
    page.clock.set_fixed_time("2026-12-28T09:30:00")
    open_more(page)
    file = saved(page, "Remind me in a week")
    assert file.name == "every-kind.ics"
    raw = file.read_bytes().decode()
    lines = raw.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTART:20270104T100000" in lines
    assert "SUMMARY:Look again at: Every kind of item" in lines
    assert any(line.startswith("URL:https://") for line in lines)
    assert all(len(line.encode()) <= 75 for line in lines)


CLEAR = "rgba(0, 0, 0, 0)"
PRINTS: list[tuple[str, Callable[[Page], None]]] = [
    ("Print with my answers", lambda _page: None),
    ("Print blank", open_more),
]


@pytest.mark.parametrize(("press", "first"), PRINTS)
def test_paper_shows_the_answers_or_a_blank_sheet_and_both_keep_them(
    page: Page, press: str, first: Callable[[Page], None]
) -> None:
    answer_everything(page)
    answered = values(page)
    first(page)
    page.evaluate("window.print = () => { window.printed = true }")
    page.emulate_media(media="print")
    page.locator("button", has_text=press).dispatch_event("click")
    page.wait_for_function("() => window.printed")
    colour, mark = ("rgb(0, 0, 0)", 1) if press == "Print with my answers" else (CLEAR, 0)
    # The styles of paper may come a moment after the page.
    expect(page.get_by_label("What went well?")).to_have_css("color", colour)
    box = page.get_by_label("Wait a day.").element_handle()
    page.wait_for_function(
        "([box, size]) => getComputedStyle(box, '::before').transform ==="
        "`matrix(${size}, 0, 0, ${size}, 0, 0)`",
        arg=[box, mark],
    )
    assert values(page) == answered
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "print-blank" not in (page.locator("html").get_attribute("class") or "")


REFUSALS = {
    "refused": "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})",
    "full": "Storage.prototype.setItem = () => { throw new DOMException() }",
}


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS)
def test_where_the_browser_keeps_nothing_the_page_says_so_and_goes_on(
    context: BrowserContext, address: str, refusal: str
) -> None:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(refusal)
    page.goto(address + EVERY)
    answer_everything(page)
    expect(page.get_by_text("This browser does not let us keep your answers.")).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text("7 of 7 done")
    open_more(page)
    assert "I listened." in saved(page, "Save a copy to read").read_text(encoding="utf-8")
    page.get_by_role("button", name="Clear my answers").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Wait a day.")).to_be_checked()
    assert errors == []


@pytest.mark.parametrize(
    "raw", ["{broken", "[1, 2]", '{"version": 99, "answers": {"a": 1}}', "null"]
)
def test_what_cannot_be_read_is_put_aside_not_lost(page: Page, raw: str) -> None:
    page.evaluate("raw => localStorage.setItem('answers:every-kind', raw)", raw)
    page.reload()
    expect(page.get_by_text("could not be read. They were put aside")).to_be_visible()
    page.get_by_label("Wait a day.").check()
    assert stored(page) == {"wait-a-day": True}
    assert page.evaluate("localStorage.getItem('answers-unreadable:every-kind')") == raw


def test_values_of_the_wrong_kind_fill_nothing_in_and_break_nothing(page: Page) -> None:
    page.evaluate(
        """() => localStorage.setItem("answers:every-kind", JSON.stringify({version: 1, answers: {
            "wait-a-day": "yes", "what-went-well": 7, "what-would-help": "Time",
            "turn-a-harsh-thought-into-a-fair-one": [null, "x"], "gone": true}}))"""
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.reload()
    expect(page.get_by_role("status").first).to_contain_text("0 of 7 done")
    page.get_by_label("Tell one person you trust.").check()
    assert stored(page)["gone"] is True
    assert errors == []


def test_two_tabs_never_undo_each_other(context: BrowserContext, page: Page) -> None:
    other = context.new_page()
    other.goto(page.url)
    page.get_by_label("Wait a day.").check()
    other.get_by_label("What went well?").fill("Much.")
    assert stored(page) == {"wait-a-day": True, "what-went-well": "Much."}


def test_where_no_room_is_left_the_reader_is_told_where_they_type(page: Page) -> None:
    field = page.get_by_label("What went well?")
    field.fill("Older.")
    page.evaluate(FILL_UP)
    field.fill("Newer, and longer.")
    item = page.locator("[data-item=what-went-well]")
    expect(item.get_by_role("alert")).to_contain_text("This answer is not kept")
    expect(page.get_by_text("This browser does not let us keep your answers.")).to_be_visible()
    # What was kept before must not come over it, neither by a return nor by another tab.
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    page.evaluate("dispatchEvent(new StorageEvent('storage', { key: 'answers:every-kind' }))")
    expect(field).to_have_value("Newer, and longer.")
    page.evaluate("localStorage.removeItem('much')")
    field.press_sequentially(" Now.")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert stored(page)["what-went-well"] == "Newer, and longer. Now."


def test_what_is_filled_in_before_the_scripts_are_there_is_kept(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    late: list[Route] = []
    page.route("**/answers/store.js", lambda route, _request: late.append(route))
    page.add_init_script(
        """localStorage.setItem("answers:every-kind", JSON.stringify({version: 1, answers: {
            "what-went-well": "Older.", "which-part-was-hardest": "No", "tell-someone": true}}))"""
    )
    page.goto(address + EVERY, wait_until="commit")
    page.get_by_label("Wait a day.").check()
    page.get_by_label("What went well?").fill("Newer.")
    assert page.locator(".answers button").filter(visible=True).count() == 0
    late[0].continue_()
    expect(page.get_by_text(PROMISE)).to_be_visible()
    assert stored(page) == {
        "wait-a-day": True,
        "tell-someone": True,
        "what-went-well": "Newer.",
        "which-part-was-hardest": "No",
    }
    expect(page.get_by_label("What went well?")).to_have_value("Newer.")
    expect(page.get_by_label("No", exact=True)).to_be_checked()


def test_a_checklist_says_what_to_do_on_a_shared_computer(page: Page) -> None:
    page.get_by_text("Are you on a shared computer?").click()
    expect(page.get_by_text("Before you leave, save a copy")).to_be_visible()


def test_without_script_no_control_of_answers_is_shown(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for where in (EVERY, "articles/shown/"):
        page.goto(address + where)
        assert not page.get_by_role("button").all()
        assert page.locator(".answers").first.is_hidden()
        assert PROMISE not in page.content()
        expect(page.get_by_text(PLAIN)).to_be_visible()
    context.close()


def answer_with(body: str, route: Route) -> None:
    if body:
        route.fulfill(body=body, content_type="text/javascript")
    else:
        route.abort()


FAILURES = [
    ("blocked", "store", ""),
    ("too new", "answers", "class Store { #private; #too new }"),
    ("broken", "answers", "throw new Error('no')"),
]


def test_where_a_script_fails_nothing_is_promised_and_no_button_is_dead(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    for why, script, body in FAILURES:
        fails = f"**/answers/{script}.js"
        page.route(fails, partial(answer_with, body))
        page.goto(address + EVERY)
        expect(page.get_by_text(PLAIN), why).to_be_visible()
        assert PROMISE not in page.content(), why
        controls = page.locator(".answers button, .answers input")
        assert controls.filter(visible=True).count() == 0, why
        page.unroute(fails)
