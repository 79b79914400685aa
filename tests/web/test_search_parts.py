"""The index of a very large site has parts, as Pagefind would need too much memory for one."""

import pytest
from playwright.sync_api import Browser, expect

from browser import visitor
from built_sites import BuiltSites
from changed_settings import with_hook
from samples import CHECKLIST, article
from serving import serve
from small_site import Site

PARTS = """
import resource_site.web.search_index as index

index.MOST_PAGES = 3
"""
PAGES = "".join(article(f"page-{number}", body="An unusual marmalade.") for number in range(9))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a built site whose index has parts."""
    return with_hook(Site(tmp_path_factory.mktemp("many"), PAGES + CHECKLIST), PARTS).built()


def index(site: Site) -> dict[str, bytes]:
    found = site.files().items()
    return {name: content for name, content in found if name.startswith("assets/search/")}


def results(browser: Browser, site: Site, question: str, count: int) -> list[str]:
    """Return the titles of what the search page of ``site`` finds, in alphabetical order."""
    complaints: list[str] = []
    with serve(site.path("")) as address, visitor(browser) as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}search/?{question}")
        titles = page.locator(".result__title")
        expect(titles).to_have_count(count)
        found = sorted(titles.all_inner_texts())
    assert complaints == []
    return found


def test_an_index_in_parts_finds_what_one_finds(
    many: Site, built_sites: BuiltSites, browser: Browser
) -> None:
    one = built_sites.of(PAGES + CHECKLIST)
    entries = [name for name in index(many) if name.endswith("pagefind-entry.json")]
    assert len(entries) > 3
    assert len([name for name in index(one) if name.endswith("pagefind-entry.json")]) == 1
    for question, count in (("q=marmalade", 9), ("q=marmelade", 9), ("q=rejection", 1)):
        assert results(browser, many, question, count) == results(browser, one, question, count)


def test_the_parts_are_the_same_each_time_and_share_one_program(many: Site) -> None:
    first = index(many)
    many.forget()
    assert index(many.built()) == first
    assert sorted(name for name in first if "wasm" in name or name.endswith(".js")) == [
        "assets/search/pagefind.js",
        "assets/search/wasm.en.pagefind",
    ]
