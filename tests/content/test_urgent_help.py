"""Who to call when it all feels too much: on the pages and sheets that ask for it alone."""

import pytest
from playwright.sync_api import Browser

from built_sites import BuiltSites
from samples import CHECKLIST, article
from serving import serve
from small_site import PROJECT, Site

ASKED = """minutes: 20
    urgent_help: true
    sources: [{title: A source, url: https://www.example.org/}]"""
HELP = CHECKLIST.replace("minutes: 20", ASKED).replace("after-a-rejection", "a-hard-day")
PAGES = "".join(
    f"""
docs/{name}.md
    ---
    title: A page
    summary: What it says.
    urgent_help: true
    ---
    Words.
"""
    for name in ("index", "contact", "support")
)
LINES = [
    "tel:116123", "tel:111", "tel:08088088000", "sms:85258", "tel:999",
    "https://999bsl.co.uk/", "https://signvideo.co.uk/", "https://www.relayuk.bt.com/",
]  # fmt: skip


@pytest.fixture(scope="module")
def site(built_sites: BuiltSites) -> Site:
    both = HELP + HELP.replace("a-hard-day", "a-harder-day")
    drawing = article("low", "urgent_help: true") + article("well") + both + CHECKLIST + PAGES
    return built_sites.of(drawing)


@pytest.mark.parametrize("address", ["", "contact/", "support/"])
def test_a_standard_page_may_ask_for_it_too(site: Site, address: str) -> None:
    links = site.page(address).one(".urgent-help").css("a")
    assert [link.attributes["href"] for link in links] == LINES


@pytest.mark.parametrize("address", ["articles/low/", "checklists/a-hard-day/"])
def test_a_page_that_asks_for_it_shows_who_to_call_before_the_contact(
    site: Site, address: str
) -> None:
    page = site.page(address)
    links = page.one(".urgent-help").css("a")
    assert [link.attributes["href"] for link in links] == LINES
    assert page.texts(".urgent-help h2") == ["If it all feels too much"]
    places = [box.attributes["class"] for box in page.all("section.urgent-help, section.contact")]
    assert places == ["urgent-help", "contact"]


@pytest.mark.parametrize("address", ["articles/well/", "checklists/after-a-rejection/"])
def test_a_page_that_does_not_ask_for_it_shows_none(site: Site, address: str) -> None:
    assert not site.page(address).all(".urgent-help")


def test_the_pdf_shows_it_too_where_the_checklist_asks(site: Site) -> None:
    def words(slug: str) -> str:
        pages = site.pdf(f"checklists/{slug}/worksheet.pdf").pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    assert "Call Samaritans on 116 123, free at any time" in words("a-hard-day")
    assert "Samaritans" not in words("after-a-rejection")


def test_a_workbook_shows_it_on_each_sheet_that_asks(site: Site) -> None:
    pages = site.pdf("topics/after-an-interview/workbook.pdf").pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert text.count("If it all feels too much") == 2
    assert text.count("Where the facts come from") == 2


def test_the_plain_text_worksheet_says_it_in_the_same_words(site: Site) -> None:
    def text(slug: str) -> str:
        return site.path(f"checklists/{slug}/worksheet.txt").read_text(encoding="utf-8-sig")

    lines = site.page("checklists/a-hard-day/").texts(".urgent-help li")
    assert len(lines) == len(LINES)
    for line in lines:
        assert line in text("a-hard-day").splitlines()
        assert line not in text("after-a-rejection")
    top = text("a-hard-day").partition("Part 1")[0]
    assert "If it all feels too much: Call Samaritans on 116 123." in top
    assert "Call 999" in top


@pytest.mark.parametrize("address", ["articles/low/", "checklists/a-hard-day/"])
def test_a_printed_page_shows_it_too(browser: Browser, site: Site, address: str) -> None:
    with serve(site.folder / "site") as home:
        page = browser.new_page()
        page.emulate_media(media="print")
        page.goto(home + address)
        numbers = page.get_by_text("Call Samaritans on 116 123").all()
        assert [one.is_visible() for one in numbers].count(True) == 1
        page.close()


def test_our_own_pages_write_no_numbers_of_their_own() -> None:
    files = [file for file in (PROJECT / "docs").rglob("*") if file.suffix in (".md", ".yml")]
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        for number in ("116 123", "116123", "0808 808 8000", "85258", " 999"):
            assert number not in text, file
