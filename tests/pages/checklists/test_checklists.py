"""A checklist in docs/ becomes a page of real, labelled fields that works without script."""

import pytest

from built_sites import BuiltSites
from conftest import MakeSite
from resource_site.checks.site_check import load_all
from samples import CHECKLIST, EVERY_KIND, article
from small_site import Page


@pytest.fixture
def page(built_sites: BuiltSites) -> Page:
    return built_sites.of(EVERY_KIND).page("checklists/every-kind/")


def test_sections_are_regions_named_by_their_headings(page: Page) -> None:
    sections, titles = page.all(".checklist section"), page.all(".checklist section > h2")
    assert [title.text() for title in titles] == ["To do", "To think about"]
    names = [section.attributes["aria-labelledby"] for section in sections]
    assert names == [title.id for title in titles]
    assert page.texts(".checklist__intro em") == ["time"]
    assert page.texts(".section__intro") == ["Small steps."]


def test_a_plain_line_is_a_box_to_tick_with_its_words_as_label(page: Page) -> None:
    box = page.one("#every-kind--wait-a-day")
    assert box.attributes["type"] == "checkbox"
    label = page.one("label[for=every-kind--wait-a-day]")
    assert label.html == '<label for="every-kind--wait-a-day">Wait a <strong>day</strong>.</label>'


def test_a_tick_keeps_its_id_and_is_described_by_its_hint(page: Page) -> None:
    box = page.one("#every-kind--tell-someone")
    assert box.attributes["aria-describedby"] == "every-kind--tell-someone--hint"
    hint = page.one("#every-kind--tell-someone--hint")
    assert hint.text() == "A friend, or us."
    assert page.one("#every-kind--tell-someone--hint a").attributes["href"] == "../../contact/"


def test_a_question_has_room_for_its_lines(page: Page) -> None:
    area = page.one("#every-kind--what-went-well")
    assert area.tag == "textarea"
    assert area.attributes["rows"] == "4"
    assert page.texts("label[for=every-kind--what-went-well]") == ["What went well?"]


def test_a_scale_is_a_group_of_radios_named_at_both_ends(page: Page) -> None:
    labels = page.texts(".item--scale label")
    assert labels == ["1 of 5 Not at all", "2 of 5", "3 of 5", "4 of 5", "5 of 5 Very"]
    assert page.texts(".item--scale legend") == ["How confident do you feel?"]
    radios = page.all(".item--scale input[type=radio]")
    assert {radio.attributes["name"] for radio in radios} == {
        "every-kind--how-confident-do-you-feel"
    }


def test_choosing_one_is_radios_and_choosing_many_is_boxes(page: Page) -> None:
    one, many = page.all(".item--choose")
    assert [i.attributes["type"] for i in one.css("input")] == ["radio"] * 3
    assert [i.attributes["value"] for i in one.css("input")] == ["Preparing", "Answering", "No"]
    assert [i.attributes["type"] for i in many.css("input")] == ["checkbox"] * 2
    assert len({i.attributes["name"] for i in many.css("input")}) == 2


def test_each_cell_of_a_table_is_named_by_column_and_row(page: Page) -> None:
    cells = page.all(".item--table textarea")
    assert len(cells) == 6
    names = [page.texts(f"label[for={cell.attributes['id']}]")[0] for cell in cells]
    assert names[0] == "What I told myself, row one"
    assert names[-1] == "What is also true, row three"


def test_every_field_has_a_label_and_an_id_or_name_of_its_own(page: Page) -> None:
    ids = [node.attributes["id"] for node in page.all("[id]")]
    assert len(ids) == len(set(ids))
    for field in page.all(".checklist input, .checklist textarea"):
        identity = field.attributes.get("id")
        parent = field.parent
        assert parent is not None
        assert parent.tag == "label" or len(page.all(f"label[for={identity}]")) == 1


def test_the_page_offers_the_pdf_and_says_without_script_what_to_do(page: Page) -> None:
    link = page.one(".checklist-links .button")
    assert link.attributes["href"] == "worksheet.pdf"
    assert page.texts("noscript .checklist-note")


def test_the_page_says_how_long_it_takes(built_sites: BuiltSites) -> None:
    page = built_sites.of(CHECKLIST).page("checklists/after-a-rejection/")
    assert page.texts(".page-head__facts li:not(.on-paper)") == ["About 20 minutes"]
    assert page.texts(".page-head__facts li.on-paper") == [
        "Reviewed 2 November 2026",
        "resources.inclusive-recruiting.example/checklists/after-a-rejection/",
    ]
    assert page.texts(".checklist-about p")[0] == "Reviewed 2 November 2026"


def test_one_minute_is_one_minute_wherever_it_is_told(built_sites: BuiltSites) -> None:
    short = CHECKLIST.replace("minutes: 20", "minutes: 1")
    site = built_sites.of(short + article("hello", "checklists: [after-a-rejection]"))
    names = sorted(site.files())
    told = {name: site.page(name).text for name in names if name.endswith(".html")}
    for name in names:
        if name.endswith(".pdf"):
            told[name] = " ".join(page.extract_text() for page in site.pdf(name).pages)
    text = "checklists/after-a-rejection/worksheet.txt"
    told[text] = site.path(text).read_text(encoding="utf-8")
    assert [name for name, words in told.items() if "1 minutes" in words] == []
    assert {name for name, words in told.items() if "About 1 minute" in words} >= {
        text,
        text.replace(".txt", ".pdf"),
        text.replace(".txt", "-large-print.pdf"),
        "topics/after-an-interview/workbook.pdf",
        "topics/after-an-interview/workbook-large-print.pdf",
        "checklists/after-a-rejection/index.html",
        "checklists/index.html",
        "topics/after-an-interview/index.html",
        "articles/hello/index.html",
    }


def test_an_id_made_from_words_stays_the_same_since_answers_are_saved_under_it(
    make_site: MakeSite,
) -> None:
    lines = (
        "Wait a day.", "Wait a *day*!", "wait a  day", "Ask [us](../contact.md) in Łódź.", '"???"',
        '"!"', "write: What then?", "write: …", f"Count {'one two ' * 10}",
        "{tick: Rest., id: wait-a-day-2}", "Spend €5 a day", "Wait " * 13,
    )  # fmt: skip
    items = "\n".join(f"          - {line}" for line in lines)
    site = make_site(CHECKLIST.replace("          - Wait a day.", items))
    loaded, _, problems = load_all(site.folder / "mkdocs.yml", site.folder / "docs")
    assert problems == []
    (checklist,) = loaded.library.checklists
    assert [item.id for item in checklist.items] == [
        "wait-a-day", "wait-a-day-3", "wait-a-day-4", "ask-us-in-lodz", "tick", "tick-2",
        "what-then", "write", "count-one-two-one-two-one-two-one-two-one-two-one-two-one-tw",
        "wait-a-day-2", "spend-5-a-day", "-".join(["wait"] * 12),
    ]  # fmt: skip


def test_items_with_the_same_words_get_ids_of_their_own(make_site: MakeSite) -> None:
    twice = CHECKLIST.replace(
        "          - Wait a day.", "          - Wait a day.\n          - Wait a day."
    )
    page = make_site(twice).built().page("checklists/after-a-rejection/")
    assert [i.attributes["id"] for i in page.all(".checklist input")] == [
        "after-a-rejection--wait-a-day",
        "after-a-rejection--wait-a-day-2",
    ]
