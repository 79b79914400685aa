"""What a build publishes, when, and what it leaves alone when it stops."""

import shutil
from pathlib import Path

import pytest

from built_sites import BuiltSites
from changed_settings import with_settings
from conftest import MakeSite
from resource_site.commands.check import find_problems
from samples import ARTICLE, CHECKLIST, article
from small_site import Site, noon


@pytest.fixture
def first_build(built_sites: BuiltSites, tmp_path: Path) -> MakeSite:
    """Return a function that gives a built site of the test's own."""
    return lambda drawing: built_sites.of(drawing).copied(tmp_path / "own")


def test_drafts_and_future_pages_are_nowhere_in_the_site(built_sites: BuiltSites) -> None:
    site = built_sites.of(
        article("now")
        + article("unfinished", "draft: true")
        + article("next-year", "published: 2027-01-01")
        + CHECKLIST.replace("published: 2026-11-01", "published: 2027-01-01")
    )
    assert site.path("articles/now/index.html").exists()
    for name, content in site.files().items():
        for hidden in ("unfinished", "next-year", "after-a-rejection"):
            assert hidden not in name
            assert hidden.encode() not in content


def test_a_future_page_appears_on_its_day(make_site: MakeSite) -> None:
    site = make_site(article("new-year", "published: 2027-01-01"))
    site.built(today=noon("2026-12-31"))
    assert not site.path("articles/new-year/").exists()
    site.built(today=noon("2027-01-01"))
    assert site.path("articles/new-year/index.html").exists()


def test_sources_and_the_themes_own_files_are_not_published(built_sites: BuiltSites) -> None:
    site = built_sites.of(ARTICLE + CHECKLIST + "docs/assets/notes.txt\n    Published.\n")
    names = set(site.files())
    assert "assets/notes.txt" in names
    assert not [name for name in names if name.endswith((".md", ".yml", ".map"))]
    assert not [name for name in names if "bundle" in name or "lunr" in name]
    assert not [name for name in names if name.endswith("early.js")]
    styles = {Path(name).name.split(".")[0] for name in names if name.endswith(".css")}
    assert styles == {"site", "print", "layouts", "easy-read", "pack"}  # none of the preview's


BROKEN = {
    "a problem in a checklist": CHECKLIST.replace("minutes: 20", "minutes: soon"),
    "a link that leads nowhere": article("bad", body="[x](nope.md)"),
    "a place on a page that does not exist": article("bad", body="[x](#nope)"),
}


@pytest.mark.parametrize("mistake", BROKEN.values(), ids=BROKEN)
def test_a_build_that_stops_leaves_the_last_good_site_byte_for_byte(
    first_build: MakeSite, mistake: str
) -> None:
    site = first_build(ARTICLE + CHECKLIST)
    before = site.files()
    assert len(before) > 20
    site.draw(mistake)
    result = site.build()
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert site.files() == before
    assert leftovers(site) == []


def test_a_build_that_stops_says_all_that_check_says(make_site: MakeSite) -> None:
    site = make_site(CHECKLIST.replace("minutes: 20", "minutes: soon") + article("a", "tags: x"))
    problems = site.problems()
    assert len(problems) == 2
    output = site.build().stderr.splitlines()
    assert [line for line in output if line.startswith("docs/")] == problems
    assert "2 problems to fix." in output


COMMANDS = {
    "build": ("mkdocs", "build", "--strict"),
    "preview": ("mkdocs", "serve"),
    "check": ("resource_site", "check"),
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_day_that_cannot_be_read_is_told_in_words(
    built_sites: BuiltSites, command: tuple[str, ...]
) -> None:
    site = built_sites.of(article("one"))
    before = site.files()
    for day in ("", "soon", "-5", "999999999999"):
        result = site.run(*command, today=day)
        assert result.returncode == 1
        said = " ".join((result.stdout + result.stderr).split())
        assert f'SOURCE_DATE_EPOCH, the day this is for, is "{day}", which is not' in said
        assert '("unset SOURCE_DATE_EPOCH")' in said
        assert "Traceback" not in said
    assert site.files() == before


def test_a_template_that_fails_leaves_the_last_good_site(first_build: MakeSite) -> None:
    site = first_build(ARTICLE + CHECKLIST)
    before = site.files()
    overrides = site.folder / "overrides"
    original = overrides.resolve()
    overrides.unlink()
    copy_with(original, overrides, "article.html", "{{ nothing.like.this }}")
    result = site.build()
    assert result.returncode == 1
    assert site.files() == before
    assert leftovers(site) == []


def copy_with(original: Path, copy: Path, name: str, text: str) -> None:
    shutil.copytree(original, copy)
    (copy / name).write_text(text, encoding="utf-8")


def test_a_good_build_replaces_the_site_whole(make_site: MakeSite) -> None:
    site = make_site(article("one") + article("two")).built()
    (site.folder / "docs/articles/two.md").unlink()
    site.built()
    assert site.path("articles/one/").exists()
    assert not site.path("articles/two/").exists()
    assert leftovers(site) == []


def test_a_site_moved_aside_by_a_killed_build_is_restored(first_build: MakeSite) -> None:
    site = first_build(article("one"))
    before = site.files()
    site.path("").rename(site.folder / ".site-old-1")
    site.draw(article("two", "tags: x"))
    assert site.build().returncode == 1
    assert site.files() == before


def test_files_that_a_host_keeps_in_the_site_folder_stay(first_build: MakeSite) -> None:
    site = first_build(article("one"))
    site.path(".htaccess").write_text("rules\n")
    site.path(".well-known").mkdir()
    site.path(".well-known/security.txt").write_text("contact\n")
    site.built()
    assert site.path(".htaccess").read_text() == "rules\n"
    assert site.path(".well-known/security.txt").read_text() == "contact\n"


SECURITY = """
  security:
    contact: safe@a.example
    expires: {}"""


def test_the_site_says_whom_to_tell_of_a_weakness_until_that_expires(first_build: MakeSite) -> None:
    site = first_build(article("one"))
    file = site.path(".well-known/security.txt")
    other = site.path(".well-known/other")
    other.parent.mkdir()
    other.write_text("of the host\n")
    with_settings(site, "\n  offline: true", SECURITY.format("2027-11-01"))
    site.built()
    assert file.read_text(encoding="utf-8").splitlines()[1:] == [
        "Contact: mailto:safe@a.example",
        "Expires: 2027-11-01T00:00:00Z",
        "Preferred-Languages: en",
        "Canonical: https://resources.inclusive-recruiting.example/.well-known/security.txt",
    ]
    assert other.exists()
    site.built(today=noon("2027-11-01"))
    assert not file.exists()
    assert other.exists()


EXPIRY = {
    "2026-11-23": "warning: This day has come (2026-11-23), so the site has no security.txt. ",
    "2026-12-20": "note: This day will soon come (2026-12-20). ",
    "2027-11-01": "",
    "2028-11-01": "warning: This day is more than a year away (2028-11-01). ",
}


@pytest.mark.parametrize(("day", "said"), EXPIRY.items())
def test_a_day_on_which_security_txt_expires_stops_no_correction(
    make_site: MakeSite, day: str, said: str
) -> None:
    site = with_settings(make_site(), "\n  offline: true", SECURITY.format(day))
    found = find_problems(site.folder / "mkdocs.yml", publish=True)
    texts = [str(each) for each in found if "is a placeholder" not in each.what]
    fix = "See that the contact is still right, and write a later day, within a year."
    assert texts == ([f"mkdocs.yml:33:14: {said}{fix}"] if said else [])


def test_a_site_folder_that_is_a_symbolic_link_stays_one(make_site: MakeSite) -> None:
    site = make_site(article("one"))
    (site.folder / "www").mkdir()
    site.path("").symlink_to("www")
    site.built()
    assert site.path("").is_symlink()
    assert (site.folder / "www/articles/one/index.html").exists()


def test_a_file_that_stands_where_the_site_goes_is_kept(make_site: MakeSite) -> None:
    site = make_site(article("one"))
    site.path("").write_text("Mine.", encoding="utf-8")
    result = site.build()
    assert result.returncode == 1
    assert "This is a file. A folder has to be there. Move the file away, or" in result.stderr
    assert "Traceback" not in result.stderr
    assert site.path("").read_text(encoding="utf-8") == "Mine."
    assert leftovers(site) == []


def leftovers(site: Site) -> list[str]:
    return [path.name for path in site.folder.iterdir() if path.name.startswith(".site-")]


def test_two_builds_of_the_same_content_are_the_same_bytes(first_build: MakeSite) -> None:
    site = first_build(ARTICLE + CHECKLIST)
    first = site.files()
    assert site.built().files() == first


def test_the_same_site_comes_out_without_the_theme(first_build: MakeSite) -> None:
    site = first_build(ARTICLE + CHECKLIST)
    before = site.files()
    with_settings(site, "name: material", "name: null")
    site.forget()
    assert site.built().files() == before
