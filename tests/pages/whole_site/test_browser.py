"""The project's own site in a real browser: no script, small screens, paper."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from browser import visitor
from paper import Paper
from reading import Visit
from real_pages import PAGES

FURNITURE = (
    ".site-header__tools, .site-header__nav, .site-footer, .breadcrumbs, .contents, "
    ".checklist-links, .skip-link"
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with visitor(browser) as context:
        yield context.new_page()


def test_nothing_is_asked_of_another_host_and_nothing_fails(each_page: Visit) -> None:
    page = each_page.page
    page.wait_for_load_state("networkidle")
    assert each_page.asked
    assert [url for url in each_page.asked if not url.startswith(each_page.address)] == []
    assert each_page.complaints == []
    assert page.context.cookies() == []
    assert page.locator("[style]").count() == 0


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_scrolls_sideways(each_page: Visit, width: int) -> None:
    each_page.page.set_viewport_size({"width": width, "height": 800})
    assert each_page.page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_page_has_one_title_landmarks_and_headings_in_order(each_page: Visit) -> None:
    page = each_page.page
    assert page.locator("h1").count() == 1
    for landmark in ("banner", "main", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1
    levels = page.eval_on_selector_all(
        "h1, h2, h3, h4, h5, h6", "all => all.map(h => +h.tagName[1])"
    )
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))


def test_without_script_a_checklist_can_be_ticked_written_and_taken_along(
    browser: Browser, real_address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(real_address + PAGES["checklist"])
    page.get_by_label("Wait a day before you reply.").check()
    page.get_by_label("What went well? Small things count.").fill("I listened.")
    page.get_by_label("1 of 5 Very low").check()
    page.get_by_label("Knowing what to say").check()
    page.get_by_label("What is also true, row two").fill("I can learn.")
    assert page.get_by_label("1 of 5 Very low").is_checked()
    assert page.get_by_role("link", name="Download the worksheet").is_visible()
    assert not page.get_by_role("button").all()
    context.close()


def test_pressing_anywhere_on_a_row_ticks_it(page: Page, real_address: str) -> None:
    page.goto(real_address + PAGES["checklist"])
    row = page.locator(".item--tick").first
    row.scroll_into_view_if_needed()
    box = row.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    page.mouse.click(box["x"] + box["width"] - 5, box["y"] + box["height"] - 5)
    assert row.locator("input").is_checked()


def test_a_link_in_a_row_stays_a_link(page: Page, real_address: str) -> None:
    page.goto(real_address + PAGES["checklist"])
    page.get_by_role("link", name="Haleema", exact=True).click()
    assert page.url == real_address + "contact/"


def test_everything_in_the_panel_of_answers_is_large_enough_to_press(
    page: Page, real_address: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(real_address + PAGES["checklist"])
    page.get_by_text("More to do with my answers").click()
    for target in page.locator(".answers button:visible, .answers summary").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44


@pytest.mark.parametrize("width", [360, 1280])
def test_fields_of_a_checklist_are_large_enough_to_press(
    page: Page, real_address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(real_address + PAGES["checklist"])
    for target in page.locator(".scale__step, .option, .item--tick, .checklist textarea").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["width"] >= 44


# A card is pressed as a whole, and the ring of its link, drawn by ::after, goes around it.
RING = """Math.max(...[null, "::after"].map(
    part => parseFloat(getComputedStyle(document.activeElement, part).outlineWidth)))"""


def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    page: Page, real_address: str
) -> None:
    page.goto(real_address + PAGES["checklist"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "site--main"
    seen = 0
    while page.evaluate("document.activeElement !== document.body") and seen < 200:
        page.keyboard.press("Tab")
        seen += 1
        assert page.evaluate(RING) >= 2 or page.evaluate("document.activeElement === document.body")
    fields = page.locator(".checklist input, .checklist textarea").count()
    assert fields < seen < 200


def test_with_script_the_page_prints_itself(page: Page, real_address: str) -> None:
    page.goto(real_address + PAGES["checklist"])
    page.evaluate("window.print = () => { document.title = 'printed' }")
    page.get_by_role("button", name="Print with my answers").click()
    assert page.title() == "printed"


def test_in_the_colours_of_the_system_a_tick_and_the_focus_can_be_seen(
    page: Page, real_address: str
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(real_address + PAGES["checklist"])
    box = page.get_by_label("Wait a day before you reply.")
    box.check()
    assert box.evaluate("box => getComputedStyle(box).appearance") == "auto"
    page.keyboard.press("Tab")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_printed_pages_have_no_navigation_and_end_with_the_contact(
    each_page: Visit, scheme: str
) -> None:
    page = each_page.page
    page.emulate_media(color_scheme=scheme, media="print")  # type: ignore[arg-type]
    assert [e for e in page.locator(FURNITURE).all() if e.is_visible()] == []
    assert page.locator(".contact__code").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def words(pdf: bytes) -> list[str]:
    return Paper(pdf).words.split()


@pytest.mark.parametrize(
    "slug", ["after-a-rejection", "a-harsh-thought", "before-i-send-an-application"]
)
def test_printing_the_page_gives_the_sheet(page: Page, real_address: str, slug: str) -> None:
    page.goto(f"{real_address}checklists/{slug}/")
    printed = page.pdf(prefer_css_page_size=True)
    worksheet = page.request.get(f"{page.url}worksheet.pdf").body()
    # Words may differ in how often they stand: a PDF keeps the labels that only a screen reader
    # needs, and its foot names the sheet, with an address in two lines. The dots of a list are no
    # words to a browser.
    made = Paper(worksheet).words.replace(".example/ ", ".example/").split()
    assert set(made) - {"•"} == set(words(printed))
    pages = PdfReader(BytesIO(printed)).pages
    assert len(pages) == len(PdfReader(BytesIO(worksheet)).pages)
    assert all(f".example/checklists/{slug}/" in sheet.extract_text() for sheet in pages)


LONG_ANSWER = f"I listened with care. {'Then I said what I had planned. ' * 20}It went well."


def test_answers_are_printed_as_they_stand_and_to_their_last_word(
    page: Page, real_address: str
) -> None:
    page.goto(real_address + PAGES["checklist"])
    for label in ("What went well? Small things count.", "What I told myself, row two"):
        page.get_by_label(label).fill(LONG_ANSWER)
    printed = " ".join(words(page.pdf(prefer_css_page_size=True)))
    assert printed.count("I listened with care.") == 2
    assert printed.count("It went well.") == 2


def test_a_long_answer_leaves_a_blank_sheet_as_it_is(page: Page, real_address: str) -> None:
    page.goto(real_address + PAGES["checklist"])
    page.emulate_media(media="print")
    box = page.get_by_label("What went well? Small things count.")
    height = "box => box.offsetHeight"
    blank = box.evaluate(height)
    box.fill(LONG_ANSWER)
    assert box.evaluate(height) > blank
    page.evaluate("document.documentElement.classList.add('print-blank')")
    assert box.evaluate(height) == blank


def test_an_article_on_paper_shows_where_its_links_lead(page: Page, real_address: str) -> None:
    page.goto(real_address + PAGES["article with a checklist"])
    text = "".join(words(page.pdf(prefer_css_page_size=True)))
    assert "https://www.gov.uk/access-to-work" in text
    assert "https://www.legislation.gov.uk/ukpga/2010/15/section/60" in text
