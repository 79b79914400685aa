"""What the guide for staff says about Markdown holds: every example, limit and element in it."""

import re

import pytest

from reading_markdown import html, said
from resource_site.content.addresses.portable_names import MAX_NAME_BYTES
from resource_site.markdown.dialect.limits import MAX_CHARACTERS, MAX_DEFINITION, MAX_LINES
from resource_site.markdown.html.allow_list import ELEMENTS
from small_site import PROJECT, Page

GUIDE = (PROJECT / "PUBLISHING.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^(`{3,})markdown\n(.*?)^\1\n", re.MULTILINE | re.DOTALL)


def between(title: str, after: str) -> str:
    return GUIDE.partition(f"\n## {title}\n")[2].partition(f"\n## {after}\n")[0]


MARKDOWN = between("Markdown", "Links")
HTML = between("HTML, pictures and other files", "Dates and drafts")
FIRST, *CONSTRUCTS = MARKDOWN.split("\n### ")
EXAMPLES = {
    part.partition("\n")[0]: example[2] for part in CONSTRUCTS if (example := FENCED.search(part))
}
PROMISED = {
    "A heading": {"h2": "Get your papers together"},
    "A list": {"ul > li > ul > li:first-child": "from a bank"},
    "A numbered list": {"ol > li:nth-child(3)": "Ask when you can come."},
    "Things done and to do": {
        ".task-box--done[aria-label=Done]": "", "li:nth-child(2)": "Ring the office",
    },
    "A table": {
        ".scroll-box[tabindex][aria-label] th.cell--right": "Copies",
        "td.cell--center": "To show who you are",
    },
    "Somebody else's words": {"blockquote > p": "Ask early. Nobody minds."},
    "A note": {".alert--note > .alert__title": "Note"},
    "What words mean": {"dl > dt": "Trial period"},
    "A note at the foot": {
        "sup > a[href='#site--note-1']": "1",
        ".notes #site--note-1 > p": "Reasonable adjustments at work (Acas). Back",
    },
    "Folded away": {"details > summary": "What if they say no?", "details strong": "why"},
    "A picture with a caption": {
        "figure > img[alt='Two people at a table, one of them writing']": "",
        "figcaption": "Bring somebody with you, if that helps.",
    },
    "A film or a recording": {
        "video[controls][aria-label='How to write a letter, in one minute']": "",
        "track[kind=captions][src='../assets/letter.vtt']": "",
        ".on-paper > a": "Film: How to write a letter, in one minute",
    },
    "A link that looks like a button": {"a.button": "Find a job near you"},
    "Code": {".scroll-box pre > code": "resources build"},
    "A whole checklist": {".shown": "after-a-rejection 2"},
}  # fmt: skip
"""Each construct, and what a page holds of its example."""

OTHERS = [
    sign
    for row in re.findall(r"^\| (`.+`) \|", MARKDOWN.partition("| you may know |")[2], re.M)
    for sign in re.findall(r"`([^`]+)`", row.partition(" | ")[0])
]
TYPED = {
    "--8<--": '--8<-- "a.md"',
    '??? question "Title"': '??? question "Title"\n    Words',
    "!!! note": "!!! note\n    Words",
}


def test_every_example_has_its_promise_and_one_picture() -> None:
    assert list(EXAMPLES) == list(PROMISED)
    pictures = re.findall(r"!\[[^\]]+\]\((\.github/markdown/[^)]+)\)", MARKDOWN)
    assert sorted(pictures) == sorted(set(pictures))
    folder = PROJECT / ".github/markdown"
    assert {PROJECT / picture for picture in pictures} == set(folder.iterdir())
    assert len(pictures) == len(EXAMPLES)


@pytest.mark.parametrize("title", EXAMPLES)
def test_an_example_becomes_what_is_promised(title: str) -> None:
    assert said(EXAMPLES[title]) == []
    page = Page(html(EXAMPLES[title]))
    found = {selector: page.texts(selector)[:1] for selector in PROMISED[title]}
    assert found == {selector: [words] for selector, words in PROMISED[title].items()}


@pytest.mark.parametrize(
    ("typed", "expected"),
    {
        "**Two stars**": "<strong>Two stars</strong>",
        "*one*": "<em>one</em>",
        "~~two waves~~": "<s>two waves</s>",
        "\\*": "*",
        "\\<": "&lt;",
        "2019\\.": "2019.",
    }.items(),
)
def test_the_guides_first_lines_are_true(typed: str, expected: str) -> None:
    assert f"`{typed}`" in FIRST
    assert html(typed) == f"<p>{expected}</p>"


@pytest.mark.parametrize("kind", ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"])
def test_each_kind_of_note_is_one(kind: str) -> None:
    assert f"`{kind}`" in MARKDOWN
    assert f'class="alert alert--{kind.lower()}"' in html(f"> [!{kind}]\n> Words.")


@pytest.mark.parametrize("sign", OTHERS)
def test_what_does_not_work_here_is_named(sign: str) -> None:
    assert said(TYPED.get(sign, sign))


def test_the_limits_and_the_elements_are_those_of_the_site() -> None:
    for limit in (
        f"| {MAX_LINES:,} lines |",
        f"| {MAX_CHARACTERS:,} characters, ",
        f"| {MAX_DEFINITION} characters |",
        f"have {MAX_NAME_BYTES} letters at most",
    ):
        assert limit in HTML
    named = re.findall(r"`<(\w+)[^`]*>`", HTML.partition(" All else is refused")[0])
    assert named
    assert set(named) <= set(ELEMENTS)
