"""What becomes of a page: it moves, is withdrawn, or is not checked for too long."""

from datetime import date

import pytest
from playwright.sync_api import Browser

from axe import WIDTHS, broken_in_any_theme
from browser import visitor
from built_sites import BuiltSites
from conftest import MakeSite
from html_checker import complaints
from resource_site.content.article import ArticleFrontMatter
from samples import ARTICLE, CHECKLIST, article
from serving import serve
from small_site import Site

DRAWING = (
    article("new-name", "moved_from: [old-name, older-name]\ntitle: A <new> name")
    + article("out-of-date", "withdrawn: The law changed & this was about the <old> one.")
    + CHECKLIST.replace("minutes:", "moved_from: [first-steps]\n    minutes:")
    + CHECKLIST.replace("after-a-rejection", "gone")
    .replace("After a rejection", "A list that is gone")
    .replace("minutes:", "withdrawn: It was too long.\n    moved_from: [went]\n    minutes:")
    + article("beside")
    + article("late", "published: 2024-11-01\nreviewed: 2024-11-01")
)


@pytest.fixture(scope="module")
def site(built_sites: BuiltSites) -> Site:
    return built_sites.of(DRAWING)


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("articles/old-name/", "articles/new-name/", "A <new> name"),
        ("articles/older-name/", "articles/new-name/", "A <new> name"),
        ("checklists/first-steps/", "checklists/after-a-rejection/", "After a rejection"),
        ("checklists/went/", "checklists/gone/", "A list that is gone"),
    ],
)
def test_an_old_address_leads_to_the_page(site: Site, old: str, new: str, title: str) -> None:
    page = site.page(old)
    there = f"../{new.partition('/')[2]}"
    assert page.one("meta[http-equiv=refresh]").attributes["content"] == f"0; url={there}"
    assert str(page.one("link[rel=canonical]").attributes["href"]).endswith(f".example/{new}")
    assert page.one("meta[name=robots]").attributes["content"] == "noindex"
    assert page.texts("main p") == [f"This page has moved to {title}."]
    assert page.one("main a").attributes["href"] == there


def test_a_withdrawn_page_says_why_and_where_to_go(site: Site) -> None:
    page = site.page("articles/out-of-date/")
    assert page.texts("h1") == ["Out of date"]
    assert "The law changed & this was about the <old> one." in page.text
    assert page.one("meta[name=robots]").attributes["content"] == "noindex"
    assert page.texts(".prose a") == ["After an interview"]
    assert page.texts(".card__title") == ["Beside", "A <new> name", "Late"]
    assert page.texts(".contact .button") == ["Write to Haleema"]
    assert "Text." not in page.text


def test_a_withdrawn_checklist_has_no_worksheet(site: Site) -> None:
    assert site.page("checklists/gone/").texts(".card__title") == ["After a rejection"]
    assert not site.path("checklists/gone/worksheet.pdf").exists()
    assert site.path("checklists/after-a-rejection/worksheet.pdf").exists()


@pytest.mark.parametrize("address", ["", "articles/", "checklists/", "topics/after-an-interview/"])
def test_no_list_names_a_page_that_moved_or_is_withdrawn(site: Site, address: str) -> None:
    html = site.page(address).html
    for name in ("out-of-date", "/gone", "old-name", "first-steps"):
        assert name not in html


def test_only_pages_that_readers_should_find_are_for_search_engines(site: Site) -> None:
    hidden = {
        path.removesuffix("index.html")
        for path in site.files()
        if path.endswith(".html") and site.page(path).all("meta[name=robots]")
    }
    assert hidden == {
        "404.html",
        "articles/old-name/",
        "articles/older-name/",
        "articles/out-of-date/",
        "checklists/first-steps/",
        "checklists/gone/",
        "checklists/went/",
        "cleared/",
        "offline/",
        "search/",
        "topics/your-rights/",
    }


@pytest.mark.parametrize(
    "address", ["articles/out-of-date/", "checklists/gone/", "articles/old-name/"]
)
def test_search_does_not_find_what_is_gone(site: Site, address: str) -> None:
    assert "data-pagefind-body" not in site.page(address).html


PAGES = ("articles/out-of-date/", "articles/late/", "articles/old-name/")


def test_such_pages_break_no_rule_in_any_theme_at_any_width(site: Site, browser: Browser) -> None:
    with serve(site.path("")) as start, visitor(browser, reduced_motion="reduce") as context:
        page = context.new_page()
        # The page at an old address leads on before it can be looked at.
        page.route("**/articles/new-name/", lambda route: route.fulfill(status=204))
        for address in PAGES:
            page.goto(start + address)
            for width in (WIDTHS[0], WIDTHS[-1]):
                page.set_viewport_size({"width": width, "height": 900})
                assert broken_in_any_theme(page) == [], (address, width)
            assert page.url.endswith(address)


def test_the_html_checker_has_nothing_to_say_about_such_pages(site: Site) -> None:
    assert complaints([site.path(address) / "index.html" for address in PAGES]) == []


def test_readers_are_told_of_a_page_that_was_not_checked_in_time(site: Site) -> None:
    assert site.page("articles/late/").texts(".overdue") == [
        "We have not checked this page since 1 November 2024. Some facts may have changed."
    ]
    assert not site.page("articles/beside/").all(".overdue")


@pytest.mark.parametrize(
    ("reviewed", "every", "today", "overdue"),
    [
        ("2025-08-23", "12 months", "2026-11-23", False),
        ("2025-08-22", "12 months", "2026-11-23", True),
        ("2025-11-30", "1 month", "2026-03-30", False),
        ("2025-11-30", "1 month", "2026-03-31", True),
        ("2025-11-30", "3 months", "2026-05-30", False),
        ("2025-08-31", "3 months", "2026-02-28", False),
        ("2025-08-31", "3 months", "2026-03-01", True),
        ("2024-02-29", "2 years", "2026-05-29", False),
        ("2024-02-29", "2 years", "2026-05-30", True),
    ],
)
def test_a_review_is_overdue_three_months_after_it_was_due(
    reviewed: str, every: str, today: str, overdue: bool
) -> None:
    keys = {"title": "T", "summary": "S", "topics": ["a"], "published": "2023-01-01"}
    front = ArticleFrontMatter.model_validate({**keys, "reviewed": reviewed, "review_every": every})
    assert front.is_overdue(date.fromisoformat(today)) is overdue


def test_a_page_is_withdrawn_only_once_readers_could_see_it(built_sites: BuiltSites) -> None:
    site = built_sites.of(
        article("one", "withdrawn: Gone.\ndraft: true")
        + article("two", "withdrawn: Gone.\npublished: 2027-01-01")
        + article("three")
    )
    assert not site.path("articles/one").exists()
    assert not site.path("articles/two").exists()


MISTAKES = {
    "a link to a withdrawn page": (
        ARTICLE.replace("Rest.", "[x](gone.md)") + CHECKLIST,
        'docs/articles/being-turned-down.md:13:5: "articles/gone.md" is withdrawn. '
        'Name another, or take this out. "resources unlink docs/articles/gone.md" takes out all '
        "links to it.",
    ),
    "a withdrawn checklist named above": (
        ARTICLE + CHECKLIST.replace("minutes:", "withdrawn: Gone.\n    minutes:"),
        "docs/articles/being-turned-down.md:7:14: "
        'The checklist "after-a-rejection" is withdrawn. Name another, or take it out.',
    ),
    "a withdrawn article on the home page": (
        ARTICLE.replace("being-turned-down", "index")
        .replace("articles/", "")
        .replace(
            "checklists: [after-a-rejection]", "start_here: {title: T, text: X, article: gone}"
        )
        .replace("    topics: [after-an-interview]\n    published: 2026-11-01\n", ""),
        'docs/index.md:5:42: The article "gone" is withdrawn. Name another.',
    ),
    "a link to an old name": (
        article("new", "moved_from: [old]") + article("other", body="[x](old.md)"),
        'docs/articles/other.md:8:5: The page of the link "old.md" has moved. '
        'Name the file: "/articles/new.md".',
    ),
    "a link to an old address": (
        article("new", "moved_from: [old]") + article("other", body="[x](/articles/old/)"),
        'docs/articles/other.md:8:5: The page of the link "/articles/old/" has moved. '
        'Name the file: "/articles/new.md".',
    ),
    "an old name that two pages claim": (
        article("a", "moved_from: [old]") + article("b", "moved_from: [old]"),
        'docs/articles/b.md:7:14: "old" is an old address of "articles/a.md" already. '
        "Take it out here.",
    ),
    "no reason": (
        article("a", 'withdrawn: ""'),
        "docs/articles/a.md:7:12: ",
    ),
}


@pytest.mark.parametrize(("drawing", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_about_what_became_of_a_page(
    make_site: MakeSite, drawing: str, expected: str
) -> None:
    site = make_site(article("gone", "withdrawn: Gone."))
    site.draw(drawing)
    (found,) = site.problems()
    assert found.startswith(expected)
