"""Pictures to share: drawn from words, the same each time, and kept safely between builds."""

from pathlib import Path

import pytest

from resource_site.incremental.store import Store
from resource_site.web.images.design_tokens import design_tokens
from resource_site.web.images.rasteriser import Rasteriser
from resource_site.web.images.social_cards import CardRequest, SocialCards
from resource_site.web.images.text_layout import LINE_HEIGHT, TextLayout
from small_site import PROJECT

OVERRIDES = PROJECT / "overrides"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="5" height="1"/></svg>'
SIZES = (100, 80, 60)


@pytest.fixture(scope="module")
def text_layout() -> TextLayout:
    return TextLayout(OVERRIDES)


@pytest.mark.parametrize(
    "title",
    [
        "Hi",
        "After a rejection",
        "How to ask for reasonable adjustments at an interview",
        "What to do when the recruiter says that you are overqualified for them",
        "Incomprehensibilities: counterrevolutionaries' uncharacteristically",
        "W" * 70,
        "新しい仕事",
    ],
)
def test_every_title_fits_its_place(text_layout: TextLayout, title: str) -> None:
    setting = text_layout.fit(title, 690, 350, SIZES)
    assert " ".join(setting.lines) == title
    assert all(text_layout.width(line) * setting.size <= 690.5 for line in setting.lines)
    assert len(setting.lines) * setting.size * LINE_HEIGHT <= 350


def test_a_short_title_is_large_and_lines_are_about_equally_long(text_layout: TextLayout) -> None:
    assert text_layout.fit("Your rights", 690, 350, SIZES).size == 100
    lines = text_layout.fit("One two three four five six seven", 690, 350, SIZES).lines
    widths = [text_layout.width(line) for line in lines]
    assert min(widths) > 0.6 * max(widths)


def test_letters_of_both_font_files_stand_in_one(tmp_path: Path, text_layout: TextLayout) -> None:
    words = '<text y="9" font-family="Atkinson Hyperlegible Next" font-weight="700">{}</text></svg>'
    pictures = Rasteriser(Store(tmp_path), text_layout)
    drawn = {pictures.png(SVG.replace("</svg>", words.format(letter)), 90) for letter in "aŵł新"}
    assert len(drawn) == 4


def test_the_same_page_gives_the_same_bytes_and_address(tmp_path: Path) -> None:
    made = [
        SocialCards(
            OVERRIDES,
            design_tokens(OVERRIDES),
            Store(tmp_path / name),
            "Site",
            TextLayout(OVERRIDES),
        )
        for name in ("a", "b")
    ]
    title = "Łódź & <Ŵyn>"
    (one, first), (two, second) = (
        share.make([CardRequest("x", "Article", title)])[0] for share in made
    )
    assert one == two
    assert one.alt == f"Article: {title}"
    assert first.read_bytes() == second.read_bytes()
    ((other, _),) = made[0].make([CardRequest("x", "Article", "Another")])
    assert other.address != one.address


def test_a_picture_is_drawn_once(tmp_path: Path, text_layout: TextLayout) -> None:
    drawn = Rasteriser(Store(tmp_path), text_layout).png(SVG, 20)
    (kept,) = tmp_path.glob("png/*")
    before = kept.stat().st_ino
    assert Rasteriser(Store(tmp_path), text_layout).png(SVG, 20) == drawn
    assert kept.stat().st_ino == before


def test_a_picture_that_is_not_whole_is_drawn_again(
    tmp_path: Path, text_layout: TextLayout
) -> None:
    drawn = Rasteriser(Store(tmp_path), text_layout).png(SVG, 20)
    (kept,) = tmp_path.glob("png/*")
    kept.write_bytes(drawn[:-9])
    assert Rasteriser(Store(tmp_path), text_layout).png(SVG, 20) == drawn
    assert kept.read_bytes() == drawn


def test_pictures_are_made_where_none_can_be_kept(tmp_path: Path, text_layout: TextLayout) -> None:
    (tmp_path / "file").write_text("in the way")
    assert Rasteriser(Store(tmp_path / "file"), text_layout).png(SVG, 20).startswith(b"\x89PNG")


def test_the_colours_are_those_of_the_light_brand() -> None:
    tokens = design_tokens(OVERRIDES)
    assert tokens["band"] == "#4a2259"
    assert tokens["on_band"] == "#ffffff"
