"""Reading settings work on every page, in little room, on paper and for everybody."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from browser import visitor
from reading import Reader, Visit, chosen_on, open_panel, style
from real_pages import PAGES
from small_site import PROJECT

ARTICLE = PAGES["article"]


# paper

PARTS = ("html", "body", "h1", "main p", ".contact")
STYLES = (
    "color",
    "backgroundColor",
    "fontSize",
    "fontFamily",
    "lineHeight",
    "letterSpacing",
    "wordSpacing",
)
READ_STYLES = """([parts, names]) => Object.fromEntries(parts.map((part) => {
    const style = getComputedStyle(document.querySelector(part));
    return [part, names.map((name) => style[name])];
}))"""


@pytest.mark.parametrize("name", ["article", "checklist", "home"])
def test_paper_is_the_same_whatever_is_chosen(reader: Reader, name: str) -> None:
    def on_paper(page: Page) -> dict[str, list[str]]:
        return dict(page.evaluate(READ_STYLES, [PARTS, STYLES]))

    page = reader.open(PAGES[name])
    page.emulate_media(media="print")
    plain = on_paper(page)
    assert plain["body"][:2] == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    for theme in ("light", "dark", "contrast", "cream"):
        chosen = {
            "theme": theme,
            "textSize": "125",
            "line": "widest",
            "letters": "widest",
            "type": "serif",
            "motion": "less",
        }
        with chosen_on(page, chosen):
            assert on_paper(page) == plain, theme


def test_an_article_is_in_large_print_for_who_reads_in_large_text(reader: Reader) -> None:
    page = reader.open(ARTICLE)
    page.emulate_media(media="print")
    for size in ("150", "175", "200"):
        with chosen_on(page, {"textSize": size}):
            parts = ("main p", ".prose li", ".page-head__facts", ".contact__ways", ".sources a")
            sizes = [float(style(page, part, "fontSize").removesuffix("px")) for part in parts]
        assert min(sizes) >= 18 * 96 / 72


# room


@pytest.mark.parametrize("spacing", ["", "widest"])
def test_at_200_percent_text_grows_and_nothing_scrolls_sideways(
    each_page: Visit, spacing: str
) -> None:
    page = each_page.page
    page.set_viewport_size({"width": 320, "height": 800})
    usual = float(style(page, "main p", "fontSize").removesuffix("px"))
    with chosen_on(page, {"textSize": "200", "line": spacing, "letters": spacing}):
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert float(style(page, "main p", "fontSize").removesuffix("px")) >= 2 * usual


@pytest.mark.parametrize("spacing", ["", "widest"])
def test_at_200_percent_the_panel_fits_a_small_screen(reader: Reader, spacing: str) -> None:
    page = reader.open(ARTICLE, kept={"textSize": "200", "line": spacing, "letters": spacing})
    page.set_viewport_size({"width": 320, "height": 800})
    open_panel(page)
    panel = page.locator(".reading-settings__panel")
    assert panel.evaluate("e => e.scrollWidth <= e.clientWidth")
    page.get_by_role("button", name="Put everything back").scroll_into_view_if_needed()
    box = page.get_by_role("button", name="Put everything back").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 800


# everybody


def test_in_the_colours_of_the_system_a_choice_can_be_seen(reader: Reader) -> None:
    page = reader.open(ARTICLE)
    page.emulate_media(forced_colors="active")
    open_panel(page)
    assert style(page, "dialog input:checked", "outlineStyle") == "solid"
    assert style(page, "dialog input:not(:checked)", "outlineStyle") == "none"


def test_no_style_or_handler_stands_in_a_template() -> None:
    for file in (PROJECT / "overrides").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert " style=" not in text
        assert " onclick=" not in text


def test_forced_colours_mark_the_current_link_alone_and_show_progress(
    browser: Browser, real_address: str
) -> None:
    with visitor(browser, forced_colors="active") as context:
        page = context.new_page()
        page.goto(f"{real_address}checklists/after-a-rejection/")
        links = page.locator("header nav a")
        marks = "links => links.map((a) => getComputedStyle(a).borderBottomColor)"
        colours = dict(zip(links.all_inner_texts(), links.evaluate_all(marks), strict=True))
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert [name for name, colour in colours.items() if colour != ground] == ["Checklists"]
        before = page.locator(".answers__bar").screenshot()
        for box in page.get_by_role("checkbox").all()[:3]:
            box.check()
        with Image.open(BytesIO(page.locator(".answers__bar").screenshot())) as bar:
            assert len(bar.convert("RGB").getcolors() or ()) > 2
        assert page.locator(".answers__bar").screenshot() != before
        page.get_by_role("button", name="Reading settings").click()
        assert page.get_by_role("group", name="Text size").is_visible()
        assert page.get_by_role("group", name="Colours").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_device_that_asks_for_contrast_gets_no_quiet_text(
    browser: Browser, real_address: str, scheme: Any
) -> None:
    with visitor(browser, contrast="more", color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{real_address}checklists/after-a-rejection/")
        colour = "at => getComputedStyle(document.querySelector(at)).color"
        assert page.evaluate(colour, ".hint") == page.evaluate(colour, "body")
