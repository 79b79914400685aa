"""An article in docs/ becomes a page a candidate can read."""

from built_sites import BuiltSites
from samples import ARTICLE, CHECKLIST, article


def test_an_article_shows_its_title_summary_author_reading_time_and_review_date(
    built_sites: BuiltSites,
) -> None:
    words = "word " * 450
    site = built_sites.of(article("hello", "author: Haleema Latif\nsummary: A kind word.", words))
    page = site.page("articles/hello/")
    assert page.texts("h1") == ["Hello"]
    assert page.texts(".page-head__summary") == ["A kind word."]
    assert page.texts(".page-head__facts li") == [
        "By Haleema Latif",
        "3 minute read",
        "Reviewed 2 November 2026",
    ]
    assert page.texts("title") == ["Hello \N{EN DASH} Inclusive Resources"]
    assert page.one("meta[name=description]").attributes["content"] == "A kind word."


def test_what_an_article_says_in_short_stands_at_its_top_and_in_lists(
    built_sites: BuiltSites,
) -> None:
    lines = ["You do not have to ask.", "Ask for less, and hear more.", "Nobody has to answer."]
    site = built_sites.of(article("one", f"in_short: {lines}") + article("two"))
    page = site.page("articles/one/")
    assert page.texts(".in-short h2, .in-short li") == ["In short", *lines]
    assert page.texts(".page-head__summary") == ["One sentence."]
    assert not site.page("articles/two/").all(".in-short")
    cards = site.page("articles/")
    assert sorted(cards.texts(".card__summary li")) == sorted(lines)
    assert cards.texts("p.card__summary") == ["One sentence."], "the other has a summary alone"


def test_an_article_without_an_author_is_by_the_organisation(built_sites: BuiltSites) -> None:
    page = built_sites.of(article("hello")).page("articles/hello/")
    assert "By Inclusive Recruiting" in page.texts(".page-head__facts li")


def test_contents_list_the_second_level_headings(built_sites: BuiltSites) -> None:
    page = built_sites.of(ARTICLE + CHECKLIST).page("articles/being-turned-down/")
    links = page.all(".contents a")
    assert [link.text() for link in links] == ["What now?", "And then?"]
    for link in links:
        target = (link.attributes["href"] or "").removeprefix("#")
        assert page.one(f"#{target}").tag == "h2"


def test_a_short_article_has_no_contents(built_sites: BuiltSites) -> None:
    page = built_sites.of(article("hello", body="Just this.")).page("articles/hello/")
    assert not page.all(".contents")


def test_an_article_leads_to_its_checklists_and_they_lead_back(built_sites: BuiltSites) -> None:
    site = built_sites.of(ARTICLE + CHECKLIST)
    there = site.page("articles/being-turned-down/").all(".card--checklist a")
    assert [a.attributes["href"] for a in there] == ["../../checklists/after-a-rejection/"]
    back = site.page("checklists/after-a-rejection/").all(".card--article a")
    assert [a.attributes["href"] for a in back] == ["../../articles/being-turned-down/"]


def test_a_fence_shows_the_checklist_in_its_place_and_leads_back(built_sites: BuiltSites) -> None:
    body = "Before.\n\n## Do this\n\n```checklist\nafter-a-rejection\n```\n\nAfter."
    site = built_sites.of(article("hello", body=body) + CHECKLIST)
    page = site.page("articles/hello/")
    assert page.texts(".prose > *") == [
        "Before.",
        "Do this",
        page.texts(".shown-checklist")[0],
        "After.",
    ]
    assert page.texts(".shown-checklist h3") == ["After a rejection"]
    assert page.texts(".shown-checklist .checklist h4") == ["First"]
    assert page.one(".shown-checklist .checklist input").attributes["type"] == "checkbox"
    assert page.one(".shown-checklist .checklist-links .button").attributes["href"] == (
        "../../checklists/after-a-rejection/worksheet.pdf"
    )
    assert site.page("checklists/after-a-rejection/").texts(".card__title") == ["Hello"]


def test_an_article_names_its_sources(built_sites: BuiltSites) -> None:
    sources = "sources: [{title: Equality Act 2010, url: https://www.legislation.gov.uk/x}]"
    page = built_sites.of(article("hello", sources)).page("articles/hello/")
    link = page.one(".sources a")
    assert link.text() == "Equality Act 2010"
    assert link.attributes["href"] == "https://www.legislation.gov.uk/x"


def test_related_articles_share_topics_most_in_common_first_at_most_three(
    built_sites: BuiltSites,
) -> None:
    both = "topics: [after-an-interview, your-rights]"
    site = built_sites.of(
        article("this", both)
        + article("other-shelf", "topics: [your-rights]\npublished: 2026-10-01")
        + article("twin", both + "\npublished: 2026-01-01")
        + article("newer", "published: 2026-11-09")
        + article("older", "published: 2025-11-09")
    )
    page = site.page("articles/this/")
    assert page.texts("section[aria-labelledby=site--related-title] .card__title") == [
        "Twin",
        "Newer",
        "Other shelf",
    ]


def test_numbered_tips_are_real_headings_and_an_ordered_contents(built_sites: BuiltSites) -> None:
    body = "## One\n\nText.\n\n## Two\n\nText."
    page = built_sites.of(article("tips", "numbered: true", body)).page("articles/tips/")
    assert page.texts(".prose--numbered > h2") == ["One", "Two"]
    assert page.texts(".contents ol a") == ["One", "Two"]


def test_links_name_files_and_lead_to_pages(built_sites: BuiltSites) -> None:
    body = (
        "[one](other.md#text) [two](../checklists/after-a-rejection.yml) "
        "[three](../topics/your-rights.md) [four](/contact.md) [five](index.md)"
    )
    drawing = article("hello", body=body) + article("other", body="## Text") + CHECKLIST
    page = built_sites.of(drawing).page("articles/hello/")
    assert [a.attributes["href"] for a in page.all(".prose a")] == [
        "../other/#text",
        "../../checklists/after-a-rejection/",
        "../../topics/your-rights/",
        "../../contact/",
        "../",
    ]
