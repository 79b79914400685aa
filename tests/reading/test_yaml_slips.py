# ruff: noqa: E501, RUF001 - a case a line, odd signs and all
"""Slips in YAML that a parser passes over, or blames on another line: named, and mended as told."""

import pytest

from conftest import MakeSite
from guide import is_explained
from resource_site.commands.check import find_problems
from samples import CHECKLIST, article

PATH = "docs/checklists/after-a-rejection.yml"
TITLE, LAST, ITEM = "title: After a rejection", "minutes: 20", "          - Wait a day."

ODD = "{} stands here, where YAML reads only ordinary spaces. Delete it, and press the space bar."
NBSP = ODD.format("A no-break space")
COLON = 'A space is missing after the colon of "{}". Put one there.'
HYPHEN = "A space is missing after this hyphen. Put one there."
MERGED = "This line is read as a part of the text above it. "
ENTRY = MERGED + "Start it with {} spaces, as many as the entry above."
OTHER_ENTRY = MERGED + (
    "If it is an entry of the list, start it with {} spaces, a hyphen and a space. "
    "If not, put the whole text in quotation marks."
)
TEXT = MERGED + 'Write "|" after the colon above, and the whole text on the lines below it.'
ENTRY_OR_TEXT = MERGED + (
    "If it is an entry of the list, start it with {} spaces. "
    'If not, write "|" after the colon above, and the whole text on the lines below it.'
)
BELOW = MERGED + 'Start it with {}, right below the word "{}".'
LOST = (
    '"{}" is left out, since # after a space starts a note. '
    "Put the whole text in quotation marks. If it is a note, put a space after the #."
)
TORN = (
    "Curly quotation marks do not keep a text together that has a {} in it. "
    'Put straight ones (") in their place.'
)
HALF = (
    "The quotation mark here is a straight one, and the one at the end is curly. "
    'Type both as straight ones (").'
)
NO_KEY = (
    "A key and a colon, or a hyphen, should stand at the start of this line. "
    "Write it there. If the line belongs to the text above, start it with two more spaces."
)
NEEDS_KEY = (
    'This entry is only a text, so "{}" cannot stand below it. Write "tick: " in front of it.'
)


def items(*lines: str) -> str:
    """Return lines of the list of items, as far in as the sample's only one, on line 10."""
    return "\n".join(f"          {line}" for line in lines)


CURLY_OPTIONS = "- choose: Which?", "  options: [“Yes, now”, “No”]", "  id: which"
STRAIGHT_OPTIONS = "- choose: Which?", '  options: ["Yes, now", “No”]', "  id: which"
NOTE_IN_OPTIONS = "- choose: Which?", "  options: [Form #1, Form 2]"
QUOTED_IN_OPTIONS = "- choose: Which?", '  options: ["Form #1", Form 2]'

# What is right in the sample, the slip in its place, the problems, and what they say to write.
SLIPS = {
    "a no-break space after a colon": (TITLE, "title:\xa0 Words", [f"1:7: {NBSP}"], "title: Words"),
    "one and no other space": (TITLE, "title:\xa0Words", [f"1:7: {NBSP}"], "title: Words"),
    "one after a colon and a space": (TITLE, "title: \xa0Words", [f"1:8: {NBSP}"], "title:  Words"),
    "one after the last colon": (LAST, "minutes:\xa020", [f"6:9: {NBSP}"], "minutes: 20"),
    "one before a colon": (TITLE, "title\xa0: Words", [f"1:6: {NBSP}"], "title : Words"),
    "one before a key": (TITLE, "\xa0title: Words", [f"1:1: {NBSP}"], "title: Words"),
    "one on a line of its own": (LAST, "minutes: 20\n    \xa0", [f"7:1: {NBSP}"], "minutes: 20\n"),
    "one after a hyphen": (ITEM, items("-\xa0Wait"), [f"10:8: {NBSP}"], items("- Wait")),
    "one after every hyphen": (ITEM, items("-\xa0A", "-\xa0B"), [f"10:8: {NBSP}", f"11:8: {NBSP}"], items("- A", "- B")),
    "one after the second hyphen": (ITEM, items("- A", "-\xa0B"), [f"11:8: {NBSP}"], items("- A", "- B")),
    "one in front of a hyphen": (ITEM, f"{items('- A')}\n         \xa0- B", [f"11:6: {NBSP}"], items("- A", "- B")),
    "one in front of an item's key": (ITEM, items("- tick: A", " \xa0id: a"), [f"11:8: {NBSP}"], items("- tick: A", "  id: a")),
    "a narrow no-break space": (TITLE, "title:\u202fWords", [f"1:7: {ODD.format('A narrow no-break space')}"], TITLE),
    "an em space": (TITLE, "title:\u2003Words", [f"1:7: {ODD.format('An em space')}"], TITLE),
    "an ideographic space": (TITLE, "title:\u3000Words", [f"1:7: {ODD.format('An ideographic space')}"], TITLE),
    "a zero-width space after a colon": (TITLE, "title:\u200b Words", [f"1:7: {ODD.format('A zero-width space')}"], TITLE),
    "a word joiner before a key": (TITLE, "\u2060title: Words", [f"1:1: {ODD.format('A word joiner')}"], TITLE),
    "no space after a colon": (TITLE, "title:Words", [f"1:7: {COLON.format('title')}"], "title: Words"),
    "no space after the last colon": (LAST, "minutes:20", [f"6:9: {COLON.format('minutes')}"], LAST),
    "none after two colons": (f"{TITLE}\n    summary: ", "title:Words\n    summary:", [f"1:7: {COLON.format('title')}", f"2:9: {COLON.format('summary')}"], f"{TITLE}\n    summary: "),
    "none after the colon of an item": (ITEM, items("- tick:Ask them"), [f"10:14: {COLON.format('tick')}"], items("- tick: Ask them")),
    "none, with a key below": (ITEM, items("- tick:Ask them", "  id: a"), [f"10:14: {COLON.format('tick')}"], items("- tick: Ask them", "  id: a")),
    "none, and a colon in the text": (ITEM, items('- tick:"Ask: them"'), [f"10:14: {COLON.format('tick')}"], items('- tick: "Ask: them"')),
    "none in a group in brackets": (ITEM, items("- {tick:Ask them}"), [f"10:15: {COLON.format('tick')}"], items("- {tick: Ask them}")),
    "none after the colon of a misspelt key": (ITEM, items("- tikc:Ask", "  id: a"), [f"10:14: {COLON.format('tikc')}"], items("- tick: Ask", "  id: a")),
    "no space after a hyphen": (ITEM, items("-Wait"), [f"10:8: {HYPHEN}"], items("- Wait")),
    "none after any hyphen": (ITEM, items("-Wait", "-Ask"), [f"10:8: {HYPHEN}", f"11:8: {HYPHEN}"], items("- Wait", "- Ask")),
    "none after the second hyphen": (ITEM, items("- Wait", "-Ask"), [f"11:8: {HYPHEN}"], items("- Wait", "- Ask")),
    "none in front of an item's key": (ITEM, items("-tick: Wait", " id: a"), [f"10:8: {HYPHEN}"], items("- tick: Wait", "  id: a")),
    "an entry merged": (ITEM, items("- A", " - B"), [f"11:8: {ENTRY.format(6)}"], items("- A", "- B")),
    "two entries merged": (ITEM, items("- A", " - B", " - C"), [f"11:8: {ENTRY.format(6)}", f"12:8: {ENTRY.format(6)}"], items("- A", "- B", "- C")),
    "an entry with a key merged": (ITEM, items("- A", " - tick: B"), [f"11:8: {ENTRY.format(6)}"], items("- A", "- tick: B")),
    "an entry below a longer one": (ITEM, items("- A text", "  of two lines", "  - B"), [f"12:9: {ENTRY.format(6)}"], items("- A text", "  of two lines", "- B")),
    "an entry that starts with a star": (ITEM, items("- A", " * B"), [f"11:8: {OTHER_ENTRY.format(6)}"], items("- A", "- B")),
    "an entry that starts with a number": (ITEM, items("- A", " 2. B"), [f"11:8: {OTHER_ENTRY.format(6)}"], items("- A", "- B")),
    "an entry that starts with a bullet": (ITEM, items("- A", " • B"), [f"11:8: {OTHER_ENTRY.format(6)}"], items('- "A', ' • B"')),
    "an entry without its space": (ITEM, items("- A", " -B"), [f"11:8: {OTHER_ENTRY.format(6)}"], items("- A", "- B")),
    "an entry below a key": (ITEM, items("- tick: A", "   - B"), [f"11:10: {ENTRY_OR_TEXT.format(6)}"], items("- tick: A", "- B")),
    "a list inside a text": (LAST, f"{LAST}\n    intro: You need\n      - a pen\n      - time", [f"8:3: {TEXT}", f"9:3: {TEXT}"], f"{LAST}\n    intro: |\n      You need\n\n      - a pen\n      - time"),
    "a key with spaces in front": (LAST, f"   {LAST}", [f"6:4: {BELOW.format('no space', 'reviewed')}"], LAST),
    "an item's key with a space too many": (ITEM, items("- tick: A", "    id: a"), [f"11:11: {BELOW.format('8 spaces', 'tick')}"], items("- tick: A", "  id: a")),
    "a hint below a plain line": (ITEM, items("- Wait", "  hint: It helps."), [f"10:9: {NEEDS_KEY.format('hint')}"], items("- tick: Wait", "  hint: It helps.")),
    "a line without a key": (LAST, f"author: Sam\n    Smith\n    {LAST}", [f"7:1: {NO_KEY}"], f"author: Sam\n      Smith\n    {LAST}"),
    "a key without its colon": (LAST, f"author Sam\n    {LAST}", [f"6:1: {NO_KEY}"], f"author: Sam\n    {LAST}"),
    "a first key without its colon": (TITLE, "title After a rejection", [f"1:1: {NO_KEY}"], TITLE),
    "an entry without its hyphen": (ITEM, items("- A", "B"), [f"11:7: {NO_KEY}"], items("- A", "- B")),
    "words after a #": (ITEM, items("- Ask for form #2"), [f"10:22: {LOST.format('#2')}"], items('- "Ask for form #2"')),
    "words after more of them": (TITLE, "title: Job #1 tips # and more", [f"1:12: {LOST.format('#1 tips # and more')}"], 'title: "Job #1 tips # and more"'),
    "nothing but words after a #": (TITLE, "title: #1 tip", [f"1:8: {LOST.format('#1 tip')}"], 'title: "#1 tip"'),
    "an entry of nothing else": (ITEM, items("- #1 Ask early"), [f"10:9: {LOST.format('#1 Ask early')}"], items('- "#1 Ask early"')),
    "words after a #, in brackets": (ITEM, items(*NOTE_IN_OPTIONS), [f"11:24: {LOST.format('#1, Form 2]')}"], items(*QUOTED_IN_OPTIONS)),
    "a note without its space": (LAST, f"{LAST} #about", [f"6:13: {LOST.format('#about')}"], f"{LAST} # about"),
    "many words after a #": (TITLE, f"title: Ask #{'x' * 60}", [f"1:12: {LOST.format('#' + 'x' * 39 + '…')}"], f'title: "Ask #{"x" * 60}"'),
    "curly quotation marks in brackets": (ITEM, items(*CURLY_OPTIONS), [f"11:19: {TORN.format('comma')}"], items(*STRAIGHT_OPTIONS)),
    "curly ones in curly brackets": (ITEM, items("- {tick: “A, b”, id: a}"), [f"10:16: {TORN.format('comma')}"], items('- {tick: "A, b", id: a}')),
    "single curly ones": (ITEM, items("- {tick: ‘A, b’, id: a}"), [f"10:16: {TORN.format('comma')}"], items('- {tick: "A, b", id: a}')),
    "curly ones around a colon": (TITLE, "title: “CVs: a guide”", [f"1:8: {TORN.format('colon')}"], 'title: "CVs: a guide"'),
    "curly ones around an item with a colon": (ITEM, items("- “Remember: rest.”"), [f"10:9: {TORN.format('colon')}"], items('- "Remember: rest."')),
    "a straight one closed by a curly one": (TITLE, 'title: "Words”', [f"1:8: {HALF}"], 'title: "Words"'),
    "two slips that have nothing to do with each other": (
        f"{TITLE}\n    summary: One step at a time.", "title: Ask #1\n    summary: One: step", [f"1:12: {LOST.format('#1')}", "2:13: A colon followed by a space stands inside this text. Put the whole text in quotation marks."], 'title: "Ask #1"\n    summary: "One: step"'),
}  # fmt: skip


def drawing(right: str, other: str) -> str:
    """Return the sample checklist with one part of it changed."""
    assert right in CHECKLIST
    return CHECKLIST.replace(right, other)


@pytest.mark.parametrize(("right", "slip", "found", "mended"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_reported_at_its_place_and_following_the_advice_mends_it(
    make_site: MakeSite, right: str, slip: str, found: list[str], mended: str
) -> None:
    site = make_site(drawing(right, slip))
    assert site.problems() == [f"{PATH}:{message}" for message in found]
    site.draw(drawing(right, mended))
    assert site.problems() == []


@pytest.mark.parametrize("found", [slip[2] for slip in SLIPS.values()], ids=SLIPS)
def test_the_guide_explains_each_slip(found: list[str]) -> None:
    assert [message for message in found if not is_explained(message)] == []


NO_SLIPS = {
    "a note after a value": (LAST, "minutes: 20   # about, not more"),
    "a note after an address": (LAST, f"{LAST}\n    sources:\n      - title: A law\n        url: https://www.legislation.gov.uk/  # the UK"),
    "a note after two signs": (LAST, "minutes: 20 ## about"),
    "a line that is a note": (LAST, "#draft: true\n    minutes: 20"),
    "a # inside a word": (ITEM, items("- Learn C#", "- Call 0800#2", "- A#b")),
    "words in curly quotation marks": (TITLE, "title: “Words”, they said"),
    "an apostrophe that opens": (ITEM, items("- choose: Which?", "  options: [‘Tis well, don’t know]")),
    "curly ones inside straight ones": (ITEM, items("- choose: Which?", "  options: ['“A, b”', “c”]")),
    "a colon inside a word": (ITEM, items("- At 10:30", "- See mailto:a@example.org", "- https://example.org/")),
    "what looks like a key": (ITEM, items("- note:this")),
    "quoted, what looks like a key": (ITEM, items('- "tick:this"')),
    "a text of two lines": (TITLE, "title: After\n      a rejection"),
    "a text of two lines with a dash": (TITLE, "title: After\n      – a rejection"),
    "a line that starts with a year": (ITEM, items("- They came in", "  1995. Then they left.")),
    "a number below zero": (ITEM, items("- It was", "  -5 degrees.")),
    "a no-break space between words": (TITLE, "title: After\xa0a rejection"),
    "one behind a value": (LAST, "minutes: 20\xa0\n    draft: false\xa0"),
    "a quoted one": (TITLE, 'title: "\xa0After"'),
    "a list in a text of its own": (LAST, "minutes: 20\n    intro: |\n      You need\n\n      - a pen\n      1. or two\n      tick:this"),
}  # fmt: skip


@pytest.mark.parametrize(("right", "other"), NO_SLIPS.values(), ids=NO_SLIPS)
def test_intended_yaml_is_not_reported(make_site: MakeSite, right: str, other: str) -> None:
    assert make_site(drawing(right, other)).problems() == []


@pytest.mark.parametrize(
    ("right", "words", "column"),
    [
        (TITLE, "title: The no. # is on the door", 16),
        (ITEM, items("- Say # aloud"), 13),
        (ITEM, items("- tick: Say", "    # aloud"), 0),
        (ITEM, items('- "Say # aloud"'), 0),
        (ITEM, items("- tick: Go on", "    and on ## and on"), 18),
    ],
)
def test_a_note_behind_words_may_be_a_part_of_them(
    make_site: MakeSite, right: str, words: str, column: int
) -> None:
    site = make_site(drawing(right, words))
    assert site.problems() == []
    found = [str(one) for one in find_problems(site.folder / "mkdocs.yml", publish=False)]
    found = [line for line in found if "note for staff" in line]
    assert [line.split(":")[2] for line in found] == [str(column)] * bool(column)
    assert all(is_explained(line) for line in found)


def test_a_tab_in_front_of_an_entry_is_told_the_spaces_of_the_one_above(
    make_site: MakeSite,
) -> None:
    site = make_site(drawing(ITEM, f"{ITEM}\n    \t\t- Wait another."))
    (found,) = site.problems()
    assert found == (
        f"{PATH}:11:1: A tab stands at the start of the line; YAML allows only spaces there. "
        "Start it with 6 spaces, as many as the entry above."
    )
    assert is_explained(found.removeprefix(f"{PATH}:"))
    site.draw(drawing(ITEM, f"{ITEM}\n          - Wait another."))
    assert site.problems() == []


def test_a_slip_in_front_matter_and_in_the_settings_is_named_too(make_site: MakeSite) -> None:
    site = make_site(article("hello", "summary: Ask #1\ntitle:\xa0Hello"))
    settings = site.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("site_name: ", "site_name:"), encoding="utf-8")
    line = text.split("\n").index("site_name: Inclusive Resources") + 1
    assert site.problems() == [
        f"docs/articles/hello.md:5:14: {LOST.format('#1')}",
        f"docs/articles/hello.md:6:7: {NBSP}",
        f"mkdocs.yml:{line}:11: {COLON.format('site_name')}",
    ]


FENCE = 'This line should be three hyphens, and nothing else. Type it again as "---".'
BYTE_ORDER_MARK = (
    "A byte order mark stands in the text, where nobody sees it. Delete the word and type it again."
)
FENCES = ("—", "–––", "—-", "----", "--", "---\xa0", "---\u200b", "- - -", "\ufeff---", "−−−")


@pytest.mark.parametrize("fence", FENCES)
@pytest.mark.parametrize("line", [1, 7])
def test_a_line_that_only_looks_like_three_hyphens(
    make_site: MakeSite, fence: str, line: int
) -> None:
    site = make_site(article("hello"))
    file = site.folder / "docs/articles/hello.md"
    lines = file.read_text(encoding="utf-8").split("\n")
    assert lines[line - 1] == "---"
    lines[line - 1] = fence
    file.write_text("\n".join(lines), encoding="utf-8-sig")
    message = BYTE_ORDER_MARK if "\ufeff" in fence else FENCE
    assert site.problems() == [f"docs/articles/hello.md:{line}:1: {message}"]
    assert is_explained(message)
    lines[line - 1] = "---"
    file.write_text("\n".join(lines), encoding="utf-8-sig")
    assert site.problems() == []
