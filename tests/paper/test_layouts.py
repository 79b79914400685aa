"""A section's layout gives the same items a shape, on wide screens and on paper."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pymupdf
import pytest
from playwright.sync_api import Browser, Page

from axe import broken_in_any_theme
from browser import visitor
from built_sites import BuiltSites
from paper import Paper
from samples import article
from serving import serve
from small_site import Site

SHAPES = """
docs/checklists/shapes.yml
    title: Every layout
    summary: One of each.
    topics: [after-an-interview]
    published: 2026-11-01
    reviewed: 2026-11-02
    minutes: 20
    urgent_help: true
    closing: That is all of them.
    sections:
      - title: Sort it
        layout: rings
        items:
          - {table: Sort, columns: [Mine, Ours, Theirs], rows: 2, id: sorted}
      - title: Write it down
        layout: panels
        items:
          - {write: "Situation: where?", lines: 2, id: s}
          - {write: "Task: what?", lines: 2, id: t}
          - {write: "Action: how?", lines: 2, id: a}
          - {write: "Result: and then?", lines: 2, id: r}
      - title: Wish
        layout: path
        items: [{write: Which?, lines: 1, id: wish}]
      - title: Plan
        layout: path
        items: [{write: How?, lines: 1, id: plan}]
      - title: Weigh it
        layout: balance
        items: [{table: Weigh, columns: [What fits, What does not], rows: 2, id: weigh}]
      - title: Days
        layout: week
        items: [{table: Days, columns: [Morning, Evening], rows: 5, id: days}]
      - title: Energy
        layout: gauge
        items: [{scale: How much?, from: Little, to: Plenty, hint: If it is 1, rest., id: energy}]
      - title: Compare
        layout: pair
        items:
          - {scale: How was it?, from: Bad, to: Good, id: was}
          - {scale: How is it now?, from: Bad, to: Good, id: is}
      - title: Look
        layout: example
        items:
          - {write: What went well?, lines: 1, example: I asked for a break., id: well}
          - table: Jobs
            columns: [Job, News]
            rows: 2
            row: Application
            example: [Cook, None yet]
            id: jobs
""".replace("hint: If it is 1, rest.", 'hint: "If it is 1, rest."')
PAGE = "checklists/shapes/"
GREY = pymupdf.csGRAY
RINGS = [f"sorted--{row}-{column}" for column in (1, 2, 3) for row in (1, 2)]


@pytest.fixture(scope="module")
def site(built_sites: BuiltSites) -> Site:
    return built_sites.of(SHAPES + article("hello"))


@pytest.fixture(scope="module")
def page(browser: Browser, site: Site) -> Iterator[Page]:
    with serve(site.path("")) as address, visitor(browser) as context:
        opened = context.new_page()
        opened.set_viewport_size({"width": 1280, "height": 900})
        opened.goto(address + PAGE)
        yield opened


@pytest.fixture(scope="module")
def sheets(site: Site) -> dict[str, Paper]:
    files = ("worksheet", "worksheet-large-print")
    return {file: Paper.at(site.path(f"{PAGE}{file}.pdf")) for file in files}


def boxes(page: Page, selector: str) -> list[dict[str, Any]]:
    return [element.bounding_box() for element in page.locator(selector).all()]  # type: ignore[misc]


def places(paper: Paper) -> dict[str, tuple[int, list[float]]]:
    """Return the page and rectangle of each field to write in, by name."""
    return {
        str(field["/T"]).removeprefix("shapes--"): (number, [float(x) for x in field["/Rect"]])
        for number, sheet in enumerate(paper.pdf.pages)
        for field in (one.get_object() for one in sheet["/Annots"])  # type: ignore[attr-defined]
        if field.get("/FT") == "/Tx"
    }


def test_on_a_wide_screen_each_method_has_its_shape(page: Page) -> None:
    outer, middle, inner = boxes(page, ".ring")
    for within, around in ((inner, middle), (middle, outer)):
        assert around["x"] < within["x"]
        assert around["y"] < within["y"]
        assert around["y"] + around["height"] > within["y"] + within["height"]
    first, second, third, _ = boxes(page, ".section--panels .item")
    assert first["y"] == second["y"] < third["y"]
    assert third["width"] > 1.9 * first["width"]
    days = boxes(page, ".section--week .grid__name")
    morning = boxes(page, ".section--week textarea")
    assert all(
        day["x"] + day["width"] <= box["x"] for day, box in zip(days, morning[::2], strict=True)
    )
    example, box = boxes(page, "#shapes--well--example, #shapes--well")
    assert example["x"] + example["width"] < box["x"]


def test_words_can_be_read_on_the_soft_areas_of_every_theme(page: Page) -> None:
    assert broken_in_any_theme(page) == []


def test_on_a_phone_each_layout_is_a_list(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    fields = boxes(page, ".checklist textarea")
    assert len({round(box["x"]) for box in fields}) == 1
    assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(fields))
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.set_viewport_size({"width": 1280, "height": 900})


def test_every_field_has_its_name_in_the_order_of_the_shape(page: Page) -> None:
    labels = page.evaluate(
        "[...document.querySelectorAll('.ring textarea')].map(one => one.labels[0].textContent)"
    )
    rings = [f"{ring}, row {row}" for ring in ("Mine", "Ours", "Theirs") for row in ("one", "two")]
    assert labels == rings
    names = page.locator(".checklist .ring textarea").evaluate_all("all => all.map(f => f.id)")
    assert names == [f"shapes--{name}" for name in RINGS]
    legends = page.locator(".section--pair .prompt").all_inner_texts()
    assert legends == ["Before: How was it?", "After: How is it now?"]
    described = page.locator("#shapes--well").get_attribute("aria-describedby")
    assert described == "shapes--well--example"


def test_answers_in_rings_are_kept_as_rows_of_the_table(page: Page) -> None:
    for name in RINGS:
        page.locator(f"#shapes--{name}").fill(name[-3:])
    page.wait_for_function("() => (localStorage['answers:shapes'] || '').includes('2-3')")
    kept = page.evaluate("JSON.parse(localStorage['answers:shapes'])")["answers"]
    assert kept["sorted"] == [["1-1", "1-2", "1-3"], ["2-1", "2-2", "2-3"]]
    page.reload()
    page.wait_for_function("() => document.querySelector('#shapes--sorted--2-3').value === '2-3'")
    assert page.locator("#shapes--sorted--1-2").input_value() == "1-2"


def test_on_paper_the_fields_stand_in_their_shapes(sheets: dict[str, Paper]) -> None:
    where = places(sheets["worksheet"])
    page, (left, bottom, right, top) = where["s"]
    beside, (left_t, _, _, top_t) = where["t"]
    below, (left_a, _, right_a, top_a) = where["a"]
    assert page == beside == below
    assert right < left_t
    assert top_a < bottom
    assert right_a - left_a > 1.9 * (right - left)
    assert abs(top - top_t) < 30
    rings = [where[name][1] for name in RINGS]
    widths = [ring[2] - ring[0] for ring in rings[::2]]
    assert widths == sorted(widths)
    assert widths[0] < widths[-1]
    tops = [ring[3] for ring in rings[::2]]
    assert tops == sorted(tops, reverse=True)


def test_large_print_is_one_column_with_each_row_in_a_box(sheets: dict[str, Paper]) -> None:
    large = sheets["worksheet-large-print"]
    own = {name: at for name, at in places(large).items() if name not in ("name", "date")}
    order = [(page, -rectangle[3]) for page, rectangle in own.values()]
    assert order == sorted(order)
    assert list(own) == list(places(sheets["worksheet"]))[2:]
    for words in ("Application one", "Application two", "Monday", "Friday", "Weigh (row one)"):
        assert words in large.words


def test_who_to_call_is_on_the_first_page_in_letters_of_12_points(sheets: dict[str, Paper]) -> None:
    first = sheets["worksheet"].drawn[0]
    spans = [
        span
        for block in first.get_text("dict")["blocks"]
        for line in block.get("lines", [])
        for span in line["spans"]
    ]
    for number in ("116 123", "111", "0808 808 8000", "85258", "999", "18001"):
        assert any(number in span["text"] and span["size"] >= 11.9 for span in spans), number


def test_a_kind_line_ends_every_form(site: Site, sheets: dict[str, Paper]) -> None:
    assert site.page(PAGE).texts(".checklist > :last-child") == ["That is all of them."]
    assert all("That is all of them." in paper.words for paper in sheets.values())
    text = site.path(f"{PAGE}worksheet.txt").read_text(encoding="utf-8-sig")
    for words in (
        "That is all of them.",
        "An example: I asked for a break.",
        "Application 1, Job:",
    ):
        assert words in text


def test_no_letter_on_a_sheet_is_smaller_than_ten_and_a_half_points(
    sheets: dict[str, Paper],
) -> None:
    assert min(span["size"] for span in sheets["worksheet"].spans()) >= 10.49


def test_every_word_is_dark_on_light_ground_in_grey_too(sheets: dict[str, Paper]) -> None:
    for page in sheets["worksheet"].drawn:
        for left, top, right, bottom, word, *_ in page.get_text("words"):
            grey = page.get_pixmap(dpi=72, colorspace=GREY, clip=(left, top, right, bottom)).samples
            assert max(grey) > 200, word
