"""A build that keeps what did not change comes out byte for byte like one that keeps nothing."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config

from fuzzing import examples
from samples import CHECKLIST, EVERY_KIND, article
from small_site import EPOCH, PROJECT, Site, noon

EDITS = 4
"""In one sequence; after each there is a build."""

DRAWING = (
    CHECKLIST
    + EVERY_KIND
    + article("one", "checklists: [after-a-rejection]", body="One. See [two](two.md#a-place).")
    + article("two", body="## A place\n\nTwo. See [one](one.md).\n\n![](../assets/a.png)")
    + article("three", "topics: [your-rights]", body="```checklist\nafter-a-rejection\n```")
    + article("later", "published: 2026-12-24")
    + "docs/assets/a.png\n    A picture.\n"
)

Edit = Callable[[Site, str], None]
"""Changes a site; the text is another each time."""


def change(path: str, old: str, new: str) -> Edit:
    """Return an edit that writes ``new``, with the text of this time, after the first ``old``."""

    def edit(site: Site, text: str) -> None:
        file = site.folder / path
        if file.exists():
            before = file.read_text(encoding="utf-8")
            file.write_text(before.replace(old, old + new.format(text), 1), encoding="utf-8")

    return edit


def say(path: str, key: str, value: str) -> Edit:
    """Return an edit that adds a key to a file, unless it is there already."""
    add_key = change(path, "---\n", f"{key}: {value}\n")

    def edit(site: Site, text: str) -> None:
        file = site.folder / path
        if file.exists() and f"\n{key}:" not in file.read_text(encoding="utf-8"):
            add_key(site, text)

    return edit


def remove(path: str) -> Edit:
    return lambda site, _: (site.folder / path).unlink(missing_ok=True)


def add(site: Site, text: str) -> None:
    site.draw(article(f"new-{text}", f"title: New {text}"))


def rename(site: Site, text: str) -> None:
    """Move an article, as ``resources rename`` does, and mend the one link that leads to it."""
    old, new = (site.folder / f"docs/articles/{name}.md" for name in ("one", f"one-{text}"))
    if old.exists():
        words = old.read_text(encoding="utf-8")
        new.write_text(words.replace("topics:", "moved_from: [one]\ntopics:", 1), encoding="utf-8")
        old.unlink()
        two = site.folder / "docs/articles/two.md"
        if two.exists():
            mended = two.read_text(encoding="utf-8").replace("(one.md)", f"(one-{text}.md)")
            two.write_text(mended, encoding="utf-8")


EDIT: dict[str, Edit] = {
    "a body": change("docs/articles/one.md", "One.", " And {}."),
    "a long body": change("docs/articles/two.md", "Two.", " word" * 250 + " {}."),
    "a title": change("docs/articles/three.md", "title: ", "T{} "),
    "a summary": change("docs/articles/one.md", "summary: ", "S{} "),
    "a heading": change("docs/articles/two.md", "Two.", "\n\n## Another {}\n\nMore."),
    "a review": change("docs/articles/two.md", "reviewed: ", "2025-01-01 # {} "),
    "an urgent one": say("docs/articles/two.md", "urgent_help", "true # {}"),
    "a draft": say("docs/articles/later.md", "draft", "true # {}"),
    "a page withdrawn": say("docs/articles/three.md", "withdrawn", "Gone {}."),
    "an item": change("docs/checklists/after-a-rejection.yml", "items:\n", "      - Rest {}.\n"),
    "a checklist's title": change("docs/checklists/after-a-rejection.yml", "title: ", "T{} "),
    "a topic's title": change("docs/topics.yml", "title: ", "T{} "),
    "a standard page's title": change("docs/contact.md", "title: ", "T{} "),
    "the home page": change("docs/index.md", "Welcome.", " And {}."),
    "the contact": change("mkdocs.yml", "name: Haleema", " {}"),
    "the site's name": change("mkdocs.yml", "site_name: Inclusive", " {}"),
    "a template": change("overrides/article.html", "{% block main %}", "<!-- {} -->"),
    "a card": change("overrides/components/card/card.html", '<p class="card__kind">', "{}"),
    "the style": change("overrides/assets/site.css", "", ".x{0} {{ color: red; }}\n"),
    "a script": change("overrides/components/answers/download.js", "", 'console.log("{}");\n'),
    "a picture": lambda site, text: site.draw(f"docs/assets/a.png\n    {text}\n"),
    "another article": add,
    "an article removed": remove("docs/articles/three.md"),
    "an article renamed": rename,
    "nothing": lambda _site, _text: None,
}
DAYS = ["2026-11-23", "2026-12-23", "2026-12-24", "2027-06-01"]


def build_here(site: Site, day: str) -> dict[str, bytes]:
    """Build a site in this process, and return what came out."""
    environment = {"SOURCE_DATE_EPOCH": noon(day), "NO_MKDOCS_2_WARNING": "1"}
    here = Path.cwd()
    os.chdir(site.folder)
    try:
        with patch.dict(os.environ, environment):
            config = load_config("mkdocs.yml", strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
    finally:
        os.chdir(here)
    return site.files()


def own_looks(site: Site) -> Site:
    """Give a site templates and styles of its own, which an edit may change."""
    overrides = site.folder / "overrides"
    overrides.unlink()
    shutil.copytree(PROJECT / "overrides", overrides)
    return site


def cold(site: Site, folder: Path, day: str) -> dict[str, bytes]:
    """Build the same site where nothing but PDFs and pictures is kept."""
    folder.mkdir()
    other = Site(folder, content=site.folder / "docs")
    (folder / "overrides").unlink()
    for name in ("overrides", "mkdocs.yml"):
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(site.folder / name)
    return build_here(other, day)


def different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@examples(2)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(sorted(EDIT)), st.sampled_from(DAYS)),
        min_size=EDITS,
        max_size=EDITS,
    )
)
def test_after_any_edits_a_warm_build_is_the_cold_one(steps: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name, "warm")
        folder.mkdir()
        site = own_looks(Site(folder, DRAWING))
        build_here(site, DAYS[0])
        for number, (edit, day) in enumerate(steps):
            EDIT[edit](site, str(number))
            warm = build_here(site, day)
        assert different(warm, cold(site, Path(name, "cold"), steps[-1][1])) == []


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with its first build, for tests to copy."""
    site = own_looks(Site(tmp_path_factory.mktemp("start"), DRAWING))
    build_here(site, DAYS[0])
    return site


@pytest.mark.parametrize("edit", sorted(EDIT))
def test_after_each_kind_of_edit_a_warm_build_is_the_cold_one(
    start: Site, edit: str, tmp_path: Path
) -> None:
    site = start.copied(tmp_path / "warm")
    EDIT[edit](site, "1")
    warm = build_here(site, DAYS[0])
    assert different(warm, cold(site, tmp_path / "cold", DAYS[0])) == []


def kept(site: Site) -> dict[str, int]:
    """Return each kept page, with what changes when it is written again."""
    folder = site.folder / ".cache/store/html"
    return {file.name: file.stat().st_ino for file in folder.iterdir()}


def test_an_edit_makes_only_what_shows_it(start: Site, tmp_path: Path) -> None:
    site = start.copied(tmp_path / "warm")
    before = kept(site)
    EDIT["a body"](site, "1")
    build_here(site, DAYS[0])
    assert len(set(kept(site)) - set(before)) == 1
    EDIT["a title"](site, "1")
    build_here(site, DAYS[0])
    after = set(kept(site)) - set(before)
    # The page itself, and those with its card: both lists, the other topic, home, a checklist.
    assert 4 <= len(after) <= 9


@pytest.mark.parametrize("harm", ["torn", "emptied", "gone", "another's"])
def test_a_damaged_cache_is_rebuilt(start: Site, harm: str, tmp_path: Path) -> None:
    site = start.copied(tmp_path / "warm")
    before = site.files()
    cache = site.folder / ".cache"
    for file in [cache / "site.sqlite", *cache.glob("store/html/*"), *cache.glob("store/bin/*")]:
        content = file.read_bytes()
        file.unlink()  # a page may be the site's own file too
        if harm == "torn":
            file.write_bytes(content[: len(content) // 2])
        elif harm == "emptied":
            file.write_bytes(b"")
        elif harm == "another's":
            file.write_bytes(content[::-1])
    assert different(build_here(site, DAYS[0]), before) == []


def test_a_page_changed_by_hand_in_the_site_does_not_come_back(start: Site, tmp_path: Path) -> None:
    site = start.copied(tmp_path / "warm")
    before = build_here(site, DAYS[0])
    with site.path("articles/one/index.html").open("a", encoding="utf-8") as page:
        page.write("by hand")
    assert different(build_here(site, DAYS[0]), before) == []


def test_the_day_of_every_test_is_that_of_the_first_build() -> None:
    assert noon(DAYS[0]) == EPOCH
