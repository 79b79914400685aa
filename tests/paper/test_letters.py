"""Every letter of a name is on a sheet, printed or typed, in the viewers that people have."""

from io import BytesIO

import pymupdf
import pytest
from fontTools.ttLib import TTFont
from outloud import check
from PIL import Image, ImageFont, ImageOps
from playwright.sync_api import Browser

from built_sites import BuiltSites
from paper import Paper
from samples import CHECKLIST, article
from small_site import PROJECT, Site
from typing_in_pdfs import SCALE, in_pdfium, in_pdfjs, kept_in_pdfium, letters_read

NAMES = {
    "Welsh": "Siân Ŵyn Llŷr",
    "Polish": "Łukasz Żółć Gżegżółka",
    "Romanian": "Ștefan Țăran",
    "Turkish": "Şebnem Işık Göğüş",  # noqa: RUF001 - its own letter
    "Czech": "Řehoř Dvořák Ťažký",
    "Hungarian": "Győző Őszi",
    "Lithuanian": "Žydrūnė Šakė Ąžuolas",
    "Vietnamese": "Nguyễn Thị Ngọc Ưng Đặng",
    "Yoruba": "Ọlá Ẹniọlá Ṣadé",
    "Maltese": "Ġorġ Ħaż Żebbuġ",
    "Greek": "Ελένη Παπαδοπούλου",
    "Ukrainian": "Олександр Ґудзь Їжак",
}
OTHER_SCRIPTS = {
    "Arabic": "محمد عبد الله",
    "Hebrew": "שרה לוי",
    "Bengali": "রহমান উল্লাহ",
    "Gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Hindi": "प्रिया शर्मा",
}
FONTS = PROJECT / "overrides/print/fonts"
SHEET = "checklists/names/worksheet.pdf"
FIELD = "names--answer"
LONG = "I stayed calm and said what I meant to say. " * 14 + "The very last word is Łódź"


def names_sheet() -> str:
    lines = [*NAMES.values(), *OTHER_SCRIPTS.values()]
    ticks = "".join(f"          - '{line} **{line}**'\n" for line in lines)
    answer = "          - {write: Your answer, lines: 6, id: answer}\n"
    return CHECKLIST.replace("after-a-rejection", "names").replace(
        "          - Wait a day.\n", answer + ticks
    )


@pytest.fixture(scope="module")
def site(built_sites: BuiltSites) -> Site:
    return built_sites.of(names_sheet() + article("hello"))


@pytest.fixture(scope="module")
def sheet(site: Site) -> bytes:
    return site.path(SHEET).read_bytes()


@pytest.fixture(scope="module")
def font() -> ImageFont.FreeTypeFont:
    """Return the font of fields, at the size that viewers choose for a short answer."""
    return letters_of(400, 12)


def letters_of(weight: int, size: int) -> ImageFont.FreeTypeFont:
    whole = TTFont(FONTS / f"atkinson-hyperlegible-next-whole-{weight}-normal.ttf")
    whole.flavor = None
    whole.save(unpacked := BytesIO())
    unpacked.seek(0)
    return ImageFont.truetype(unpacked, size * SCALE, layout_engine=ImageFont.Layout.BASIC)


def test_every_letter_is_drawn_in_regular_and_bold(sheet: bytes) -> None:
    paper = Paper(sheet)
    text = "".join(paper.words.split())
    for name in NAMES.values():
        assert text.count("".join(name.split())) == 2, name
    fonts = {span["font"] for span in paper.spans()}
    assert {name for name in fonts if "Atkinson" not in name and "Noto" not in name} == set()
    for kind in ("Arabic", "Hebrew", "Bengali", "Gurmukhi", "Devanagari"):
        assert len({name for name in fonts if kind in name}) == 2, kind


def test_every_glyph_has_a_letter_to_be_read_out_and_searched_by(site: Site) -> None:
    assert [found.message for found in check(str(site.path(SHEET))).findings] == []


def test_letters_look_as_they_should_in_regular_and_bold(sheet: bytes) -> None:
    page = pymupdf.open(stream=sheet)[0]
    fonts = [letters_of(weight, 11) for weight in (400, 700)]
    for name in NAMES.values():
        found = page.search_for(name)[:2]
        drawn = [page.get_pixmap(dpi=72 * SCALE, clip=place) for place in found]
        pictures = [Image.open(BytesIO(pixmap.tobytes("png"))).convert("L") for pixmap in drawn]
        pairs = zip(pictures, fonts, strict=True)
        assert [letters_read(picture, name, font) for picture, font in pairs] == [name, name]


def test_every_letter_typed_is_seen_in_chrome(sheet: bytes, font: ImageFont.FreeTypeFont) -> None:
    blank = in_pdfium(sheet, FIELD, "")
    read = {
        language: letters_read(in_pdfium(sheet, FIELD, name), name, font)
        for language, name in NAMES.items()
    }
    assert read == NAMES
    assert "Ŵ" not in letters_read(blank, NAMES["Welsh"], font)
    lost = in_pdfium(sheet, FIELD, NAMES["Welsh"].replace("Ŵ", "V"))
    assert "Ŵ" not in letters_read(lost, NAMES["Welsh"], font)


def test_every_letter_typed_is_seen_in_firefox(
    sheet: bytes, browser: Browser, font: ImageFont.FreeTypeFont
) -> None:
    pages = in_pdfjs(browser, sheet, FIELD, list(NAMES.values()))
    read = {
        language: letters_read(page, name, font)
        for (language, name), page in zip(NAMES.items(), pages, strict=True)
    }
    assert read == NAMES


@pytest.mark.parametrize("viewer", ["pdfium", "pdf.js"])
def test_a_long_answer_is_seen_to_its_last_word(
    sheet: bytes, browser: Browser, viewer: str
) -> None:
    """Its letters become smaller, so there is ink in the last line and none is cut by the frame."""
    if viewer == "pdfium":
        picture = in_pdfium(sheet, FIELD, LONG)
    else:
        (picture,) = in_pdfjs(browser, sheet, FIELD, [LONG])
    assert_ends_inside(picture)


def test_a_box_in_large_print_takes_what_fits_and_lets_no_word_vanish(site: Site) -> None:
    large = site.path(SHEET.replace(".pdf", "-large-print.pdf")).read_bytes()
    picture, taken = kept_in_pdfium(large, FIELD, LONG, by_key=True)
    assert len(LONG) / 4 < len(taken) < len(LONG)
    assert LONG.startswith(taken)
    assert_ends_inside(picture)


def assert_ends_inside(picture: Image.Image) -> None:
    """Assert that the text in a box reaches its lower half, and that the last line is whole."""
    box = ImageOps.invert(picture).point(lambda value: 255 * (value > 90))
    *_, bottom = box.getbbox() or (0, 0, 0, 0)
    assert 0.5 * box.height < bottom < box.height - 2
