"""What is kept of files that did not change hides no problem, and makes none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import MakeSite
from hostile_files import png
from resource_site.checks.site_check import load_all
from resource_site.incremental.manifest import Manifest
from samples import CHECKLIST, article
from small_site import Site

DRAWING = (
    CHECKLIST
    + article(
        "hello",
        "checklists: [after-a-rejection]\ntopics: [your-rights]",
        "[a](other.md#a-place) [b](other.md) ![c](../assets/c.png)\n\n"
        "```checklist\nafter-a-rejection\n```",
    )
    + article("other", body="## A place\n\nSee [d](hello.md) and [e](../contact.md).")
    + article("alone")
    + "docs/assets/c.png\n    x\n"
)


def problems(site: Site, kept: Path | None = None) -> list[str]:
    """Return every problem of a site, found as a build finds them."""
    manifest = Manifest(kept, "code") if kept else None
    found = load_all(site.folder / "mkdocs.yml", site.folder / "docs", manifest=manifest)[2]
    if manifest:
        manifest.save(forget_unused=True)
    return sorted({str(problem) for problem in found})


def change(path: str, old: str, new: str) -> Callable[[Site], object]:
    def edit(site: Site) -> None:
        file = site.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def remove(path: str) -> Callable[[Site], object]:
    return lambda site: (site.folder / path).unlink()


HELLO, OTHER = "docs/articles/hello.md", "docs/articles/other.md"
LIST = "docs/checklists/after-a-rejection.yml"
EDITS = {
    "a heading that others link to": (
        change(OTHER, "## A place", "## Another place"),
        [f"{HELLO}:9:5"],
    ),
    "a page with HTML that may not stand": (
        change(OTHER, "See", "<style>p{}</style> See"),
        [f"{OTHER}:10:1"],
    ),
    "extensions of Markdown": (
        change("mkdocs.yml", "extra:", "markdown_extensions: [abbr]\nextra:"),
        ["mkdocs.yml:8:1"],
    ),
    "a page taken away": (remove(OTHER), [f"{HELLO}:9:27", f"{HELLO}:9:5"]),
    "a page renamed": (
        lambda site: (site.folder / OTHER).rename(site.folder / "docs/articles/new.md"),
        [f"{HELLO}:9:27", f"{HELLO}:9:5"],
    ),
    "a page made a draft": (
        change(OTHER, "title:", "draft: true\ntitle:"),
        [f"{HELLO}:9:27", f"{HELLO}:9:5"],
    ),
    "a checklist taken away": (remove(LIST), [f"{HELLO}:12:1", f"{HELLO}:6:14"]),
    "a checklist withdrawn": (
        change(LIST, "title:", "withdrawn: Gone.\ntitle:"),
        [f"{HELLO}:12:1", f"{HELLO}:6:14"],
    ),
    "a checklist with a mistake": (change(LIST, "minutes: 20", "minutes: x"), [f"{LIST}:6:10"]),
    "a topic taken away": (
        change("docs/topics.yml", "slug: your-rights", "slug: rights"),
        [f"{HELLO}:7:10"],
    ),
    "a picture taken away": (remove("docs/assets/c.png"), [f"{HELLO}:9:42"]),
    "a picture too large": (
        lambda site: (site.folder / "docs/assets/c.png").write_bytes(png(10_000, 10_000)),
        ["docs/assets/c.png:1:1"],
    ),
    "a page's own mistake": (change(OTHER, "title:", "tags: x\ntitle:"), [f"{OTHER}:2:1"]),
    "a link": (change(OTHER, "hello.md", "nowhere.md"), [f"{OTHER}:10:9"]),
    "a page with too much": (change(OTHER, "See", "\n" * 110_000), [f"{OTHER}:1:1"]),
    "nothing": (lambda _: None, []),
}


@pytest.mark.parametrize(("edit", "expected"), EDITS.values(), ids=EDITS)
def test_after_an_edit_the_problems_are_those_of_a_first_build(
    make_site: MakeSite, edit: Callable[[Site], object], expected: list[str]
) -> None:
    site = make_site(DRAWING)
    kept = site.folder / "read.sqlite"
    assert problems(site, kept) == []
    before = {
        file: file.read_bytes()
        for file in (site.folder / "mkdocs.yml", *(site.folder / "docs").rglob("*.*"))
    }
    edit(site)
    for _ in range(2):  # what has problems is looked at again each time
        found = problems(site, kept)
        assert found == problems(site)
        assert [line.split(": ")[0] for line in found] == expected
    for file, raw in before.items():
        file.write_bytes(raw)
    assert problems(site, kept) == []


def test_a_future_page_may_be_linked_from_its_publication_day(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(
        article("hello", body="[x](later.md)") + article("later", "published: 2026-12-01")
    )
    kept = site.folder / "read.sqlite"
    for today, count in (("1795435200", 1), ("1796212800", 0), ("1795435200", 1)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", today)
        assert len(problems(site, kept)) == len(problems(site)) == count


def test_a_change_of_site_url_makes_links_internal_and_checks_them(
    make_site: MakeSite,
) -> None:
    site = make_site(article("hello", body="[x](https://mine.example/nope/)"))
    kept = site.folder / "read.sqlite"
    before, after = "https://resources.inclusive-recruiting.example/", "https://mine.example/"
    there, back = change("mkdocs.yml", before, after), change("mkdocs.yml", after, before)
    for edit, count in ((there, 1), (back, 0), (there, 1)):
        edit(site)
        assert len(problems(site, kept)) == len(problems(site)) == count
