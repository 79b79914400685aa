"""Reading settings work on every page, in little room, on paper and for everybody."""

from itertools import product

import pytest
from playwright.sync_api import Page

from axe import broken, broken_colours
from reading import THEMES, Reader, choose, open_panel, style
from real_pages import PAGES
from small_site import PROJECT

ARTICLE = PAGES["article"]


# paper


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "cream"])
@pytest.mark.parametrize("name", ["article", "checklist", "home"])
def test_paper_is_the_same_whatever_is_chosen(reader: Reader, name: str, theme: str) -> None:
    def on_paper(page: Page) -> dict[str, list[str]]:
        page.emulate_media(media="print")
        return {
            selector: [
                style(page, selector, each)
                for each in (
                    "color",
                    "backgroundColor",
                    "fontSize",
                    "fontFamily",
                    "lineHeight",
                    "letterSpacing",
                    "wordSpacing",
                )
            ]
            for selector in ("html", "body", "h1", "main p", ".contact")
        }

    plain = on_paper(reader.open(PAGES[name]))
    assert plain["body"][:2] == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    chosen = {
        "theme": theme,
        "textSize": "200",
        "line": "widest",
        "letters": "widest",
        "type": "serif",
        "motion": "less",
    }
    assert on_paper(reader.open(PAGES[name], kept=chosen)) == plain


# room


@pytest.mark.parametrize(("name", "spacing"), list(product(PAGES, ("", "widest"))))
def test_at_200_percent_text_grows_and_nothing_scrolls_sideways(
    reader: Reader, name: str, spacing: str
) -> None:
    page = reader.open(PAGES[name], kept={"textSize": "200", "line": spacing, "letters": spacing})
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    large = float(style(page, "main p", "fontSize").removesuffix("px"))
    page.evaluate("delete document.documentElement.dataset.textSize")
    assert large >= 2 * float(style(page, "main p", "fontSize").removesuffix("px"))


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


@pytest.mark.parametrize(("theme", "width"), list(product(("", *THEMES), (320, 1280))))
def test_axe_finds_nothing_with_the_panel_open(reader: Reader, theme: str, width: int) -> None:
    complaints: list[str] = []
    page = reader.open(ARTICLE)
    page.on("console", lambda message: complaints.append(message.text))
    page.set_viewport_size({"width": width, "height": 900})
    open_panel(page)
    if theme:
        choose(page, "Colours", theme)
    look = broken_colours if theme else broken
    assert look(page) == []
    page.keyboard.press("Escape")
    assert look(page) == []
    page.goto(reader.address + PAGES["long checklist"])
    assert look(page) == []
    assert complaints == []


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
