"""Articles on paper: where links and videos lead, what is folded away, no furniture."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from paper import Paper
from resource_site.edge.on_paper import ready_for_paper
from samples import CHECKLIST, article
from serving import serve
from small_site import Site

HERE = "https://site.example/articles/a/"

BODY = """\
Read [the other article](b.md) and [the law](https://www.legislation.gov.uk/).

??? note "More about it"
    What is folded away.

<video controls src="../../assets/mock.mp4" title="A mock interview"></video>"""


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<a href="../b/#x">B</a>',
            '<a data-address="https://site.example/articles/b/#x" href="../b/#x">B</a>',
        ),
        ('<a href="https://gov.uk/">G</a>', '<a href="https://gov.uk/">G</a>'),
        ('<a href="mailto:a@b.example">M</a>', '<a href="mailto:a@b.example">M</a>'),
        ('<a href="#down">D</a>', '<a href="#down">D</a>'),
        (
            '<video><source src="../../v.mp4?a=1&amp;b=2"></video>',
            '<video><source src="../../v.mp4?a=1&amp;b=2"></video><p class="on-paper">'
            '<a href="https://site.example/v.mp4?a=1&amp;b=2">Video</a></p>',
        ),
        (
            '<audio src="/a.mp3" aria-label="A talk"></audio>',
            '<audio src="/a.mp3" aria-label="A talk"></audio><p class="on-paper">'
            '<a href="https://site.example/a.mp3">Recording: A talk</a></p>',
        ),
        ("<video></video>", "<video></video>"),
    ],
)
def test_addresses_are_made_whole(html: str, expected: str) -> None:
    assert ready_for_paper(html, HERE) == expected


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Paper]:
    drawing = article("a", "checklists: [after-a-rejection]", BODY) + article("b") + CHECKLIST
    site = Site(tmp_path_factory.mktemp("paper"), drawing)
    site.draw("docs/assets/mock.mp4\n    not a real video")
    with serve(site.built().folder / "site") as address:
        page = browser.new_page()
        page.goto(f"{address}/articles/a/")
        yield Paper(page.pdf())
        page.close()


def test_links_show_where_they_lead(printed: Paper) -> None:
    site = "https://resources.inclusive-recruiting.example"
    assert f"the other article ({site}/articles/b/)" in printed.words
    assert "the law (https://www.legislation.gov.uk/)" in printed.words


def test_what_is_folded_away_stands_open(printed: Paper) -> None:
    assert "More about it" in printed.words
    assert "What is folded away." in printed.words


def test_a_video_is_a_link(printed: Paper) -> None:
    assert (
        "Video: A mock interview (https://resources.inclusive-recruiting.example/assets/mock.mp4)"
        in printed.words
    )


def test_there_is_no_furniture_and_the_contact_ends_it(printed: Paper) -> None:
    for word in ("Reading settings", "Search", "Skip to", "Privacy"):
        assert word not in printed.words
    assert "Talk to Haleema Latif" in printed.page_words(-1)
