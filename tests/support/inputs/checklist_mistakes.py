"""Mistakes that staff can make in a checklist, each with the problems that name it."""

from samples import CHECKLIST


def changed(old: str, new: str) -> str:
    """Return the sample checklist with one thing changed."""
    assert old in CHECKLIST
    return CHECKLIST.replace(old, new)


def with_item(*lines: str) -> str:
    """Return the sample checklist with its one item, on line 10, replaced."""
    text = "\n".join(f"    {line}" for line in lines)
    return changed("          - Wait a day.", text)


def with_layout(layout: str, *items: str) -> str:
    """Return the sample checklist with a layout, on line 9, and its one item replaced."""
    text = "".join(f"          - {item}\n" for item in items or ("Wait a day.",))
    drawing = changed("          - Wait a day.\n", text)
    return drawing.replace("title: First\n", f"title: First\n        layout: {layout}\n")


def misfit(layout: str, needs: str) -> list[str]:
    """Return the problem of a section whose items do not fit its layout."""
    what = f'The layout "{layout}" needs {needs}.'
    return [f'9:13: {what} Change the items, or take "layout" out.']


CHECKLIST_MISTAKES = {
    "unknown layout": (
        with_layout("circles"),
        [
            "9:13: \"layout\" is \"circles\". Write 'rings', 'panels', 'path', 'balance', 'week', "
            "'gauge', 'pair' or 'example'."
        ],
    ),
    "rings without three columns": (
        with_layout("rings", "{table: Sort, columns: [Mine, Not mine]}"),
        misfit("rings", "one table with 3 columns, the inner ring first, and 6 rows at most"),
    ),
    "panels of three": (
        with_layout("panels", "write: A", "write: B", "write: C"),
        misfit("panels", '4 items, each with "write"'),
    ),
    "a balance of three": (
        with_layout("balance", "{table: Weigh, columns: [A, B, C]}"),
        misfit("balance", "one table with 2 columns"),
    ),
    "a week of three days": (
        with_layout("week", "{table: Days, columns: [A], rows: 3}"),
        misfit("week", "one table with 5 or 7 rows"),
    ),
    "a gauge of ten steps": (
        with_layout("gauge", "{scale: Energy, from: Low, to: High, steps: 10}"),
        misfit("gauge", "one scale of 5 steps at most"),
    ),
    "an example that is not there": (
        with_layout("example", "write: A"),
        misfit("example", 'an item with an "example", in "write" or "table"'),
    ),
    "a pair of one": (
        with_layout("pair", "{scale: Before, from: Low, to: High}"),
        [
            '9:13: The layout "pair" needs two scales with the same ends and steps: in one '
            'section, or in two that both have it. Change the items, or take "layout" out.'
        ],
    ),
    "a path of one": (
        with_layout("path"),
        [
            '9:13: The layout "path" joins sections, and no section next to this one has it. '
            'Write "layout: path" in each section of the path, or take "layout" out.'
        ],
    ),
    "an example with a cell too few": (
        with_item("      - table: Weigh", "        columns: [A, B]", "        example: [One]"),
        [
            '12:18: The number of entries in "example" is 1, and of columns 2. '
            "Write one entry for each column."
        ],
    ),
    "unknown key": (
        changed("summary:", "sumary:"),
        [
            '1:1: "summary" is missing. Add a line "summary: …".',
            '2:1: "sumary" is not a key that can stand here. Did you mean "summary"?',
        ],
    ),
    "missing key": (
        changed("    minutes: 20\n", ""),
        ['1:1: "minutes" is missing. Add a line "minutes: …".'],
    ),
    "empty text": (
        changed("title: After a rejection", "title:"),
        ['1:7: "title" is empty. Write something after it, or delete the line.'],
    ),
    "empty length of time": (
        changed("minutes: 20", "minutes: 20\n    review_every:"),
        ['7:14: "review_every" is empty. Write something after it, or delete the line.'],
    ),
    "unknown key with nothing after it": (
        changed("minutes: 20", "minutes: 20\n    sumary:"),
        ['7:1: "sumary" is not a key that can stand here. Did you mean "summary"?'],
    ),
    "no keys at all": (
        "docs/checklists/after-a-rejection.yml\n    Just text.\n",
        [
            '1:1: The file should be a group of lines such as "title: …". '
            "Check the colons, and the spaces at the start of the lines."
        ],
    ),
    "blank text": (
        changed("title: After a rejection", 'title: "  "'),
        ['1:8: "title" is empty. Write something after it, or delete the line.'],
    ),
    "title over its length": (
        changed("After a rejection", "x" * 71),
        ['1:8: "title" has 71 characters; 70 is the most. Make it shorter.'],
    ),
    "summary over its length": (
        changed("One step at a time.", "x" * 161),
        ['2:10: "summary" has 161 characters; 160 is the most. Make it shorter.'],
    ),
    "list instead of text": (
        changed("title: After a rejection", "title: [After, a rejection]"),
        [
            '1:8: "title" should be text, but it is a list or a group. Write text after the colon; '
            "put it in quotation marks if it holds colons or brackets."
        ],
    ),
    "text instead of a list": (
        changed("[after-an-interview]", "after-an-interview"),
        [
            '3:9: "topics" should be a list. Write it as [one, two], or a line each that starts '
            "with a hyphen and a space."
        ],
    ),
    "empty list": (
        changed("[after-an-interview]", "[]"),
        [
            '3:9: "topics" has too few entries. Write at least 1, each on a line of its own after '
            "a hyphen and a space."
        ],
    ),
    "not a date": (
        changed("published: 2026-11-01", "published: 1st May"),
        [
            '4:12: "published" is not a date: "1st May". '
            "Write year, month and day, such as 2026-11-01."
        ],
    ),
    "impossible date": (
        changed("published: 2026-11-01", "published: 2026-02-30"),
        [
            '4:12: "published" is not a date: "2026-02-30". '
            "Write year, month and day, such as 2026-11-01."
        ],
    ),
    "not a number": (
        changed("minutes: 20", "minutes: soon"),
        ['6:10: "minutes" should be a whole number, not "soon". Write digits only.'],
    ),
    "number too small": (
        changed("minutes: 20", "minutes: 0"),
        ['6:10: "minutes" is 0; the least is 1. Write 1 or more.'],
    ),
    "not true or false": (
        changed("minutes: 20", "minutes: 20\n    draft: perhaps"),
        ['7:8: "draft" should be true or false, not "perhaps". Write "true" or "false".'],
    ),
    "not a length of time": (
        changed("minutes: 20", "minutes: 20\n    review_every: a while"),
        ['7:15: "a while" is not a length of time. Write it like "12 months" or "2 years".'],
    ),
    "not a web address": (
        changed("minutes: 20", "minutes: 20\n    sources: [{title: Acas, url: acas.org.uk}]"),
        [
            '7:30: "acas.org.uk" is not a web address. '
            'Copy it from the browser; it starts with "https://".'
        ],
    ),
    "topic that does not exist": (
        changed("[after-an-interview]", "[after-an-intervew]"),
        [
            '3:10: There is no topic "after-an-intervew" in topics.yml. '
            'Did you mean "after-an-interview"?'
        ],
    ),
    "topic like no other": (
        changed("[after-an-interview]", "[xyz]"),
        [
            '3:10: There is no topic "xyz" in topics.yml. '
            "Use one of: after-an-interview, your-rights."
        ],
    ),
    "problems of every sort in one file": (
        changed("[after-an-interview]", "[nowhere]").replace("minutes: 20", "minutes: soon"),
        [
            '3:10: There is no topic "nowhere" in topics.yml. ',
            '6:10: "minutes" should be a whole number, not "soon". Write digits only.',
        ],
    ),
    "item without a kind": (
        with_item("      - foo: bar"),
        [
            "10:9: This item has no kind. Start it with one of: tick, write, scale, choose, table, "
            "and a colon. If it is a line of text with a colon in it, put it in quotation marks."
        ],
    ),
    "item of a misspelt kind": (
        with_item("      - wirte: What went well?"),
        [
            '10:9: "wirte" is not a key that can stand here. Did you mean "write"?',
            '10:9: "write" is missing. Add a line "write: …".',
        ],
    ),
    "text with a colon": (
        with_item("      - Remember: rest."),
        [
            "10:9: This item has no kind. Start it with one of: tick, write, scale, choose, table, "
            "and a colon. If it is a line of text with a colon in it, put it in quotation marks."
        ],
    ),
    "item of two kinds": (
        with_item("      - write: Why?", "        tick: That."),
        [
            '11:9: "tick" is not a key that can stand here. '
            "Use one of: example, hint, id, lines, more, priority, write."
        ],
    ),
    "item of a kind and of a misspelt one": (
        with_item("      - wirte: Why?", "        tick: That."),
        [
            '10:9: "wirte" is not a key that can stand here. '
            "Use one of: hint, id, more, priority, tick."
        ],
    ),
    "unknown key of an item": (
        with_item("      - choose: Which?", "        options: [A, B]", "        manny: true"),
        ['12:9: "manny" is not a key that can stand here. Did you mean "many"?'],
    ),
    "one option": (
        with_item("      - choose: Which?", "        options: [A]"),
        [
            '11:18: "options" has too few entries. Write at least 2, each on a line of its own '
            "after a hyphen and a space."
        ],
    ),
    "option that is a list": (
        with_item("      - choose: Which?", "        options: [A, [B]]"),
        [
            '11:22: Entry 2 of "options" should be text, but it is a list or a group. Write text '
            "after the colon; put it in quotation marks if it holds colons or brackets."
        ],
    ),
    "too many steps": (
        with_item("      - scale: How?", "        from: A", "        to: B", "        steps: 11"),
        ['13:16: "steps" is 11; the most is 10. Write 10 or less.'],
    ),
    "scale without an end": (
        with_item("      - scale: How?", "        from: A"),
        ['10:9: "to" is missing. Add a line "to: …".'],
    ),
    "too many columns": (
        with_item("      - table: What?", "        columns: [A, B, C, D, E]"),
        ['11:18: "columns" has 5 entries; 4 is the most. Take some out.'],
    ),
    "ids that stand twice": (
        with_item("      - tick: A", "        id: same", "      - tick: B", "        id: same"),
        [
            '13:13: The id "same" stands in this checklist twice. '
            "Change one of them; each item needs an id of its own."
        ],
    ),
    "id that cannot be an address": (
        with_item("      - tick: A", "        id: Tell Someone"),
        [
            '11:13: "Tell Someone" cannot stand in a web address. '
            'Use only small letters, digits and hyphens, such as "tell-someone".'
        ],
    ),
    "link in a hint that leads nowhere": (
        with_item("      - tick: A", '        hint: "Ask [us](contact.md)"'),
        ['11:15: The link "contact.md" leads nowhere. Did you mean "/contact.md"?'],
    ),
    "part that is a line of text": (
        changed("      - title: First\n        items:\n          - Wait a day.", "      - First"),
        [
            '8:5: Entry 1 of "sections" should be a group of lines such as "title: …". '
            "Check the colons, and the spaces at the start of the lines."
        ],
    ),
    "links that lead nowhere above the items": (
        changed("minutes: 20", 'minutes: 20\n    intro: "See [a](no.md)."').replace(
            "items:", 'intro: "- [b](no.md)"\n        items:'
        ),
        [
            '7:8: The link "no.md" leads nowhere. ',
            '10:12: The link "no.md" leads nowhere. ',
        ],
    ),
    "no items": (
        changed("        items:\n          - Wait a day.", "        items: []"),
        [
            '9:12: "items" has too few entries. Write at least 1, each on a line of its own after '
            "a hyphen and a space."
        ],
    ),
    "key that stands twice": (
        changed("minutes: 20", "minutes: 20\n    minutes: 30"),
        ['7:1: The key "minutes" stands here twice. Keep one and delete the other.'],
    ),
    "tab": (
        changed("        items:", "    \titems:"),
        [
            "9:1: A tab stands at the start of the line; YAML allows only spaces there. "
            "Replace each tab with two spaces."
        ],
    ),
    "colon in a value": (
        changed("title: After a rejection", "title: After: a rejection"),
        [
            "1:13: A colon followed by a space stands inside this text. "
            "Put the whole text in quotation marks."
        ],
    ),
    "open quotation mark": (
        changed("title: After a rejection", 'title: "After a rejection'),
        [
            "1:8: A quotation mark is opened here and never closed. "
            "Add the closing quotation mark, or remove the opening one."
        ],
    ),
    "text that starts with a special character": (
        changed("title: After a rejection", "title: @home"),
        [
            "1:8: The text starts with a character that has a special meaning in YAML. "
            "Put the text in quotation marks."
        ],
    ),
    "line that does not fit the one above": (
        changed("topics: [after-an-interview]", "topics:\n      - your-rights\n     - more"),
        [
            "5:2: This line does not fit what stands above it (did not find expected key). "
            "Check that lines of one list start at the same column, and that each key ends in a "
            "colon. A text that starts with a quotation mark or a bracket must stand in quotation "
            "marks whole."
        ],
    ),
    "bracket that is never closed": (
        changed("topics: [after-an-interview]", "topics: [after-an-interview"),
        [
            "3:9: A bracket is opened here and never closed, or a comma is missing after it. "
            "Close the bracket, or write a line each that starts with a hyphen."
        ],
    ),
    "curly bracket that is never closed": (
        changed("title: After a rejection", "title: {After a rejection"),
        ["1:8: A bracket is opened here and never closed, or a comma is missing after it. "],
    ),
    "backslash": (
        changed("title: After a rejection", r'title: "After\qa rejection"'),
        [
            "1:14: A backslash inside double quotation marks has a special meaning in YAML. "
            "Use single quotation marks around the text."
        ],
    ),
    "backslash before an x": (
        changed("title: After a rejection", r'title: "After \xx rejections"'),
        ["1:17: A backslash inside double quotation marks has a special meaning in YAML. "],
    ),
    "line of hyphens": (
        f"{CHECKLIST}    ---\n    title: Another\n",
        ['11:1: A line "---" stands in the middle of the file. Delete the line.'],
    ),
    "anchor": (
        changed("title: After a rejection", "title: &after rejection"),
        ["1:8: Text that starts with & or * has a special meaning in YAML. "],
    ),
    "key that is a list": (
        changed("minutes: 20", "minutes: 20\n    [a, b]: c"),
        ["7:1: A list or group stands where a key should be. Put the text in quotation marks."],
    ),
    "alias": (
        changed("title: After a rejection", "title: *after"),
        [
            "1:8: Text that starts with & or * has a special meaning in YAML. "
            "Put the whole text in quotation marks."
        ],
    ),
    "text that starts in bold": (
        with_item("      - **Rest** first."),
        [
            "10:10: Text that starts with & or * has a special meaning in YAML. "
            "Put the whole text in quotation marks."
        ],
    ),
    "tag": (
        changed("title: After a rejection", "title: !!python/object:os.system ls"),
        [
            "1:8: Text that starts with ! has a special meaning in YAML. "
            "Put the text in quotation marks."
        ],
    ),
    "reserved key": (
        changed("minutes: 20", "minutes: 20\n    slug: other"),
        ['7:1: "slug" is not a key that can stand here. Use one of: '],
    ),
}
