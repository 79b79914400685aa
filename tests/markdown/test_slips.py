# ruff: noqa: RUF001 - signs that look like others are what this is about
"""What people mean and Markdown does not is named where it stands, and its advice works."""

from dataclasses import dataclass

import pytest

from conftest import MakeSite
from guide import is_explained
from reading_markdown import said
from resource_site.commands.check import find_problems
from samples import article
from small_site import Site

NB = "\N{NO-BREAK SPACE}"
NOTE = (
    'Write "> [!NOTE]", "> [!TIP]", "> [!IMPORTANT]", "> [!WARNING]" or "> [!CAUTION]" on a line '
    'of its own below an empty one, then "> " in front of each line of the note.'
)
FOLD = (
    '"???" folds nothing away here. Write a line "<details><summary>Title</summary>", an empty '
    'line, the text, an empty line and "</details>".'
)
BRACES = (
    'These braces mean nothing here. They hold "lang=", "dir=", "#id", ".button" or '
    '".button--quiet", and stand right behind a link, "[words](file.md){.button}", or on a line '
    "above a block."
)
NO_BLOCK = (
    "These braces stand above nothing that can have what they hold. Take them out, or put them "
    "above a paragraph, a heading, a list or a table."
)
ENTRY = (
    'starts no entry of a list here. Start each entry with "- ", or with "1. " where the order '
    "counts."
)
RETYPE = "Delete the space and type it again."
TOGETHER = (
    "run together into one paragraph. Put an empty line between paragraphs. For a new line alone, "
    'end a line with "\\".'
)
RIGHT_BELOW = (
    "right below these words makes them a heading. Put an empty line between them; or take it "
    'out, and start the words with "## ".'
)
SURPLUS = 'Take out what is too much. For the sign itself, write "\\|".'
NOWHERE = "This link leads nowhere: nothing is in its brackets. Write an address."
HERE = "only works on this computer. Name the file in docs/, or the address on the published site."
TWICE = (
    "stands twice in this text, and only one of them counts. Give one of them another name, or "
    "take it out."
)
NO_TABLE = (
    "This line starts no table. Give it as many columns as the line above it has: | a | b | and "
    "then |---|---|."
)


@dataclass(frozen=True)
class Slip:
    """What is typed, what is said about it, what the advice makes of it, and what is no slip."""

    typed: str
    said: str | list[str]
    mended: str
    fine: tuple[str, ...] = ()


def may_not(name: str, words: str = "") -> str:
    return (
        f'"<{name}>" may not stand in a page, so readers would not see it. If it is words, write '
        f"\\<{words or name}> or [{words or name}]. If not, take it out."
    )


BLOCKS = {
    "a note of another kind": Slip(
        '!!! warning "Mind this"\n  Do not sign today.',
        f'1:1: "!!!" starts no note here. {NOTE}',
        "> [!WARNING]\n> Do not sign today.",
        ("Help!!! It is !!! late", "!!!", "`!!! note`"),
    ),
    "a note of no kind": Slip(
        "> [!DANGER]\n> Do not sign.",
        f"1:3: This starts no note. {NOTE}",
        "> [!CAUTION]\n> Do not sign.",
        ("> [!caution]\n> Do not sign.", "See [!NOTE] there", "[!NOTE](https://a.example/)"),
    ),
    "a note with words on its first line": Slip(
        "> [!NOTE] Do not sign.",
        '1:3: The kind of a note stands alone on its line. Write "> [!NOTE]" alone there, and '
        'these words on the next line, behind "> ". A title is "> **Title**", and a line of ">" '
        "alone below it.",
        "> [!NOTE]\n> Do not sign.",
    ),
    "a kind of note with spaces": Slip(
        "> [! NOTE ]\n> Do not sign.",
        f"1:3: This starts no note. {NOTE}",
        "> [!NOTE]\n> Do not sign.",
        ("See [! NOTE] there",),
    ),
    "a table of a word processor": Slip(
        "Why us?\tI read about you.\nWhat next?\tA course.",
        '1:1: warning: These 2 lines are no table here: tabs keep no columns apart. Put " | " in '
        'place of each tab, and below the first line "--- | ---".',
        "Why us? | I read about you.\n--- | ---\nWhat next? | A course.",
        ("One\ttab in a line\nand none here.",),
    ),
    "a heading without words": Slip(
        "Words.\n\n##\n\nMore.",
        "3:1: This heading has no words. Write them behind the signs, or take it out.",
        "Words.\n\n## Why?\n\nMore.",
        ("## `code`", "## ![A cat](../assets/cat.png)"),
    ),
    "hyphens glued to boxes": Slip(
        "-[ ] one\n-[x] two",
        '1:1: warning: "-" starts no entry of a list here. Start each entry with "- ", or with '
        '"1. " where the order counts.',
        "- [ ] one\n- [x] two",
    ),
    "a note with a title": Slip(
        "> [!tip] (Before you sign)\n> Read it.",
        '1:3: The kind of a note stands alone on its line. Write "> [!TIP]" alone there, and '
        'these words on the next line, behind "> ". A title is "> **Title**", and a line of ">" '
        "alone below it.",
        "> [!TIP]\n> **Before you sign**\n>\n> Read it.",
        ("[!TIP](https://a.example/) it",),
    ),
    "a note in no quotation": Slip(
        "[!NOTE]\nDo not sign.",
        f"1:1: This starts no note. {NOTE}",
        "> [!NOTE]\n> Do not sign.",
    ),
    "a note right below a quotation's words": Slip(
        "> He said.\n> [!NOTE]\n> Do not sign.",
        f"2:3: This starts no note. {NOTE}",
        "> He said.\n\n> [!NOTE]\n> Do not sign.",
    ),
    "a note whose words stand outside": Slip(
        "> [!NOTE]\n\nDo not sign.",
        '1:3: This note is empty. Write "> " in front of each of its lines.',
        "> [!NOTE]\n>\n> Do not sign.",
        ("> [!NOTE]\n> - Do not sign.",),
    ),
    "words folded away in another way": Slip(
        '??? question "More"\n\nYes.',
        f"1:1: {FOLD}",
        "<details><summary>More</summary>\n\nYes.\n\n</details>",
        ("Really??? Yes", "???"),
    ),
    "tabs": Slip(
        '=== "By phone"\n\nCall us.',
        '1:1: There are no tabs here. Write a heading that starts with "## " in its place.',
        "## By phone\n\nCall us.",
        ("1 + 1 === 2", "=== so ==="),
    ),
    "a file put into another": Slip(
        '--8<-- "pay.md"',
        "1:1: No file can be put into another here. Copy its words, or link to its page.",
        "See [pay](pay.md).",
        ("He is -8 today",),
    ),
    "an abbreviation explained apart": Slip(
        "Ask the NHS.\n\n*[NHS]: National Health Service",
        "3:1: Abbreviations are not explained this way here. Say it in words where it first "
        'stands: "National Health Service (NHS)".',
        "Ask the National Health Service (NHS).",
        ("*[NHS] nurses*: a list", "*[a](a.md): b*"),
    ),
    "a table of contents": Slip(
        "[TOC]\n\nText.",
        "1:1: The site lists the headings by itself. Take this out.",
        "Text.",
        ("[TOC] is short for table of contents",),
    ),
    "a heading without a space": Slip(
        "##Why?",
        "1:1: No space stands behind these signs, so they start no heading. Put one there, as in "
        '"## Heading".',
        "## Why?",
        ("#jobs", "#1 Ask early", "Ask ##jobs", "##1 of 2"),
    ),
    "a no-break space behind a heading's signs": Slip(
        f"##{NB}Why?",
        f'1:3: A no-break space stands behind "##", so it starts no heading. {RETYPE}',
        "## Why?",
        (f"## Why{NB}?",),
    ),
    "a no-break space behind a list's marker": Slip(
        f"-{NB}A pen\n-{NB}A phone",
        [
            f'1:2: A no-break space stands behind "-", so it starts no list. {RETYPE}',
            f'2:2: A no-break space stands behind "-", so it starts no list. {RETYPE}',
        ],
        "- A pen\n- A phone",
        (f"- A{NB}pen", f"Pay £5{NB}-{NB}£6"),
    ),
    "a no-break space behind a number": Slip(
        f"10.{NB}Rest",
        f'1:4: A no-break space stands behind "10.", so it starts no list. {RETYPE}',
        "10. Rest",
        (f"At 10.30{NB}am", f"10{NB}years"),
    ),
    "bullets of a word processor": Slip(
        "You need:\n•\tA pen\n•\tA phone",
        f'2:1: warning: "•" {ENTRY}',
        "You need:\n- A pen\n- A phone",
        ("Tea • coffee • water", "5·6 · 7"),
    ),
    "bullets that are a small letter": Slip(
        "o\tOne from work\no\tOne from home",
        f'1:1: warning: "o" {ENTRY}',
        "- One from work\n- One from home",
        ("o dear", "a. m. or p. m."),
    ),
    "bullets of a font of signs": Slip(
        "\uf0b7\tKeep a glass of water near",
        f'1:1: warning: "\uf0b7" {ENTRY}',
        "- Keep a glass of water near",
    ),
    "a letter and a tab": Slip(
        "a.\tThe team\nb.\tThe day",
        f'1:1: warning: "a." {ENTRY}',
        "1. The team\n2. The day",
        ("a. The team, or so", "1)\tSay who you are"),
    ),
    "dashes for bullets": Slip(
        "– A bag\n– A coat",
        f'1:1: warning: "–" {ENTRY}',
        "- A bag\n- A coat",
        ("– A bag, he said,\nand left – again.", "✓ You did it", "→ Call us", "§ 5 of the Act"),
    ),
    "hyphens without a space": Slip(
        "-A pen\n-A phone",
        f'1:1: warning: "-" {ENTRY}',
        "- A pen\n- A phone",
        ("-5 degrees\n-6 degrees", "-ing is an ending"),
    ),
    "one line end for each paragraph": Slip(
        "Before the call\nFind a quiet place.\nAsk for half an hour.\nThen practise.",
        f"1:1: warning: These 4 lines {TOGETHER}",
        "Before the call\n\nFind a quiet place.\n\nAsk for half an hour.\n\nThen practise.",
        (
            "The call is short.\nIt is kind.\nRest.",
            "1 High Street\\\nSouthgate\\\nLondon  \nN14 6BN",
            "This is a long line that an editor broke where its own window came to an\n"
            "end, as many editors do. It goes on for a good while. And then it says\n"
            "something more, and then again something, for it is one thought that was\n"
            "written by somebody who breaks lines.",
        ),
    ),
    "a wall of text with bullets in it": Slip(
        "Before the call\nFind a quiet place.\nSay so.\nThen bring:\n•\tA pen",
        [
            f"1:1: warning: These 4 lines {TOGETHER}",
            f'5:1: warning: "•" {ENTRY}',
        ],
        "Before the call\n\nFind a quiet place.\n\nSay so.\n\nThen bring:\n\n- A pen",
    ),
    "a line right below words": Slip(
        "Some words\nand more\n---",
        f'3:1: warning: The line "---" {RIGHT_BELOW}',
        "Some words\nand more\n\n---",
        ("- One\n\n---", "Words\n\n***"),
    ),
    "a thick line right below words": Slip(
        "Some words\n=====",
        f'2:1: The line "=====" {RIGHT_BELOW}',
        "## Some words",
        ("Some words\n\n=====",),
    ),
    "a heading of the page's own": Slip(
        "# Some words",
        "1:1: A heading with one # is the page's own title, which stands above already. Take it "
        "out if it repeats that; if not, start it with ##.",
        "## Some words",
    ),
    "a year": Slip(
        "1995. A law was made.\n2010. A new law was made.",
        [
            "1:1: warning: This is taken for entry 1995 of a list. If it is a year, write a "
            'backslash: "1995\\.".',
            "2:1: warning: This is taken for entry 2010 of a list. If it is a year, write a "
            'backslash: "2010\\.".',
        ],
        "1995\\. A law was made.\n2010\\. A new law was made.",
        ("I left in\n2019. That was hard.", "99. Rest\n100. Sleep\n101. Wake", "7) Rest"),
    ),
    "a cell too many": Slip(
        "| a | b |\n|---|---|\n| c | d | e | f |",
        f"3:11: This row has 4 cells, and the table has 2 columns. {SURPLUS}",
        "| a | b |\n|---|---|\n| c | d e f |",
        (
            "| a | b |\n|---|---|\n| c | d | |",
            "| a | b |\n|---|---|\n| c |",
            "a | b\n---|---\nc | d\\|e",
        ),
    ),
    "a bar in the code of a cell": Slip(
        "| a | b |\n|---|---|\n| 1 | `c|d` |",
        f"3:10: This row has 3 cells, and the table has 2 columns. {SURPLUS}",
        "| a | b |\n|---|---|\n| 1 | `c\\|d` |",
    ),
    "columns that do not fit": Slip(
        "| a | b |\n|---|---|---|\n| c | d |",
        f"2:1: {NO_TABLE}",
        "| a | b |\n|---|---|\n| c | d |",
        ("The face :-| and |", "a -- b | c"),
    ),
    "a note at the foot that nothing leads to": Slip(
        "Words.\n\n[^1]: Source.",
        '3:1: No words lead to the note "[^1]", so readers would not see it. Write "[^1]" in the '
        "text where the note belongs.",
        "Words[^1].\n\n[^1]: Source.",
    ),
    "a note at the foot that stands twice": Slip(
        "Words[^1].\n\n[^1]: Source.\n\n[^1]: Another.",
        f'5:1: "[^1]:" {TWICE}',
        "Words[^1] more[^2].\n\n[^1]: Source.\n\n[^2]: Another.",
        ("Words[^1] more[^1].\n\n[^1]: Source.",),
    ),
    "an address by name that stands twice": Slip(
        "[A][Law] [b][law].\n\n[Law]: a.md\n[law]: b.md",
        f'4:1: "[law]:" {TWICE}',
        "[A][Law] [b][act].\n\n[Law]: a.md\n[act]: b.md",
    ),
    "braces above nothing": Slip(
        "## Why?\n\n{#why-not}",
        f"3:1: {NO_BLOCK}",
        "{#why-not}\n## Why?",
    ),
    "braces above code": Slip(
        "{#x}\n```\ncode\n```",
        f"1:1: {NO_BLOCK}",
        "{#x}\nSee:\n\n```\ncode\n```",
    ),
    "code that never ends": Slip(
        "```\ncode",
        "1:1: A block of code starts here and never ends. Write a line ``` where it ends.",
        "```\ncode\n```",
    ),
    "code by four spaces": Slip(
        "Words.\n\n    More words.",
        "3:5: warning: This is shown as code, for its lines start with four spaces or a tab. Take "
        "these out. If it is code, put a line ``` above and below it.",
        "Words.\n\nMore words.",
        ("- Words.\n\n  More words.",),
    ),
    "Markdown right below HTML": Slip(
        "<details>\n<summary>Pay</summary>\n**Monthly**.\n</details>",
        "3:1: warning: Markdown right below a tag of HTML stays as it is typed. Put an empty line "
        "in front of it.",
        "<details>\n<summary>Pay</summary>\n\n**Monthly**.\n\n</details>",
        ("<details>\n<summary>Pay</summary>\nMonthly.\n</details>",),
    ),
}

WORDS = {
    "a link with a space in its address": Slip(
        "Read [it](my page.md) now.",
        "1:6: warning: What stands here is no link, as it never ends or has a space in its "
        'address. Write "[words](address)", with "%20" for each space of the address.',
        "Read [it](my%20page.md) now.",
        ("Read \\[it](my page.md)", "`[it](my page.md)`", "[it](<my page.md>)", "f[x] (y)"),
    ),
    "an address in curly quotation marks": Slip(
        "Read [it](\u201chttps://a.example/\u201d) now.",
        '1:11: The link "\u201chttps://a.example/\u201d" leads nowhere. Take out the quotation '
        "marks around the address.",
        "Read [it](https://a.example/) now.",
    ),
    "nothing behind mailto": Slip(
        "Write [to us](mailto:) now.",
        '1:15: The link "mailto:" leads nowhere. Write the e-mail address or the number behind it.',
        "Write [to us](mailto:us@a.example) now.",
        ("[Ring](tel:+442079460000)",),
    ),
    "the name of an icon": Slip(
        ":material-phone: Call us :+1:",
        [
            "1:1: Names of signs stay words here. Write the sign itself, or leave it out.",
            "1:26: Names of signs stay words here. Write the sign itself, or leave it out.",
        ],
        "☎ Call us 👍",
        ("At 10:30:45", "Ask:why:so", "So :-) or :D", "`:material-phone:`", "C\\:x:"),
    ),
    "marked words": Slip(
        "Ask ==before== you sign",
        '1:5: "==" marks nothing here. Write "**" on both sides, for bold.',
        "Ask **before** you sign",
        ("If a == b and b == c", "a==b==c", "`==x==`", "== so =="),
    ),
    "something to fill in": Slip(
        "Dear {{ name }}, {% include x %}",
        [
            "1:6: Nothing is filled in between these braces. Write the words themselves.",
            "1:18: Nothing is filled in between these braces. Write the words themselves.",
        ],
        "Dear Sam,",
        ("Dear {name},", "`{{ name }}`", "{{ is two braces"),
    ),
    "attributes with a colon": Slip(
        "[Go](a.md){: .button }",
        f"1:11: {BRACES}",
        "[Go](a.md){.button}",
        ("So {: and :}", "Dear {name}", "[Go](a.md){words}"),
    ),
    "attributes that are not there": Slip(
        "[Go](a.md){.big}",
        f"1:11: {BRACES}",
        "[Go](a.md){.button--quiet}",
    ),
    "attributes behind a space": Slip(
        "[Go](a.md) {.button}",
        f"1:12: {BRACES}",
        "[Go](a.md){.button}",
    ),
    "a component": Slip(
        "See <Card/> now",
        f"1:5: {may_not('Card')}",
        "See \\<Card/> now",
        ("So 2 < 3 > 1", "`<Card/>`", "See [Card] now"),
    ),
    "words in angle brackets": Slip(
        "Dear <name>, I saw the <job title> post",
        [f"1:6: {may_not('name')}", f"1:24: {may_not('job title')}"],
        "Dear \\<name>, I saw the [job title] post",
        ("Dear < name >", "If a<b"),
    ),
    "words that browsers take for a title": Slip(
        "I saw the <title> post",
        f"1:11: {may_not('title')}",
        "I saw the [title] post",
    ),
    "HTML that stays open": Slip(
        "Press <b>now",
        '1:7: "<b>" is opened here and not closed in the same part of the text. Write "</b>" '
        'where it ends. If it is words, write "\\<b>".',
        "Press <b>now</b>",
    ),
    "HTML that is closed twice": Slip(
        "Press <b>now</b></b>",
        '1:17: "</b>" closes what was not opened. Take it out. Or write "<b>" where it starts.',
        "Press <b>now</b>",
    ),
    "a note at the foot that is not there": Slip(
        "It is the law[^act].",
        '1:14: This note at the foot is not there. Add a line such as "[^1]: Source." with the '
        "same name.",
        "It is the law[^act].\n\n[^act]: Source.",
        ("It is the law [sic]", "So [^ this"),
    ),
    "an empty link": Slip(
        "Ask [us]() or [them](<>)",
        [f"1:10: {NOWHERE}", f"1:23: {NOWHERE}"],
        "Ask [us](contact.md) or [them](https://a.example/)",
        ("Ask [us] () now", "Back to the [top](#)"),
    ),
    "a link without words": Slip(
        "Ask [](contact.md)",
        "1:8: warning: This link has no words to press. Write what it leads to between the "
        "brackets: [words](contact.md).",
        "Ask [us](contact.md)",
        ("Ask [![us](us.png)](contact.md)", "Ask [`us`](contact.md)"),
    ),
    "www without https": Slip(
        "See [jobs](www.gov.uk/find-a-job)",
        '1:12: The link "www.gov.uk/find-a-job" leads nowhere. Write '
        '"https://www.gov.uk/find-a-job".',
        "See [jobs](https://www.gov.uk/find-a-job)",
        ("See www.gov.uk/find-a-job", "See [jobs](wwwork.md)"),
    ),
    "an e-mail address without mailto": Slip(
        "Ask [Sam](sam@example.org)",
        '1:11: The link "sam@example.org" leads nowhere. Write "mailto:sam@example.org".',
        "Ask [Sam](mailto:sam@example.org)",
        ("Ask sam@example.org", "![Sam](sam@2x.png)"),
    ),
    "an address cut short": Slip(
        "See [jobs](https:/www.gov.uk)",
        '1:12: "https:/www.gov.uk" is not a web address. Copy it from the browser; if it is only '
        "an example, take the link out.",
        "See [jobs](https://www.gov.uk)",
    ),
    "a link to the preview": Slip(
        "See [this](http://127.0.0.1:8000/articles/x/) or http://localhost:8000/y",
        [
            f'1:12: The link "http://127.0.0.1:8000/articles/x/" {HERE}',
            f'1:50: The link "http://localhost:8000/y" {HERE}',
        ],
        "See [this](articles/x.md) or https://a.example/y",
        ("Type `http://localhost:8000/`", "[x](https://localhost.example.org/)"),
    ),
    "an address a link may not start with": Slip(
        "See [it](file:///C:/cv.docx)",
        '1:10: A link may not start with "file:". Link to a web address, an e-mail address or a '
        "file.",
        "See [it](../assets/cv.docx)",
        ("Call [us](tel:02079460000)",),
    ),
    "a picture of another website": Slip(
        "![A cat](www.example.org/cat.png)",
        "1:10: A page may not ask another website for what it shows. Put the file in docs/ and "
        "name it there, or link to the website instead.",
        "![A cat](../assets/cat.png)",
    ),
    "a picture without words": Slip(
        "![](../assets/cat.png)",
        "1:5: warning: This picture has no words for people who cannot see it. Say between the "
        "brackets what it shows: ![Two people talking](../assets/cat.png).",
        "![A cat asleep](../assets/cat.png)",
    ),
}

SLIPS = BLOCKS | WORDS


def lines(slip: Slip) -> list[str]:
    return [slip.said] if isinstance(slip.said, str) else slip.said


def moved(slip: Slip, rows: int, columns: int) -> list[str]:
    """Return what is said about ``slip`` where it stands further down and to the right."""
    found = []
    for line in lines(slip):
        row, column, words = line.split(":", 2)
        found.append(f"{int(row) + rows}:{int(column) + columns}:{words}")
    return found


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_named_at_its_place(slip: Slip) -> None:
    assert said(slip.typed) == lines(slip)


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_the_guide_for_staff_has_the_message(slip: Slip) -> None:
    assert [line for line in lines(slip) if not is_explained(line)] == []


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_the_advice_works(slip: Slip) -> None:
    assert said(slip.mended) == []


@pytest.mark.parametrize("typed", [typed for slip in SLIPS.values() for typed in slip.fine])
def test_what_only_looks_like_a_slip_is_not_named(typed: str) -> None:
    assert said(typed) == []


QUOTED = {name: slip for name, slip in SLIPS.items() if name != "a note in no quotation"}


@pytest.mark.parametrize("slip", QUOTED.values(), ids=QUOTED)
def test_a_slip_in_a_quotation_is_named_at_its_place(slip: Slip) -> None:
    quoted = "\n".join(f"> {line}".rstrip(" ") for line in slip.typed.split("\n"))
    assert said(f"Words.\n\n{quoted}") == moved(slip, 2, 2)


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_in_a_list_is_named_at_its_place(slip: Slip) -> None:
    entry = "\n".join(f"   {line}".rstrip(" ") for line in slip.typed.split("\n"))
    assert said(f"1. Words.\n\n{entry}") == moved(slip, 2, 3)


@pytest.mark.parametrize("slip", WORDS.values(), ids=WORDS)
def test_a_slip_in_a_cell_behind_an_emoji_is_named_at_its_place(slip: Slip) -> None:
    cells = f"| Hi | there |\n|---|---|\n| 👩‍🦽 | 😀 {slip.typed} |"
    assert said(cells) == moved(slip, 2, len("| 👩‍🦽 | 😀 "))


@pytest.mark.parametrize("slip", WORDS.values(), ids=WORDS)
def test_a_slip_further_down_a_paragraph_is_named_at_its_place(slip: Slip) -> None:
    assert said(f"Some *words* & more\nand 😀 {slip.typed}") == moved(slip, 1, len("and 😀 "))


FIVE = "1. Rest\n\nA day or two.\n\n1. Ask\n\nThey may tell you.\n\n1. Go on\n\nTry again."
LISTS = (
    "warning: These are 3 lists of one entry, and each starts at 1. Make each a heading that "
    'starts with "## ". In an article, "numbered: true" above the text numbers them.'
)


def test_lists_that_all_start_at_one_are_named() -> None:
    assert said(f"Five tips:\n\n{FIVE}") == [f"3:1: {LISTS}"]
    assert is_explained(LISTS)
    assert said(FIVE.replace("1. ", "## ")) == []


@pytest.mark.parametrize(
    "typed",
    [
        FIVE.replace("\n\n1. Go", "\n\n2. Go"),  # only two that stand alone
        FIVE.replace("\n\nA day", "\n\n   A day").replace("\n\nThey", "\n\n   They"),
        "## A\n\n1. x\n\n## B\n\n1. y\n\n## C\n\n1. z",
        "1. a\n2. b\n\nSo.\n\n1. c\n2. d\n\nSo.\n\n1. e\n2. f",
    ],
)
def test_lists_that_start_at_one_as_they_should_are_not(typed: str) -> None:
    assert said(typed) == []


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b"])
def test_a_sign_that_nobody_sees_is_named_at_its_place(sign: str) -> None:
    (line,) = said(f"Some words.\n\n- 😀 inter{sign}view")
    assert line.startswith("3:10: warning: A ")
    assert is_explained(line)
    assert said("Some words.\n\n- 😀 inter-view caf\u00e9 \u201cso\u201d") == []


def found(site: Site) -> list[str]:
    problems = find_problems(site.folder / "mkdocs.yml", publish=False, against=None)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("\nWhat\u2019s a phone interview\n\nIt is kind.", "10:1"),
        ("What's a **phone** interview?\nIt is kind.", "9:1"),
        ("## What's a phone interview?\n\nIt is kind.", "9:4"),
    ],
)
def test_a_first_line_that_repeats_the_title_is_named(
    make_site: MakeSite, body: str, place: str
) -> None:
    site = make_site(article("phone", "title: What's a phone interview?\nsources: []", body))
    assert is_explained(found(site)[0])
    assert found(site) == [
        f"docs/articles/phone.md:{place}: warning: This line repeats the title, which stands "
        "above it on the page. Take it out."
    ]


def test_the_first_line_of_a_page_that_is_no_article_is_looked_at_too(make_site: MakeSite) -> None:
    page = "docs/about.md\n    ---\n    title: About us\n    summary: Us.\n    ---\n    About us.\n"
    assert [line.split(": ")[0] for line in found(make_site(page))] == ["docs/about.md:5:1"]


@pytest.mark.parametrize(
    "body", ["What's a phone interview? It is a call.", "Rest.\n\n## What's a phone interview?", ""]
)
def test_a_first_line_that_says_more_than_the_title_is_not(make_site: MakeSite, body: str) -> None:
    draft = "title: What's a phone interview?\nsources: []\ndraft: true"
    site = make_site(article("phone", draft, body))
    assert not [line for line in found(site) if "repeats" in line]


OWN = "https://resources.inclusive-recruiting.example"


def test_an_address_of_the_site_s_own_that_is_not_there_is_named(make_site: MakeSite) -> None:
    body = f"[x]({OWN}/articles/not-there/) and {OWN}/nope.pdf"
    advice = 'leads to no page of this site. Name the file in docs/, such as "/articles/name.md".'
    site = make_site(article("hello", body=body))
    assert is_explained(site.problems()[0])
    assert site.problems() == [
        f'docs/articles/hello.md:8:5: The link "{OWN}/articles/not-there/" {advice}',
        f'docs/articles/hello.md:8:77: The link "{OWN}/nope.pdf" {advice}',
    ]
    site.draw(article("hello", body="[x](/articles/hello.md) and [y](/contact.md)"))
    assert site.problems() == []


def test_an_address_of_the_site_s_own_that_is_there_is_fine(make_site: MakeSite) -> None:
    pages = ("", "/", "/articles/", "/articles/hello/", "/articles/hello/#why", "/contact/",
             "/topics/your-rights/", "/search/?q=x", "/feed.xml")  # fmt: skip
    links = " ".join(f"[x]({OWN}{page})" for page in pages)
    elsewhere = f"[x]({OWN}.org/nope/) [x](http://other.example/nope/)"
    site = make_site(article("hello", body=f"## Why\n\n{links} {elsewhere}"))
    assert site.problems() == []
