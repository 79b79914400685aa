"""Reading settings: a panel in which each reader says how they like to read."""

from collections.abc import Iterable

import pytest
from playwright.sync_api import Browser, Page

from reading import THEMES, Reader, attributes, choose, on_device, open_panel, style
from real_pages import PAGES

ARTICLE = PAGES["article"]


# the panel


def test_a_button_opens_the_panel_and_escape_brings_back_the_focus(reader: Reader) -> None:
    page = reader.open(ARTICLE)
    button = page.get_by_role("button", name="Reading settings")
    box = button.bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (44, 44)
    button.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="Reading settings")
    assert panel.is_visible()
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Reading settings"


def test_close_and_a_press_beside_the_panel_close_it(reader: Reader) -> None:
    page = reader.open(ARTICLE)
    panel = page.get_by_role("dialog")
    open_panel(page)
    page.get_by_role("button", name="Close").click()
    assert panel.is_hidden()
    open_panel(page)
    page.mouse.click(200, 500)
    assert panel.is_hidden()


def test_every_group_of_controls_has_its_title(reader: Reader) -> None:
    page = reader.open(ARTICLE)
    open_panel(page)
    groups = page.get_by_role("dialog").get_by_role("group")
    titles = [group.locator("legend").text_content() for group in groups.all()]
    assert titles == [
        "Colours",
        "Text size",
        "Space between lines",
        "Space between letters",
        "Typeface",
        "Movement",
    ]


def test_every_control_is_large_enough_to_press(reader: Reader) -> None:
    page = reader.open(ARTICLE)
    open_panel(page)
    for control in page.locator(
        ".reading-settings__panel label, .reading-settings__panel button"
    ).all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["width"] >= 44


def test_without_script_there_is_no_button(browser: Browser, real_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(real_address + ARTICLE)
    assert page.locator(".reading-settings").is_hidden()
    context.close()


def test_the_logo_and_two_buttons_share_a_row_on_the_smallest_screen(reader: Reader) -> None:
    page = reader.open(ARTICLE)
    page.set_viewport_size({"width": 320, "height": 800})
    home = page.locator(".site-header__home").bounding_box()
    tools = page.locator(".site-header__tools").bounding_box()
    assert home is not None
    assert tools is not None
    assert tools["width"] >= 88
    assert home["y"] <= tools["y"] <= home["y"] + home["height"]
    assert tools["x"] + tools["width"] <= 320


# each control changes what it says

CHANGES = {
    "Colours": {
        words: {("body", "backgroundColor"): colour, ("html", "colorScheme"): scheme}
        for words, colour, scheme in zip(
            THEMES,
            ("rgb(251, 247, 240)", "rgb(19, 16, 25)", "rgb(0, 0, 0)", "rgb(246, 233, 200)"),
            ("light", "dark", "dark", "light"),
            strict=True,
        )
    },
    "Text size": {
        f"{size}%": {("html", "fontSize"): f"{size * 16 // 100}px"}
        for size in (100, 125, 150, 175, 200)
    },
    "Space between lines": {
        "Wide": {(".prose p", "lineHeight"): "40.25px"},
        "Widest": {(".prose p", "lineHeight"): "46px"},
    },
    "Space between letters": {
        "Wide": {(".prose p", "letterSpacing"): "0.95px"},
        "Widest": {
            (".prose p", "letterSpacing"): "2.28px",
            (".prose p", "wordSpacing"): "3.04px",
        },
    },
    "Movement": {"Less movement": {("html", "scrollBehavior"): "auto"}},
}

# what is chosen before a choice that would else change nothing
BEFORE = {"Light": "Dark", "High contrast": "Light", "Cream": "Dark", "100%": "200%"}


@pytest.mark.parametrize("group", CHANGES)
def test_a_choice_changes_the_page_at_once_stays_and_goes_along(reader: Reader, group: str) -> None:
    complaints: list[str] = []
    one, other = reader.open(ARTICLE), reader.context.new_page()
    for page in (one, other):
        page.on("console", lambda message: complaints.append(message.text))

    def styles(page: Page, places: Iterable[tuple[str, str]]) -> list[str]:
        return [style(page, selector, name) for selector, name in places]

    open_panel(one)
    for words, changes in CHANGES[group].items():
        if words in BEFORE:
            choose(one, group, BEFORE[words])
        before = styles(one, changes)
        choose(one, group, words)
        assert styles(one, changes) == [*changes.values()]
        assert not [same for same in zip(before, changes.values(), strict=True) if len({*same}) < 2]
        other.goto(reader.address + PAGES["article with a checklist"])
        assert styles(other, changes) == [*changes.values()]
        open_panel(other)
        assert other.get_by_role("group", name=group).get_by_label(words, exact=True).is_checked()
    assert complaints == []


@pytest.mark.parametrize(
    ("words", "family"),
    [("My device\N{RIGHT SINGLE QUOTATION MARK}s", "system-ui"), ("With serifs", "Georgia")],
)
def test_the_typeface_changes_everywhere(reader: Reader, words: str, family: str) -> None:
    page = reader.open(PAGES["checklist"])
    assert "Atkinson" in style(page, "body", "fontFamily")
    open_panel(page)
    choose(page, "Typeface", words)
    page.reload()
    for selector in ("body", "h1", "textarea", ".button"):
        assert style(page, selector, "fontFamily").startswith(family)


def test_wide_letters_reach_titles_buttons_and_fields(reader: Reader) -> None:
    page = reader.open(PAGES["checklist"], kept={"letters": "widest"})
    for selector in ("h1", "h2", "textarea", "main button"):
        assert float(style(page, selector, "letterSpacing").removesuffix("px")) > 1.9


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_a_choice_the_page_has_the_colours_of_the_device(
    reader: Reader, scheme: str
) -> None:
    page = reader.open(ARTICLE)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assert style(page, "html", "colorScheme") == scheme
    open_panel(page)
    assert page.get_by_label("As my device").is_checked()
    choose(page, "Colours", "Light" if scheme == "dark" else "Dark")
    assert style(page, "html", "colorScheme") != scheme
    choose(page, "Colours", "As my device")
    assert style(page, "html", "colorScheme") == scheme
    assert attributes(page) == {}


@pytest.mark.parametrize(
    ("theme", "scheme"),
    [("light", "light"), ("cream", "light"), ("dark", "dark"), ("contrast", "dark")],
)
def test_the_browsers_own_parts_follow_the_theme(reader: Reader, theme: str, scheme: str) -> None:
    page = reader.open(ARTICLE, kept={"theme": theme})
    assert page.get_attribute("meta[name=color-scheme]", "content") == scheme
    open_panel(page)
    choose(page, "Colours", "As my device")
    assert page.get_attribute("meta[name=color-scheme]", "content") == "light dark"


def test_the_reset_button_restores_every_default(reader: Reader) -> None:
    page = reader.open(ARTICLE, kept={"theme": "cream", "textSize": "150", "motion": "less"})
    open_panel(page)
    page.get_by_role("button", name="Put everything back").click()
    page.get_by_text("Everything is back as it was.").wait_for()
    assert attributes(page) == {}
    assert on_device(page) is None
    assert page.get_by_label("As my device").is_checked()
    assert not page.get_by_label("Less movement").is_checked()


def test_changes_are_announced_politely(reader: Reader) -> None:
    page = reader.open(ARTICLE)
    open_panel(page)
    status = page.get_by_role("dialog").get_by_role("status")
    assert status.text_content() == ""
    choose(page, "Colours", "Cream")
    assert status.text_content() == "Colours: Cream."
    page.get_by_label("Less movement").check()
    assert status.text_content() == "Movement: Less movement."
    page.get_by_label("Less movement").uncheck()
    assert status.text_content() == "Less movement: off."


def test_the_panel_works_with_the_keyboard_alone(reader: Reader) -> None:
    page = reader.open(ARTICLE)
    page.get_by_role("button", name="Reading settings").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Close"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert attributes(page) == {"theme": "dark", "textSize": "125"}
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert attributes(page)["motion"] == "less"
    for width in page.locator("dialog input").evaluate_all(
        "all => all.map(e => { e.focus(); return parseFloat(getComputedStyle(e).outlineWidth) })"
    ):
        assert width >= 2
