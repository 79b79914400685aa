"""Reading settings are kept on the device, and are on a page before it is first painted."""

import pytest

from reading import KEY, Reader, attributes, choose, on_device, open_panel, style
from real_pages import PAGES
from resource_site.web.inline_head_script import head_script
from small_site import PROJECT

ARTICLE = PAGES["article"]

REFUSED = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("refused", "SecurityError"); } })"""


# kept on the device


def test_choices_are_kept_under_one_key_and_sent_to_nobody(reader: Reader) -> None:
    page = reader.open(ARTICLE)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_panel(page)
    choose(page, "Colours", "Dark")
    choose(page, "Text size", "200%")
    assert on_device(page) == {"version": 1, "chosen": {"theme": "dark", "textSize": "200"}}
    assert page.evaluate("Object.keys(localStorage)") == [KEY]
    assert asked == []
    assert page.context.cookies() == []


def test_other_tabs_follow_at_once(reader: Reader) -> None:
    one, other = reader.open(ARTICLE), reader.open("")
    open_panel(one)
    choose(one, "Colours", "Cream")
    other.locator("html[data-theme=cream]").wait_for()
    one.get_by_role("button", name="Put everything back").click()
    other.locator("html:not([data-theme])").wait_for()


def test_where_storage_is_refused_it_works_for_this_page_and_says_so(reader: Reader) -> None:
    errors: list[str] = []
    page = reader.open("404.html", before=REFUSED)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.reload()
    open_panel(page)
    choose(page, "Colours", "Dark")
    assert style(page, "html", "colorScheme") == "dark"
    assert page.get_by_text("This browser does not let us keep your choices").is_visible()
    assert errors == []


CORRUPTED = {
    "not JSON": "{",
    "nothing": "null",
    "a number": "7",
    "a list": "[1, 2]",
    "another version": '{"version": 2, "chosen": {"theme": "dark"}}',
    "nothing chosen": '{"version": 1}',
    "unknown values": '{"version": 1, "chosen": {"theme": "purple", "textSize": "900"}}',
    "unknown names": '{"version": 1, "chosen": {"listen": "1", "__proto__": "x"}}',
    "parts of values": '{"version": 1, "chosen": {"theme": "darkest", "atheme": "dark"}}',
}


@pytest.mark.parametrize("kept", CORRUPTED.values(), ids=CORRUPTED)
def test_a_corrupted_storage_is_as_none(reader: Reader, kept: str) -> None:
    errors: list[str] = []
    page = reader.open(ARTICLE)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
    page.reload()
    assert attributes(page) == {}
    open_panel(page)
    assert page.get_by_label("As my device").is_checked()
    choose(page, "Colours", "Dark")
    assert on_device(page) == {"version": 1, "chosen": {"theme": "dark"}}
    assert errors == []


def test_what_is_right_in_a_corrupted_storage_still_holds(reader: Reader) -> None:
    page = reader.open(ARTICLE, kept={"theme": "dark", "textSize": "9000"})
    assert attributes(page) == {"theme": "dark"}


# before the first paint


def test_choices_are_on_the_page_before_it_has_a_body(reader: Reader) -> None:
    watch = """new MutationObserver((_, observer) => {
        if (!document.body) return;
        window.atBody = { ...document.documentElement.dataset };
        observer.disconnect();
    }).observe(document, { childList: true, subtree: true })"""
    everything = {
        "theme": "contrast",
        "textSize": "175",
        "line": "widest",
        "letters": "wide",
        "type": "serif",
        "motion": "less",
    }
    page = reader.open(ARTICLE, kept=everything, before=watch)
    assert page.evaluate("window.atBody") == everything


def test_choices_hold_even_if_no_other_script_arrives(
    reader: Reader,
) -> None:
    page = reader.context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.add_init_script(
        f"""localStorage.setItem("{KEY}", '{{"version":1,"chosen":{{"theme":"dark"}}}}')"""
    )
    page.goto(reader.address + ARTICLE)
    assert style(page, "body", "backgroundColor") == "rgb(19, 16, 25)"
    assert not page.get_by_role("button", name="Reading settings").is_visible()


def test_the_early_script_is_small_and_the_only_one_inside_a_page(reader: Reader) -> None:
    script = head_script(PROJECT / "overrides").text
    assert len(script.encode()) < 1000
    page = reader.open(ARTICLE)
    assert page.locator("script:not([src], [type])").all_text_contents() == [script]
    assert page.locator("[style]").count() == 0
