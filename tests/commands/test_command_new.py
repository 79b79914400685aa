"""``resources new``: a valid, explained draft that staff can start from."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import say
from conftest import MakeSite
from editor_schemas import mistakes
from resource_site.reading.file_templates import PLACEHOLDER_TEXT, yaml_scalar
from resource_site.reading.yaml.yaml_tree import parse_yaml
from serving import serve
from small_site import Site

ARTICLE = ("article", "Your first CV", "--topic", "your-rights", "--summary", "Where to start.")
CHECKLIST = ("checklist", "My first day", "-t", "1", "-s", "What to take.", "-m", "10")


def new(site: Site, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return site.run("resource_site", "new", *words, "--no-open", **environment)


@pytest.fixture
def started(make_site: MakeSite) -> Site:
    """Return a site in which an article and a checklist were started."""
    site = make_site()
    for words in (ARTICLE, CHECKLIST):
        assert say(site, "new", *words).exit_code == 0
    return site


def test_what_it_writes_is_a_valid_draft_of_today(started: Site) -> None:
    assert started.problems() == []
    text = (started.folder / "docs/articles/your-first-cv.md").read_text(encoding="utf-8")
    assert "\npublished: 2026-11-23\n" in text
    assert "\ndraft: true\n" in text
    assert "\n# " in text, "it explains itself"


def test_what_it_writes_is_right_in_an_editor_too(started: Site) -> None:
    docs = started.folder / "docs"
    text = (docs / "articles/your-first-cv.md").read_text(encoding="utf-8")
    assert text.startswith("---\n# yaml-language-server: $schema=../../schemas/article.schema.json")
    assert mistakes("article", text.split("---\n")[1]) == []
    text = (docs / "checklists/my-first-day.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/checklist.schema.json")
    assert mistakes("checklist", text) == []


def test_what_it_writes_has_no_words_to_change(started: Site) -> None:
    result = say(started, "check")
    assert result.exit_code == 0
    assert "warning" not in result.output
    assert result.output.endswith("No problems to fix. 2 notes.\n")


def test_words_for_the_writer_do_not_go_out_to_readers(make_site: MakeSite) -> None:
    site = make_site()
    for words in (ARTICLE, CHECKLIST):
        assert say(site, "new", *words).exit_code == 0
    for file in (site.folder / "docs").glob("*s/*first*"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("\ndraft: true\n", "\n"), encoding="utf-8")
    assert say(site, "check").exit_code == 0
    result = say(site, "check", "--publish")
    assert result.exit_code == 1
    said = result.output.splitlines()
    assert (
        'docs/articles/your-first-cv.md:28:1: "Say in two sentences what this is about, and who '
        'it is for." came with the new file, for you and not for readers. '
        "Write your own words in its place, or delete it."
    ) in said
    assert len([line for line in said if "came with the new file" in line]) == len(PLACEHOLDER_TEXT)


def test_it_says_the_file_the_preview_address_and_the_next_step(make_site: MakeSite) -> None:
    result = say(make_site(), "new", *ARTICLE)
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "Written: docs/articles/your-first-cv.md",
        "Preview: http://127.0.0.1:8000/articles/your-first-cv/ (while the preview runs)",
        'Next: open the file, write, and save. Then run "resources check".',
        'It is a draft. When it is ready for readers, delete the line "draft: true".',
    ]


def test_the_preview_stands_where_the_settings_say(make_site: MakeSite) -> None:
    site = make_site()
    file = site.folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8").replace(".example/\n", ".example/help/\n", 1)
    file.write_text(f"dev_addr: localhost:9000\n{text}", encoding="utf-8")
    result = say(site, "new", *ARTICLE)
    assert "Preview: http://localhost:9000/help/articles/your-first-cv/ " in result.output


def test_it_may_have_several_topics(make_site: MakeSite) -> None:
    site = make_site()
    result = say(
        site, "new", "article", "Hello", "-t", "2", "-t", "after-an-interview", "-s", "Hi."
    )
    assert result.exit_code == 0
    text = (site.folder / "docs/articles/hello.md").read_text(encoding="utf-8")
    assert "\ntopics: [your-rights, after-an-interview]\n" in text
    assert site.problems() == []


def test_it_never_overwrites(started: Site) -> None:
    file = started.folder / "docs/articles/your-first-cv.md"
    before = file.read_bytes()
    result = say(started, "new", *ARTICLE)
    assert result.exit_code == 1
    assert result.output.startswith("docs/articles/your-first-cv.md is there already")
    assert file.read_bytes() == before


def test_without_a_terminal_it_says_what_to_give(make_site: MakeSite) -> None:
    result = new(make_site(), "checklist", "My first day")
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        'Nobody can be asked here, so this needs --topic NAME and --summary "One sentence." '
        "and --minutes NUMBER.",
        "Topics: after-an-interview, your-rights",
    ]
    assert result.stdout == ""


REFUSED = {
    "a topic that is not there": (
        ("article", "Hello", "-t", "your-right", "-s", "x"),
        'There is no topic "your-right". Did you mean "your-rights"?',
    ),
    "a title that is too long": (
        ("article", "x" * 71, "-t", "1", "-s", "x"),
        "The title has 71 characters; 70 is the most. Make it shorter.",
    ),
    "a title that moves the cursor": (
        ("article", "Hello\x1b[2J", "-t", "1", "-s", "x"),
        "The title holds a character that cannot be shown. Type it again.",
    ),
    "a summary in another encoding": (
        ("article", "Hello", "-t", "1", "-s", b"Caf\xe9".decode(errors="surrogateescape")),
        "The summary holds a character that cannot be shown. Type it again.",
    ),
    "a summary that is too long": (
        ("article", "Hello", "-t", "1", "-s", "x" * 161),
        "The summary has 161 characters; 160 is the most. Make it shorter.",
    ),
    "a title of signs": (
        ("article", "???", "-t", "1", "-s", "x"),
        "This title cannot become a web address. "
        "Give one with --name: small letters, digits and hyphens.",
    ),
    "a name with a folder in it": (
        ("article", "Hello", "--name", "..\\up", "-t", "1", "-s", "x"),
        'The name "..\\up" cannot become a web address. '
        "Give one with --name: small letters, digits and hyphens.",
    ),
    "a name that Windows keeps": (
        ("article", "Con", "-t", "1", "-s", "x"),
        "This title cannot become a web address. "
        "Give one with --name: small letters, digits and hyphens.",
    ),
    "a topic by a number that none has": (
        ("article", "Hello", "-t", "9", "-s", "x"),
        "There are 2 topics, and 9 is none of them.",
    ),
    "minutes in words": (
        ("checklist", "Hello", "-t", "1", "-s", "x", "-m", "ten"),
        '"ten" is not a number from 1 to 240. Write digits only.',
    ),
    "no title, and nobody to ask": (
        ("article",),
        "Nobody can be asked here, so this needs a title, such as "
        'resources new article "Your first CV".',
    ),
}


@pytest.mark.parametrize(("words", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_would_not_load_is_refused(
    words: tuple[str, ...], message: str, started: Site
) -> None:
    result = say(started, "new", *words)
    assert (result.exit_code, result.output) == (1, f"{message}\n")


def test_a_title_may_be_typed_without_quotation_marks(started: Site) -> None:
    result = say(started, "new", "article", "My", "last", "look", "-t", "Your rights", "-s", "Hi.")
    assert result.output.startswith("Written: docs/articles/my-last-look.md\n")
    written = started.folder / "docs/articles/my-last-look.md"
    text = written.read_text(encoding="utf-8")
    assert "\ntitle: My last look\n" in text
    assert "\ntopics: [your-rights]\n" in text
    written.unlink()


@pytest.mark.parametrize(
    "title",
    [
        "CVs: a guide", "@home", "# one", "- dash", "[x]", "{a: b}", "&and", "*star", "!tag", "%a",
        'She said "yes"', "It's fine", "a \\ b", "'quoted'", '"all"', "yes # no", "1984", "true",
        "ends:", "? what", "`code`", "| pipe", "> more", "Łódź, naïve “fine”…",
        "ends in a \\:", 'It\'s "so": yes', "\"It's\" \\",
    ],
)  # fmt: skip
def test_any_words_stay_the_same_words_in_yaml(title: str) -> None:
    assert parse_yaml(f"title: {yaml_scalar(title)}", "x.yml").data == {"title": title}


def at_a_terminal(site: Site, *words: str, typed: bytes) -> tuple[int, str]:
    """Return how ``resources new`` ends at a terminal with ``typed``, and what it says."""
    import pty  # noqa: PLC0415 - not there on Windows

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "resource_site", "new", *words, "--no-open"],
        cwd=site.folder,
        env={**os.environ, "TERM": "dumb"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, typed)
    said = b""
    try:
        while chunk := os.read(ours, 4096):
            said += chunk
    except OSError:  # how Linux says that the other side has gone
        pass
    os.close(ours)
    return process.wait(timeout=60), said.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_at_a_terminal_it_asks_until_the_answers_are_right(make_site: MakeSite) -> None:
    site = make_site()
    typed = b"My first day\n9\nlater\n2, after an Interview\nWhat to take.\nsoon\n15\n"
    code, text = at_a_terminal(site, "checklist", typed=typed)
    assert code == 0
    assert "  1. After an interview" in text
    assert "There are 2 topics, and 9 is none of them." in text
    assert 'There is no topic "later".' in text
    assert "is not a number from 1 to 240" in text
    written = (site.folder / "docs/checklists/my-first-day.yml").read_text(encoding="utf-8")
    assert "topics: [your-rights, after-an-interview]" in written
    assert "summary: What to take." in written
    assert "minutes: 15" in written
    assert site.problems() == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_stopping_half_way_writes_nothing_and_says_so(make_site: MakeSite) -> None:
    site = make_site()
    code, text = at_a_terminal(site, "article", "Hello", typed=b"1\n\x04")
    assert code == 1
    assert text.endswith("Stopped. Nothing was written.\r\n")
    assert not (site.folder / "docs/articles/hello.md").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell script")
@pytest.mark.parametrize("runs", [True, False], ids=["a preview runs", "no preview runs"])
def test_the_page_is_opened_only_if_a_preview_shows_it(
    runs: bool, make_site: MakeSite, tmp_path: Path
) -> None:
    site = make_site()
    shown = site.folder / "shown"
    (shown / "articles/your-first-cv").mkdir(parents=True)
    (shown / "_headers").touch()
    (shown / "articles/your-first-cv/index.html").write_text("Hello", encoding="utf-8")
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n', encoding="utf-8")
    browser.chmod(0o755)
    with serve(shown) as address:
        settings = site.folder / "mkdocs.yml"
        place = address.removeprefix("http://").rstrip("/")
        text = settings.read_text(encoding="utf-8")
        settings.write_text(f"dev_addr: {place}\n{text}", encoding="utf-8")
        if runs:
            result = site.run("resource_site", "new", *ARTICLE, "--open", BROWSER=f"{browser} %s")
    if not runs:
        result = site.run("resource_site", "new", *ARTICLE, "--open", BROWSER=f"{browser} %s")
    assert result.returncode == 0
    assert opened.exists() == runs
    if runs:
        assert opened.read_text(encoding="utf-8").strip().endswith("/articles/your-first-cv/")
