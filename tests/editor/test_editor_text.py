"""The text of an article in the browser editor: what is typed is what readers see, and what nobody
touches stays as it was, byte for byte."""

from difflib import unified_diff

import pytest
from playwright.sync_api import expect

import clipboards
from editing import PATIENCE, Editing
from editor_texts import EVERYTHING, HEAD, PLACE, TEXTS, body_of, on_the_page, open_text
from small_site import Site


def test_what_is_typed_is_what_the_page_shows(editing: Editing, editor_site: Site) -> None:
    open_text(editing, editor_site, "\nStart.\n")
    editing.go_on_after("Start.")
    editing.press("Enter")
    editing.type("It takes ~20 minutes, or ~30.\nThe Hall")
    editing.press("Shift+Enter")
    editing.type("10 Low Road\n2019. That was the year\nDear <name>, hello\n")
    editing.type(
        "- no list, *no* _signs_ at **all**, `none`\n# none &amp; none: [a](b) {.button}\n"
    )
    editing.type(
        "https://x.org/a_b_c (see www.x.org/~me) or me@x.org\n: and a|b, C:\\new\\ \n[ ] no box"
    )
    body = body_of(editing.save(PLACE)[PLACE])
    assert body == (
        "Start.\n\nIt takes ~20 minutes, or ~30.\n\nThe Hall\\\n10 Low Road\n\n"
        "2019\\. That was the year\n\nDear \\<name>, hello\n\n"
        "\\- no list, \\*no\\* \\_signs\\_ at \\*\\*all\\*\\*, \\`none\\`\n\n"
        "\\# none \\&amp; none: \\[a\\](b) \\{.button}\n\n"
        "https://x.org/a_b_c (see www.x.org/~me) or me@x.org\n\n"
        "\\: and a|b, C:\\new\\\\\n\n\\[ \\] no box\n"
    )
    assert on_the_page(body).splitlines()[:6] == [
        "Start.",
        "It takes ~20 minutes, or ~30.",
        "The Hall",
        "10 Low Road",
        "2019. That was the year",
        "Dear <name>, hello",
    ]
    assert editing.complaints == []


@pytest.mark.nightly
def test_another_summary_changes_no_other_byte(editing: Editing, editor_site: Site) -> None:
    places = {f"docs/articles/text-{index}.md": text for index, text in enumerate(TEXTS.values())}
    before = {
        place: HEAD.replace("\n", "\r\n" if "\r\n" in text else "\n") + text
        for place, text in places.items()
    }
    editing.open_folder(editor_site.folder, before)
    for place, text in before.items():
        editing.go(f"articles/entries/{place.split('/')[-1].removesuffix('.md')}")
        expect(editing.page.get_by_role("toolbar", name="The text")).to_be_visible(timeout=PATIENCE)
        editing.write("Summary", "Other words.")
        after = editing.save(place)[place]
        assert after == text.replace("One thing to try.", "Other words."), place


def test_a_change_of_words_leaves_all_else_as_it_was(editing: Editing, editor_site: Site) -> None:
    open_text(editing, editor_site, EVERYTHING)
    for place, words in {
        "First words": " and more",
        "That was the year I left. It goes on here.": " <Now>.",
        "Rest | walk": " | run",
        "You can ask for more time.": " Or less.",
        "Ask ": "them ",
        "What it means": " to us",
        "Another list": "!",
        "Line one": " more",
    }.items():
        editing.go_on_after(place)
        editing.type(words)
    after = editing.save(PLACE)[PLACE]
    assert after.startswith(HEAD)
    body = after.removeprefix(HEAD)
    changed = unified_diff(EVERYTHING.splitlines(), body.splitlines(), n=0)
    rest = ', with `code`, \\*stars\\*, a [link](../contact.md "Us"){.button} and a note.[^1]'
    assert [line for line in changed if not line.startswith(("---", "+++", "@@"))] == [
        f"-First words{rest}",
        f"+First words and more{rest}",
        "-2019\\. That was the year I left.",
        "-It goes on here.",
        "+2019\\. That was the year I left. It goes on here. \\<Now>.",
        "-|:---|---:|",
        "-| Monday | Rest \\| walk |",
        "+| :--- | ---: |",
        "+| Monday | Rest \\| walk \\| run |",
        "-> You can ask for more time.",
        "+> You can ask for more time. Or less.",
        "-Ask *why*.",
        "+Ask them *why*.",
        "-: What it means",
        "+: What it means to us",
        "-* Another list",
        "+* Another list!",
        "-Line one\\",
        "-Line two  ",
        '-Line three, [words]{lang=cy}, <abbr title="x">y</abbr> &nbsp; www.acas.org.uk/a_b_c',
        "+Line one more\\",
        "+Line two\\",
        '+Line three, [words]{lang=cy}, <abbr title="x">y</abbr> \N{NO-BREAK SPACE} '
        "www.acas.org.uk/a_b_c",
    ]


@pytest.mark.parametrize(
    "program", ["WORD", pytest.param("WORD_ON_THE_WEB", marks=pytest.mark.nightly), "GOOGLE_DOCS"]
)
def test_lists_and_tables_of_a_word_processor_stay_lists_and_tables(
    editing: Editing, editor_site: Site, program: str
) -> None:
    open_text(editing, editor_site, "\nStart.\n")
    editing.go_on_after("Start.")
    editing.press("Enter")
    editing.paste(html=getattr(clipboards, program), plain="Before the call")
    body = body_of(editing.save(PLACE)[PLACE])
    assert body == "Start.\n\n" + getattr(clipboards, f"{program}_IN_MARKDOWN")
    assert editing.asked_elsewhere == []


def test_what_is_undone_was_never_changed(editing: Editing, editor_site: Site) -> None:
    open_text(editing, editor_site, EVERYTHING)
    editing.press("Tab")
    editing.go_on_after("Rest | walk")
    editing.type("ing")
    expect(editing.button("Save")).to_be_enabled()
    editing.press("Control+z")
    expect(editing.button("Save")).to_be_disabled()
