"""``resources check``: what is wrong, what could be better, and in which form it says so."""

import json
from pathlib import Path

import pytest

from command_line import say
from conftest import MakeSite
from resource_site.commands.check import find_problems
from samples import CHECKLIST, article
from small_site import PROJECT, Site, day_of_content
from tiny_files import tiny

LONG = " ".join(["Word"] * 26) + "."
HARD = (
    "Institutional accommodations necessitate comprehensive organisational consideration, "
    "notwithstanding considerable administrative complications. "
) * 12
SOURCES = "sources: []"


def found(site: Site, *, publish: bool = False, against: Path | None = None) -> list[str]:
    """Return what a check says of ``site``, but for the placeholders of the project itself."""
    problems = find_problems(site.folder / "mkdocs.yml", publish=publish, against=against)
    return [str(problem) for problem in problems if problem.path != "mkdocs.yml"]


FINDINGS = {
    "an article without sources": (
        article("hello"),
        "2:8: {}This article does not say where its facts come from. "
        'Add "sources:", or the line "sources: []" if it has no facts to prove.',
    ),
    "a picture without words": (
        article("hello", SOURCES, "Look:\n\n![](../a/x.png)")
        + "docs/a/x.png\n    x\n",
        "11:5: {}This picture has no words for people who cannot see it. "
        "Say between the brackets what it shows: ![Two people talking](../a/x.png).",
    ),
    "a picture in HTML without words": (
        article("hello", SOURCES, 'Look: <img src="../a/x.png"><img src="../a/x.png" alt="">')
        + "docs/a/x.png\n    x\n",
        "9:7: {}This picture has no words for people who cannot see it. "
        'Say what it shows: alt="Two people talking".',
    ),
    "a picture with the name of a file as words": (
        article("hello", SOURCES, "Look:\n\n![IMG_2041](../a/x.png)") + "docs/a/x.png\n    x\n",
        '11:13: {}The words of this picture are the name of a file: "IMG_2041". '
        "Say between the brackets what it shows: ![Two people talking](../a/x.png).",
    ),
    "a picture in HTML with the name of its file as words": (
        article("hello", SOURCES, 'Look: <img src="../a/x-1.png" alt="x-1.png">')
        + "docs/a/x-1.png\n    x\n",
        '9:7: {}The words of this picture are the name of a file: "x-1.png". '
        'Say what it shows: alt="Two people talking".',
    ),
    "a slip that only a warning is for": (
        article("hello", SOURCES, "- One\n\n1995. A law was made."),
        "11:1: {}This is taken for entry 1995 of a list. "
        'If it is a year, write a backslash: "1995\\.".',
    ),
    "a first line that repeats the title": (
        article("hello", SOURCES, "**Hello**!\n\nIt is kind."),
        "9:3: {}This line repeats the title, which stands above it on the page. Take it out.",
    ),
    "a long sentence": (
        article("hello", SOURCES, f"Fine. {LONG}"),
        "9:7: {}This sentence has 26 words; 25 is the most. Make two sentences of it.",
    ),
    "a house word": (
        article("hello", SOURCES, "All of **the blind** came.")
        + "docs/words.yml\n    words:\n      - avoid: [The  Blind]\n        say: blind people\n"
        "        why: People come first\n",
        '9:10: {}We do not write "the blind" here. People come first. Write "blind people".',
    ),
    "a house word whose reason is a question": (
        article("hello", SOURCES, "All of the blind came.")
        + "docs/words.yml\n    words: [{avoid: the blind, say: x, why: Are they one?}]\n",
        '9:8: {}We do not write "the blind" here. Are they one? Write "x".',
    ),
    "a house word whose reason ends in a full stop": (
        article("hello", SOURCES, "All of the blind came.")
        + "docs/words.yml\n    words: [{avoid: the blind, say: x, why: People first.}]\n",
        '9:8: {}We do not write "the blind" here. People first. Write "x".',
    ),
    "a slip in spelling": (
        article("hello", SOURCES, "What you [recieved](https://recieved.example.org/)."),
        '9:11: {}"recieved" is not spelt right. Write "received".',
    ),
    "American spelling": (
        article("hello", SOURCES, "My\nfavorite."),
        '10:1: {}"favorite" is American spelling. Write "favourite".',
    ),
    "a reading age over 11": (
        article("hello", SOURCES, HARD.strip()),
        '1:1: {}The reading age is 18; 11 is the most. Use shorter sentences and shorter words. '
        '"resources words docs/articles/hello.md" shows the longest and hardest.',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("drawing", "message"), FINDINGS.values(), ids=FINDINGS.keys())
def test_what_could_be_better_warns_and_stops_only_publishing(
    drawing: str, message: str, make_site: MakeSite
) -> None:
    site = make_site(drawing)
    path = "docs/articles/hello.md:"
    assert found(site) == [path + message.format("warning: ")]
    assert found(site, publish=True) == [path + message.format("")]


def test_late_reviews_and_drafts_do_not_stop_publishing(make_site: MakeSite) -> None:
    late = article("late", f"{SOURCES}\nreviewed: 2025-11-20")
    site = make_site(late + article("bare") + article("draft", "draft: true\nreviewed: 2001-01-01"))
    settings = site.folder / "mkdocs.yml"
    problems = find_problems(settings, publish=True)
    severities = {p.path.rpartition("/")[2]: p.severity for p in problems}
    assert severities == {
        "late.md": "warning",
        "bare.md": "error",
        "draft.md": "note",
        "mkdocs.yml": "error",
    }


BROKEN_DRAFTS = {
    "a word": ("draft: true\nsummary: The color.", "Fine."),
    "a key": ("draft: true\nsumary: x", "Fine."),
    "YAML": ('draft: true  # soon\nsummary: "x', "Fine."),
    "a link": ("draft: true", "[x](nowhere.md)"),
}


@pytest.mark.parametrize("name", BROKEN_DRAFTS)
def test_what_is_wrong_in_a_draft_keeps_no_other_page_from_readers(
    name: str, make_site: MakeSite
) -> None:
    site = make_site(article("good", SOURCES) + article("hello", *BROKEN_DRAFTS[name]))
    assert len(found(site)) > 1 or name != "a word"
    problems = find_problems(site.folder / "mkdocs.yml", publish=True)
    assert {each.severity for each in problems if each.path.endswith("hello.md")} >= {"warning"}
    assert not [each for each in problems if each.severity == "error" and "docs/" in each.path]
    files = site.built().files()
    assert "articles/good/index.html" in files
    assert "articles/hello/index.html" not in files
    draft = site.folder / "docs/articles/hello.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace("draft: true", "draft: false"))
    assert site.build().returncode or name == "a word"


def test_a_drawing_that_is_too_large_is_found(make_site: MakeSite) -> None:
    site = make_site(CHECKLIST)
    drawing = "<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>"
    folder = site.folder / "docs/assets"
    folder.mkdir()
    (folder / "fits.SVG").write_text(drawing.format(" " * 290 * 1024), encoding="utf-8")
    (folder / "large.SVG").write_text(drawing.format(" " * 301 * 1024), encoding="utf-8")
    (folder / "large.jpg").write_bytes(tiny("large.jpg") + bytes(301 * 1024))
    assert found(site) == [
        "docs/assets/large.SVG:1:1: warning: This picture has 301 KB; 300 is the most. "
        "Save it smaller, with fewer points or frames, or as a PNG or JPEG."
    ]


def test_a_draft_is_noted_and_stops_nothing(make_site: MakeSite) -> None:
    site = make_site(article("hello", "draft: true\nreviewed: 2001-01-01"))
    note = (
        "docs/articles/hello.md:6:8: note: This article is a draft, so readers cannot see it. "
        'When it is ready, delete the line "draft: true".'
    )
    assert found(site) == [note]
    assert found(site, publish=True) == [note]


def test_code_addresses_keys_and_sources_are_not_checked_for_words(make_site: MakeSite) -> None:
    body = """\
        Write `recieved` or see <https://recieved.example.org/> and a@recieved.example.org.

        ```
        recieved
        ```

        <b title="recieved">Fine.</b>
    """
    sources = "sources: [{title: Recieved, url: https://recieved.example.org/}]"
    lines = "\n".join(line.strip() for line in body.split("\n"))
    assert found(make_site(article("hello", sources, lines))) == []


def test_words_are_found_at_their_place_in_every_form_of_yaml(make_site: MakeSite) -> None:
    drawing = CHECKLIST.replace("title: After a rejection", 'title: "The color of it"').replace(
        "          - Wait a day.",
        """\
          - Your favorite.
          - write: >-
              Fine, and
              a flavor here.
          - choose: What?
            options: [This, "A **honor**", A humor]""",
    )
    assert [message.partition(" warning")[0] for message in found(make_site(drawing))] == [
        f"docs/checklists/after-a-rejection.yml:{place}:"
        for place in ("1:13", "10:14", "13:13", "15:30", "15:42")
    ]


def test_what_waits_for_somebody_s_word_cannot_go_out(make_site: MakeSite) -> None:
    page = "docs/about.md\n    ---\n    title: About\n    summary: Us.\n    awaiting: Us\n    ---\n"
    site = make_site(article("mine", "sources: []\nawaiting: Haleema Latif") + CHECKLIST + page)
    fix = 'Ask them to read it. When they agree, delete the line "awaiting:".'
    assert found(site, publish=True) == [
        f"docs/about.md:4:11: This page waits for the word of Us. {fix}",
        f"docs/articles/mine.md:8:11: This article waits for the word of Haleema Latif. {fix}",
    ]


def test_the_project_s_own_content_is_ready_but_for_its_placeholders(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", day_of_content())
    problems = find_problems(PROJECT / "mkdocs.yml", publish=True)
    left_to_people = ("placeholder", "waits for the word of")
    refused = [problem for problem in problems if problem.severity != "note"]
    assert all(any(words in problem.what for words in left_to_people) for problem in refused)


WORD_LIST_MISTAKES = {
    "unknown key": (
        "words: [{avoid: x, say: y, why: z, wy: q}]",
        '1:36: "wy" is not a key that can stand here. Did you mean "why"?',
    ),
    "no reason": (
        "words:\n  - avoid: x\n    say: y",
        '2:5: "why" is missing. Add a line "why: …".',
    ),
    "twice": (
        "words:\n  - avoid: [x]\n    say: y\n    why: z\n  - {avoid: X, say: a, why: b}",
        '5:13: "X" stands in this list twice. Keep one of them.',
    ),
    "not a list": (
        "allow: Samaritans",
        '1:8: "allow" should be a list. Write it as [one, two], or a line each that starts with '
        "a hyphen and a space.",
    ),
}


@pytest.mark.parametrize(
    ("text", "message"), WORD_LIST_MISTAKES.values(), ids=WORD_LIST_MISTAKES.keys()
)
def test_a_mistake_in_the_word_list_is_a_problem_with_its_place(
    text: str, message: str, make_site: MakeSite
) -> None:
    site = make_site(CHECKLIST)
    (site.folder / "docs/words.yml").write_text(text, encoding="utf-8")
    assert found(site) == [f"docs/words.yml:{message}"]


def test_a_withdrawn_page_needs_no_review_and_no_sources(make_site: MakeSite) -> None:
    site = make_site(article("hello", "withdrawn: The law changed.\nreviewed: 2020-01-01"))
    assert found(site, publish=True) == []


def test_words_that_are_allowed_are_left_alone(make_site: MakeSite) -> None:
    words = "words: [{avoid: the blind, say: x, why: y}]\n    allow: [blind people, Flavor]"
    drawing = article("hello", SOURCES, "All the blind people at Flavor recieved a flavor.")
    site = make_site(f"{drawing}docs/words.yml\n    {words}\n")
    assert [line.split(": ")[2].split(".")[0] for line in found(site)] == [
        '"recieved" is not spelt right'
    ]


def test_a_word_list_that_is_not_utf8_is_named(make_site: MakeSite) -> None:
    site = make_site(CHECKLIST)
    (site.folder / "docs/words.yml").write_bytes("allow: [Café]".encode("cp1252"))
    assert [line.split(": ")[0] for line in found(site)] == ["docs/words.yml:1:12"]


def test_as_json_it_says_the_same_to_programs(make_site: MakeSite) -> None:
    site = make_site(
        CHECKLIST.replace("minutes: 20", "minutes: soon") + article("a", "draft: true")
    )
    result = say(site, "check", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.output)["problems"] == [
        {
            "path": "docs/articles/a.md",
            "line": 7,
            "column": 8,
            "what": "This article is a draft, so readers cannot see it.",
            "fix": 'When it is ready, delete the line "draft: true".',
            "severity": "note",
        },
        {
            "path": "docs/checklists/after-a-rejection.yml",
            "line": 6,
            "column": 10,
            "what": '"minutes" should be a whole number, not "soon".',
            "fix": "Write digits only.",
            "severity": "error",
        },
    ]
    assert say(site, "check", "--json").output == result.output


def test_for_github_each_problem_is_a_note_beside_its_line(make_site: MakeSite) -> None:
    site = make_site(
        article("a", "sources: []\ntitle: 'x'\nauthor: '100%: me'", "Fine. See [x](50%25,y.md).")
    )
    result = say(site, "check", "--format", "github")
    assert result.exit_code == 1
    assert result.output == (
        "::error file=docs/articles/a.md,line=10,col=15::"
        'The link "50%2525,y.md" leads nowhere. Check the spelling of the file\'s name.\n'
    )
