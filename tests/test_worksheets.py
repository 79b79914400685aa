"""Each checklist's PDF: real, tagged, fillable, and the same sheet as the page."""

import re

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from conftest import MakeSite
from samples import CHECKLIST, EVERY_KIND
from small_site import Site

A4 = (595, 842)


@pytest.fixture
def pdf(make_site: MakeSite) -> PdfReader:
    return make_site(EVERY_KIND).built().pdf("checklists/every-kind/worksheet.pdf")


def words(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def titles(pdf: PdfReader) -> list[str]:
    """Return what a screen reader calls each field, in the order of the pages."""
    return [
        str(field["/TU"])
        for page in pdf.pages
        for field in (DictionaryObject(a.get_object()) for a in page.get("/Annots", []))
        if field.get("/Subtype") == "/Widget"
    ]


def test_it_is_a4_in_british_english_with_a_title(pdf: PdfReader) -> None:
    for page in pdf.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Every kind of item"
    assert str(pdf.root_object["/Lang"]) == "en-GB"


def test_it_says_that_it_is_accessible_and_is_tagged(pdf: PdfReader) -> None:
    assert pdf.xmp_metadata is not None
    assert b"pdfuaid" in pdf.xmp_metadata.stream.get_data()
    marks = pdf.root_object["/MarkInfo"]
    assert isinstance(marks, DictionaryObject)
    assert str(marks["/Marked"]) == "True"
    assert "/StructTreeRoot" in pdf.root_object


def test_every_item_stands_on_it(pdf: PdfReader) -> None:
    text = words(pdf)
    for expected in (
        "Every kind of item",
        "Take your time.",
        "To do",
        "Wait a day.",
        "Tell one person you trust.",
        "A friend, or us.",
        "What went well?",
        "Not at all",
        "Preparing",
        "Quiet",
        "What I told myself",
    ):
        assert expected in text


def test_every_item_is_a_field_named_in_words_in_reading_order(pdf: PdfReader) -> None:
    assert titles(pdf) == [
        "Wait a day.",
        "Tell one person you trust.",
        "What went well?",
        "How confident do you feel? 1 of 5, Not at all",
        "How confident do you feel? 2 of 5",
        "How confident do you feel? 3 of 5",
        "How confident do you feel? 4 of 5",
        "How confident do you feel? 5 of 5, Very",
        "Which part was hardest? Preparing",
        "Which part was hardest? Answering",
        "Which part was hardest? No",
        "What would help? Time",
        "What would help? Quiet",
        *(
            f"Turn a harsh thought into a fair one, row {row}, {column}"
            for row in (1, 2, 3)
            for column in ("What I told myself", "What is also true")
        ),
    ]


def test_the_contact_the_address_and_the_page_number_are_on_the_last_page(pdf: PdfReader) -> None:
    last = " ".join(pdf.pages[-1].extract_text().split())
    assert "Talk to Haleema Latif" in last
    assert "Candidate Network Manager, Inclusive Recruiting" in last
    assert "haleema.latif@inclusive-recruiting.example" in last
    assert "5th Floor, The Grange, 100 High Street, Southgate, London, N14 6BN" in last
    assert f"Page {len(pdf.pages)} of {len(pdf.pages)}" in last


def test_its_links_are_whole_addresses(pdf: PdfReader) -> None:
    links = {
        str(a.get_object()["/A"]["/URI"])
        for page in pdf.pages
        for a in page.get("/Annots", [])
        if a.get_object()["/Subtype"] == "/Link"
    }
    site = "https://resources.inclusive-recruiting.example"
    assert f"{site}/contact/" in links
    assert f"{site}/checklists/every-kind/" in links
    mail = next(link for link in links if link.startswith("mailto:"))
    assert "subject=Every%20kind%20of%20item" in mail


def test_every_font_is_embedded_and_is_ours(pdf: PdfReader) -> None:
    fonts = set()
    for page in pdf.pages:
        resources = page["/Resources"]
        assert isinstance(resources, DictionaryObject)
        used = resources["/Font"]
        assert isinstance(used, DictionaryObject)
        fonts |= {str(used[name]["/BaseFont"]) for name in used}  # type: ignore[index]
    embedded = {name for name in fonts if re.match(r"/[A-Z]{6}\+", name)}
    assert embedded
    assert all("Atkinson" in name for name in embedded)


def test_a_short_checklist_fits_one_page(make_site: MakeSite) -> None:
    pdf = make_site(CHECKLIST).built().pdf("checklists/after-a-rejection/worksheet.pdf")
    assert len(pdf.pages) == 1


def test_the_same_checklist_makes_the_same_bytes(make_site: MakeSite) -> None:
    site = make_site(CHECKLIST).built()
    first = site.files()["checklists/after-a-rejection/worksheet.pdf"]
    assert (
        site.built(today="1798027200").files()["checklists/after-a-rejection/worksheet.pdf"]
        == first
    )


def test_the_projects_own_sheets_are_small_and_at_most_two_pages(real_site: Site) -> None:
    sheets = [name for name in real_site.files() if name.endswith("worksheet.pdf")]
    assert len(sheets) >= 3
    for sheet in sheets:
        assert len(real_site.files()[sheet]) <= 120 * 1024
        assert len(real_site.pdf(sheet).pages) <= 2
