"""In a preview, the browser editor says beside each form what to look at, and what is to do."""

from playwright.sync_api import Browser, expect

from browser import visitor
from conftest import MakeSite
from editing import PATIENCE, Editing
from previewing import preview
from samples import article
from small_site import EPOCH

DRAWING = (
    article("late", "reviewed: 2025-01-01", "It was organized. All of it.")
    + article("half-done", "draft: true")
    + article("fine", "sources: []")
)


def test_findings_stand_beside_the_form_and_follow_each_save(
    make_site: MakeSite, browser: Browser
) -> None:
    site = make_site(DRAWING)
    wrong = site.folder / "docs/checklists/wrong.yml"
    wrong.parent.mkdir(exist_ok=True)
    wrong.write_text("title: Wrong\n", encoding="utf-8")
    screen = {"width": 1280, "height": 900}
    with (
        preview(site, SOURCE_DATE_EPOCH=EPOCH) as shown,
        visitor(browser, viewport=screen, locale="en-US") as context,
    ):
        shown.wait_for("Serving on")
        editing = Editing(context, shown.address)
        editing.open_folder(site.folder)
        notes = editing.page.get_by_role("complementary", name="What to look at")
        expect(notes.locator("h2")).to_have_text(
            ["Problems: 1", "Late reviews: 1", "Drafts: 1", "Something to look at: 1"],
            timeout=PATIENCE,
        )
        notes.get_by_role("link", name="Late").first.click()
        found = notes.get_by_role("listitem")
        expect(found.filter(has_text='"organized" is American spelling.')).to_be_visible()
        expect(found.filter(has_text="The review of this article was due on")).to_be_visible()
        file = site.folder / "docs/articles/late.md"
        words = file.read_text(encoding="utf-8").replace("organized", "arranged")
        file.write_text(words, encoding="utf-8")
        expect(found.filter(has_text="American spelling")).to_be_hidden(timeout=PATIENCE)
        editing.go("articles/new")
        expect(notes).to_contain_text("Not saved yet")
        editing.page.goto(f"{shown.address}admin/#/collections/articles")
        notes.get_by_role("link", name="docs/checklists/wrong.yml").click()
        expect(found.filter(has_text='"summary" is missing.')).to_be_visible()
        # MkDocs adds a script to each page of a preview, which the editor's policy refuses, and
        # takes each file away for a moment while it builds.
        known = ("inline script", "404 (Not Found)")
        assert [each for each in editing.complaints if not any(one in each for one in known)] == []
        assert editing.asked_elsewhere == []
