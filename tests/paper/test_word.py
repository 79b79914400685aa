"""A checklist's worksheet for word processors: the same sheet, with places to type and to tick."""

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from built_sites import BuiltSites
from samples import CHECKLIST, EVERY_KIND, article
from small_site import Site

SHEET = "checklists/every-kind/worksheet.docx"


@pytest.fixture(scope="module")
def site(built_sites: BuiltSites) -> Site:
    return built_sites.of(EVERY_KIND + CHECKLIST + article("hello", "topics: [your-rights]"))


@pytest.fixture(scope="module")
def sheet(site: Site) -> Any:
    return docx.Document(BytesIO(site.path(SHEET).read_bytes()))


def test_headings_words_and_contact_are_those_of_the_sheet(sheet: Any) -> None:
    headings = [
        (p.style.name, p.text) for p in sheet.paragraphs if p.style.name.startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "Every kind of item"),
        ("Heading 2", "To do"),
        ("Heading 2", "To think about"),
        ("Heading 2", "Talk to Haleema Latif"),
    ]
    words = [paragraph.text for paragraph in sheet.paragraphs]
    for expected in ("One of each.", "Take your time.", "What went well?", "A friend, or us."):
        assert expected in words
    assert any("haleema.latif@inclusive-recruiting.example" in text for text in words)
    assert any("N14 6BN" in text for text in words)
    assert sheet.sections[0].footer.paragraphs[0].text == (
        "Every kind of item\nresources.inclusive-recruiting.example/checklists/every-kind/"
    )
    (code,) = sheet.inline_shapes
    described = code._inline.docPr.get("descr")
    assert described.endswith(
        "https://resources.inclusive-recruiting.example/checklists/every-kind/"
    )
    assert (sheet.core_properties.title, sheet.core_properties.language) == (
        "Every kind of item",
        "en-GB",
    )


def test_each_field_of_the_page_is_a_control_with_its_name(sheet: Any, site: Site) -> None:
    tags = [tag.get(qn("w:val")) for tag in sheet.element.iter(qn("w:tag"))]
    fields = site.page("checklists/every-kind/").all(".checklist [data-item] :is(input, textarea)")
    on_page = [str(field.attributes.get("name") or field.attributes["id"]) for field in fields]
    assert [tag.partition("=")[0] for tag in tags] == ["name", "date", *on_page]
    titles = [title.get(qn("w:val")) for title in sheet.element.iter(qn("w:alias"))]
    assert titles[2] == "Wait a day."
    assert "How confident do you feel? 1 of 5, Not at all" in titles
    assert all(len(name) <= 64 for name in (*tags, *titles))


def test_a_table_is_a_table_with_a_head(sheet: Any) -> None:
    (table,) = sheet.tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "What I told myself",
        "What is also true",
    ]
    assert len(table.rows) == 4
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_same_checklist_makes_the_same_document(site: Site, built_sites: BuiltSites) -> None:
    other = built_sites.of(EVERY_KIND)
    assert other.path(SHEET).read_bytes() == site.path(SHEET).read_bytes()
