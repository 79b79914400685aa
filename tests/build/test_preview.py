"""``mkdocs serve``: keeps running whatever staff save, says what is wrong, and recovers."""

import re
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from built_sites import BuiltSites
from conftest import MakeSite
from previewing import preview
from samples import ARTICLE, CHECKLIST, EASY_READ, article
from small_site import Site


def test_it_starts_with_problems_shows_them_and_recovers(make_site: MakeSite) -> None:
    broken = CHECKLIST.replace("minutes: 20", "minutes: soon")
    site = make_site(article("fine") + broken)
    with preview(site) as shown:
        shown.wait_for("Serving on")
        said = "".join(shown.said)
        assert site.problems()[0] in said
        assert "Traceback" not in said
        home = shown.page()
        assert home.texts(".preview-bar--problems li") == [
            "docs/checklists/after-a-rejection.yml, line 6, column 10: "
            '"minutes" should be a whole number, not "soon". Write digits only.'
        ]
        assert shown.page("articles/fine/").texts("h1") == ["Fine"]
        assert shown.page("admin/").texts("title") == ["Inclusive Resources: editor"]

        site.draw(CHECKLIST)
        shown.wait_for("Reloading browsers")
        assert not shown.page().all(".preview-bar")
        assert shown.page("checklists/after-a-rejection/").texts("h1") == ["After a rejection"]

        site.draw(article("fine", body="```checklist\nnope\n```\n\n[x](nope.md)"))
        shown.wait_for("Reloading browsers")
        assert len(shown.page().all(".preview-bar--problems li")) == 2
        assert "has a problem, or does not exist" in shown.page("articles/fine/").text

        settings = site.folder / "mkdocs.yml"
        good = settings.read_text(encoding="utf-8")
        settings.write_text(re.sub(r"role: .*", "rolle: X", good), encoding="utf-8")
        shown.wait_for("Reloading browsers")
        assert "rolle" in shown.page().text
        assert "Candidate Network Manager" in shown.page().text

        settings.write_text(good.replace("role:", "role"), encoding="utf-8")
        shown.wait_for("Reloading browsers")
        assert "Candidate Network Manager" in shown.page().text
        settings.write_text(good, encoding="utf-8")
        shown.wait_for("Reloading browsers")
        assert "rolle" not in shown.page().text

        said = "".join(shown.said)
        assert "mkdocs.yml:" in said.split("was not renewed")[1]
        assert "Traceback" not in said


def test_a_preview_answers_to_its_own_names_and_a_second_says_that_there_is_one(
    make_site: MakeSite,
) -> None:
    site = make_site(article("fine"))
    with preview(site) as shown:
        shown.wait_for("Serving on")
        for name, status in (("evil.example", 403), ("localhost", 200), ("[::1]:8000", 200)):
            assert status_for(shown.address, name) == status
        place = shown.address.removeprefix("http://").rstrip("/")
        result = site.run("mkdocs", "serve", "--dev-addr", place)
        assert result.returncode == 1
        said = result.stdout + result.stderr
        assert "If another preview is running, close it first." in said
        assert "Traceback" not in said


def test_a_preview_outlasts_the_loss_of_its_files_and_leaves_nothing_behind(
    make_site: MakeSite, tmp_path: Path
) -> None:
    site = make_site(article("fine"))
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    docs, away = site.folder / "docs", site.folder / "away"
    with preview(site, TMPDIR=str(temporary)) as shown:
        shown.wait_for("Serving on")
        docs.rename(away)
        shown.wait_for("was not renewed")
        shown.wait_for("Reloading browsers")
        assert shown.page("articles/fine/").texts("h1") == ["Fine"]
        away.rename(docs)
        shown.wait_for("Reloading browsers")
        site.built()  # while the preview runs
        site.draw(article("fine", "title: Newer"))
        shown.wait_for("Reloading browsers")
        assert shown.page("articles/fine/").texts("h1") == ["Newer"]
        assert any(temporary.glob("mkdocs_*"))
    assert not any(temporary.glob("mkdocs_*"))
    assert "Traceback" not in "".join(shown.said)


def status_for(address: str, host: str) -> int:
    """Return the status of the answer to a browser for which ``host`` leads to this computer."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    connection.request("GET", "/", headers={"Host": host})
    return connection.getresponse().status


def test_drafts_and_future_pages_are_shown_with_a_notice(make_site: MakeSite) -> None:
    site = make_site(
        article("unfinished", "draft: true")
        + article("next", "published: 2027-01-01")
        + article("gone", "withdrawn: It was out of date.\nmoved_from: [old]")
    )
    with preview(site) as shown:
        shown.wait_for("Serving on")
        assert shown.page("articles/unfinished/").texts(".preview-bar") == [
            "Preview: readers cannot see this page while it is a draft."
        ]
        assert shown.page("articles/next/").texts(".preview-bar") == [
            "Preview: readers cannot see this page until 1 January 2027."
        ]
        assert not shown.page().all("meta[property='og:image']")
        gone = shown.page("articles/gone/")
        assert "It was out of date." in gone.text
        assert gone.one(".page-notes a").attributes["href"] == (
            "../../admin/#/collections/articles/entries/gone"
        )
        assert shown.page("articles/old/").texts("h1") == ["This page has moved"]


def test_each_page_shows_staff_its_state_and_findings(make_site: MakeSite) -> None:
    plain = "The cat sat on the mat. It was warm. " * 12
    site = make_site(
        article("fine", "sources: []\ntitle: Łódź\nreviewed: 2025-11-01", plain)
        + article("odd", "sources: []", "My favorite adjustments.\n\n![](../a/x.png)")
        + "docs/a/x.png\n    x\n"
        + article("later", "draft: true")
        + EASY_READ.replace("no-facts", "odd").replace("2026-11-02", "2025-11-02")
        + CHECKLIST
    )
    with preview(site) as shown:
        shown.wait_for("Serving on")
        home = shown.page()
        tasks = [text for text in home.texts(".page-notes details") if "Hard words" not in text]
        assert tasks == [
            "Late reviews: 2 Łódź (1 November 2026) A few words (2 November 2026)",
            "Drafts: 1 Later",
            "Something to look at: 2 Łódź (1) Odd (2)",
            "Hardest to read: 1 Łódź (reading age 5)",
        ]
        assert [link.attributes["href"] for link in home.all(".page-notes details a")] == [
            "articles/fine/",
            "easy-read/odd/",
            "articles/later/",
            "articles/fine/",
            "articles/odd/",
            "articles/fine/",
        ]
        assert shown.page("articles/fine/").texts(".page-notes li") == [
            "Preview of docs/articles/fine.md",
            "Reading age 5",
            "Review was due on 1 November 2026",
            "Edit in browser",
            "To see it as printed, press Ctrl (on a Mac, Command) and P",
            "Line 7: The review of this article was due on 2026-11-01. "
            'Read it and check its facts, then write the day after "reviewed:".',
        ]
        odd = shown.page("articles/odd/")
        assert odd.texts(".page-notes summary") == ["2 to look at", "Hard words: 1"]
        assert odd.texts(".page-notes details + details li") == [
            "adjustments (line 9)",
        ]
        assert odd.texts(".page-notes details:first-of-type li") == [
            'Line 9: "favorite" is American spelling. Write "favourite".',
            "Line 11: This picture has no words for people who cannot see it. Say between the "
            "brackets what it shows: ![Two people talking](../a/x.png).",
        ]
        checklist = shown.page("checklists/after-a-rejection/")
        assert checklist.texts(".page-notes__facts li")[:2] == [
            "Preview of docs/checklists/after-a-rejection.yml",
            "Review due on 2 November 2027",
        ]
        links = {
            " ".join(link.text().split()): link.attributes["href"]
            for link in checklist.all(".page-notes a")
        }
        assert links["See as printed"] == "worksheet.pdf"
        assert links["See large print"] == "worksheet-large-print.pdf"
        assert links["Edit in browser"] == (
            "../../admin/#/collections/checklists/entries/after-a-rejection"
        )
        assert "no file to edit" in shown.page("articles/").text
        home = shown.page()
        assert home.texts(".page-notes code") == ["docs/index.md"]
        assert home.one(".page-notes__facts a").attributes["href"] == (
            "admin/#/collections/pages/entries/index"
        )


def test_notes_for_staff_are_not_in_the_published_site(real_site: Site) -> None:
    files = real_site.files()
    assert not [path for path in files if "preview-bar" in path]
    pages = [data for path, data in files.items() if path.endswith(".html")]
    assert len(pages) > 10
    for data in pages:
        assert b"page-notes" not in data
        assert b"preview-bar" not in data


def test_without_the_pdf_engine_it_shows_everything_else_and_says_how_to_get_it(
    make_site: MakeSite, tmp_path: Path
) -> None:
    site = make_site(ARTICLE + CHECKLIST)
    with preview(site, PYTHONPATH=str(without_engine(tmp_path))) as shown:
        shown.wait_for("Serving on")
        told = [line for line in shown.said if "the preview leaves out the PDFs." in line]
        assert len(told) == 1
        assert "sudo apt-get install libpango-1.0-0" in told[0]
        assert "brew install pango" in told[0]
        page = shown.page("checklists/after-a-rejection/")
        assert "worksheet.pdf" not in page.html
        assert "To print it, choose Print in your browser." in page.text
        assert page.all("[data-print]")


def test_without_the_pdf_engine_a_build_stops_and_says_how_to_get_it(
    built_sites: BuiltSites, tmp_path: Path
) -> None:
    site = built_sites.of(ARTICLE + CHECKLIST).copied(tmp_path / "own")
    before = site.files()
    result = site.build(PYTHONPATH=str(without_engine(tmp_path)))
    assert result.returncode == 1
    assert "sudo apt-get install libpango-1.0-0" in result.stderr
    assert "Traceback" not in result.stderr
    assert site.files() == before


def without_engine(folder: Path) -> Path:
    """Return a folder that hides WeasyPrint the way missing libraries do: importing it fails."""
    package = folder / "hidden/weasyprint"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text('raise OSError("cannot load library libpango")\n')
    return package.parent
