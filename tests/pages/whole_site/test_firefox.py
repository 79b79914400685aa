"""The site in Firefox: answers, settings, small screens and paper, as in the other browser."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from firefox import PROGRAM, Firefox, firefox
from real_pages import PAGES
from serving import serve
from small_site import Site

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no Firefox here")


@pytest.fixture(scope="module")
def fox() -> Iterator[Firefox]:
    with firefox() as running:
        yield running


ANSWER = """
const write = document.querySelector(".checklist textarea");
write.value = arguments[0];
write.dispatchEvent(new Event("input", { bubbles: true }));
document.querySelector(".checklist input[type=checkbox]").click();
"""


PRINTED = """
const names = "h1, .checklist h2, .item--tick label, .option, .prompt, .urgent-help strong";
return [...document.querySelectorAll(names)].map((element) => element.innerText);
"""


def words(pdf: bytes) -> str:
    return " ".join(" ".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_on_a_small_screen(
    fox: Firefox, real_address: str, name: str
) -> None:
    fox.resize(500, 800)
    fox.open(real_address + PAGES[name])
    assert fox.run("return document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("fonts_late", [0, 0.5])
def test_the_first_page_of_a_visit_is_printed_with_all_its_words(
    fox: Firefox, real_site: Site, fonts_late: float
) -> None:
    with serve(real_site.folder / "site", fonts_late=fonts_late) as address:
        fox.open(address + PAGES["checklist"])
        wanted = fox.run(PRINTED)
        printed = words(fox.pdf())
    assert len(wanted) > 25
    assert [text for text in map(" ".join, map(str.split, wanted)) if text not in printed] == []


def test_answers_come_back_and_are_printed(
    fox: Firefox, real_address: str, real_site: Site
) -> None:
    fox.open(real_address + PAGES["checklist"])
    fox.run(ANSWER, "I listened with care.")
    fox.open(real_address + PAGES["checklist"])
    assert fox.run("return document.querySelector('.checklist textarea').value") == (
        "I listened with care."
    )
    assert fox.run("return document.querySelector('.answers__count').textContent") == (
        "2 of 12 done."
    )
    printed = words(fox.pdf())
    assert "I listened with care." in printed
    sheet = real_site.pdf("checklists/after-a-rejection/worksheet.pdf")
    heads = (
        "After a rejection",
        "In the first two days",
        "Choose one next step",
        "Talk to Haleema",
    )
    assert [head for head in heads if head not in printed] == []
    assert len(PdfReader(BytesIO(fox.pdf())).pages) == len(sheet.pages)
    assert "More to do with my answers" not in printed
    assert "Checklists" not in printed


def test_a_long_answer_is_printed_to_its_last_word(fox: Firefox, real_address: str) -> None:
    fox.open(real_address + PAGES["checklist"])
    fox.run(ANSWER, f"I listened. {'Then I said what I had planned. ' * 20}It went well.")
    assert "It went well." in words(fox.pdf())
    fox.run("localStorage.clear()")


def test_a_theme_is_there_before_anything_is_drawn(fox: Firefox, real_address: str) -> None:
    fox.open(real_address + PAGES["home"])
    kept = '{"version": 1, "chosen": {"theme": "cream"}}'
    fox.run("localStorage.setItem('reading-settings', arguments[0])", kept)
    fox.open(real_address + PAGES["article"])
    theme = fox.run("return document.documentElement.dataset.theme")
    fox.run("localStorage.clear()")
    assert theme == "cream"


def test_without_script_it_can_be_read_ticked_and_taken_along(
    fox: Firefox, real_address: str
) -> None:
    with fox.without_script():
        fox.open(real_address + PAGES["checklist"])
        printed = words(fox.pdf())
    assert "Wait a day before you reply." in printed
    assert "Start anywhere you like" not in printed


@pytest.mark.parametrize("name", ["article", "checklist", "long checklist"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    fox: Firefox, real_address: str, name: str
) -> None:
    fox.open(real_address + PAGES[name])
    headings = fox.run("return [...document.querySelectorAll('h2, h3')].map(h => h.textContent)")
    pages = PdfReader(BytesIO(fox.pdf())).pages
    assert len(pages) > 1
    for page in pages:
        last = page.extract_text().strip().splitlines()[-1].strip()
        assert not any(last.endswith(heading.strip()) for heading in headings), last
