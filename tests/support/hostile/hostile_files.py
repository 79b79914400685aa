# ruff: noqa: E501, RUF001 - a case a line, odd letters and all
"""Files that no person would write, each with the place it is put: a corpus of bad input."""

import struct
import zlib
from collections.abc import Iterator

HEAD = (
    "title: T\nsummary: S.\ntopics: [after-an-interview]\n"
    "published: 2026-11-01\nreviewed: 2026-11-02\n"
)
ARTICLE_PATH = "docs/articles/hostile.md"
CHECKLIST_PATH = "docs/checklists/hostile.yml"
TOPIC = "- slug: after-an-interview\n  title: T\n  summary: S.\n"
BOTTOM = "minutes: 5\nsections:\n  - title: A\n    items: [Rest]\n"


def article(body: str, more: str = "") -> bytes:
    return f"---\n{HEAD}{more}---\n{body}\n".encode()


def checklist(more: str = "", bottom: str = BOTTOM) -> bytes:
    return f"{HEAD}{more}{bottom}".encode()


def png(width: int, height: int) -> bytes:
    """Return the start of a picture that says it has this many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


BOMB = "a: &a [x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(f'*{before}' for _ in range(9))}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
RED = {"alias bomb": BOMB, "alias of itself": "a: &a [*a]\n", "merge": "<<: *x\n"}
RED |= {
    f"tag {tag}": f"title: {tag} x\n"
    for tag in (
        "!!python/object:os.system", "!!python/object/apply:os.system ['touch pwned']",
        "!!python/name:os.system", "!!python/module:os", "!!binary", "!!set", "!ENV HOME",
        "!<tag:yaml.org,2002:python/none>", "!!str", "!!int", "!relative",
    )
}  # fmt: skip
RED |= {
    "deep flow lists": "a: " + "[" * 50_000,
    "deep flow groups": "a: " + "{a: " * 20_000,
    "deep blocks": "\n".join(" " * n + "a:" for n in range(300)),
    "deep sequences": "- " * 40_000,
    "many documents": "a: b\n---\n" * 3_000,
    "many keys": "".join(f"k{n}: v\n" for n in range(9_000)),
    "one key twice, often": "a: b\n" * 9_000,
    "tabs everywhere": "\tx: y\n" * 9_000,
    "no colon": "word " * 15_000,
    "an open quotation": '"' + "x" * 90_000,
    "a directive": "%YAML 9.9\n---\na: b\n",
    "a key of a list": "? [a, b]\n: c\n",
    "a key of a group": "{a: b}: c\n",
    "only a number": "42\n",
    "nothing": "",
    "a comment": "# nothing\n",
    "an escaped NUL": 'title: "a\\0b"\n',
    "an escaped surrogate": 'title: "a\\ud800b"\n',
    "an escaped sign of a terminal": 'title: "\\e[31mred"\n',
    "an escaped override": 'title: "\\u202Ereversed"\n',
    "an escaped noncharacter": 'title: "\\uFFFF"\n',
    "a huge number": f"minutes: {'9' * 5_000}\n",
    "odd numbers": "minutes: .inf\nrows: 0x10\nsteps: 1e999\n",
    "an impossible day": "published: 2026-99-99\nreviewed: 0000-00-00\n",
    "digits of another script": "published: ٢٠٢٦-١١-٠١\nminutes: ٥\n",
    "a length of time without end": "review_every: 99999999 years\n",
    "days at the end of time": "published: 2099-12-31\nreviewed: 2099-12-31\nreview_every: 99 years\n",
    "many topics that do not exist": "topics: [" + ", ".join(f"t{n}" for n in range(9_000)) + "]\n",
    "many checklists that do not exist": "checklists: [" + ", ".join(f"c{n}" for n in range(9_000)) + "]\n",
    "many old names": "moved_from: [" + ", ".join(f"m{n}" for n in range(9_000)) + "]\n",
    "one old name, often": "moved_from: [" + "a, " * 9_000 + "]\n",
    "entries that are one text": "a: b\n" + "  - c\n" * 15_000,
    "entries that are many texts": "".join(f"k{n}: a\n  - b\n" for n in range(7_000)),
    "hyphens without a space": "-a\n" * 30_000,
    "keys without a space": "a:\n" + "- tick:b\n" * 10_000 + "  id: c\n",
    "words after a #": "a: b #c\n" * 12_000,
    "curly quotation marks": f"a: [{'«' * 30_000}, »]\n",
    "curly quotation marks in a list": f"a: [{'“b, ' * 15_000}c”]\n",
    "no-break spaces": "\u00a0a: b\n" * 12_000,
    "no-break spaces after a key": f"a{chr(0xa0) * 900}: b\n",
    "marks of a direction": f"title: {chr(0x200f) * 30_000}\n",
    "joiners": f"title: {chr(0x200d) * 30_000}\n",
    "black flags": f"title: {(chr(0x1f3f4) + chr(0xe0067)) * 12_000}\n",
    "an unknown key of great length": f"{'k' * 900}: x\n",
}  # fmt: skip

ENCODINGS = {
    "UTF-16 with its mark": "---\ntitle: T\n".encode("utf-16"),
    "UTF-16 without": "---\ntitle: T\n".encode("utf-16-le"),
    "UTF-32": "---\ntitle: T\n".encode("utf-32"),
    "cp1252": article("x").replace(b"title: T", b"title: caf\xe9 \x93T\x94"),
    "surrogates in UTF-8": article("x").replace(b"title: T", b"title: \xed\xa0\x80"),
    "an overlong slash": article("x").replace(b"title: T", b"title: \xc0\xaf"),
    "NUL": article("a\0b"),
    "many NULs": b"\0" * 90_000,
    "a picture": png(2, 2),
    "half a character": article("x")[:-1] + b"\xe2\x80",
    "a mark, twice": b"\xef\xbb\xbf\xef\xbb\xbf" + article("x"),
    "old Mac line ends": article("x").replace(b"\n", b"\r"),
    "mixed line ends": article("a\r\nb\rc"),
    "50 MB": b"x" * 50_000_000,
    "50 MB of lines": b"---\n" * 12_500_000,
    "a long line": article("x" * 99_000),
}

SIGNS = {
    f"U+{ord(sign):04X}": sign
    for sign in "\u2028\u2029\u0085\u200e\u200f\u061c\u202a\u202d\u202e\u2066\u2069\ufeff\ufffe"
    "\u200b\u200d\u00ad\u0300\x01\x07\x08\x0b\x0c\x1b\x7f\x80\U000e0041\U0001f600"
}

TRICKS = (
    "../../etc/passwd", "/etc/passwd", "..", ".", "a/b", "a\\b", "a%2fb", "%2e%2e%2f", "a\u2215b",
    "C:", "C:\\x", "con", "aux", "nul", "prn", "com1", "lpt9", "a.", "-a", "a--b", "A", "a b", "~",
    "$HOME", "a;b", "a\u202eb", "\u0430", "x" * 300, "index", "page", "", "null", "file:///etc",
)  # fmt: skip
LINKS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;x",
    " javascript:alert(1)", "\x01javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,AAAA", "vbscript:x", "file:///etc/passwd", "blob:x", "ftp://a.example",
    "../../../../etc/passwd", "/../../etc/passwd", "..\\..\\x", "%2e%2e/%2e%2e/etc/passwd", "a%00b",
    "http://[::1", "http://a:99999999/", "//", "///", "?", "#", ":", "x:", "http:", "mailto:",
    "\\\\a.example\\x", "https://a.example/" + "x" * 5_000, "javascript:alert('a', 1)",
)  # fmt: skip
BODIES = {
    "an open fence": "```\nx",
    "an open fence of a checklist": "```checklist\nx",
    "many open fences": "```\n\n~~~\n\n" * 2_000,
    "fences in quotations": "> ```\n" * 200,
    "square brackets": "[" * 20_000,
    "square brackets, apart": "[a " * 1_500,
    "pictures that never close": "![" * 5_000,
    "brackets that close": "[]" * 2_900,
    "stars": "*a* " * 20_000,
    "stars in stretches": ("*a* " * 1_400 + "\n\n") * 9,
    "stars that never close": "*a_" * 20_000,
    "links in stretches": ("[a](/contact.md) " * 340 + "\n\n") * 8,
    "quotations in quotations": ">" * 5_000 + "x",
    "lists in lists": "\n".join("  " * n + "- a" for n in range(200)),
    "notes in notes": "\n\n".join("    " * n + "!!! note" for n in range(100)),
    "a table too wide": "|a" * 3_000 + "\n" + "|-" * 3_000,
    "a table that fills up": "|" + "a|" * 200 + "\n|" + "-|" * 200 + "\n" + "|\n" * 2_000,
    "a table too long": "|a|b|\n|-|-|\n" + "|1|2|\n" * 10_000,
    "many headings": "## a\n" * 15_000,
    "many headings, apart": "## a\n\n" * 4_000,
    "one list": "- a\n" * 20_000,
    "signs of mail": "@" * 90_000,
    "braces": "{" + "=" * 90_000,
    "quotation marks": '"' * 90_000,
    "backticks": " ".join("`" * n for n in range(1, 400)),
    "entities": "&amp;" * 18_000,
    "brackets of elements": "<" * 90_000,
    "open elements": "<a " * 20_000,
    "open comments": "<!--" * 20_000,
    "open divisions": "<div>\n\n" * 9_000,
    "divisions in divisions": "<div>" * 900,
    "many definitions": "".join(f"[a{n}]: /b{n}\n\n" for n in range(3_000)),
    "many abbreviations": "".join(f"*[a{n}]: b\n\n" for n in range(4_000)),
    "a list of meanings": "a\n:   b\n\n" * 9_000,
    "many small fences": "```\nx\n```\n\n" * 6_000,
    "tables of contents": "[TOC]\n\n" * 6_000 + "## a\n\n" * 6_000,
    "a long abbreviation, often": "*[aa]: " + "x" * 5_900 + "\n\n" + ("aa " * 1_500 + "\n\n") * 20,
    "a long name of a link, often": '[a]: /contact.md "' + "x" * 5_900 + '"\n\n' + ("[a] " * 1_000 + "\n\n") * 22,
    **{
        f"a long name {where}, often": start.format("x" * 5_900) + "\n\n" + (use * 900 + "\n\n") * 22
        for where, start, use in (
            ("in a list", '- [a]: /contact.md "{}"', "[a] "),
            ("in a numbered list", '1. [a]: /contact.md "{}"', "[a] "),
            ("in a definition", 'T\n:   [a]: /contact.md "{}"', "[a] "),
            ("in a list in a quotation", '> - [a]: /contact.md "{}"', "[a] "),
            ("after a tab", '- x\n\n\t[a]: /contact.md "{}"', "[a] "),
            ("with a bracket", "*[a]b]: {}", "a]b "),
            ("over two lines", "*[a\nb]: {}", "a\nb"),
            ("in a list, two lines below", '- [a]:\n  /contact.md\n  "{}"', "[a] "),
        )
    },
    "marks of Python-Markdown's own": "\x02wzxhzdk:0\x03 klzzwxh:0000",
    "a template": "{{ 7*7 }} {% include '/etc/passwd' %} {{ config }}",
    "a snippet": '--8<-- "/etc/passwd"',
    "an include": "{!/etc/passwd!}",
    "attribute lists": 'Text\n{: onclick=x() }\n\n[x](y){: href="javascript:x()" }\n\n# H {: style="x" }',
    "an attribute list on a picture": '![a](assets/x.png){: onerror=x() src="javascript:1"}',
    "a note with a handler as its title": "!!! \"onclick=x\" note\" onclick=x()\n    x",
    "a note with a drawing as its title": '??? note "<svg onload=x()>"\n    x',
    "a fence with attributes": '``` {.python onclick="x()" href="javascript:1"}\nx\n```',
    "a fence with data": "~~~~{ .a #b data-x=\"'><script>x()</script>\" }\nx\n~~~~",
    "an abbreviation of markup": '*[HTML]: "><script>x()</script>\n\nHTML here',
    "a definition of markup": "Term <script>\n:   text <iframe src=x>",
    "cells of markup": "| a <b onmouseover=x> | b |\n|---|---|\n| <script>x</script> | y |",
    "links in angle brackets": "<javascript:x()> <data:text/html,x>",
    "a reference": "[x]: javascript:x()\n\n[x]",
    "links in pieces": "[x](&#x6a;avascript:x()) [y](java\nscript:x()) [z](<java&Tab;script:x()>)",
    "headings of markup": '[TOC]\n\n## <script>x()</script> {: #a"onclick=x }\n\n## `</script>`',
    "Markdown in HTML": '<div markdown="1" onclick="x">\n*x*\n</div>',
    "quotations in quotation signs": '<<script>>x()<</script>> "javascript:"',
    "a footnote": "x[^1]\n\n[^1]: <script>x()</script>",
    "data of XML": "<![CDATA[<script>x()</script>]]>",
    "an instruction": '<?php echo "<script>x()</script>" ?>',
    "a formula": "<math><mtext><table><mglyph><style><img src=x onerror=x()></style></table></mtext></math>",
    "a template of HTML": "<template><script>x()</script></template>",
    "what a browser with scripts reads otherwise": '<noscript><p title="</noscript><img src=x onerror=x()>"></noscript>',
    "a form": '<form action="javascript:x()"><button formaction="javascript:x()">x</button></form>',
    "a drawing that moves": "<svg><a><animate attributeName=href values=javascript:x() /><text>x</text></a></svg>",
    "a drawing that uses another": '<svg><use href="data:image/svg+xml,<svg id=x onload=x()>#x"/></svg>',
    "slashes between attributes": "<img/src=x/onerror=x()>",
    "NUL in an attribute": "<img src=x one\x00rror=x()>",
    "pictures of many sizes": '<img srcset="javascript:x() 1x">',
    "a film": '<video poster="javascript:x()" src=x onplay=x()></video>',
    "a dialog": "<dialog open onclose=x()>x</dialog> <button popovertarget=x onbeforetoggle=x()>x</button>",
    "a link of old drawings": '<svg><a xlink:href="javascript:x()"><text>x</text></a></svg>',
    "the end of a page": "</main></body></html><script>x()</script>",
    "comments that end early": "<!--><script>x()</script>--> <!--!> <script>x()</script> -->",
    "a marker that leads out": '<div data-checklist="../../etc/passwd"></div>',
    "a marker of ours": '<div data-checklist="nope"></div>',
}  # fmt: skip

FILES: dict[str, bytes] = {
    f"docs/assets/{name}": b"x"
    for name in (
        "con.png", "aux.txt", "NUL", "com1.pdf", "lpt9.tar.gz", "a:b.png", "a?.png", "a*.png",
        "a|b.png", 'a"b.png', "a\\b.png", "a<b>.png", "end.", "space ", "new\nline.png", "a\x1b[31m.png",
        "a\u202egpj.exe", "x" * 250, "\udcff\udcfe.png", "caf\u0065\u0301.png", "-rf", "%2e%2e.png",
        "..png", "a.html", "a.svgz", "\u2028.png",
    )
} | {
    f"docs/{name}": b"x"
    for name in ("articles/con.md", "checklists/aux.yml", "nul.md", "articles/A B.md",
        f"articles/{'x' * 200}.md", "articles/.md", "articles/x.MD", "Articles/x.md", "articles/x/y.md",
        "index.yml", "checklists/x.yaml", "articles/\u202e.md", "404.md", "topics.yaml")
} | {
    "docs/assets/giant.png": png(100_000, 100_000),
    "docs/assets/tall.png": png(1, 2_000_000_000),
    "docs/assets/large.png": png(9_000, 9_000),
    "docs/assets/no.png": png(0, 0),
    "docs/assets/half.png": png(10, 10)[:20],
    "docs/assets/text.jpg": b"<script>alert(1)</script>",
    "docs/assets/deep.svg": b"<svg>" * 90_000,
    "docs/topics.yml": "".join(TOPIC.replace("after-an-interview", f"t{n}") for n in range(1_500)).encode(),
    "docs/words.yml": BOMB.encode(),
}  # fmt: skip


def corpus() -> Iterator[tuple[str, str, bytes]]:
    """Yield each case: its name, the path of its file and what stands in it."""
    for name, text in RED.items():
        raw = text.encode()
        yield f"front matter: {name}", ARTICLE_PATH, b"---\n" + raw + b"---\nText.\n"
        yield f"checklist: {name}", CHECKLIST_PATH, raw
        yield f"checklist and more: {name}", CHECKLIST_PATH, checklist(text)
        yield f"topics: {name}", "docs/topics.yml", raw
    for name, raw in ENCODINGS.items():
        for path in (ARTICLE_PATH, CHECKLIST_PATH, "docs/topics.yml", "docs/words.yml"):
            yield f"{path}: {name}", path, raw
    for name, sign in SIGNS.items():
        yield (
            f"{name} in a title",
            CHECKLIST_PATH,
            checklist().replace(b"T\n", f"T{sign}T\n".encode()),
        )
        yield f"{name} in a text", ARTICLE_PATH, article(f"a{sign}b [x](y{sign})")
        yield f"{name} in an old name", ARTICLE_PATH, article("x", f"moved_from: [a{sign}]\n")
    for trick in TRICKS:
        quoted = "'" + trick.replace("'", "''") + "'"
        for key in ("moved_from", "checklists", "topics"):
            hostile = article("x", f"{key}: [{quoted}]\n")
            yield (
                f"{key}: {trick[:20]}",
                ARTICLE_PATH,
                hostile.replace(
                    b"topics: [after-an-interview]\n" if key == "topics" else b"\0", b""
                ),
            )
        slugs = TOPIC + TOPIC.replace("after-an-interview", quoted)
        yield f"slug: {trick[:20]}", "docs/topics.yml", slugs.encode()
        yield f"shown: {trick[:20]}", ARTICLE_PATH, article(f"```checklist\n{trick}\n```")
    for link in LINKS:
        yield f"link {link[:30]}", ARTICLE_PATH, article(f"[x]({link}) [y][z]\n\n[z]: {link}")
        yield f"angle link {link[:30]}", ARTICLE_PATH, article(f"[x](<{link}>) ![x](<{link}>)")
        yield f"HTML link {link[:30]}", ARTICLE_PATH, article(f'<a href="{link}">x</a>')
        yield (
            f"item {link[:30]}",
            CHECKLIST_PATH,
            checklist().replace(
                b"[Rest]", f'\n      - "[x]({link.encode("unicode_escape").decode()})"'.encode()
            ),
        )
    for name, body in BODIES.items():
        yield f"body: {name}", ARTICLE_PATH, article(body)
    for path, raw in FILES.items():
        yield f"file: {path[:60]!r}", path, raw
