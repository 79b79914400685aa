"""A build of files that did not change does nothing; any change, however well hidden, is built."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from changed_settings import with_hook
from conftest import MakeSite
from drawing import draw
from resource_site.incremental.last_build import LastBuild
from resource_site.incremental.store import Store
from samples import article
from small_site import Site, noon

UNCHANGED = "Nothing has changed since the last build, so the site is as it was.\n"
WHERE = 'The site is in the folder "site". Hand over that whole folder.\n'
ARTICLE = "docs/articles/hello.md"


DRAWING = """
mkdocs.yml
    plugins: []
docs/articles/hello.md
    Some words that stand here.
overrides/main.html
    <h1>
hooks/pipeline.py
    pass
site/index.html
    <h1>Hello
"""


def build(site: Site, **day: str) -> bool:
    """Build ``site`` as staff do, and return whether anything was built."""
    result = site.run("resource_site", "build", **day)
    assert result.returncode == 0, result.stderr
    assert result.stdout.removeprefix(UNCHANGED) == WHERE
    return not result.stdout.startswith(UNCHANGED)


def test_nothing_is_built_until_something_changes(tmp_path: Path) -> None:
    # The files of other caches are shared by tests, and each use is a change of their time.
    site = Site(tmp_path, article("hello", body="Some words."), own_cache=True)
    assert build(site)
    number = site.path("").stat().st_ino
    assert not build(site)
    assert site.path("").stat().st_ino == number
    change_and_hide(site)
    assert build(site)
    assert "More words." in site.page("articles/hello/").text
    assert not build(site)
    assert build(site, today=noon("2027-01-02"))
    site.path("index.html").unlink()
    assert build(site)
    assert site.path("index.html").is_file()


def test_with_the_code_of_others_every_build_is_made(make_site: MakeSite) -> None:
    site = with_hook(make_site(article("hello")), "")
    assert build(site)
    assert build(site)


def change_and_hide(site: Site) -> None:
    """Change some letters of an article, not their number, and put its time back."""
    file = site.folder / ARTICLE
    before, text = file.stat(), file.read_text(encoding="utf-8")
    file.write_text(text.replace("Some words", "More words"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = file.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def rename(site: Site) -> None:
    (site.folder / ARTICLE).rename(site.folder / "docs/articles/other.md")


def add_to(path: str) -> Callable[[Site], object]:
    """Return a change that writes a line at the end of a file, which may be a new one."""

    def change(site: Site) -> None:
        with (site.folder / path).open("a", encoding="utf-8") as file:
            file.write("# A note\n")

    return change


CHANGES: dict[str, Callable[[Site], object]] = {
    "words, with the size and time of before": change_and_hide,
    "the name of a file": rename,
    "a new file": add_to("docs/new.txt"),
    "a file that is gone": lambda site: (site.folder / ARTICLE).unlink(),
    "a link that leads nowhere": lambda site: (site.folder / "docs/new.md").symlink_to("gone"),
    "a setting": add_to("mkdocs.yml"),
    "a template": add_to("overrides/main.html"),
    "the generator": add_to("hooks/pipeline.py"),
    "a page of the site": add_to("site/index.html"),
    "a file more in the site": add_to("site/new.txt"),
    "a package": lambda site: (site.folder / "x-packages/some-1.0.dist-info").mkdir(),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a folder with a file of each kind that a build reads, and a site."""
    draw(tmp_path, DRAWING)
    (tmp_path / "x-packages").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "x-packages")])
    return Site.at(tmp_path)


def record(site: Site) -> LastBuild:
    inputs = ("mkdocs.yml", "docs", "overrides", "hooks/pipeline.py")
    store = Store.beside(site.folder / "mkdocs.yml")
    return LastBuild(store, [site.folder / name for name in inputs], site.folder / "site")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_noticed(change: Callable[[Site], object], site: Site) -> None:
    assert not record(site).is_current()
    record(site).save()
    assert record(site).is_current()
    change(site)
    assert not record(site).is_current()


def test_what_changes_while_a_build_runs_is_built_by_the_next(site: Site) -> None:
    running = record(site)
    change_and_hide(site)
    running.save()
    assert not record(site).is_current()


def test_compiled_modules_are_no_change(site: Site) -> None:
    record(site).save()
    (site.folder / "overrides/__pycache__").mkdir()
    add_to("overrides/__pycache__/x.pyc")(site)
    assert record(site).is_current()


def test_without_a_place_for_the_record_the_site_is_only_built_again(site: Site) -> None:
    (site.folder / ".cache").write_text("not a folder", encoding="utf-8")
    record(site).save()
    assert not record(site).is_current()
