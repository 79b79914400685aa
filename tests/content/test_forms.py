"""Other forms of an article: Easy Read, a film in sign language, a recording, large print."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from axe import broken_in_any_theme
from browser import visitor
from built_sites import BuiltSites
from command_line import say
from conftest import MakeSite
from samples import article
from serving import serve
from small_site import Site

TESTED = "tested_with: five members of a reading group"
PICTURE = "![A letter](../assets/letter.svg)"
EASY = f"{PICTURE}\n\nYou had an interview.\n\n## What now?\n\n{PICTURE}\n\nYou can rest."
FILM = """
forms:
  bsl:
    film: ../assets/signed.mp4
    transcript: Hello. This film is about being turned down.
    made: 2026-11-01
  recording:
    sound: /assets/read.mp3
    made: 2026-11-02
"""
FILES = """
docs/assets/letter.svg
    <svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>
docs/assets/signed.mp4
docs/assets/signed.vtt
    WEBVTT
docs/assets/read.mp3
"""


def easy_read(slug: str, front_matter: str = TESTED, body: str = EASY) -> str:
    """Return a drawing of an Easy Read."""
    keys = f"title: {slug.capitalize()} made easy\nsummary: A few words.\nreviewed: 2026-11-02"
    text = f"---\n{keys}\n{front_matter}".rstrip() + f"\n---\n\n{body}"
    lines = "\n".join(f"    {line}".rstrip() for line in text.split("\n"))
    return f"docs/easy-read/{slug}.md\n{lines}\n"


DRAWING = (
    FILES
    + article("hello", f"moved_from: [hullo]\n{FILM}", "Text.\n\n## More\n\nWords.")
    + article("plain")
    + article("gone", "withdrawn: It was wrong.")
    + easy_read("hello")
    + easy_read("contact")
    + easy_read("gone")
    + easy_read("plain", "draft: true")
)


@pytest.fixture(scope="module")
def site(built_sites: BuiltSites) -> Site:
    return built_sites.of(DRAWING)


@pytest.mark.parametrize(
    ("address", "ways"),
    [
        (
            "articles/hello/",
            ["Easy Read", "Film in British Sign Language", "Recording", "Large print"],
        ),
        ("articles/plain/", ["Large print"]),
        ("contact/", ["Easy Read", "Large print"]),
    ],
)
def test_a_page_lists_its_other_forms_at_its_head(
    site: Site, address: str, ways: list[str]
) -> None:
    page = site.page(address)
    assert page.texts(".other-ways a") == [*ways, "Ask for another"]
    for link in page.all(".other-ways a[href^='#']"):
        assert len(page.all(str(link.attributes["href"]))) == 1


def test_an_easy_read_says_who_tested_it_and_leads_to_the_whole_text(site: Site) -> None:
    page = site.page("easy-read/hello/")
    assert page.texts("h1") == ["Hello made easy"]
    assert page.texts(".easy-read__more") == [
        "Tested with five members of a reading group. There is a longer text about this."
    ]
    assert page.one(".easy-read__more a").attributes["href"] == "../../articles/hello/"
    assert page.texts(".contact .button") == ["Write to Haleema"]


def test_an_easy_read_nobody_tested_is_not_on_the_site(site: Site) -> None:
    assert not site.path("easy-read/plain").exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [("easy-read/hullo/", "easy-read/hello/"), ("easy-read/gone/", "articles/gone/")],
)
def test_an_old_address_of_an_easy_read_leads_on(site: Site, old: str, new: str) -> None:
    assert str(site.page(old).one("link[rel=canonical]").attributes["href"]).endswith(new)


def test_a_film_has_captions_and_words_and_a_recording_plays(site: Site) -> None:
    page = site.page("articles/hello/")
    film = page.one("#site--bsl video[controls][preload=none]")
    assert film.attributes["src"] == "../../assets/signed.mp4"
    assert page.one("#site--bsl track[kind=captions]").attributes["src"] == (
        "../../assets/signed.vtt"
    )
    assert page.texts("#site--bsl details p") == ["Hello. This film is about being turned down."]
    assert page.one("#site--recording audio[controls]").attributes["src"] == "../../assets/read.mp3"


@pytest.fixture(scope="module")
def tab(site: Site, browser: Browser) -> Iterator[tuple[Page, str]]:
    with serve(site.path("")) as start, visitor(browser, reduced_motion="reduce") as context:
        yield context.new_page(), start


def test_a_picture_stands_at_the_left_of_its_sentence_at_any_width(
    tab: tuple[Page, str],
) -> None:
    page, start = tab
    page.goto(f"{start}easy-read/hello/")
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            picture = page.locator(".easy-read img").first.bounding_box()
            words = page.get_by_text("You had an interview.").bounding_box()
            assert picture
            assert words
            assert picture["x"] + picture["width"] < words["x"]
            assert (
                picture["y"]
                <= words["y"] + words["height"] / 2
                <= (picture["y"] + picture["height"])
            )
    page.emulate_media(media="screen")
    assert broken_in_any_theme(page) == []


def test_large_print_needs_no_script_and_has_eighteen_points(tab: tuple[Page, str]) -> None:
    page, start = tab
    size = "e => getComputedStyle(document.querySelector(e)).fontSize"
    page.goto(f"{start}articles/hello/")
    assert not page.get_by_text("Large print is on.").is_visible()
    page.get_by_role("link", name="Large print").click()
    assert page.get_by_text("Large print is on.").is_visible()
    page.emulate_media(media="print")
    sizes = [page.evaluate(size, one) for one in (".prose p", ".page-head__facts", "h1")]
    assert [round(float(each.removesuffix("px")) * 0.75) for each in sizes] == [18, 18, 28]
    page.emulate_media(media="screen")


FILM_OF = {
    "film": FILM.replace("signed.mp4", "signed.mov"),
    "elsewhere": FILM.replace("../assets/", "https://films.example/"),
    "silent": FILM.replace("signed.mp4", "letter.mp4"),
    "wordless": FILM.replace("transcript: Hello.", "# Hello."),
    "lost": FILM.replace("read.mp3", "red.mp3"),
}
MISTAKES = (
    easy_read("untested", "")
    + easy_read("bare", body="You had an interview.")
    + easy_read("dumb", body=f"{PICTURE}\n\n## What now?\n\n{EASY}")
    + easy_read("many", body=f"{PICTURE}\n\nOne. Two. Three.")
    + easy_read("long", body=f"{PICTURE}\n\n{'No ' * 15}no.")
    + easy_read("hard", body=f"{PICTURE}\n\n" + "Consider alternative employers. " * 40)
    + easy_read("wanted")
    + easy_read("old")
)
FINDINGS = {
    "easy-read/untested.md:2:8": "Nobody has tested this Easy Read yet, so readers cannot see it. "
    'Test it with people with learning disabilities, and say with whom under "tested_with:". '
    'Until then, write "draft: true".',
    "easy-read/bare.md:8:1": "No picture stands above these words. Put one there, on a line of "
    "its own with an empty line below it: ![What it shows](../assets/name.svg).",
    "easy-read/dumb.md:8:1": "No words stand below this picture. Write the sentence that it shows "
    "there, with an empty line between them.",
    "easy-read/many.md:10:1": "3 sentences stand beside one picture; 2 is the most. Give each idea "
    "a picture of its own.",
    "easy-read/long.md:10:1": "This sentence has 16 words; 15 is the most. Make two sentences of "
    "it.",
    "easy-read/wanted.md:2:8": 'There is no article or page "wanted" that this is the Easy Read '
    'of. Give this file its name. Did you mean "wanting"?',
    "easy-read/old.md:4:11": "note: Its article was reviewed on 2026-11-09, and this was not. "
    'Compare the two, and write the day after "reviewed:".',
    "articles/film.md:9:11": '"../assets/signed.mov" is not a film. Films end in .mp4, .m4v or '
    ".webm.",
    "articles/elsewhere.md:9:11": "A page may not ask another website for what it shows. Put the "
    "file in docs/ and name it there, or link to the website instead.",
    "articles/silent.md:9:11": "This film has no captions for people who cannot hear it. Put them "
    'beside it in a file "letter.vtt".',
    "articles/wordless.md:9:5": '"transcript" is missing',
    "articles/lost.md:13:12": 'The link "/assets/red.mp3" leads nowhere. Did you mean '
    '"/assets/read.mp3"?',
}


def test_what_a_form_lacks_is_said_with_its_place_and_its_fix(make_site: MakeSite) -> None:
    slugs = ("untested", "bare", "dumb", "many", "long", "hard", "wanting")
    articles = "".join(map(article, slugs)) + article("old", "reviewed: 2026-11-09")
    films = "".join(article(slug, forms) for slug, forms in FILM_OF.items())
    site = make_site(FILES + "docs/assets/letter.mp4\n" + articles + films + MISTAKES)
    said = say(site, "check", "--publish").output.split("\n")
    for place, words in FINDINGS.items():
        assert [one for one in said if one.startswith(f"docs/{place}: ") and words in one], place
    hard = re.compile(r"docs/easy-read/hard.md:1:1: The reading age is .*; 8 is the most.")
    assert any(hard.match(line) for line in said)


def test_a_draft_is_noted_and_stops_nobody(make_site: MakeSite) -> None:
    site = make_site(FILES + article("hello", "sources: []") + easy_read("hello", "draft: true"))
    said = say(site, "check", "--publish").output
    assert "easy-read/hello.md:5:8: note: This Easy Read is a draft" in said
    assert "easy-read/hello.md:5:8: This" not in said


def test_an_easy_read_is_renamed_with_its_article(make_site: MakeSite) -> None:
    link = article("other", body="[Easy](../easy-read/hello.md)")
    site = make_site(FILES + article("hello") + easy_read("hello") + link)
    assert say(site, "rename", "article", "hello", "welcome").exit_code == 0
    assert (site.folder / "docs/easy-read/welcome.md").exists()
    other = (site.folder / "docs/articles/other.md").read_text(encoding="utf-8")
    assert "[Easy](../easy-read/welcome.md)" in other
