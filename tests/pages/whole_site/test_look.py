"""What the pages promise of their look: one edge, one accent, a picture, a face of choice."""

import re
from collections.abc import Iterator

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from browser import visitor
from real_pages import PAGES
from small_site import PROJECT, Site

FONTS = PROJECT / "overrides/assets/fonts"
FACE = "getComputedStyle(document.querySelector('h1')).fontFamily"
_STRAIGHT = re.compile(r".{,30}['\"].{,30}")
EDGES = """selectors => selectors.map(selector => {
    const box = document.querySelector(selector).getBoundingClientRect();
    return [Math.round(box.left), Math.round(box.right)];
})"""
LAST_ROWS = """[...document.querySelectorAll(".cards")].map(list => Math.round(
    list.getBoundingClientRect().right - list.lastElementChild.getBoundingClientRect().right))"""
MARKED = """[...document.querySelectorAll(".site-header__nav a")].filter(link =>
    getComputedStyle(link).borderBottomColor !== getComputedStyle(document.body).backgroundColor
).map(link => link.textContent)"""


@pytest.fixture(scope="module")
def shown(browser: Browser) -> Iterator[Page]:
    with visitor(browser) as context:
        yield context.new_page()


def test_an_article_has_its_text_in_the_middle_and_one_right_edge(
    shown: Page, real_address: str
) -> None:
    shown.goto(real_address + PAGES["article"])
    text, side, header, cards = shown.evaluate(
        EDGES,
        [".prose", ".side", ".site-header__nav", "[aria-labelledby=site--related-title] .cards"],
    )
    assert sum(text) == pytest.approx(1280, abs=2)
    assert side[1] == header[1] == cards[1]
    title, _ = shown.evaluate(EDGES, ["h1", ".prose"])
    assert title[0] == text[0]


def test_what_stands_beside_a_text_fits_the_screen(shown: Page, real_address: str) -> None:
    shown.goto(real_address + PAGES["article"])
    shown.set_viewport_size({"width": 1280, "height": 400})
    shown.evaluate("window.scrollTo(0, 2000)")
    top, bottom = shown.evaluate(
        "(box => [box.top, box.bottom])(document.querySelector('.side').getBoundingClientRect())"
    )
    shown.set_viewport_size({"width": 1280, "height": 900})
    assert top >= 0
    assert bottom <= 400


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_no_row_of_cards_ends_in_a_hole(shown: Page, real_address: str, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 900})
    for name in ("topic", "home", "article"):
        shown.goto(real_address + PAGES[name])
        assert set(shown.evaluate(LAST_ROWS)) == {0}
    shown.set_viewport_size({"width": 1280, "height": 900})


def test_titles_have_the_face_the_reader_chose(shown: Page, real_address: str) -> None:
    shown.goto(real_address)
    assert "Literata" in shown.evaluate(FACE)
    for choice in ("device", "serif"):
        shown.evaluate(f"document.documentElement.dataset.type = '{choice}'")
        assert "Literata" not in shown.evaluate(FACE)


def test_the_facts_of_an_article_and_listen_take_two_lines_on_a_phone(
    shown: Page, real_address: str
) -> None:
    shown.set_viewport_size({"width": 360, "height": 640})
    shown.goto(real_address + PAGES["article"])
    line = "getComputedStyle(document.querySelector('.page-head__facts li')).lineHeight"
    height = shown.evaluate("document.querySelector('.page-head__row').offsetHeight")
    shown.set_viewport_size({"width": 1280, "height": 900})
    assert height <= float(shown.evaluate(line).removesuffix("px")) + 44 + 1


@pytest.mark.parametrize("name", [name for name in PAGES if name != "home"])
def test_every_page_but_the_first_opens_with_a_band(real_site: Site, name: str) -> None:
    page = real_site.page(PAGES[name])
    assert len(page.all("main .masthead h1")) == len(page.all("h1")) == 1
    assert len(page.all(".masthead .breadcrumbs")) == 1


def test_in_forced_colours_only_the_current_link_is_marked(
    browser: Browser, real_address: str
) -> None:
    with visitor(browser, forced_colors="active") as context:
        page = context.new_page()
        page.goto(real_address + PAGES["article"])
        assert page.evaluate(MARKED) == ["Articles"]


def test_every_article_and_checklist_opens_with_a_drawing(real_site: Site) -> None:
    for kind in ("article", "checklist-page"):
        for file in (real_site.folder / "site").glob("*/*/index.html"):
            page = file.read_text(encoding="utf-8")
            if f'class="{kind}"' in page:
                assert "masthead__drawing" in page, file


def test_every_page_and_sheet_has_the_quotation_marks_of_print(real_site: Site) -> None:
    found = set()
    for file in (real_site.folder / "site").rglob("*.html"):
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        tree.strip_tags(["script", "style", "code"])
        assert tree.body
        found |= {(file, words) for words in _STRAIGHT.findall(tree.body.text())}
    for file in (real_site.folder / "site").rglob("worksheet.txt"):
        found |= {(file, words) for words in _STRAIGHT.findall(file.read_text(encoding="utf-8"))}
    assert not found


def test_marigold_is_for_the_person_who_helps() -> None:
    allowed = {
        *("brand.css", "beside.css", "contact.css"),
        "ways-in.css",  # the way to the person
        *("listen.css", "search.css", "site.css"),  # marked words, and the skip link
        *("drawing.css", "preview-bar.css"),
    }
    using = {
        file.name
        for file in (PROJECT / "overrides").rglob("*.css")
        if "var(--highlight)" in file.read_text(encoding="utf-8")
    }
    assert using <= allowed


def test_a_title_in_any_latin_letters_keeps_its_face() -> None:
    css = (PROJECT / "overrides/assets/fonts.css").read_text(encoding="utf-8")
    for name in ("literata-core", "literata-more"):
        ranges = re.search(rf"{name}\.woff2.*?unicode-range: (.*?);", css, re.DOTALL)
        assert ranges
        named: set[int] = set()
        for part in ranges[1].replace("U+", "").split(", "):
            first, _, last = part.partition("-")
            named |= set(range(int(first, 16), int(last or first, 16) + 1))
        letters = set(TTFont(FONTS / f"{name}.woff2").getBestCmap())
        assert letters <= named
        wanted = "Why you are turned down" if name == "literata-core" else "ŁŵñçőșạĐÆœ"
        assert {ord(letter) for letter in wanted} <= letters
