"""Ways through the site: bounded menus, breadcrumbs, lists in pages, topics."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser import visitor
from built_sites import BuiltSites
from resource_site.checks.site_check import load_all
from samples import ARTICLE, CHECKLIST, article
from serving import serve
from small_site import Site

TWO_TOPICS = "".join(
    CHECKLIST.replace("after-a-rejection.yml", f"{name.lower()}.yml")
    .replace("title: After a rejection", f"title: {name}")
    .replace("[after-an-interview]", topics)
    for name, topics in (
        ("First", "[after-an-interview, your-rights]"),
        ("Second", "[after-an-interview]"),
        ("Third", "[after-an-interview]"),
        ("Other", "[your-rights, after-an-interview]"),
    )
)
TWO_ARTICLES = article("being-turned-down") + article("newer", "published: 2026-11-09")


@pytest.fixture(scope="module")
def many(built_sites: BuiltSites) -> Site:
    """Return a site with more articles than a list page shows."""
    drawing = "".join(
        article(f"number-{n:02}", f"published: 2026-{1 + n // 28:02}-{1 + n % 28:02}")
        for n in range(50)
    )
    return built_sites.of(drawing)


def test_the_header_holds_four_links_and_marks_where_we_are(built_sites: BuiltSites) -> None:
    site = built_sites.of(ARTICLE + CHECKLIST)
    page = site.page("articles/being-turned-down/")
    assert page.texts("header nav a") == ["Topics", "Articles", "Checklists", "Contact"]
    current = page.all("header nav a[aria-current]")
    assert [(a.text(), a.attributes["aria-current"]) for a in current] == [("Articles", "true")]
    listed = site.page("articles/").all("header nav a[aria-current]")
    assert [(a.text(), a.attributes["aria-current"]) for a in listed] == [("Articles", "page")]


def test_no_page_lists_every_article(many: Site) -> None:
    for name, content in many.files().items():
        if name.endswith(".html"):
            assert content.count(b"/number-") + content.count(b'"number-') < 50, name


def test_a_long_list_comes_in_pages_newest_first(many: Site) -> None:
    first = many.page("articles/")
    second = many.page("articles/page/2/")
    third = many.page("articles/page/3/")
    titles = [page.texts(".card__title") for page in (first, second, third)]
    assert [len(shown) for shown in titles] == [24, 24, 2]
    assert titles[0][0] == "Number 49"
    assert titles[2][-1] == "Number 00"
    assert first.texts(".pager p") == ["Page 1 of 3"]
    assert [a.attributes["href"] for a in first.all(".pager a")] == ["page/2/"]
    assert [a.attributes["href"] for a in second.all(".pager a")] == ["../../", "../3/"]
    assert third.texts("title") == ["Articles, page 3 \N{EN DASH} Inclusive Resources"]


def test_a_topic_lists_what_carries_it_in_pages_too(many: Site) -> None:
    assert len(many.page("topics/after-an-interview/").all(".card")) == 24
    assert len(many.page("topics/after-an-interview/page/3/").all(".card")) == 2


def test_home_shows_three_ways_in_the_newest_articles_and_the_topics(many: Site) -> None:
    page = many.page("")
    assert page.texts(".ways-in strong") == ["Read", "Work through", "Talk to someone"]
    assert page.texts(".card__title") == ["Number 49", "Number 48", "Number 47"]
    assert page.texts(".topic__title") == ["After an interview"]


def test_home_shows_where_to_start_when_it_says_so(built_sites: BuiltSites, tmp_path: Path) -> None:
    home = """
    docs/index.md
        ---
        title: Kind, practical help
        summary: Guides and checklists.
        start_here:
          title: Just turned down?
          text: Start here.
          article: being-turned-down
          checklist: after-a-rejection
        ---
        Welcome.
    """
    site = built_sites.of(ARTICLE + CHECKLIST).copied(tmp_path / "site")
    assert not site.page("").all(".start-here")
    site.draw(home)
    links = site.built().page("").all(".start-here a")
    assert [a.attributes["href"] for a in links] == [
        "articles/being-turned-down/",
        "checklists/after-a-rejection/",
    ]


def test_breadcrumbs_lead_home_and_to_the_list(built_sites: BuiltSites) -> None:
    site = built_sites.of(ARTICLE + CHECKLIST)
    for address, kind in (
        ("articles/being-turned-down/", "Articles"),
        ("checklists/after-a-rejection/", "Checklists"),
        ("topics/after-an-interview/", "Topics"),
    ):
        page = site.page(address)
        assert page.texts(".breadcrumbs a") == ["Home", kind]
        hrefs = [a.attributes["href"] for a in page.all(".breadcrumbs a")]
        assert hrefs == ["../..", "../"]


def test_a_site_without_articles_and_checklists_has_no_empty_list(built_sites: BuiltSites) -> None:
    site = built_sites.of("")
    for address in ("", "articles/", "checklists/", "topics/", "topics/your-rights/", "404.html"):
        page = site.page(address)
        assert [node.html for node in page.all("main ul") if not node.css("li")] == [], address
        headings = page.texts("main h2")
        assert "New to read" not in headings
        assert "Where are you today?" not in headings
    assert "There is nothing here yet." in site.page("articles/").text
    assert "There is nothing here yet." in site.page("topics/").text


def test_a_topic_without_anything_on_it_is_not_listed_but_stands(built_sites: BuiltSites) -> None:
    site = built_sites.of(ARTICLE + CHECKLIST)
    assert site.page("topics/").texts(".topic__title") == ["After an interview"]
    assert "nothing on this shelf yet" in site.page("topics/your-rights/").text


def test_the_footer_holds_the_standard_pages(built_sites: BuiltSites) -> None:
    page = built_sites.of(ARTICLE + CHECKLIST).page("articles/")
    assert page.texts(".site-footer__site a") == ["Contact"]


def test_the_404_page_works_from_any_address(built_sites: BuiltSites) -> None:
    page = built_sites.of(ARTICLE + CHECKLIST).page("404.html")
    assert page.texts("h1") == ["This page is not here"]
    links = [a.attributes["href"] or "" for a in page.all("a[href]")]
    local = [link for link in links if not link.startswith(("mailto:", "https:", "#"))]
    assert local
    assert all(link.startswith("/") for link in local)


def test_the_sitemap_gives_review_dates(built_sites: BuiltSites) -> None:
    site = built_sites.of(ARTICLE + CHECKLIST)
    text = site.path("sitemap.xml").read_text(encoding="utf-8")
    entry = text.split("articles/being-turned-down/")[1]
    assert "<lastmod>2026-11-02</lastmod>" in entry.split("</url>")[0]


def test_every_checklist_stands_on_one_page_under_its_first_topic(built_sites: BuiltSites) -> None:
    page = built_sites.of(TWO_TOPICS).page("checklists/")
    groups = {
        " ".join(group.css("h2")[0].text().split()): [a.text() for a in group.css("li a")]
        for group in page.all(".checklist-index__topic")
    }
    assert groups == {"After an interview": ["First", "Second", "Third"], "Your rights": ["Other"]}
    assert page.texts(".checklist-index__time")[0] == "About 20 minutes"
    assert not page.all(".card")


def test_a_topic_shows_what_staff_put_first_and_articles_before_checklists(
    built_sites: BuiltSites, tmp_path: Path
) -> None:
    site = built_sites.of(TWO_TOPICS + TWO_ARTICLES).copied(tmp_path / "site")
    titles = site.page("topics/after-an-interview/").texts(".card__title")
    assert titles == ["Newer", "Being turned down", "First", "Other", "Second", "Third"]
    file = site.folder / "docs/topics.yml"
    text = file.read_text(encoding="utf-8")
    slug = "- slug: after-an-interview\n"
    order = "  order: [third, being-turned-down, other]\n"
    file.write_text(text.replace(slug, slug + order), encoding="utf-8")
    titles = site.built().page("topics/after-an-interview/").texts(".card__title")
    assert titles == ["Being turned down", "Newer", "Third", "Other", "First", "Second"]
    file.write_text(text.replace(slug, slug + "  order: [thrid]\n"), encoding="utf-8")
    _, _, problems = load_all(site.folder / "mkdocs.yml", site.folder / "docs")
    assert [str(problem) for problem in problems if "thrid" in str(problem)] == [
        'docs/topics.yml:2:11: Nothing on this topic is called "thrid". Did you mean "third"?'
    ]
    file.write_text(text.replace(slug, slug + "  order: [third]\n"), encoding="utf-8")
    (site.folder / "docs/articles/third.md").write_text("", encoding="utf-8")
    _, _, problems = load_all(site.folder / "mkdocs.yml", site.folder / "docs")
    assert {problem.path for problem in problems} == {"docs/articles/third.md"}


def test_home_and_the_list_say_what_was_started(browser: Browser, built_sites: BuiltSites) -> None:
    with serve(built_sites.of(TWO_TOPICS).path("")) as address, visitor(browser) as context:
        page = context.new_page()
        page.goto(address)
        note = page.locator(".started")
        expect(note).to_be_hidden()
        for name in ("first", "other"):
            page.goto(f"{address}checklists/{name}/")
            page.get_by_label("Wait a day.").check()
        page.goto(address)
        expect(note).to_contain_text("You have started 2 checklists on this device.")
        note.get_by_role("link").click()
        started = page.get_by_role("listitem").filter(has_text="started")
        expect(started.get_by_role("link")).to_have_text(["First", "Other"])


def test_somebody_just_turned_down_finds_a_way_before_all_others(real_site: Site) -> None:
    parts = real_site.page("").all("main > .wide > *")
    names = [(part.attributes["class"] or "").split()[0] for part in parts]
    assert names.index("start-here") == 0
    assert names.index("start-here") < names.index("ways-in") < names.index("prose")
