"""Each checklist's PDF: real, tagged, fillable, and the same sheet as the page."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from outloud import check
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from built_sites import BuiltSites
from conftest import MakeSite
from matterhorn import findings
from paper import Paper
from samples import CHECKLIST, EVERY_KIND, article
from small_site import Site

A4 = (595, 842)
SHEET = "checklists/every-kind/worksheet.pdf"
LARGE = "checklists/every-kind/worksheet-large-print.pdf"
WORKBOOK = "topics/after-an-interview/workbook.pdf"
LARGE_WORKBOOK = "topics/after-an-interview/workbook-large-print.pdf"
PROMPTS = [
    "Wait a day.",
    "Tell one person you trust. A friend, or us.",
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
        for row in ("one", "two", "three")
        for column in ("What I told myself", "What is also true")
    ),
]
ENDS_OF_SHEETS = re.compile(
    "((^|; )(Talk to|Candidate Network|Keep this sheet|Looking for work|E-mail:|Post:|"
    "N14 6BN|This page:|If it all feels|You can talk to someone)[^;]*)+"
)
"""What ends each sheet of a workbook. Where three sheets go on to a page with nothing else, the
checker takes these words, at the top of the page, for a running header."""
LINES = 3 + 6 * 1
"""To write on: a box of four lines has three inside it, and each cell of the table has one."""


def sourced(drawing: str) -> str:
    source = "    sources: [{title: The law, url: https://www.legislation.gov.uk/}]\n    minutes:"
    return drawing.replace("    minutes:", source)


@pytest.fixture(scope="module")
def site(built_sites: BuiltSites) -> Site:
    drawing = sourced(EVERY_KIND) + sourced(CHECKLIST) + article("hello", "topics: [your-rights]")
    return built_sites.of(drawing)


@pytest.fixture(scope="module")
def sheet(site: Site) -> Paper:
    return Paper.at(site.path(SHEET))


@pytest.fixture(scope="module")
def large(site: Site) -> Paper:
    return Paper.at(site.path(LARGE))


@pytest.fixture(scope="module")
def workbook(site: Site) -> Paper:
    return Paper.at(site.path(WORKBOOK))


def problems(file: Path) -> list[str]:
    """Return what two lists of checks find: outloud's, and the Matterhorn Protocol's."""
    result = check(str(file))
    assert result.error is None, result.error
    said = [
        f"{found.rule}: {found.message} ({found.evidence})"
        for found in result.findings
        if not (found.rule == "PAG-001" and ENDS_OF_SHEETS.fullmatch(found.evidence))
        # it takes a cell with a field for empty; matterhorn.py asks for words or a field in each
        and found.rule != "TBL-012"
    ]
    return said + findings(PdfReader(file))


@pytest.mark.parametrize("address", [SHEET, LARGE, WORKBOOK, LARGE_WORKBOOK])
def test_the_checker_finds_no_fault(site: Site, address: str) -> None:
    assert problems(site.path(address)) == []


FORMS = ["worksheet", "worksheet-large-print", "workbook", "workbook-large-print"]


@pytest.mark.parametrize("form", FORMS)
def test_the_checker_finds_no_fault_in_the_projects_longest_sheet(
    real_site: Site, form: str
) -> None:
    longest = max(real_site.path("").rglob(f"{form}.pdf"), key=lambda file: file.stat().st_size)
    assert problems(longest) == []


@pytest.mark.nightly
def test_the_checker_finds_no_fault_in_any_of_the_projects_sheets(real_site: Site) -> None:
    files = sorted(real_site.path("").rglob("*.pdf"))
    assert {file.stem for file in files} == set(FORMS)
    assert {file: found for file in files if (found := problems(file))} == {}


def test_it_is_a4_in_british_english_with_a_title(sheet: Paper) -> None:
    for page in sheet.pdf.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
    assert sheet.pdf.metadata is not None
    assert sheet.pdf.metadata.title == "Every kind of item"
    assert str(sheet.pdf.root_object["/Lang"]) == "en-GB"
    assert sheet.pdf.root_object["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]


def test_it_says_that_it_is_accessible(sheet: Paper) -> None:
    assert sheet.pdf.xmp_metadata is not None
    assert b"pdfuaid" in sheet.pdf.xmp_metadata.stream.get_data()


def test_every_item_stands_on_it(sheet: Paper) -> None:
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
        assert expected in sheet.words


@pytest.mark.parametrize("address", [SHEET, LARGE])
def test_the_tab_key_goes_through_it_as_it_reads(site: Site, address: str) -> None:
    paper = Paper.at(site.path(address))
    assert paper.tab_order() == ["Your name", "Date", *PROMPTS]
    assert {str(page["/Tabs"]) for page in paper.pdf.pages} == {"/S"}


def test_a_table_to_fill_in_is_a_table_with_headings(sheet: Paper, large: Paper) -> None:
    def kids(element: Any) -> list[Any]:
        return [kid.get_object() for kid in element["/K"] if not isinstance(kid, int)]

    (table,) = [element for element in sheet.elements() if element["/S"] == "/Table"]
    head, *rows = [kids(row) for row in kids(table)]
    assert [cell["/S"] for cell in head] == ["/TH", "/TH"]
    names = [str(cell["/ID"]) for cell in head]
    assert len(rows) == 3
    for row in rows:
        assert [(cell["/S"], [*map(str, cell["/A"]["/Headers"])]) for cell in row] == [
            ("/TD", [name]) for name in names
        ]
    # in large print, each row stands below the other, with its labels: a list
    assert "/Table" not in {element["/S"] for element in large.elements()}


def test_a_choice_of_one_is_one_field_with_its_prompt(sheet: Paper) -> None:
    choices = {
        field["/TU"]: len(field["/Kids"]) for field in sheet.fields.values() if "/Kids" in field
    }
    # the name of the whole is its question; each button adds its own answer
    assert choices == {"How confident do you feel?": 5, "Which part was hardest?": 3}
    form = sheet.pdf.root_object["/AcroForm"]
    assert isinstance(form, DictionaryObject)
    assert len(form["/Fields"]) == len(sheet.fields)  # type: ignore[arg-type]


def test_answers_show_where_they_were_given_and_push_the_lines_aside(sheet: Paper) -> None:
    filled = sheet.filled("I stayed calm")
    to_write = sum(field["/FT"] == "/Tx" for field in sheet.fields.values())
    assert filled.words.count("I stayed calm") == to_write == 2 + 1 + 6
    assert (sheet.lines(), filled.lines()) == (LINES, 0)
    ticks = {name: field["/V"] for name, field in filled.fields.items() if field["/FT"] == "/Btn"}
    assert len(ticks) == 6
    assert "/Off" not in ticks.values()


@pytest.mark.parametrize(
    "name",
    ["Siân Ŵyn", "Łukasz Gżegżółka", "Ștefan Țăran", "Şebnem Işık", "Zoë O’Hara"],  # noqa: RUF001
)
def test_everybody_can_type_their_name(sheet: Paper, name: str) -> None:
    assert name in sheet.filled(name).words


def test_boxes_to_tick_look_ticked(sheet: Paper) -> None:
    def ink(paper: Paper) -> int:
        return sum(byte < 128 for byte in paper.drawn[0].get_pixmap(dpi=50).samples)

    assert ink(sheet.filled("")) > ink(sheet)


def test_what_a_screen_reader_meets_is_all_that_is_tagged(
    sheet: Paper, large: Paper, workbook: Paper
) -> None:
    for paper in (sheet, large, workbook):
        drawn = {
            (number, int(mark))
            for number, page in enumerate(paper.pdf.pages)
            for mark in re.findall(rb"/MCID (\d+)", page.get_contents().get_data())  # type: ignore[union-attr]
        }
        assert paper.marks_read() == drawn


def test_decoration_is_no_content(sheet: Paper) -> None:
    assert "/Figure" not in {element["/S"] for element in sheet.elements()}
    contents = b"".join(page.get_contents().get_data() for page in sheet.pdf.pages)  # type: ignore[union-attr]
    assert contents.count(b"/Artifact") > 2


def test_bookmarks_lead_to_each_heading(sheet: Paper, workbook: Paper) -> None:
    assert [words for _, words, _ in sheet.bookmarks] == [
        "Every kind of item",
        "To do",
        "To think about",
        "Where the facts come from",
        "Talk to Haleema Latif",
    ]
    first_level = [words for level, words, _ in workbook.bookmarks if level == 1]
    assert first_level == ["After an interview: workbook"]


def test_the_last_page_says_whom_to_reach_and_what_to_do_next(sheet: Paper) -> None:
    last = sheet.page_words(-1)
    assert "Talk to Haleema Latif" in last
    assert "Candidate Network Manager, Inclusive Recruiting" in last
    assert "Keep this sheet for your next step" in last
    assert "haleema.latif@inclusive-recruiting.example" in last
    assert "5th Floor, The Grange, 100 High Street, Southgate, London, N14 6BN" in last
    assert f"Page {len(sheet.pdf.pages)} of {len(sheet.pdf.pages)}" in last


def test_each_page_says_of_which_sheet_it_is_and_where_that_is_found(
    sheet: Paper, large: Paper, workbook: Paper
) -> None:
    def margins(paper: Paper, number: int) -> str:
        page = paper.drawn[number]
        top, bottom = (38, 65) if paper is large else (28, 43)
        body = (0, top, page.rect.width, page.rect.height - bottom)
        words = page.get_text("words")
        return " ".join(word for *place, word, _, _, _ in words if not inside(place, body))

    def inside(word: list[float], body: tuple[float, ...]) -> bool:
        return (word[1] + word[3]) / 2 >= body[1] and word[3] <= body[3]

    host, path = "resources.inclusive-recruiting.example/", "checklists/every-kind/"
    # the first page has the name as its title
    names = ["", *["Every kind of item "] * (max(len(sheet.pdf.pages), len(large.pdf.pages)) - 1)]
    count = len(sheet.pdf.pages)
    for page in range(count):
        end = f"Page {page + 1} of {count}"
        assert margins(sheet, page) == f"{names[page]}{host} {path} {end}"
    count = len(large.pdf.pages)
    for page in range(count):
        assert margins(large, page) == f"{names[page]}{page + 1} of {count} {host} {path}"
    count = len(workbook.pdf.pages)
    assert margins(workbook, 0).startswith(f"{host} topics/after-an-interview/ ")
    for paper in (sheet, large, workbook):  # a screen reader hears what is not in a margin
        assert paper.page_words(0).count(host) == 2
    assert margins(workbook, -1) == f"{names[-1]}{host} {path} Page {count} of {count}"


def test_its_links_are_whole_addresses(sheet: Paper) -> None:
    links = {
        str(a.get_object()["/A"]["/URI"]): str(a.get_object()["/Contents"])
        for page in sheet.pdf.pages
        for a in page.get("/Annots", [])
        if a.get_object()["/Subtype"] == "/Link"
    }
    site = "https://resources.inclusive-recruiting.example"
    assert links[f"{site}/contact/"] == "us"
    assert f"{site}/checklists/every-kind/" in links
    mail = next(link for link in links if link.startswith("mailto:"))
    assert "subject=Every%20kind%20of%20item" in mail


def test_every_font_is_embedded_and_is_ours(sheet: Paper) -> None:
    fonts = {span["font"] for span in sheet.spans()}
    assert fonts
    assert all("Atkinson" in name for name in fonts)


def test_a_short_checklist_fits_one_page(site: Site) -> None:
    assert len(site.pdf("checklists/after-a-rejection/worksheet.pdf").pages) == 1


def test_the_projects_own_sheets_are_small_and_at_most_two_pages(real_site: Site) -> None:
    files = real_site.files()
    sheets = [name for name in files if "/worksheet" in name and name.endswith(".pdf")]
    assert len(sheets) >= 6
    for name in sheets:
        assert len(files[name]) <= 120 * 1024
        if "large" not in name:
            assert len(real_site.pdf(name).pages) <= 2, name


def test_large_print_is_large(large: Paper) -> None:
    sizes = {round(span["size"], 1) for span in large.spans()}
    assert min(sizes) >= 18
    body = [span["size"] for span in large.spans() if "Take your" in span["text"]]
    assert [round(size, 1) for size in body] == [18]
    typed = {
        str(field.get_object()["/DA"])
        for page in large.pdf.pages
        for field in page["/Annots"]  # type: ignore[attr-defined]
        if field.get_object().get("/FT") == "/Tx"
    }
    assert typed
    assert all(" 18 Tf" in look for look in typed)


def test_large_print_leans_on_bold_and_never_on_italics(large: Paper) -> None:
    assert not [span for span in large.spans() if "italic" in span["font"].lower()]
    stressed = [span["flags"] for span in large.spans() if span["text"].strip() == "time"]
    assert stressed
    assert all(flags & pymupdf.TEXT_FONT_BOLD for flags in stressed)


def test_large_print_has_half_a_line_between_lines(site: Site) -> None:
    page = Paper.at(site.path(LARGE)).drawn[0]
    baselines = [
        line["spans"][0]["origin"][1]
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", [])
        if {round(span["size"]) for span in line["spans"]} == {18}
    ]
    steps = [b - a for a, b in pairwise(baselines) if 0 < b - a < 36]
    assert all(step >= 18 * 1.5 - 0.1 for step in steps)


def test_large_print_says_the_same_and_stays_on_a4(sheet: Paper, large: Paper) -> None:
    assert large.pdf.metadata is not None
    assert large.pdf.metadata.title == "Every kind of item (large print)"
    assert list(large.fields) == list(sheet.fields)
    for page in large.pdf.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4


def test_plain_text_holds_every_item_for_any_device(site: Site) -> None:
    content = site.path("checklists/every-kind/worksheet.txt").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    text = content.decode("utf-8-sig").replace("\r\n", "\n")
    assert text.startswith("Every kind of item\n\nOne of each.\n")
    for expected in (
        "Take your time.\n",
        "Part 1 of 2: To do\n\nSmall steps.\n",
        "[ ] Wait a day.\n",
        "A friend, or us (https://resources.inclusive-recruiting.example/contact/).\n",
        "What went well?\nYour answer:\n",
        "From 1 (Not at all) to 5 (Very).\nYour number:\n",
        "Which part was hardest?\nChoose one.\n[ ] 1. Preparing\n[ ] 2. Answering\n[ ] 3. No\n",
        "What would help?\nChoose any.\n",
        "2. What I told myself:\n2. What is also true:\n",
        "E-mail: haleema.latif@inclusive-recruiting.example\n",
    ):
        assert expected in text


def test_the_page_offers_each_form_with_its_size(site: Site) -> None:
    page = site.page("checklists/every-kind/")
    for file, words in (
        ("worksheet.pdf", "Download the worksheet for Every kind of item, (PDF, "),
        ("worksheet-large-print.pdf", "Large print for Every kind of item, (PDF, "),
        ("worksheet.docx", "Word for Every kind of item, (DOCX, "),
        ("worksheet.txt", "Plain text for Every kind of item, ("),
    ):
        link = page.one(f'.checklist-links a[href="{file}"]')
        size = round(site.path(f"checklists/every-kind/{file}").stat().st_size / 1000)
        assert " ".join(link.text().split()) == f"{words}{size} KB)"


def test_a_topic_has_a_workbook_of_its_sheets(site: Site, workbook: Paper) -> None:
    cover = workbook.page_words(0)
    for words in (
        "After an interview: workbook",
        "Why I am doing this",
        "Tick each sheet",
        "Talk to Haleema Latif",
    ):
        assert words in cover
    between_head_and_title = pymupdf.Rect(0, 80, 595, 230)
    drawn = [one["rect"] for one in workbook.drawn[0].get_drawings()]
    assert sum(rect in between_head_and_title for rect in drawn) > 5
    sheets = [(words, page) for level, words, page in workbook.bookmarks if level == 2]
    assert [words for words, _ in sheets] == [
        "In this workbook",
        "Talk to Haleema Latif",
        "After a rejection",
        "Every kind of item",
    ]
    for words, page in sheets[2:]:
        assert f"{words}, page {page}" in cover
        assert f"Page {page} of {len(workbook.pdf.pages)}" in workbook.page_words(page - 1)
    assert "Talk to Haleema Latif" in workbook.page_words(-1)
    links = site.page("topics/after-an-interview/").texts(".topic-workbook a")
    assert [" ".join(link.split()).partition(" for ")[0] for link in links] == [
        "Download all the worksheets in one workbook",
        "Large print",
        "Plain text",
    ]


@pytest.mark.parametrize("address", [WORKBOOK, LARGE_WORKBOOK])
def test_each_sheet_of_a_workbook_starts_on_a_right_hand_page_with_its_own_head(
    site: Site, address: str
) -> None:
    paper = Paper.at(site.path(address))
    for title in ("After a rejection", "Every kind of item"):
        (page,) = [page for level, words, page in paper.bookmarks if (level, words) == (2, title)]
        assert page % 2 == 1
        assert "Inclusive Resources Name Date" in paper.page_words(page - 1)
    blank = [number for number in range(len(paper.pdf.pages)) if not paper.page_words(number)]
    assert all(number % 2 == 1 for number in blank)


def test_a_workbook_in_plain_text_holds_the_text_of_each_sheet(site: Site) -> None:
    def text(address: str) -> str:
        return site.path(address).read_text(encoding="utf-8-sig")

    workbook = text("topics/after-an-interview/workbook.txt")
    assert "Sheet 1 of 2\n\nAfter a rejection\n" in workbook
    for slug in ("after-a-rejection", "every-kind"):
        assert text(f"checklists/{slug}/worksheet.txt").strip() in workbook


def test_every_field_of_a_workbook_has_a_name_of_its_own(workbook: Paper) -> None:
    assert set(workbook.fields) >= {
        "after-a-rejection--wait-a-day",
        "every-kind--wait-a-day",
        "site--why",
        *("name", "name-2", "name-3"),
    }
    assert len(workbook.tab_order()) == 3 * 2 + 1 + 2 + 1 + len(PROMPTS)


def test_a_topic_without_checklists_has_no_workbook(site: Site) -> None:
    assert not site.path("topics/your-rights/workbook.pdf").exists()
    assert not site.page("topics/your-rights/").all('a[href="workbook.pdf"]')


def test_the_same_checklist_makes_the_same_bytes(tmp_path: Path, make_site: MakeSite) -> None:
    first = make_site(CHECKLIST).built().files()
    (tmp_path / "later").mkdir()
    later = Site(tmp_path / "later", CHECKLIST, own_cache=True).built(today="1798027200").files()
    pdfs = [name for name in first if name.endswith(".pdf")]
    assert len(pdfs) == 4
    assert [name for name in pdfs if later[name] != first[name]] == []
