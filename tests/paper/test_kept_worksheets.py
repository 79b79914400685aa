"""A PDF is made once, made again when what is on it changed, and whole whatever happened."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from conftest import MakeSite
from resource_site.incremental.store import KEEP_UNUSED, Store
from resource_site.paper.pdf_batch import RenderedPdf, make_pdfs
from resource_site.paper.pdf_renderer import PdfRenderer, Sheet, Styles
from resource_site.web.stylesheets import worksheet_stylesheet
from samples import CHECKLIST, EVERY_KIND
from small_site import PROJECT, Site

OVERRIDES = PROJECT / "overrides"
RENAMED = {
    "the checklist": ("docs/checklists/after-a-rejection.yml", "Wait a day.", "Wait two days."),
    "the contact": ("mkdocs.yml", "name: Haleema Latif", "name: Haleema A Latif"),
    "the site's address": ("mkdocs.yml", "https://resources.", "https://help."),
}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a built site that keeps all it made in a cache of its own, for tests to copy."""
    drawing = CHECKLIST + EVERY_KIND
    return Site(tmp_path_factory.mktemp("first"), drawing, own_cache=True).built()


@pytest.fixture
def own_site(first: Site, tmp_path: Path) -> Site:
    return first.copied(tmp_path / "own")


def kept(site: Site) -> dict[str, tuple[int, int]]:
    """Return each kept file, with what changes when it is written again."""
    folder = site.folder / ".cache/store/pdf"
    return {file.name: (file.stat().st_ino, file.stat().st_size) for file in folder.iterdir()}


def pdfs(site: Site) -> dict[str, bytes]:
    return {name: content for name, content in site.files().items() if name.endswith(".pdf")}


def test_what_did_not_change_is_not_made_again(own_site: Site) -> None:
    before, files = kept(own_site), pdfs(own_site)
    assert len(before) == len(files) == 6
    own_site.built()
    assert kept(own_site) == before
    assert pdfs(own_site) == files


def test_one_checklist_makes_its_own_sheets_and_its_workbooks_again(own_site: Site) -> None:
    before = kept(own_site)
    change(own_site, *RENAMED["the checklist"])
    new = set(kept(own_site.built())) - set(before)
    assert len(new) == 4


@pytest.mark.parametrize(
    "what", ["the contact", pytest.param("the site's address", marks=pytest.mark.nightly)]
)
def test_what_stands_on_every_sheet_makes_all_of_them_again(own_site: Site, what: str) -> None:
    before = kept(own_site)
    change(own_site, *RENAMED[what])
    assert len(set(kept(own_site.built())) - set(before)) == 6


def change(site: Site, path: str, old: str, new: str) -> None:
    file = site.folder / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_build_that_remembers_no_sheet_takes_the_word_documents_that_are_kept(
    own_site: Site,
) -> None:
    store = own_site.folder / ".cache/store"
    for file in list((store / "docx").iterdir()):
        Store(store).put(b"kept", ".docx", file.name.partition(".")[0])
        file.unlink()
    own_site.forget()
    files = own_site.built().files()
    assert {files[name] for name in files if name.endswith(".docx")} == {b"kept"}


def test_torn_files_and_leftovers_of_a_killed_build_do_no_harm(own_site: Site) -> None:
    folder = own_site.folder / ".cache/store/pdf"
    good = pdfs(own_site)
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes()[:1000])
    (folder / ".new-left").write_bytes(b"%PDF")
    assert pdfs(own_site.built()) == good


@pytest.mark.nightly
def test_the_cache_may_be_deleted(own_site: Site) -> None:
    good = pdfs(own_site)
    for file in (own_site.folder / ".cache/store/pdf").iterdir():
        file.unlink()
    assert pdfs(own_site.built()) == good


def test_the_sheets_style_and_the_brand_count(tmp_path: Path) -> None:
    cache = Store(tmp_path / "cache")
    sheet = Sheet("a sheet", "<!doctype html><html lang=en><title>A sheet</title><p>Words</html>")
    styles = [
        Styles(css, large, tmp_path)
        for css, large in (("p { color: black }", ""), ("p { color: red }", ""), ("", "p {}"))
    ]
    files = [make_pdfs([sheet], style, cache, through)[0][0] for style in [*styles, *styles]]
    assert files[:3] == files[3:]
    assert len(set(files)) == 3


def through(made: Iterable[RenderedPdf], _: int) -> Iterable[RenderedPdf]:
    return made


def test_many_processes_make_what_one_makes(tmp_path: Path) -> None:
    # Without fonts of its own a sheet has those of the system, as far as the process knows them.
    styles = Styles(worksheet_stylesheet(OVERRIDES).text, "p { font-size: 20pt }", OVERRIDES)
    page = "<!doctype html><html lang=en><title>{0}</title><p>{0}</html>"
    sheets = [Sheet(f"s{n}", page.format(f"Sheet {n}"), n % 2 == 0) for n in range(7)]
    counts: list[int] = []

    def watch(made: Iterable[RenderedPdf], count: int) -> Iterable[RenderedPdf]:
        counts.append(count)
        return made

    files, complaints = make_pdfs(sheets, styles, Store(tmp_path / "cache"), watch)
    renderer = PdfRenderer(styles)
    assert [file.read_bytes() for file in files] == [renderer.render(sheet)[0] for sheet in sheets]
    assert (counts, complaints) == ([7], [])


def test_what_the_engine_complains_of_is_said_in_every_build(make_site: MakeSite) -> None:
    # a script that the project has no font for, though this computer may have one
    site = make_site(CHECKLIST.replace("Wait a day.", "Wait a day, 王小明."))
    change(site, "mkdocs.yml", "name: Haleema Latif", "name: Haleema 王")
    settings = (site.folder / "mkdocs.yml").read_text(encoding="utf-8").partition("王")[0]
    line, column = settings.count("\n") + 1, len(settings.rpartition("\n")[2]) + 1
    for _ in range(2):
        result = site.build()
        assert result.returncode == 1
        for place, letters in (
            ("docs/checklists/after-a-rejection.yml:10:21", "王小明"),
            (f"mkdocs.yml:{line}:{column}", "王"),
        ):
            said = f'{place}: No font has "{letters}", so it cannot be printed. Write it in another'
            assert result.stderr.count(said) == 1
        assert "Traceback" not in result.stderr


def test_a_file_nobody_asked_for_in_a_month_is_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    file = Path(store.path(store.put(b"old", ".pdf", "key")))
    later = file.stat().st_mtime + KEEP_UNUSED + 1
    monkeypatch.setattr("time.time", lambda: later)
    store.tidy()  # it was asked for in this build
    assert file.exists()
    monkeypatch.setattr("time.time", lambda: later + KEEP_UNUSED)
    Store(tmp_path).tidy()
    assert not file.exists()
