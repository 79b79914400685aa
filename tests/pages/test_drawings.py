"""The drawings of the topics: small, for the eye alone, in the colours of any theme."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from samples import article
from serving import serve
from small_site import PROJECT, Site

FOLDER = PROJECT / "overrides/components/drawing"
OTHERS = ("doorway", "topic-drawing")
DRAWINGS = sorted(file for file in FOLDER.glob("*.html") if file.stem not in OTHERS)
MOST = 6 * 1024


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with a topic that has a drawing, and one that has none."""
    drawing = article("hello") + article("rights", "topics: [your-rights]")
    return Site(tmp_path_factory.mktemp("site"), drawing).built()


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_is_small_silent_and_takes_its_colours_from_the_theme(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.encode()) < MOST
    picture = LexborHTMLParser(text).css_first("svg")
    assert picture is not None
    assert picture.attributes["aria-hidden"] == "true"
    shapes = picture.css("path, circle")
    assert shapes
    for shape in shapes:
        assert "drawing__" in (shape.attributes["class"] or "")
        assert not {"fill", "stroke", "style"} & set(shape.attributes)


def test_a_topic_shows_its_drawing_on_its_page_and_in_the_lists(site: Site) -> None:
    assert len(site.page("topics/after-an-interview/").all(".masthead svg.drawing")) == 1
    for address in ("", "topics/"):
        with_one, without = site.page(address).all(".topic")
        assert len(with_one.css("svg.drawing")) == 1
        assert not without.css("svg, .topic__drawing")


def test_a_topic_without_a_drawing_has_none(site: Site) -> None:
    page = site.page("topics/your-rights/")
    assert not page.all(".drawing, .masthead__drawing")
    assert page.texts("h1") == ["Your rights"]


def test_drawings_stay_off_paper(browser: Browser, site: Site) -> None:
    with serve(site.folder / "site") as home:
        page = browser.new_page()
        for address in ("topics/", "topics/after-an-interview/"):
            page.goto(home + address)
            assert page.locator("main svg.drawing").is_visible()
            page.emulate_media(media="print")
            assert not page.locator("main svg.drawing").is_visible()
            page.emulate_media(media="screen")
        page.close()
