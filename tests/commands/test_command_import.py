"""``resources import``: documents of three word processors become drafts, with no word lost."""

import re
from collections import Counter
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser
from typer.testing import CliRunner

from command_line import say
from resource_site.__main__ import app
from resource_site.markdown.reader import read_markdown
from samples import article
from small_site import Site
from tiny_files import HEIC, tiny
from word_files import (
    BOLD,
    GOOGLE_BOLD,
    NUMBERS,
    entry,
    link,
    par,
    picture,
    run,
    table,
    word_file,
)

NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
WORD = {
    "headings": (
        word_file(
            par("My own title", style="Title"), par("Hello there.", style="Normal"),
            par("First", style="Heading1"), par("Some text."), par("Part", style="Heading3"),
            par("More."), par("Second", style="Heading1"), par("The end."),
        ),
        "Hello there.\n\n## First\n\nSome text.\n\n### Part\n\nMore.\n\n## Second\n\nThe end.",
        "",
    ),
    "headings in bold": (
        word_file(
            par("Hello."), par(run("Before the call", BOLD)), par("Rest."),
            par(run("After ", BOLD), run("the call", BOLD)), par("Write."),
        ),
        "Hello.\n\n## Before the call\n\nRest.\n\n## After the call\n\nWrite.",
        "",
    ),
    "lists in lists": (
        word_file(
            par("Take:"), entry("A pen"), entry("Paper"), entry("blank", level=1),
            entry("lined", level=1), entry("Water"), par("Then:"), entry("Go in.", NUMBERS),
            entry("Sit down.", NUMBERS), entry("Breathe.", NUMBERS),
        ),
        "Take:\n\n- A pen\n- Paper\n  - blank\n  - lined\n- Water\n\nThen:\n\n"
        "1. Go in.\n2. Sit down.\n3. Breathe.",
        "",
    ),
    "numbered tips": (
        word_file(
            par("Five things help."), entry("Wait a day", NUMBERS), par("It hurts less then."),
            entry("Ask why", NUMBERS), par("Most people answer."), entry("Rest", NUMBERS),
            par("Sleep comes first."),
        ),
        "Five things help.\n\n## Wait a day\n\nIt hurts less then.\n\n## Ask why\n\n"
        "Most people answer.\n\n## Rest\n\nSleep comes first.",
        "numbered: true",
    ),
    "tips below a heading": (
        word_file(
            par("What helps", style="Heading1"), par("Two things."), par("1. Wait a day"),
            par("It hurts less then."), par("2) Ask why"), par("Most people answer."),
        ),
        "## What helps\n\nTwo things.\n\n### 1. Wait a day\n\nIt hurts less then.\n\n"
        "### 2. Ask why\n\nMost people answer.",
        "",
    ),
    "a table": (
        word_file(
            par("See:"),
            table(
                ("Day", "What to do"), ("Monday", par("Rest.") + par("Eat | drink.")),
                ("Tuesday", "Ask."),
            ),
        ),
        "See:\n\n| Day | What to do |\n| --- | --- |\n| Monday | Rest.<br>Eat \\| drink. |\n"
        "| Tuesday | Ask. |",
        "",
    ),
    "a box": (
        word_file(par("Before."), table((par("In a box.") + par("Two lines."),)), par("After.")),
        "Before.\n\nIn a box.\n\nTwo lines.\n\nAfter.",
        "",
    ),
    "links and marks": (
        word_file(
            par(
                run("Note:", BOLD), run("see "), link("the guide"), run(", "),
                run("soon", "<w:i/>"), run("."),
            ),
            links=["https://www.acas.org.uk/a guide"],
        ),
        "**Note**:see [the guide](https://www.acas.org.uk/a%20guide), *soon*.",
        "",
    ),
    "quotations": (
        word_file(par("She said:"), par("Be kind.", style="Quote"), par("Be calm.", style="Quote")),
        "She said:\n\n> Be kind.\n>\n> Be calm.",
        "",
    ),
    "notes at the foot": (
        word_file(
            par(run("It is the law."), NOTE.format(1), run(" So ask.")),
            par(run("Again."), NOTE.format(2)),
            notes=["Equality Act 2010", "Section 20"],
        ),
        "It is the law.[^1] So ask.\n\nAgain.[^2]\n\n[^1]: Equality Act 2010\n\n[^2]: Section 20",
        "",
    ),
    "signs of Markdown": (
        word_file(
            par("# One * two _three_ [name] <b> {x} a_b"), par("1995. A law was made."),
            par("- not a list"), par("5 < 6 & R&D &amp; `code`"), par("Line one\nLine two"),
        ),
        "\\# One \\* two \\_three\\_ \\[name\\] \\<b> \\{x} a_b\n\n1995\\. A law was made.\n\n"
        "\\- not a list\n\n5 \\< 6 & R&D \\&amp; \\`code\\`\n\nLine one\\\nLine two",
        "",
    ),
    "signs nobody sees": (
        word_file(par("An inter\u00adview\u200b with\u00a0care."), par(""), par(" "), par("End.")),
        "An interview with care.\n\nEnd.",
        "",
    ),
}  # fmt: skip
GOOGLE = {
    "headings and bold": (
        word_file(
            par(run("Start", '<w:rtl w:val="0"/>'), style="Heading1"), par("A."),
            par(run("Very", GOOGLE_BOLD), run(" good", GOOGLE_BOLD), run(" news.")),
            par("Next", style="Heading2"), par("B."),
        ),
        "## Start\n\nA.\n\n**Very good** news.\n\n### Next\n\nB.",
        "",
    ),
    "lists": (
        word_file(
            entry("One", style=""), entry("Two", style=""),
            entry("Two and a half", level=1, style=""),
            par("Text."), entry("a", NUMBERS, style=""), entry("b", NUMBERS, style=""),
        ),
        "- One\n- Two\n  - Two and a half\n\nText.\n\n1. a\n2. b",
        "",
    ),
    "a link by Google": (
        word_file(
            par(link("Acas")), links=["https://www.google.com/url?q=https://acas.org.uk/&sa=D"]
        ),
        "[Acas](https://acas.org.uk/)",
        "",
    ),
    "headings with numbers": (
        word_file(
            par("1. Wait", style="Heading2"), par("A day."), par("2. Ask", style="Heading2"),
            par("By e-mail."),
        ),
        "## Wait\n\nA day.\n\n## Ask\n\nBy e-mail.",
        "numbered: true",
    ),
}  # fmt: skip
LIBREOFFICE = {
    "text body": (
        word_file(
            par("Begin", style="Heading1"), par("One.", style="TextBody"),
            par("Inner", style="Heading2"), par("Two.", style="TextBody"),
            par("Other", style="Heading1"), par("Three.", style="TextBody"),
        ),
        "## Begin\n\nOne.\n\n### Inner\n\nTwo.\n\n## Other\n\nThree.",
        "",
    ),
    "quotations": (
        word_file(par("So:"), par("Rest.", style="Quotations"), par("End.", style="TextBody")),
        "So:\n\n> Rest.\n\nEnd.",
        "",
    ),
    "a table with an empty cell": (
        word_file(table(("", "Yes"), ("No", ""))),
        "|  | Yes |\n| --- | --- |\n| No |  |",
        "",
    ),
    "breaks in lines": (
        word_file(par("10 High Street\nLondon"), entry("One\nmore", style="TextBody")),
        "10 High Street\\\nLondon\n\n- One\\\n  more",
        "",
    ),
}  # fmt: skip
DOCUMENTS = {
    f"{program}: {name}": case
    for program, cases in (("Word", WORD), ("Google", GOOGLE), ("LibreOffice", LIBREOFFICE))
    for name, case in cases.items()
}
OPTIONS = ("--summary", "What helps.", "--topic", "your-rights", "--no-open")


def imported(site: Site, name: str, raw: bytes | str, *options: str) -> tuple[str, str, str]:
    """Return the front matter and the text of the draft, and what was said."""
    file = site.folder / name
    file.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    slug = re.sub(r"\W+", "-", file.stem.lower()).strip("-")
    result = say(site, "import", str(file), "--title", file.stem, *OPTIONS, *options)
    assert result.exit_code == 0, result.output
    text = (site.folder / f"docs/articles/{slug}.md").read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    return front, body.strip(), result.output


def words_of(markdown: str) -> list[str]:
    html = read_markdown(markdown, "x", 1).html(lambda place: place.href, lambda _: "")
    return sorted(re.findall(r"[^\W_]+", LexborHTMLParser(html).text(separator=" ")))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("import"), article("hello"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_becomes_an_article(site: Site, name: str) -> None:
    raw, expected, key = DOCUMENTS[name]
    front, body, _ = imported(site, f"{name.replace(':', '')}.docx", raw)
    assert body == expected
    assert ("numbered: true" in front) == bool(key)
    assert "draft: true" in front
    assert site.problems() == []


def test_no_word_is_lost() -> None:
    for name, (raw, expected, _) in DOCUMENTS.items():
        with ZipFile(BytesIO(raw)) as parts:
            xml = "".join(
                parts.read(f"word/{part}.xml").decode() for part in ("document", "footnotes")
            )
        spaced = re.sub(r"</w:p>|<w:br/>", " ", xml.replace("\u200b", "").replace("\u00ad", ""))
        words = re.findall(r"[^\W_]+", unescape(re.sub(r"<[^>]+>", "", spaced)))
        lost = Counter(words) - Counter(words_of(expected))
        numbers = {str(number) for number in range(9)}
        assert set(lost) <= {"My", "own", "title"} | numbers, name


def test_pictures_comments_and_changes(site: Site) -> None:
    deleted = '<w:del w:id="7"><w:r><w:delText>Secret</w:delText></w:r></w:del>'
    added = f'<w:ins w:id="8">{run(" and open")}</w:ins>'
    raw = word_file(
        par(run("It is kind"), deleted, added, run(".")),
        par(picture("Two people talking")),
        par(picture("A cat Description automatically generated", 2), picture("Old", 3)),
        par(run("Ask."), '<w:r><w:commentReference w:id="1"/></w:r>'),
        pictures=["png", "png", "emf"],
        comments=["Is this so?"],
    )
    _, body, said = imported(site, "Pictures.docx", raw)
    assert body == (
        "It is kind and open.\n\n![Two people talking](../assets/pictures-1.png)\n\n"
        "![A cat](../assets/pictures-2.png)\n\nAsk."
    )
    assert "Left out: A comment: Is this so?" in said
    assert "Left out: A picture that browsers do not show (x-emf)" in said
    assert sorted(file.name for file in (site.folder / "docs/assets").iterdir()) == [
        "pictures-1.png",
        "pictures-2.png",
    ]
    assert site.problems() == []


ARTICLE = """\
How to handle rejection

Rejection hurts. It is like a game, and only one person wins.

  1. Don\u2019t take it personally

Some things are out of your control.

  1. Learn and move on

Rejections can be opportunities. Don\u2019t hold on to it!

  1. Practice makes perfect

Think of it like a challenge.

4. Know your value

Be kind to yourself!

If you need support, get in touch with me, Haleema Latif. Email

\u2013 Haleema Latif, Inclusive Recruiting

inclusive hires logo

Inclusive Hires powered by Inclusive Recruiting
5th Floor, The Grange, 100 High Street, Southgate, London, N14 6BN
"""
LEFT = (
    "Email",
    "Haleema Latif, Inclusive Recruiting",
    "inclusive hires logo",
    "Inclusive Hires powered by Inclusive Recruiting",
    "5th Floor, The Grange, 100 High Street, Southgate, London, N14 6BN",
)
PASTED = """\
Before the call
Find a quiet place. Ask for half an hour.
\u2022\tCharge your phone.
\u2022\tWrite three things.
o\tone from work
o\tone from home
Then practise:
1)\tSay who you are.
a.\tYour name
2)\tSay why.
What may they ask?
Question\tWhat they want to know
Why this job?\tThat you read the advert
"""


def test_the_original_article_has_its_tips(site: Site) -> None:
    front, body, said = imported(site, "How to handle rejection.txt", ARTICLE)
    assert "numbered: true" in front
    headings = [line for line in body.split("\n") if line.startswith("#")]
    assert headings == [
        "## Don\u2019t take it personally",
        "## Learn and move on",
        "## Practice makes perfect",
        "## Know your value",
    ]
    assert body.startswith("Rejection hurts.")
    assert body.endswith("get in touch with me, Haleema Latif.")
    assert re.findall("Left out: Not part of an article: (.*)", said) == list(LEFT)
    assert site.problems() == []


def test_text_that_was_pasted_has_its_lists_and_tables(site: Site) -> None:
    _, body, _ = imported(site, "Calls.txt", PASTED)
    assert body == (
        "## Before the call\n\nFind a quiet place. Ask for half an hour.\n\n"
        "- Charge your phone.\n- Write three things.\n  - one from work\n  - one from home\n\n"
        "Then practise:\n\n1. Say who you are.\n   1. Your name\n2. Say why.\n\n"
        "## What may they ask?\n\n| Question | What they want to know |\n| --- | --- |\n"
        "| Why this job? | That you read the advert |"
    )
    assert site.problems() == []


def test_markdown_of_another_program_keeps_its_form(site: Site) -> None:
    (site.folder / "cat.png").write_bytes(tiny("cat.png"))
    front, body, said = imported(
        site,
        "Notes.md",
        "---\ntitle: Old\n---\nAsk **early**:\n•\tby phone\n•\tby e-mail\n\nThen:\n\n"
        "  1. Wait a day\n\nIt hurts less.\n\n  1. Ask why\n\nMost answer. ![A cat](cat.png)\n\n"
        "| Day | Task |\n|---|---|\n| Monday | Rest |\n",
    )
    assert "numbered: true" in front
    assert body == (
        "Ask **early**:\n\n- by phone\n- by e-mail\n\nThen:\n\n## Wait a day\n\nIt hurts less.\n\n"
        "## Ask why\n\nMost answer. ![A cat](../assets/notes-1.png)\n\n"
        "| Day | Task |\n| --- | --- |\n| Monday | Rest |"
    )
    assert "Left out: The lines between --- and ---" in said


def test_a_web_page_keeps_its_own_text(site: Site) -> None:
    (site.folder / "cat.png").write_bytes(tiny("cat.png"))
    page = (
        "<html><head><title>T</title></head><body><nav>Menu</nav><main><div><h1>Web page</h1>"
        "<p style='x'>Hello <span style='font-weight: 700'>you</span>.</p><div>Loose text</div>"
        "<ol><li><p>One</p></li><li>Two</li></ol><img src='cat.png' alt='A cat'>"
        "<img src='https://a.example/x.png' alt='Not here'></div></main></body></html>"
    )
    _, body, said = imported(site, "Web page.html", page)
    assert body == (
        "Hello **you**.\n\nLoose text\n\n1. One\n2. Two\n\n![A cat](../assets/web-page-1.png)"
    )
    assert "Left out: A picture that is not beside the file: Not here" in said


def test_a_document_becomes_a_checklist(site: Site) -> None:
    raw = word_file(
        par("Before", style="Heading1"), par("Ten minutes is enough."), entry("Charge your phone."),
        entry("Ask #2 for help: soon."), par("\u2610 Pack your bag"),
        par("What is your name? ________"), par("What worries you?"), par("________"),
        par("________"), par("________"), par("After", style="Heading1"),
        par("Turn a worry into a plan"), table(("Worry", "Plan"), ("", ""), ("", "")),
        entry("x" * 150 + ". " + "y" * 100),
    )  # fmt: skip
    (site.folder / "List.docx").write_bytes(raw)
    command = ["import", str(site.folder / "List.docx"), "--title", "A list", "--checklist"]
    result = say(site, *command, "--minutes", "20", *OPTIONS)
    assert result.exit_code == 0, result.output
    text = (site.folder / "docs/checklists/a-list.yml").read_text(encoding="utf-8")
    assert text.partition("draft: true\n")[2] == (
        "sections:\n  - title: Before\n    intro: Ten minutes is enough.\n    items:\n"
        "      - tick: Charge your phone.\n        id: charge-your-phone\n"
        '      - tick: "Ask #2 for help: soon."\n        id: ask-2-for-help-soon\n'
        "      - tick: Pack your bag\n        id: pack-your-bag\n"
        "      - write: What is your name?\n        lines: 2\n        id: what-is-your-name\n"
        "      - write: What worries you?\n        lines: 3\n        id: what-worries-you\n"
        "  - title: After\n    items:\n      - table: Turn a worry into a plan\n"
        '        columns: ["Worry", "Plan"]\n        rows: 2\n'
        "        id: turn-a-worry-into-a-plan\n"
        f"      - tick: {'x' * 150}.\n        hint: {'y' * 100}\n        id: {'x' * 40}\n"
    )
    assert site.problems() == []


def test_a_photo_of_an_iphone_becomes_a_jpeg_without_its_place(site: Site) -> None:
    photo = site.folder / "docs/assets/IMG 2041.HEIC"
    photo.parent.mkdir(exist_ok=True)
    photo.write_bytes(HEIC)
    [problem] = site.problems()
    assert 'Type "resources import" and its name' in problem
    said = say(site, "import", str(photo)).output
    assert "Written: docs/assets/img-2041.jpg" in said
    assert "![What the picture shows](../assets/img-2041.jpg)" in said
    assert f'Now delete "{photo}"' in said
    photo.unlink()
    assert site.problems() == []
    with Image.open(site.folder / "docs/assets/img-2041.jpg") as jpeg:
        assert (jpeg.format, jpeg.size, dict(jpeg.getexif())) == ("JPEG", (16, 8), {})
        assert jpeg.getpixel((4, 4)) == pytest.approx((200, 30, 30), abs=6)


REFUSED = {
    "me.png": (tiny("me.png"), "is a picture and needs no import. Put it into docs/assets."),
    "broken.heic": (HEIC[:300], "is no photo, or is broken. Export it as a JPEG on the phone."),
    "notes.pdf": (b"%PDF-", "is a PDF, which keeps no headings and lists."),
    "notes.pages": (b"x", "is no document that can be read."),
    "empty.txt": (b" \n", "There are no words in it. Type them, or ask who wrote it"),
    "scan.docx": (
        word_file(par(picture("")), pictures=["png"]),
        "There are no words in it. It holds pictures alone, as a scan does.",
    ),
    "old.docx": (b"\xd0\xcf\x11\xe0", "is no Word file, is broken, or has a password."),
    "gone.docx": (b"", "Drag the file into the terminal to get its whole name."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_said_plainly(site: Site, name: str) -> None:
    raw, message = REFUSED[name]
    if raw:
        (site.folder / name).write_bytes(raw)
    result = say(site, "import", str(site.folder / name), "--title", "Not read", *OPTIONS)
    assert result.exit_code == 1
    assert message in result.output
    assert not (site.folder / "docs/articles/not-read.md").exists()


def test_text_can_be_pasted(site: Site) -> None:
    settings = str(site.folder / "mkdocs.yml")
    command = ["import", "-", "--title", "Pasted", *OPTIONS, "--config", settings]
    result = CliRunner().invoke(app, command, "A.\n\u2022 b\n")
    assert result.exit_code == 0, result.output
    text = (site.folder / "docs/articles/pasted.md").read_text(encoding="utf-8")
    assert text.endswith("---\n\nA.\n\n- b\n")
