"""``resources list`` and ``resources due``: what there is, and what is to be done when."""

import csv
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import get_args

import pytest
from icalendar import Calendar

from command_line import say
from conftest import MakeSite
from resource_site.commands.lists.list import ORDER
from resource_site.content.publication import State
from samples import CHECKLIST, EASY_READ, article
from small_site import Site

DRAWING = (
    article("draft", "draft: true")
    + article("scheduled", "published: 2027-01-01")
    + article("overdue", "reviewed: 2025-11-22\nauthor: Jo Bloggs")
    + article("due", "reviewed: 2025-11-23\ntitle: 'Łódź… “due”; now, and a long tail of words'")
    + article(
        "gone", "topics: [after-an-interview]\nwithdrawn: The law changed.\nreviewed: 2025-01-01"
    )
    + article("every-two-years", "reviewed: 2024-02-29\nreview_every: 3 years")
    + article("=1+1".strip("=+1") or "formula", "title: '=1+1'")
    + CHECKLIST
)


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site(DRAWING)


def test_the_list_says_the_state_of_everything(site: Site) -> None:
    result = say(site, "list")
    assert result.exit_code == 0
    for words in (
        "overdue", "docs/articles/overdue.md", "scheduled", "2027-01-01", "After a rejection"
    ):  # fmt: skip
        assert words in result.output
    assert result.output.splitlines()[-1] == (
        "1 overdue, 1 due, 1 draft, 1 scheduled, 3 published, 1 withdrawn."
    )


def test_a_file_is_never_broken_so_that_it_can_be_copied(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    lines = say(site, "list").output.splitlines()
    files = [line.strip() for line in lines if line.strip().startswith("docs/")]
    assert "docs/checklists/after-a-rejection.yml" in files
    assert len(files) == 8
    assert all((site.folder / file).is_file() for file in files)


FILTERS = {
    ("--state", "overdue"): ["overdue"],
    ("--author", "bloggs"): ["overdue"],
    ("--naming", "BLOGGS"): ["overdue"],
    ("--naming", "every two", "--state", "published"): ["every-two-years"],
    ("--topic", "your-rights"): [],
    ("--topic", "after-an-interview", "--state", "due"): ["due"],
    ("--unlinked", "--state", "published"): ["formula"],
}


def test_the_list_can_be_narrowed(make_site: MakeSite) -> None:
    linked = article("every-two-years", "reviewed: 2024-02-29\nreview_every: 3 years")
    body = "[x](every-two-years.md)\n\n```checklist\nafter-a-rejection\n```"
    site = make_site(DRAWING + linked + article("due", "reviewed: 2025-11-23", body))
    for options, expected in FILTERS.items():
        lines = [line.strip() for line in say(site, "list", *options).output.splitlines()]
        files = [Path(line).stem for line in lines if line.startswith("docs/")]
        assert files == expected, options
    wrong = say(site, "list", "--state", "late")
    assert (wrong.exit_code, "Use one of: draft, due" in wrong.output) == (1, True)


def test_what_changes_for_readers_is_listed(make_site: MakeSite, tmp_path: Path) -> None:
    texts = article("same") + article("old") + article("other") + article("away") + CHECKLIST
    site = make_site(texts + article("gone"))
    assert "- Same: /articles/same/" in say(site, "list", "--changes").output
    site.built()
    assert say(site, "list", "--changes").output == "Nothing changes for readers.\n"
    (site.folder / "docs/articles/old.md").unlink()
    (site.folder / "docs/articles/gone.md").unlink()
    site.draw(
        article("newer", "title: Old\nmoved_from: [old]")
        + article("other", "title: Quite other")
        + article("away", "withdrawn: The law changed.")
        + article("fresh")
        + article("unseen", "draft: true")
        + CHECKLIST.replace("Wait a day.", "Rest.")
    )
    said = say(site, "list", "--changes").output
    assert said.split("Saved answers")[0] == (
        "New:\n\n- Fresh: /articles/fresh/\n\n"
        "Changed:\n\n- Quite other: /articles/other/\n"
        "- After a rejection: /checklists/after-a-rejection/\n\n"
        "Moved:\n\n- Old: /articles/old/ is now /articles/newer/\n\n"
        "Withdrawn:\n\n- Away: /articles/away/\n\n"
        "Gone:\n\n- Gone: /articles/gone/\n\n"
    )
    assert 'The item "Wait a day." was published' in said
    copy = tmp_path / "pages.json"
    copy.write_bytes((site.folder / "site/assets/pages.json").read_bytes())
    assert "- Fresh" in say(site, "list", "--changes", "--against", str(copy)).output


def test_the_list_knows_every_state_a_page_may_have() -> None:
    assert set(get_args(State)) < set(ORDER)


def test_an_easy_read_is_listed_and_due_and_a_draft_until_it_was_tested(
    make_site: MakeSite,
) -> None:
    waiting = EASY_READ.replace("    tested_with: a reading group\n", "").replace(
        "no-facts", "hello"
    )
    late = EASY_READ.replace("2026-11-02", "2025-11-02")
    site = make_site(article("no-facts") + article("hello") + late + waiting)
    for command in ("list", "due"):
        lines = [line.split() for line in say(site, command).output.splitlines()]
        rows = {lines[at + 1][0]: lines[at] for at in range(1, len(lines) - 2, 2)}
        assert rows["docs/easy-read/no-facts.md"][:2] == ["overdue", "2026-11-02"]
        assert rows["docs/easy-read/hello.md"][:2] == ["draft", "2027-11-02"]
    narrowed = say(site, "list", "--unlinked", "--csv").output
    assert "easy-read" not in narrowed, "its article links to it"
    calendar = Calendar.from_ical(say(site, "due", "--ics").output)
    uids = [str(event["uid"]) for event in calendar.walk("VEVENT")]
    assert uids[0] == "review-of-easy-read-no-facts@inclusive-resources"
    site.draw(article("no-facts", "withdrawn: The law changed."))
    assert "docs/easy-read/no-facts.md" not in say(site, "due").output


def test_as_csv_a_spreadsheet_can_read_it(site: Site) -> None:
    file = site.folder / "all.csv"
    result = say(site, "list", "--csv", str(file))
    assert result.output == f"Written: {file}\n"
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "Excel knows by this that it is UTF-8"
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))
    states = {row["slug"]: (row["state"], row["review_due"]) for row in rows}
    assert states == {
        "draft": ("draft", "2027-11-02"),
        "scheduled": ("scheduled", "2027-11-02"),
        "overdue": ("overdue", "2026-11-22"),
        "due": ("due", "2026-11-23"),
        "gone": ("withdrawn", "2026-01-01"),
        "every-two-years": ("published", "2027-02-28"),
        "formula": ("published", "2027-11-02"),
        "after-a-rejection": ("published", "2027-11-02"),
    }
    assert {row["slug"]: row["address"] for row in rows}["due"] == "articles/due/"
    assert {row["topics"] for row in rows} == {"after-an-interview"}
    assert [row["author"] for row in rows if row["slug"] == "overdue"] == ["Jo Bloggs"]
    titles = [row["title"] for row in rows]
    assert "Łódź… “due”; now, and a long tail of words" in titles
    assert "'=1+1" in titles, "a spreadsheet must not take a title for a formula"


def test_the_sources_of_pages_to_review_are_listed_the_latest_first(make_site: MakeSite) -> None:
    line = (
        "sources: [{{title: A, url: https://{0}.example/}}, {{title: B, url: https://b.example/}}]"
    )
    site = make_site(
        article("later", line.format("later"))
        + article("soon", f"{line.format('soon')}\nreviewed: 2025-12-01")
        + article("late", f"{line.format('late')}\nreviewed: 2025-01-01")
        + article("unseen", f"{line.format('unseen')}\nreviewed: 2025-01-01\ndraft: true")
    )
    assert say(site, "due", "--sources").output.splitlines() == [
        "https://late.example/",
        "https://b.example/",
        "https://soon.example/",
    ]


def test_due_lists_the_next_review_first_and_no_draft_or_withdrawn_page(site: Site) -> None:
    lines = say(site, "due").output.splitlines()
    days = [words[2] for line in lines if len(words := line.split()) > 2]
    days = [day for day in days if day.startswith("202")]
    assert days == sorted(days)
    assert len(days) == 6
    assert not any(line.startswith(("draft", "withdrawn")) for line in lines)


def test_reviews_come_as_a_calendar(site: Site) -> None:
    file = site.folder / "reviews.ics"
    assert say(site, "due", "--ics", str(file)).exit_code == 0
    data = file.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n")), "RFC 5545 folds at 75 bytes"
    events = Calendar.from_ical(data.decode()).walk("VEVENT")
    assert [(str(event["summary"]), event.decoded("dtstart").isoformat()) for event in events][
        :2
    ] == [
        ("Review: Overdue", "2026-11-22"),
        ("Review: Łódź… “due”; now, and a long tail of words", "2026-11-23"),
    ]
    assert len({str(event["uid"]) for event in events}) == len(events) == 6
    assert say(site, "due", "--ics", str(file)).exit_code == 0
    assert file.read_bytes() == data, "the same entries, so that a calendar moves them"


def test_files_with_problems_are_mentioned_on_the_side(make_site: MakeSite) -> None:
    site = make_site(CHECKLIST + "docs/articles/broken.md\n    x\n")
    result = say(site, "list")
    assert result.exit_code == 0
    assert "Some files have problems and may be missing here." in result.output


def on_old_windows(site: Site, *words: str) -> str:
    """Return what the command says on a console that knows code page 1252, and no more."""
    done = subprocess.run(
        [sys.executable, "-m", "resource_site", *words],
        cwd=site.folder,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "COLUMNS": "200"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return (done.stdout + done.stderr).decode("cp1252")


def test_a_console_of_old_windows_shows_what_it_can(site: Site) -> None:
    assert "?ód?… “due”; now, and a long tail of words" in on_old_windows(site, "list")
    assert "?ód?… “due”" in on_old_windows(site, "words", "docs\\articles\\due.md")
    site.draw(article("hello", "topics: [łódź]\nsummary:"))
    said = on_old_windows(site, "check")
    assert 'docs/articles/hello.md:5:10: "?ód?" cannot stand in a web address.' in said


def test_what_another_program_reads_is_utf_8_on_any_console(site: Site) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "resource_site", "list", "--csv"],
        cwd=site.folder,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    assert "Łódź… “due”" in done.stdout.decode()


def test_the_reading_of_a_file_shows_its_longest_sentences_and_hard_words(site: Site) -> None:
    body = "This is short. I went to an extraordinary examination. In London I met Haleema."
    site.draw(article("plain", body=body))
    result = say(site, "words", "docs/articles/plain.md")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "Reading age: not measured; it takes 100 words.",
        "Rhythm: 4.7 words a sentence, 100% with 7 words or fewer "
        "(11 to 15 words read well aloud).",
        "",
        "Longest sentences:",
        "  line 8: 6 words: I went to an extraordinary examination.",
        "  line 8: 5 words: In London I met Haleema.",
        "  line 8: 3 words: This is short.",
        "  line 3: 2 words: One sentence.",
        "  line 2: 1 word: Plain",
        "",
        "Hard words:",
        "  line 8: extraordinary",
        "  line 8: examination",
    ]
    whole = say(site, "words", str(site.folder / "docs/articles/plain.md"))
    assert whole.output == result.output, "a file dragged into the terminal comes like this"
    for wrong, fix in {
        "plain": 'Did you mean "docs/articles/plain.md"?',
        "docs/checklists/plain.yml": 'Did you mean "docs/articles/plain.md"?',
        "docs/articles/plane.md": 'Did you mean "docs/articles/plain.md"?',
    }.items():
        refused = say(site, "words", wrong)
        assert (refused.exit_code, refused.output) == (
            1,
            f'"{wrong}" is not a file of this site that can be read. {fix}\n',
        )


def test_without_a_file_the_words_of_all_articles_are_compared(site: Site) -> None:
    first = "For example, you can take a walk with a friend.\n\n- a list entry"
    site.draw(article("one", body=first) + article("two", body="For example, rest. Then you can."))
    output = say(site, "words").output
    assert "docs/articles/one.md: 10.0 words a sentence, 0% with 7 words or fewer" in output
    assert "docs/articles/two.md: 3.0 words a sentence, 100% with" in output
    assert "  2 times: for example\n" in output
    assert "checklists" not in output
