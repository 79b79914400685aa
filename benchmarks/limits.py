# ruff: noqa: E501 - many signs a line
"""Checks that 100 KB of any construct are processed or rejected within 2 seconds of CPU.

``make bench`` prints the slowest, and fails if one takes longer or gives too large a page. With an argument, such as
``"<b>"``, only constructs whose name contains it are measured, and all are printed.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import NamedTuple

PROJECT = Path(__file__).parent.parent
sys.path[:0] = [str(folder) for folder in (PROJECT / "tests/support").iterdir()]

from hostile_files import ARTICLE_PATH, CHECKLIST_PATH, HEAD, article  # noqa: E402
from resource_site.commands.check import find_problems  # noqa: E402
from resource_site.markdown.html.allow_list import clean  # noqa: E402
from resource_site.markdown.inline import block_html  # noqa: E402
from resource_site.markdown.reader import read_markdown  # noqa: E402
from small_site import EPOCH, Site  # noqa: E402

MOST = 2.0
"""Seconds of CPU."""

LARGEST = 2 * 1024 * 1024
"""Characters of HTML that 100 KB may become."""

TOO_LARGE = "too large"
SHOWN = 20
SIZE = 99 * 1024
"""Characters, leaving room for front matter."""

PARAGRAPH = 2_400
LINES = 240

REPEATED = (
    "<img ", "<a ", "<a href=x>", "<a href='", "<b>", "</b>", "<p>", "<div>\n", "<div>\n\n", "<x", "<x>",
    "<b title=", "<b a=1 ", "<b/", "<b></b>", "<br>", "<i><b>", "<table>", "<tr><td>", "<details>\n\n",
    "<li>", "<pre>\n", "<p title='<script src=x>'>", "<a@b.c>", "<http://a>", "<!--", "<!---->", "-->",
    "<!", "<?", "<?x?>", "<![CDATA[", "<![CDATA[x]]>", "<!DOCTYPE x>", "</", "</x>", "<", ">", "< b",
    "&", "&amp;", "&#1;", "&#x41;", "&lt;b&gt;", "&amp", "[", "]", "[]", "[[a]", "](", "![", "![a](b)",
    "![a](b.mp4)\n\n", "![a](b 'c')\n\n", "[a](b)", "[a](", "[a](<", "[a](b 'c", '[a](b "c")', "[a]:",
    "[a]: b\n", "[a]: b\n\n", "[a][b]", "[a]{", "[a]{.", "[a]{.button}", "[a](b){.button}", "{", "{.",
    "{#a", "{.button}\n", "{.button}\n\na\n\n", "{{", "{{a}}", "{% a %}", "{:", "[^", "[^1]", "[^1]: a\n",
    "[^1]: a\n\n", "^[a]", "*", "**", "_", "__", "*a*", "*a **b ", "*a_", "**a*", "a*b", "*a\n", "~", "~~",
    "~~a ", "~a~", "~~a~~", "`", "`a", "``a` ", "```", "```\n", "```\na\n```\n\n", "```checklist\na\n```\n\n",
    "~~~", "~~~\n", "\\", "\\\n", "\\*", "\\\\", '"', "'", "'a ", "a'b\"", '"a" ', "''", "5'10\" ", "'90s ",
    "--", "---", "---\n\n", "-- ", "...", ". . .", "www.", "http://", "https://a ", "a@", "a@b.c ", "@",
    "w", "W ", "www.a.b ", "ftp://", "://", "a:b", ":a:", "==a", "==a==", "==", "+", "#", "# ", "# a\n",
    "## a\n\n", "####### ", "a\n-\n", "a\n=\n", "> ", ">", "\n> ", "> a\n", "> [!NOTE]\n", "> [!NOTE]\n> a\n\n",
    "> - ", "- > ", "- ", "- a\n", "-a\n", "* a\n  ", "+ a\n1. ", "1. ", "1. a\n", "1. a\n\nb\n\n", "9. ",
    "- [ ] a\n", "- [ ] ", "- - ", "-\n", "2026. a\n\n", "|", "a|", "|a|b|\n", "|a\n", "|a|\n|-|\n", "\\|",
    "|-", "|`a", "a\n: b\n", "a\n\n: b\n\n", ": ", ":", "\n:", "    a\n", "\t", "\ta\n", " ", "  \n", "a  \n",
    "a\n", "a", "a ", "é", "a. ", "A. B. ", "A\n", "\u2022\ta\n", "\u2022 ", "\u00ad", "\u200b", "\u00a0",
    "\u00a0a\n", "\u2028", "\x0c", "o\ta\n", "\u2013 a\n", "(c)", "(", ")", "!!! ", "!!! a\n\n", "???", '=== "a"\n',
    "--8<-- ", "*[a]: b\n\n", "[TOC]\n\n", ".", ",", ";", "$", "$$", "%", "^", "=", "/", "?", "0", "1)",
    "organization ", "incomprehensibility ", "TODO ", "lorem ipsum ", "a-", "a.", "a/", "javascript:",
)  # fmt: skip

GROWING: dict[str, Callable[[int], str]] = {
    "quotations in each other": lambda n: ">" * n + " a\n",
    "lists in each other": lambda n: " " * (2 * n) + "- a\n",
    "numbered lists in each other": lambda n: " " * (3 * n) + "1. a\n",
    "stretches of stars": lambda n: "*" * n + "a ",
    "stretches of backticks": lambda n: "`" * n + " ",
    "stretches of tildes": lambda n: "~" * n + "a ",
    "stretches of hyphens": lambda n: "-" * n + " ",
    "stretches of brackets": lambda n: "[" * n + "a" + "]" * n + " ",
    "stretches of HTML": lambda n: "<b>" * n + "a" + "</b>" * n + " ",
    "names of links": lambda n: f"[a{n}]: b\n\n",
    "names of notes": lambda n: f"[^a{n}]: b\n\n",
    "used notes": lambda n: f"a[^a{n}]\n\n[^a{n}]: b\n\n",
    "headings with numbers": lambda n: f"## a_{n}\n\n",
    "ids in HTML": lambda n: f"<b id=a{n}>b</b>\n\n",
    "links to what is not there": lambda n: f"[a](x{n}.md)\n\n",
    "links to headings that are not there": lambda n: f"## a heading number {n}\n\n[a](#a-headings-numbers-{n})\n\n",
    "checklists that are not there": lambda n: f"```checklist\nx{n}\n```\n\n",
    "films that are not there": lambda n: f"![a](x{n}.mp4) ",
}  # fmt: skip

WHOLE = {
    "attributes of one tag": f"<div {' '.join(f'a{n}=1' for n in range(12_000))}>\n</div>",
    "elements left open, and others closed": f"<div>{'<b>' * 15_000}{'</i>' * 12_000}",
    "elements in elements": f"{'<div>' * 9_000}{'</div>' * 9_000}",
    "paragraphs in paragraphs": f"<div>\n{'<p>a<p>b</p></p> ' * 5_900}</div>",
    "ids in a block of HTML": f"<div>\n{' '.join(f'<b id=a{n}>b</b>' for n in range(5_000))}</div>",
    "a name for a long address": "[a]: " + "x" * 50_000 + "\n\n" + "[a] " * 12_000,
    "a name for a long title": '[a]: x "' + "t" * 50_000 + '"\n\n' + "[a] " * 12_000,
    "a name for a long title, apart": '[a]: x "'
    + "t" * 5_000
    + '"\n\n'
    + ("[a] " * 500 + "\n\n") * 45,
    "a table that fills up": "|" + "a|" * 300 + "\n|" + "-|" * 300 + "\n" + "|a\n" * 20_000,
    "a table of many columns": "|" + "a|" * 25_000 + "\n|" + "-|" * 25_000 + "\n",
    "a table of many rows": "|a|b|\n|-|-|\n" + "|1|2|\n" * 16_000,
    "one note, often": "[^1] " * 15_000 + "\n\n[^1]: a\n",
    "ids, and links that miss them": "".join(
        f"<b id=a{n}>b</b>{' ' if n % 80 else chr(10) * 2}" for n in range(2_000)
    )
    + "\n\n"
    + "".join(f"[a](#b{n}){' ' if n % 80 else chr(10) * 2}" for n in range(3_500)),
}

CONTEXTS = {
    "": "{}",
    "in a <div>: ": "<div>\n{}",
    "in a comment: ": "<!-- {}",
    "in an attribute: ": '<b title="{}">a</b>',
    "in bold: ": "**{}**",
    "in an entry: ": "- {}",
    "in a cell: ": "|a|\n|-|\n|{}|",
    "in a link: ": "[{}](b)",
}


class Measurement(NamedTuple):
    """CPU seconds, and a description of the result."""

    seconds: float
    name: str
    result: str


def apart(text: str) -> str:
    """Return ``text`` split into paragraphs of the maximum size."""
    parts = [text[at : at + PARAGRAPH] for at in range(0, len(text), PARAGRAPH)]
    return "\n\n".join("\n".join(part.split("\n")[:LINES]) for part in parts)


def texts() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each page to read."""
    for sign in REPEATED:
        text = (sign * (SIZE // len(sign) + 1))[:SIZE]
        for context, form in CONTEXTS.items():
            yield f"{context}{sign!r}", form.format(text)
        yield f"apart: {sign!r}", apart(text)
    for name, grow in GROWING.items():
        text, number = "", 0
        while len(text) < SIZE:
            number += 1
            text += grow(number)
        yield name, text[:SIZE]
        yield f"apart: {name}", apart(text[:SIZE])
    for name, text in WHOLE.items():
        yield name, text[:SIZE]


def read(text: str) -> str:
    """Read a text and write its page, as a build does; return what came of it."""
    document = read_markdown(text, "x.md", 1)
    html = clean(document.html(lambda place: place.href, lambda _: ""))
    if len(html) > LARGEST:
        return f"{TOO_LARGE}, {len(html) // 1024} KB"
    return f"{len(document.problems)} problems, {len(html) // 1024} KB"


def read_short(text: str) -> str:
    """Read a short text of a checklist as often as a file may hold it."""
    return f"{sum(len(block_html(text, str)) for _ in range(SIZE // 800)) // 1024} KB"


def check(settings: str) -> str:
    """Check a site; return what came of it."""
    return f"{len(find_problems(Path(settings), publish=False))} problems"


def entries(items: str, sections: int = 11) -> bytes:
    """Return a checklist with the maximum number of these items."""
    text = "".join(f"  - title: S{n}\n    items:\n{items * 40}" for n in range(sections))
    return f"{HEAD}minutes: 5\nsections:\n{text}".encode()


def files() -> Iterator[tuple[str, str, bytes]]:
    """Yield the name, the path and the content of each file to check."""
    for name, text in texts():
        if name in {*GROWING, *WHOLE} or "apart: " in name:
            yield f"checked: {name}", ARTICLE_PATH, article(text)
    for sign in REPEATED:
        quoted = (sign * 190)[:190].replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        yield f"items of {sign!r}", CHECKLIST_PATH, entries(f'      - "{quoted[:190]}"\n')[:SIZE]
    links = " ".join(f"[b](x{n}.md)" for n in range(15))
    lines = {
        "links to what is not there": entries(f'      - "{links}"\n'),
        "one id, often": entries("      - a\n"),
        "keys": "".join(f"k{n}: v\n" for n in range(8_000)).encode(),
        "topics": f"topics: [{','.join(f't{n}' for n in range(12_000))}]\n".encode(),
        "options": f"- choose: x\n  options: [{','.join(f'o{n}' for n in range(12_000))}]".encode(),
        "folded lines": f"{HEAD}intro: >\n{'  a b c d' * 9_000}".encode(),
        "letters by number": f'{HEAD}intro: "{chr(92)}u0041{f"{chr(92)}u0041" * 12_000}"'.encode(),
        "comments": b"# a\n" * 20_000,
        "colons": b"a: " * 30_000,
        "lists in lists": b"- " * 40_000,
        "braces": b"{" * 90_000,
        "keys in keys": "\n".join(" " * n + "a:" for n in range(430)).encode(),
    }
    for name, raw in lines.items():
        yield f"YAML, {name}", CHECKLIST_PATH, raw
        yield f"front matter, {name}", ARTICLE_PATH, b"---\n" + raw + b"\n---\nText.\n"


def timed(name: str, work: Callable[[str], str], argument: str) -> Measurement:
    """Measure ``work(argument)``."""
    before = process_time()
    result = work(argument)
    return Measurement(process_time() - before, name, result)


def measure_all(pattern: str) -> Iterator[Measurement]:
    """Measure every construct whose name contains ``pattern``."""
    for name, text in texts():
        if pattern in name:
            yield timed(name, read, text)
    for sign in REPEATED:
        if pattern in f"short: {sign!r}":
            yield timed(f"short: {sign!r}, often", read_short, (sign * 800)[:800])
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        settings = site.folder / "mkdocs.yml"
        for name, path, raw in files():
            if pattern in name:
                file = site.folder / path
                file.parent.mkdir(exist_ok=True)
                file.write_bytes(raw)
                yield timed(name, check, str(settings))
                file.unlink()


def main() -> None:
    """Print the table."""
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    pattern = sys.argv[1] if len(sys.argv) > 1 else ""
    measured = sorted(measure_all(pattern), reverse=True)
    print(
        f"{len(measured)} constructs, the slowest:\n\n| 100 KB of | CPU s | gives |\n|---|---:|---|"
    )
    for one in measured if pattern else measured[:SHOWN]:
        name = one.name.replace("|", "\\|")
        print(f"| {name} | {one.seconds:.2f} | {one.result} |")
    wrong = [one.name for one in measured if one.seconds > MOST or TOO_LARGE in one.result]
    if wrong:
        sys.exit(f"Too slow or too large: {', '.join(wrong)}")


if __name__ == "__main__":
    main()
