"""What an item may say besides its task, and how its fields help while they are filled in."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import visitor
from built_sites import BuiltSites
from paper import Paper
from samples import CHECKLIST
from serving import serve
from small_site import Site

SHEET = "checklists/after-a-rejection/"
ITEMS = """
          - tick: Use a password manager.
            priority: essential
            more: |
              It remembers for you, in **one** place. See [how](../contact.md).

              - on a phone
              - on a computer
            id: manager
          - tick: Change old ones.
            priority: optional
            hint: One a day.
            id: old
          - write: What is hard?
            lines: 2
            more: Write as you speak.
            id: hard
          - scale: How do you feel today?
            from: Very low
            to: All right
            urgent_help: true
            id: feel
          - choose: Which one?
            options: [This, That]
            id: which
"""


@pytest.fixture(scope="module")
def site(built_sites: BuiltSites) -> Site:
    return built_sites.of(CHECKLIST.replace("          - Wait a day.\n", ITEMS.lstrip("\n")))


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with serve(site.path("")) as served:
        yield served


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with visitor(browser, viewport={"width": 360, "height": 640}) as context:
        opened = context.new_page()
        opened.goto(address + SHEET)
        yield opened


def test_more_is_folded_on_screen_and_reached_by_its_own_name(page: Page) -> None:
    words = page.get_by_text("It remembers for you")
    expect(words.first).to_be_hidden()
    box = page.get_by_label("Use a password manager.")
    page.get_by_text("More about this: Use a password manager.").click()
    expect(words.first).to_be_visible()
    expect(box).not_to_be_checked()
    link = page.locator(".item__more a", has_text="how")
    assert link.get_attribute("href") == "../../contact/"
    expect(box).to_have_accessible_description("Essential")
    expect(page.get_by_label("Change old ones.")).to_have_accessible_description(
        "Optional One a day."
    )


def test_more_is_numbered_notes_at_the_end_of_paper_and_in_the_text(site: Site, page: Page) -> None:
    page.emulate_media(media="print")
    for words in (
        Paper.at(site.path(f"{SHEET}worksheet.pdf")).words,
        Paper(page.pdf(prefer_css_page_size=True)).words,
    ):
        assert words.index("See note 1") < words.index("What is hard?") < words.index("See note 2")
        notes = words[words.index("Notes") :]
        assert notes.index("Use a password manager.") < notes.index("It remembers for you")
        assert notes.index("on a computer") < notes.index("Write as you speak.")
        assert "Essential" in words
    text = site.path(f"{SHEET}worksheet.txt").read_text(encoding="utf-8")
    assert "    Essential.\n    It remembers for you, in one place." in text
    assert "Optional. One a day." in text


def test_readers_can_see_one_priority_only(page: Page) -> None:
    shown = page.get_by_role("group", name="Show")
    expect(shown.get_by_role("radio")).to_have_count(3)
    shown.get_by_label("Essential").check()
    expect(page.get_by_label("Use a password manager.")).to_be_visible()
    expect(page.get_by_label("Change old ones.")).to_be_hidden()
    expect(page.get_by_label("What is hard?")).to_be_hidden()
    shown.get_by_label("Everything").check()
    expect(page.get_by_label("What is hard?")).to_be_visible()


def test_a_box_grows_with_what_is_typed_and_when_answers_come_back(page: Page) -> None:
    box = page.get_by_label("What is hard?")
    height = "box => [box.offsetHeight, box.scrollHeight - box.clientHeight]"
    before, _ = box.evaluate(height)
    box.fill("One line after another.\n" * 9)
    # The script that lets boxes grow is loaded with the first answer.
    page.wait_for_function(
        f"([box, before]) => ({height})(box)[0] > before * 3", arg=[box.element_handle(), before]
    )
    grown, hidden = box.evaluate(height)
    assert hidden <= 0
    page.reload()
    page.wait_for_function(
        f"([box, grown]) => ({height})(box)[0] === grown", arg=[box.element_handle(), grown]
    )
    assert box.evaluate(height) == [grown, hidden]
    box.fill("Short.")
    page.wait_for_function(
        f"([box, before]) => ({height})(box)[0] === before", arg=[box.element_handle(), before]
    )


def test_a_scale_and_a_choice_can_be_taken_back(page: Page) -> None:
    back = page.get_by_role("button", name="Take this answer back")
    expect(back).to_have_count(0)
    for label in ("4 of 5", "That"):
        field = page.get_by_label(label, exact=True)
        field.check()
        back.locator("visible=true").click()
        expect(field).not_to_be_checked()
        expect(back.locator("visible=true")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('answers:after-a-rejection')") is None


def test_a_low_answer_shows_who_to_call_below_it(page: Page) -> None:
    help_ = page.get_by_role("status").filter(has_text="That sounds hard.")
    page.get_by_label("3 of 5").check()
    expect(page.get_by_text("That sounds hard.")).to_be_hidden()
    page.get_by_label("1 of 5 Very low").check()
    expect(help_.get_by_role("link", name="116 123")).to_be_visible()
    expect(help_.get_by_role("link", name="write to Haleema")).to_be_visible()
    page.get_by_label("5 of 5 All right").check()
    expect(page.get_by_text("That sounds hard.")).to_be_hidden()


def test_notes_for_supporters_stand_folded_below_the_sheet_and_on_paper_only_for_who_opened_them(
    built_sites: BuiltSites, browser: Browser
) -> None:
    note = "for_supporters: Offer to *write* while they talk.\n    sections:"
    site = built_sites.of(CHECKLIST.replace("sections:", note, 1))
    folded = site.page(SHEET).one("details.item__more:not([open])")
    assert "If you support somebody with this sheet" in folded.text()
    assert "Offer to <em>write</em> while they talk." in (folded.html or "")
    assert "while they talk" not in site.path(f"{SHEET}worksheet.txt").read_text("utf-8")
    with serve(site.folder / "site") as address, visitor(browser) as context:
        page = context.new_page()
        page.goto(f"{address}/{SHEET}")
        folded_away = Paper(page.pdf(prefer_css_page_size=True))
        page.get_by_text("If you support somebody with this sheet").click()
        opened = Paper(page.pdf(prefer_css_page_size=True))
    assert "while they talk" not in folded_away.words
    assert len(opened.pdf.pages) == len(folded_away.pdf.pages) + 1
    # what stands on every page comes first
    assert f".example/{SHEET} If you support somebody" in opened.page_words(-1)
