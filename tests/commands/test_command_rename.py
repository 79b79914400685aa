"""``resources rename``: a new address, every mention mended, and not a byte more."""

import subprocess
import sys
from pathlib import Path

import pytest

from changed_settings import with_settings
from command_line import say
from conftest import MakeSite
from samples import ARTICLE, CHECKLIST, article
from small_site import Site

MENTIONS = """
docs/index.md
    ---
    title: Kind, practical help
    summary: Guides and checklists.
    start_here:
      title: Start
      text: Or [this](articles/being-turned-down.md).
      article: being-turned-down
      checklist: "after-a-rejection"   # a note
    ---
    See [one](<articles/being-turned-down.md#what-now>) and [two][2] and
    [the PDF](checklists/after-a-rejection/worksheet.pdf).

    [2]: articles/being-turned-down.md "A title"
docs/articles/other.md
    ---
    title: being-turned-down and after-a-rejection
    summary: Not a link to being-turned-down.md or after-a-rejection.yml.
    topics: [your-rights]   # [being-turned-down]
    published: 2026-11-01
    reviewed: 2026-11-02
    checklists: [  "after-a-rejection" ]
    ---
    Read [it](being-turned-down.md), [it again](./being-turned-down.md?x#what-now) and
    [a list](/checklists/after-a-rejection.yml). `being-turned-down.md` stays.

    ```checklist
    after-a-rejection
    ```

    > [!NOTE]
    > First.
    >
    > See [it](being-turned-down.md).

    <details>
    <summary>being-turned-down.md</summary>

    More <a title="x" href='being-turned-down.md#what-now'>of it</a>[^1].

    </details>

    Term
    : Meaning

      [it](being-turned-down.md)

    [^1]: See [it](being-turned-down.md).
docs/checklists/other.yml
    title: Other
    summary: Other.
    topics: [your-rights]
    published: 2026-11-01
    reviewed: 2026-11-02
    minutes: 5
    intro: |
      See [it](../articles/being-turned-down.md).
    sections:
      - title: First
        items:
          - "Read [a \\"list\\"](after-a-rejection.yml), or [it](../articles/being-turned-down.md)."
"""


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site(ARTICLE + CHECKLIST + MENTIONS)


def contents(site: Site) -> dict[str, bytes]:
    files = [site.folder / "mkdocs.yml", *(site.folder / "docs").rglob("*.*")]
    return {f.relative_to(site.folder).as_posix(): f.read_bytes() for f in files}


def test_every_mention_of_an_article_is_mended_and_nothing_else(site: Site) -> None:
    before = contents(site)
    result = say(site, "rename", "article", "being-turned-down", "after-a-no")
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [
        "Renamed: docs/articles/being-turned-down.md is now docs/articles/after-a-no.md",
        "Mended the links in docs/articles/other.md",
        "Mended the links in docs/checklists/other.yml",
        "Mended the links in docs/index.md",
        "The old name stands in its moved_from. Look at it in the preview, then build the site.",
    ]
    expected = dict(before)
    moved = expected.pop("docs/articles/being-turned-down.md")
    expected["docs/articles/after-a-no.md"] = moved.replace(
        b"reviewed: 2026-11-02\n", b"reviewed: 2026-11-02\nmoved_from: [being-turned-down]\n"
    )
    for path, times in (
        ("docs/index.md", 4), ("docs/articles/other.md", 6), ("docs/checklists/other.yml", 2)
    ):  # fmt: skip
        text = expected[path]
        old_links = (b"(articles/X", b"(<articles/X", b": articles/X", b"article: X")
        for old in (*old_links, b"(X", b"/X", b"='X"):
            text = text.replace(
                old.replace(b"X", b"being-turned-down"), old.replace(b"X", b"after-a-no")
            )
        assert text.count(b"after-a-no") == times
        expected[path] = text
    assert contents(site) == expected
    assert site.problems() == []


def test_every_mention_of_a_checklist_is_mended_and_saved_answers_are_found(site: Site) -> None:
    before = contents(site)
    typed = "docs\\checklists\\after-a-rejection.yml"
    result = say(site, "rename", "checklist", typed, "after-a-no")
    assert result.exit_code == 0, result.output
    after = contents(site)
    assert b"moved_from: [after-a-rejection]\n" in after["docs/checklists/after-a-no.yml"]
    assert b'checklist: "after-a-no"   # a note' in after["docs/index.md"]
    assert b"(checklists/after-a-no/worksheet.pdf)" in after["docs/index.md"]
    assert b'checklists: [  "after-a-no" ]' in after["docs/articles/other.md"]
    assert b"(/checklists/after-a-no.yml)" in after["docs/articles/other.md"]
    assert b"```checklist\nafter-a-no\n```" in after["docs/articles/other.md"]
    assert b"checklists: [after-a-no]" in after["docs/articles/being-turned-down.md"]
    assert b"(after-a-no.yml), or" in after["docs/checklists/other.yml"]
    assert b"title: being-turned-down and after-a-rejection" in after["docs/articles/other.md"]
    assert len(after) == len(before)
    assert site.problems() == []


def test_windows_line_endings_and_the_byte_order_mark_stay(site: Site) -> None:
    for path in ("docs/index.md", "docs/articles/other.md", "docs/articles/being-turned-down.md"):
        file = site.folder / path
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert say(site, "rename", "article", "being-turned-down", "after-a-no").exit_code == 0
    for path in ("docs/index.md", "docs/articles/other.md", "docs/articles/after-a-no.md"):
        data = (site.folder / path).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf---\r\n")
        assert data.count(b"\n") == data.count(b"\r\n")
        assert b"after-a-no" in data or b"moved_from: [being-turned-down]\r\n" in data
    assert site.problems() == []


OLD_NAMES = {
    "a list in brackets": ("[first, second]", "[being-turned-down, first, second]"),
    "a line each": ("\n  - first\n  - second", "\n  - being-turned-down\n  - first\n  - second"),
    "an empty list": ("[]", "[being-turned-down]"),
    "the new name among them": ("[first, 'after-a-no']", "[first, 'being-turned-down']"),
}


@pytest.mark.parametrize(("before", "after"), OLD_NAMES.values(), ids=OLD_NAMES.keys())
def test_older_names_are_kept(before: str, after: str, site: Site) -> None:
    file = site.folder / "docs/articles/being-turned-down.md"
    text = file.read_text(encoding="utf-8")
    line = f"reviewed: 2026-11-02\nmoved_from: {before}\n"
    file.write_text(text.replace("reviewed: 2026-11-02\n", line), encoding="utf-8")
    result = say(site, "rename", "article", "being-turned-down.md", "after-a-no")
    assert result.exit_code == 0, result.output
    moved = (site.folder / "docs/articles/after-a-no.md").read_text(encoding="utf-8")
    assert f"moved_from: {after}\n" in moved
    assert site.problems() == []


def test_a_link_at_the_top_of_every_page_is_mended(site: Site) -> None:
    settings = site.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    line = "  - Contact: contact.md\n"
    settings.write_text(
        text.replace(line, f"{line}  - No: articles/being-turned-down.md # x\n"), encoding="utf-8"
    )
    assert say(site, "rename", "article", "being-turned-down", "after-a-no").exit_code == 0
    assert "  - No: articles/after-a-no.md # x\n" in settings.read_text(encoding="utf-8")


REFUSED = {
    "no such article": (
        ("article", "being-turned", "x"),
        'There is no article "being-turned". Did you mean "being-turned-down"?',
    ),
    "a checklist is not an article": (
        ("article", "after-a-rejection", "x"),
        'There is no article "after-a-rejection". '
        'It is a checklist: type "resources rename checklist" instead.',
    ),
    "a name that is taken": (
        ("article", "being-turned-down", "other"),
        'The name "other" is taken. Choose another.',
    ),
    "a name with spaces": (
        ("article", "being-turned-down", "After a No"),
        'The name "After a No" cannot stand in a web address. '
        'Use small letters, digits and hyphens, such as "after-a-no".',
    ),
}


@pytest.mark.parametrize(("words", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_is_refused_and_changes_nothing(
    words: tuple[str, ...], message: str, site: Site
) -> None:
    before = contents(site)
    result = say(site, "rename", *words)
    assert result.exit_code == 1
    assert result.output.startswith(message)
    assert contents(site) == before


def test_content_with_problems_is_mended_first(site: Site) -> None:
    site.draw("docs/articles/broken.md\n    no front matter\n")
    before = contents(site)
    result = say(site, "rename", "article", "being-turned-down", "after-a-no")
    assert result.exit_code == 1
    assert result.output.startswith("docs/articles/broken.md:1:1:")
    assert contents(site) == before


def test_if_one_file_cannot_be_written_all_stay_as_they_were(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(site)
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "being-turned-down.md":
            raise PermissionError(13, "The file is open in another program", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    result = say(site, "rename", "article", "being-turned-down", "after-a-no")
    assert result.exit_code == 1
    assert "The file is open in another program" in result.output
    assert contents(site) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_on_a_full_disk_no_word_is_lost(site: Site) -> None:
    """Writing over a file empties it first, so the last one would stay empty."""
    settings = site.folder / "mkdocs.yml"
    long = f"nav:\n  - One: articles/being-turned-down.md\n# {'x' * 20_000}\n"
    with_settings(site, "nav:\n", long)
    before = contents(site)
    limited = 'ulimit -f 16; exec "$0" -m resource_site rename article being-turned-down after-a-no'
    ran = subprocess.run(
        ["sh", "-c", limited, sys.executable],
        cwd=site.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "The file cannot be written: File too large." in ran.stderr
    assert contents(site) == before
    assert settings.stat().st_size > 20_000
    assert not list(site.folder.glob(".changes-*"))


def test_a_new_problem_afterwards_puts_everything_back(site: Site) -> None:
    site.draw(article("third", "moved_from: [after-a-no]"))
    before = contents(site)
    result = say(site, "rename", "article", "being-turned-down", "after-a-no")
    assert result.exit_code == 1
    assert '"after-a-no" is the address of another page.' in result.output
    assert contents(site) == before


def test_where_there_are_many_names_only_some_are_listed(make_site: MakeSite) -> None:
    site = make_site("".join(article(f"page-{number}") for number in range(30)))
    words = say(site, "rename", "article", "zzz", "y").output
    assert words.startswith('There is no article "zzz". There are 30; some are: page-')
    assert words.count("page-") == 5
