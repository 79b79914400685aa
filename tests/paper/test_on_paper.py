"""Articles on paper: where links and films lead, what is folded away, no furniture."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from conftest import MakeSite
from paper import Paper
from samples import CHECKLIST, article
from serving import serve
from small_site import Page, Site

SHORT = "resources.inclusive-recruiting.example"
OWN = f"https://{SHORT}"

BODY = """\
Read [the other article](b.md#text) and [the law](https://www.legislation.gov.uk/), or
<a href="b.md?a=1&amp;b=2">the same</a>. Ask [us](mailto:us@a.example), or look [down](#down).

{#down}
Here it is.

<details>
<summary>More about it</summary>

What is **folded** away. See [the list](../checklists/after-a-rejection.yml).

</details>

![A mock interview](../assets/mock.mp4)

![A talk & more](../assets/talk.mp3 "Ten minutes")"""

FILES = """
docs/assets/mock.mp4
    not a real film
docs/assets/mock.vtt
    WEBVTT
docs/assets/talk.mp3
    not a real recording
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    drawing = article("a", "checklists: [after-a-rejection]", BODY) + FILES
    drawing += article("b", body="## Text") + CHECKLIST
    return Site(tmp_path_factory.mktemp("paper"), drawing).built()


@pytest.fixture(scope="module")
def page(site: Site) -> Page:
    return site.page("articles/a/")


@pytest.fixture(scope="module")
def printed(site: Site, browser: Browser) -> Iterator[Paper]:
    with serve(site.folder / "site") as address:
        page = browser.new_page()
        page.goto(f"{address}/articles/a/")
        yield Paper(page.pdf(prefer_css_page_size=True))
        page.close()


def test_links_inside_the_site_carry_their_whole_address(page: Page) -> None:
    links = [link.attributes for link in page.all(".prose a") if "site--" not in str(link.html)]
    assert links[:6] == [
        {"href": "../b/#text", "data-address": f"{SHORT}/articles/b/#text"},
        {"href": "https://www.legislation.gov.uk/"},
        {"href": "../b/?a=1&b=2", "data-address": f"{SHORT}/articles/b/?a=1&b=2"},
        {"href": "mailto:us@a.example"},
        {"href": "#down"},
        {
            "href": "../../checklists/after-a-rejection/",
            "data-address": f"{SHORT}/checklists/after-a-rejection/",
        },
    ]


def test_a_film_has_controls_captions_and_a_link_for_paper(page: Page) -> None:
    film = page.one("video")
    assert film.attributes == {
        "src": "../../assets/mock.mp4",
        "aria-label": "A mock interview",
        "controls": "",
        "preload": "none",
        "playsinline": "",
    }
    captions = page.one("video track").attributes
    assert (captions["kind"], captions["src"]) == ("captions", "../../assets/mock.vtt")
    recording = page.one("figure audio").attributes
    assert (recording["src"], recording["aria-label"]) == ("../../assets/talk.mp3", "A talk & more")
    assert page.texts("figcaption") == ["Ten minutes"]
    assert [(link.attributes["href"], link.text()) for link in page.all(".prose .on-paper a")] == [
        (f"{OWN}/assets/mock.mp4", "Film: A mock interview"),
        (f"{OWN}/assets/talk.mp3", "Recording: A talk & more"),
    ]


def shows(paper: Paper, words: str) -> bool:
    """Return whether the words are on paper; an address may go on in the next line."""
    return words.replace(" ", "") in paper.words.replace(" ", "")


def test_links_show_where_they_lead(printed: Paper) -> None:
    assert shows(printed, f"the other article ({SHORT}/articles/b/#text)")
    assert shows(printed, "the law (https://www.legislation.gov.uk/)")
    assert shows(printed, f"the same ({SHORT}/articles/b/?a=1&b=2)")


def test_what_is_folded_away_stands_open(printed: Paper) -> None:
    assert "More about it" in printed.words
    assert "What is folded away." in printed.words


def test_films_and_recordings_are_links(printed: Paper) -> None:
    assert shows(printed, f"Film: A mock interview ({OWN}/assets/mock.mp4)")
    assert shows(printed, f"Recording: A talk & more ({OWN}/assets/talk.mp3)")


def test_an_article_has_two_columns_on_paper_and_no_letter_below_ten_and_a_half_points(
    printed: Paper,
) -> None:
    column = (printed.drawn[0].rect.width - 20) / 2
    heads = ("Read", "Talk to")
    starts = [span["bbox"][0] for span in printed.spans() if span["text"].startswith(heads)]
    assert min(starts) < column < max(starts)
    assert min(span["size"] for span in printed.spans()) >= 10.49


def test_printed_pages_have_no_controls_and_end_with_the_contact(printed: Paper) -> None:
    for word in ("Reading settings", "Search", "Skip to", "Privacy"):
        assert word not in printed.words
    assert printed.page_words(0).removeprefix("Page 1 of 1 ").startswith("Inclusive Resources ")
    assert "Talk to Haleema Latif" in printed.page_words(-1)


FILM_MISTAKES = {
    "no captions": (
        FILES.replace("mock.vtt", "mock.txt"),
        "![A talk](../assets/mock.mp4)",
        "8:11: This film has no captions for people who cannot hear it. Put them beside it in a "
        'file "mock.vtt".',
    ),
    "a film that is not there": (
        FILES.replace("mock.mp4", "other.mp4"),
        "![A talk](../assets/mock.mp4)",
        '8:11: The link "../assets/mock.mp4" leads nowhere. Check the spelling of the file\'s '
        "name.",
    ),
    "a film of another website": (
        "",
        "![A talk](https://films.example/a.mp4)",
        "8:11: A page may not ask another website for what it shows. Put the file in docs/ and "
        "name it there, or link to the website instead.",
    ),
    "a recording that is not there": (
        "",
        "![A talk](../assets/talk.mp3)",
        '8:11: The link "../assets/talk.mp3" leads nowhere. Check the spelling of the file\'s '
        "name.",
    ),
}


@pytest.mark.parametrize(
    ("files", "body", "message"), FILM_MISTAKES.values(), ids=FILM_MISTAKES.keys()
)
def test_a_mistake_about_a_film(make_site: MakeSite, files: str, body: str, message: str) -> None:
    site = make_site(article("hello", body=body) + files)
    assert site.problems() == [f"docs/articles/hello.md:{message}"]
