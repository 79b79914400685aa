"""Whatever staff type, no page is wider than a phone, and nothing is lost on paper."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from awkward_words import ADDRESS, CELLS, CODE, COLUMNS, TOPIC, WORD, awkward_site
from axe import broken_in_any_theme
from browser import visitor
from fake_voices import Voice, voices_script
from html_checker import complaints
from paper import Paper
from reading import Reader, chosen_on
from serving import serve
from small_site import Site

ARTICLE = "articles/long/"
PAGES = (
    "", "articles/", ARTICLE, "articles/other/", "articles/gone/", "checklists/",
    "checklists/long/", "about/", "topics/", f"topics/{TOPIC}/", "search/", "404.html",
)  # fmt: skip
PHONE = {"width": 360, "height": 640}
LARGEST = {"textSize": "200", "letters": "widest", "line": "widest"}
HOME = "https://resources.inclusive-recruiting.example"
SHADE = "box => getComputedStyle(box).boxShadow"
SCROLLED_AWAY = re.compile("color-contrast: <(t[hd]|code)")
UNROLLED = """for (const e of document.querySelectorAll(".scroll-box, .scroll-box *"))
    Object.assign(e.style, { overflowWrap: "anywhere", minWidth: 0, width: "auto",
        whiteSpace: "pre-wrap" })"""
"""Shows all of what is scrolled away, whose colours axe cannot tell otherwise."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return awkward_site(tmp_path_factory.mktemp("awkward"))


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with serve(site.folder / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Return the article with every construct, on a phone."""
    with visitor(browser, viewport=PHONE) as context:
        yield Reader(context, address).open(ARTICLE)


@pytest.fixture(scope="module")
def printed(browser: Browser, address: str) -> Paper:
    with visitor(browser) as context:
        page = Reader(context, address).open(ARTICLE)
        return Paper(page.pdf(prefer_css_page_size=True))


@pytest.fixture(scope="module")
def visited(browser: Browser, address: str) -> Iterator[Page]:
    """Return a page on a phone that goes from one address to the next."""
    with visitor(browser, viewport=PHONE) as context:
        yield Reader(context, address).open("")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_the_screen(visited: Page, address: str, path: str) -> None:
    visited.goto(address + path)
    for choices in ({}, LARGEST):
        with chosen_on(visited, choices):
            for width in (360, 320):
                visited.set_viewport_size({"width": width, "height": 640})
                assert visited.evaluate("document.documentElement.scrollWidth") <= width


def test_what_scrolls_is_reached_by_keyboard_and_has_a_name(page: Page) -> None:
    boxes = page.locator(".scroll-box")
    names = [box.get_attribute("aria-label") or "" for box in boxes.all()]
    assert [name[:13] for name in names] == [
        "Table: First,", "Table: Oneday", "Table: What, ", "Table: Day, T", "Table", "Code",
        "Code 2",
    ]  # fmt: skip
    assert len(names) == page.locator(".prose :is(table, pre)").count()
    page.locator(".prose a").first.focus()
    reached = []
    while not page.locator(".notes a:focus").count():
        page.keyboard.press("Tab")
        focused = page.locator(".scroll-box:focus")
        if focused.count():
            reached.append(focused.get_attribute("aria-label"))
            assert focused.evaluate("box => getComputedStyle(box).outlineStyle") == "solid"
    assert reached == names


def test_a_wide_table_scrolls_and_says_where_there_is_more(page: Page) -> None:
    box = page.get_by_role("region", name="Table: Oneday")
    page.wait_for_function(f"box => ({SHADE})(box) !== 'none'", arg=box.element_handle())
    at_the_start = box.evaluate(SHADE)
    box.evaluate("box => { box.onscroll = () => { box.dataset.scrolled = '' } }")
    box.focus()
    page.keyboard.press("ArrowRight")
    expect(box).to_have_attribute("data-scrolled", "")
    box.evaluate("box => { box.scrollLeft = box.scrollWidth }")
    page.wait_for_function(
        f"([box, before]) => ({SHADE})(box) !== before", arg=[box.element_handle(), at_the_start]
    )


def test_a_table_that_fits_neither_scrolls_nor_says_so(page: Page) -> None:
    box = page.get_by_role("region", name="Table: Day, Time")
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert box.evaluate(SHADE) == "none"


@pytest.mark.parametrize("colours", ["none", "active"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_box_that_is_ticked_looks_ticked(page: Page, media: Any, colours: Any) -> None:
    page.emulate_media(media=media, forced_colors=colours)
    to_do, done = (shades_inside(page, name) for name in ("To do", "Done"))
    assert len(to_do) == 1
    assert max(done) - min(done) > 100


def shades_inside(page: Page, name: str) -> set[int]:
    """Return the shades of grey inside the box of a task."""
    with Image.open(BytesIO(page.get_by_role("img", name=name, exact=True).screenshot())) as box:
        return set(box.convert("L").crop((5, 5, box.width - 5, box.height - 5)).tobytes())


def test_each_kind_of_alert_says_which_it_is(page: Page) -> None:
    titles = [note.locator("p").first.inner_text() for note in page.get_by_role("note").all()]
    assert titles == ["Note", "Tip", "Important", "Warning", "Caution"]


def test_notes_have_a_heading_and_a_way_back_in_words(page: Page) -> None:
    notes = page.locator(".notes")
    expect(notes.get_by_role("heading", level=2, name="Notes", exact=True)).to_be_visible()
    back = notes.locator("[role=doc-backlink]")
    assert back.all_inner_texts() == ["Back"] * 3
    assert [link.get_attribute("aria-label") for link in back.all()] == [
        "Back to the text at note 1",
        "Back to the text at note 1, place 2",
        "Back to the text at note 2",
    ]
    back.nth(1).click()
    assert page.evaluate("document.querySelector(':target').textContent") == "1"


def test_listen_reads_notes_without_their_numbers_and_ways_back(
    browser: Browser, address: str
) -> None:
    with visitor(browser) as context:
        page = Reader(context, address).open(ARTICLE, before=voices_script(Voice("Daisy")))
        page.get_by_role("button", name="Listen", exact=True).click()
        page.evaluate("while (speechSynthesis.current) speechSynthesis.finish()")
        spoken = page.evaluate("speechSynthesis.spoken.map(({ text }) => text)")
    assert "Again and." in spoken
    assert spoken[spoken.index("Notes") + 1].startswith("The first note, at https")
    assert not [sentence for sentence in spoken if "Back" in sentence]


def test_no_rule_of_accessibility_is_broken(page: Page) -> None:
    page.locator(".prose details:not([class]) summary").click()
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        found = [one for _, wrong in broken_in_any_theme(page) for one in wrong]
        assert [one for one in found if not SCROLLED_AWAY.match(one)] == []
    page.evaluate(UNROLLED)
    assert broken_in_any_theme(page) == []


def test_the_html_is_that_of_the_standard(site: Site) -> None:
    files = [path if path.endswith(".html") else f"{path}index.html" for path in PAGES]
    # The words are long rather than English, and it would guess another language.
    assert complaints([site.path(file) for file in files], "--no-langdetect") == []


def test_nothing_is_lost_on_paper(printed: Paper) -> None:
    letters = printed.words.replace(" ", "")
    for words in (
        *COLUMNS, *CELLS, CODE, ADDRESS, f"Typed{WORD}{WORD}", f"Foldedaway{WORD}",
        f"Far inside, {WORD}", f"A note of {WORD}", f"Below it: {WORD}",
        f"Film: A practice interview ({HOME}/assets/film.mp4)",
        f"Film: Two people meet ({HOME}/assets/film.mp4)",
        f"Recording: A talk ({HOME}/assets/talk.mp3)",
        f"another page ({HOME.removeprefix('https://')}/articles/other/)", f"{WORD}(https",
    ):  # fmt: skip
        assert words.replace(" ", "") in letters, words
    assert f"{ADDRESS}(http" not in letters
    assert "Back" not in printed.words


def test_paper_is_not_cut_off_nor_made_smaller(printed: Paper) -> None:
    margin = 15 / 25.4 * 72
    for sheet in printed.drawn:
        for block in sheet.get_text("dict")["blocks"]:
            assert block["bbox"][2] <= sheet.rect.width - margin + 2
    assert 10.5 in {round(span["size"], 1) for span in printed.spans()}
