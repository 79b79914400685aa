# ruff: noqa: E501, S311 - a fragment a line; nothing here is a secret
"""Markdown no person would write, and some that one would: texts drawn from a number."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

PLAIN = (
    "a", "abbr", "b", "bdo", "blockquote", "br", "caption", "code", "dd", "del", "details", "div",
    "dl", "dt", "em", "figure", "h2", "h3", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p",
    "pre", "q", "rp", "rt", "ruby", "s", "small", "span", "strong", "sub", "summary", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "wbr",
)  # fmt: skip
MILD = (
    "<!-- x -->", "<br/>", "<hr>", "<pre>\n\nx</pre>", "<pre>\nx\n\n\ny</pre>", "`<script>`", "\\<b>",
    "<table><caption>x</caption><tr><td>x</td></tr></table>", "<ruby>a<rp>(</rp><rt>b</rt></ruby>",
    "<details>\n\nx\n\n</details>", "<ul>\n<li>x</li>\n</ul>", "&lt;script&gt;pwned()&lt;/script&gt;",
    "&#60;script&#62;", "&#0;", "&nbsp;", "&amp;amp;", "&copy", "&copy;", "&lt", "<", ">", "<>", "< b", "1 < 2",
    "{#x}", "{lang=cy}", "{onclick=pwned()}", "\u00a0", "\u200b", "\x0c", "\x00", "</>", "5 > 3", '"', "'",
    "<b><i>x</i></b>", "<p title='<div data-checklist=\"x\"></div>'>x</p>", "<b title='\"><script>'>x</b>",
)  # fmt: skip
HOSTILE = (
    "animate", "annotation-xml", "applet", "article", "audio", "base", "body", "button", "center",
    "col", "colgroup", "desc", "dialog", "embed", "font", "foreignObject", "form", "frame",
    "frameset", "h1", "head", "html", "iframe", "image", "input", "isindex", "keygen", "label",
    "link", "listing", "main", "malignmark", "marquee", "math", "menuitem", "meta", "mglyph", "mi",
    "mo", "mtext", "my-card", "nobr", "noembed", "noframes", "noscript", "object", "optgroup",
    "option", "param", "picture", "plaintext", "portal", "script", "section", "select", "selectedcontent",
    "set", "slot", "source", "style", "svg", "template", "textarea", "title", "track", "use",
    "video", "x", "xmp", "xss:a",
)  # fmt: skip
NAMES = (
    "href", "src", "alt", "title", "id", "class", "lang", "dir", "open", "start", "type", "value",
    "colspan", "scope", "datetime", "width", "onclick", "onerror", "ONLOAD", "onfocus autofocus",
    "on", "style", "srcset", "srcdoc", "formaction", "action", "poster", "background", "ping",
    "xlink:href", "xmlns", "is", "slot", "name", "data-checklist", "data-item", "role",
    "aria-label", "hidden", "tabindex", "contenteditable", "popover", "nonce", "target", "rel",
    "attributionsrc", "shadowrootmode", "encoding", "http-equiv", "content", '"', "=", "on\x00error",
)  # fmt: skip
FILES = (
    "../contact.md",
    "/contact.md",
    "../assets/x.png",
    "/assets/y.png",
    "../checklists/x.yml",
    "../assets/x.mp4",
    "../assets/x.mp3",
)
ADDRESSES = (
    "https://a.example/", "//a.example/x.png", "http:a.example", "/\\a.example/x.png", "\\\\a.example",
    "mailto:a@a.example", "tel:1", "#x", "?x", "", "x.mp4", "x.mp3", "x.vtt", "&sol;/a.example/x.png",
    "javascript:pwned()", "JaVaScRiPt:pwned()", "java\nscript:pwned()", "java\tscript:pwned()",
    "java&Tab;script:pwned()", "java&NewLine;script:pwned()", "&#106;avascript:pwned()",
    "&#x6A;avascript&colon;pwned()", "javascript&colon;pwned()", " javascript:pwned()",
    "\x01javascript:pwned()", "&#1;javascript:pwned()", "&#0;javascript:pwned()",
    "\u00a0javascript:pwned()", "javascript\\:pwned()", "java\\script:pwned()", "javas`cript:pwned()`",
    "javascript:pwned()//", "javascript://%0apwned()", "javascript:/*--></title></style></script>",
    "data:text/html,<script>pwned()</script>", "data:text/html;base64,PHNjcmlwdD4=", "vbscript:pwned()",
    "data:image/svg+xml,<svg onload=pwned()>", "blob:x", "file:///etc/passwd", "view-source:x",
    "feed:javascript:pwned()", "jar:x", "about:blank", "http://[::1", "https://a.example:99999",
)  # fmt: skip
VALUES = (
    "x", "pwned()", "<script>pwned()</script>", "</title><img src=//a.example/x onerror=pwned()>",
    "--><img src=//a.example/y onerror=pwned()>", "<div data-checklist='x'>", "</p><p onclick=pwned()>",
    '"><svg onload=pwned()>', "'><svg onload=pwned()>", "`><svg onload=pwned()>", "&quot;>", "&lt;b&gt;",
    "&amp;lt;", "a b", "a\nb", "a\n\nb", "a > b", "\u2028", "é", "\\", "]]>", "site--main", "a--b", "button",
    "button button--quiet", "2", "rtl", "", "http-equiv", "#", "*a*", "[a](b)", "{.button}", "\x00",
)  # fmt: skip
ODD = (
    "<script>pwned()</script>", "<script src=//a.example/x.js></script>", "<SCRIPT>pwned()</SCRIPT>",
    "<scr<script>ipt>pwned()</script>", "<img src=x onerror=pwned()>", "<img/src=x/onerror=pwned()>",
    "<svg onload=pwned()>", "<svg><script>pwned()</script></svg>", "<svg/onload=pwned()//",
    "<math><mtext><table><mglyph><style><img src=x onerror=pwned()></style></table></mtext></math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=pwned()>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=pwned()>\">",
    "<noscript><p title=\"</noscript><img src=x onerror=pwned()>\">", "<plaintext>", "<xmp><p></xmp>",
    "<textarea><a title=\"</textarea><img src=x onerror=pwned()>\">", "<title><b></title>",
    "<template><col><textarea></template><script src=//a.example/x></script>",
    "<video title=\"<script src=//a.example/x></script>\">", "<form><isindex onfocus=pwned() autofocus>",
    "<p title='<div data-checklist=\"x\"></div>'>", "<select><img src=x onerror=pwned()></select>",
    "<svg><a><animate attributeName=href values=javascript:pwned() /><text>x</text></a></svg>",
    "<svg><use href=\"data:image/svg+xml,<svg id=x onload=pwned()>#x\"/></svg>", "<base href=//a.example>",
    "<link rel=stylesheet href=//a.example/x.css>", "<meta http-equiv=refresh content=0>",
    "<iframe srcdoc='<script>parent.pwned()</script>'></iframe>", "<object data=//a.example/x></object>",
    "<details open ontoggle=pwned()>", "<dialog open>", "<button popovertarget=x onbeforetoggle=pwned()>",
    "<!-- x -->", "<!-->", "<!--->", "<!---->", "<!-- x --!>", "<!-- x -- >", "<!--", "-->", "--!>",
    "<!--><script>pwned()</script>-->", "<!--[if IE]><script>pwned()</script><![endif]-->",
    "<![CDATA[", "]]>", "<![CDATA[<script>pwned()</script>]]>", "<!DOCTYPE html>", "<!x>", "<!>",
    "<?php pwned() ?>", "<?xml version='1.0'?>", "<?", "?>", "</", "</>", "</ b>", "</3>", "<", ">", "<>",
    "<a", "<b ", "<a href=", '<a href="', "<a href='x", "</p>", "</div>", "</table>", "</td>", "</a>",
    "</main></body></html>", "<p/>", "<br/>", "</br>", "<hr>", "<image src=x onerror=pwned()>",
    "<nobr><nobr>", "<a><a>", "<b><i></b></i>", "<p><div></div></p>", "<table><p>x</p></table>",
    "<table>x<tbody></tbody></table>", "<tr><td>x</td></tr>", "<li>x", "<h2>x</h3>", "<pre>\n\nx</pre>",
    "<pre>\nx\n\n\ny</pre>", "<table><caption>x</caption><tr><td>x</td></tr></table>",
    "<ruby>a<rp>(</rp><rt>b</rt></ruby>", "<details>\n\nx\n\n</details>", "<ul>\n<li>x</li>\n</ul>",
    "&lt;script&gt;pwned()&lt;/script&gt;", "&#60;script&#62;", "&#0;", "&#x110000;", "&nbsp;", "&amp;amp;",
    "&copy", "&copy;", "&lt", "\\<script>pwned()</script>", "`<script>`", "``a`b``", "\x00", "\x0c", "\u00a0",
    "\u200b", "\ufeff", "\u2028", "{{7*7}}", "{% x %}", "{.button}", "{#x}", "{onclick=pwned()}",
    "{: onclick=pwned() }", "{href=javascript:pwned()}", "{lang=cy}", "{#site--main}", ":x:", "==x==",
    "\ufdd0", "\ufdd1", "wzxhzdk:0", "\x02", "\x03", "klzzwxh:0000",
)  # fmt: skip
NOTES = (("^1", "x"), ("^a", "*x* <b>y</b>"), ("r", "../contact.md 'x'"))
SIGNS = (
    *"<>\"'`/=&;:!-?[](){}#*_~|\\^.+$@%0 \t\n",
    "\n\n",
    "\n> ",
    "\n- ",
    "\n    ",
    "\n1. ",
    "-->",
)


@dataclass(frozen=True)
class HostileText:
    """A text, and the words that readers would miss if they were not told of a problem."""

    markdown: str
    words: tuple[str, ...]


class Writer:
    """Writes texts; those of one ``seed`` are always the same. Every other one is mostly tame."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.words: list[str] = []
        self.wild = True

    def text(self) -> HostileText:
        """Return the next text."""
        self.words = []
        self.wild = self.random.random() < 0.5
        blocks = [self.block(0) for _ in range(self.random.choice((1, 1, 1, 2, 2, 3, 5)))]
        text = self.random.choice(("\n\n", "\n\n", "\n\n", "\n", "")).join(blocks)
        text += "".join(f"\n\n[{name}]: {what}" for name, what in NOTES if f"[{name}]" in text)
        if self.random.random() < (0.5 if self.wild else 0.2):
            return HostileText(self._scrambled(text), ())
        return HostileText(text, tuple(self.words))

    def one(self, *of: str) -> str:
        """Return one of these."""
        return self.random.choice(of)

    def word(self) -> str:
        """Return words for readers, noted."""
        word = f"kw{len(self.words)}z"
        self.words.append(word)
        return self.one(f"{word}", f"{word} and", f"see {word}, please")

    def address(self) -> str:
        """Return where a link may lead, or should not."""
        return self.one(*ADDRESSES) if self.wild else self.one(*FILES)

    def odd(self) -> str:
        """Return what is typed by few."""
        return self.one(*ODD) if self.wild else self.one(*MILD)

    def attribute(self) -> str:
        """Return one attribute, in any of the ways they are typed."""
        name = self.one(*NAMES)
        value = self.one(*VALUES)
        if name in ("href", "src", "action", "formaction", "poster"):
            value = self.address()
        quote = self.one('"', '"', "'", "", "`")
        space = self.one(" ", " ", " ", "\n", "/", "\t", "\x0c", "  ", "")
        return space + self.one(
            f"{name}={quote}{value}{quote}", f"{name} = {quote}{value}{quote}", name
        )

    def tame(self, name: str) -> str:
        """Return an element that may stand, mostly, with its inside and its end."""
        of = {
            "a": f' href="{self.one(*FILES)}"', "img": f' src="{self.one(*FILES)}" alt="x"',
            "details": self.one("", " open"), "ol": ' start="3"', "td": ' colspan="2"',
        }.get(name, "")  # fmt: skip
        more = self.one("", "", "", f" title='{self.one(*VALUES[:9])}'", ' lang="cy"', ' id="x"')
        start = f"<{name}{of}{more}>"
        if name in ("br", "hr", "img", "wbr"):
            return start
        return f"{start}{self.one('', '', chr(10), chr(10) * 2)}{self.inline(2)}{self.one('', chr(10), chr(10) * 2)}</{name}>"

    def tag(self) -> str:
        """Return a start tag that may be anything."""
        if not self.wild:
            return self.tame(self.one(*PLAIN))
        name = self.one(*PLAIN, *HOSTILE)
        name = self.one(name, name, name, name.upper(), name + "\x00", f"/{name}")
        attributes = "".join(self.attribute() for _ in range(self.random.choice((0, 1, 1, 2, 4))))
        return f"<{name}{attributes}{self.one('>', '>', '>', '/>', ' >', '')}"

    def element(self) -> str:
        """Return an element of any kind that ends, or one in another."""
        start = self.tag()
        if not self.wild:
            return start
        name = (
            start.strip("</").split(">")[0].split()[0].split("/")[0] if start.strip("</>") else "b"
        )
        return f"{start}{self.inline(2)}</{name}>"

    def inline(self, depth: int) -> str:
        """Return what stands in a line."""
        if depth > 3:
            return self.word()
        kinds: tuple[Callable[[], str], ...] = (
            self.word, self.word, self.word, self.word,
            lambda: self.tame(self.one(*PLAIN)),
            lambda: self.tame(self.one("b", "em", "span", "kbd", "a", "sub", "q", "img")),
            self.odd, self.element, self.tag,
            lambda: f"[{self.inline(depth + 1)}]({self.address()})",
            lambda: f"[{self.inline(depth + 1)}](<{self.address()}> '{self.one(*VALUES)}')",
            lambda: f"![{self.inline(depth + 1)}]({self.address()})",
            lambda: f"![{self.word()}]({self.one(*FILES)} \"{self.one(*VALUES)}\")",
            lambda: f"[{self.inline(depth + 1)}][r]", lambda: f"<{self.address()}>",
            lambda: f"[{self.inline(depth + 1)}]{{{self.one('.button', '#y', 'lang=cy', 'onclick=x')}}}",
            lambda: f"*{self.inline(depth + 1)}*", lambda: f"**{self.inline(depth + 1)}**",
            lambda: f"~~{self.inline(depth + 1)}~~", lambda: f"`{self.inline(depth + 1)}`",
            lambda: "https://a.example/x", lambda: "a@a.example", lambda: f"[^{self.one('1', 'a')}]",
            lambda: f"\"{self.inline(depth + 1)}\"", lambda: f"5'10\" -- ... {self.word()}",
            lambda: f"\\{self.one(*SIGNS[:20])}", lambda: f"{self.word()}\\\n{self.word()}",
        )  # fmt: skip
        parts = [self.random.choice(kinds)() for _ in range(self.random.choice((1, 1, 2, 3)))]
        return self.one(" ", " ", "").join(parts)

    def block(self, depth: int) -> str:
        """Return what stands on lines of its own."""
        if depth > 2:
            return self.inline(1)
        inside: Callable[[], str] = lambda: self.block(depth + 1)  # noqa: E731
        kinds: tuple[Callable[[], str], ...] = (
            lambda: self.inline(0), lambda: self.inline(0), lambda: self.inline(0),
            lambda: f"## {self.inline(1)}", lambda: f"{self.inline(1)}\n---",
            lambda: "> " + inside().replace("\n", "\n> "),
            lambda: "- " + inside().replace("\n", "\n  "), lambda: "1. " + inside().replace("\n", "\n   "),
            lambda: f"- [{self.one('x', ' ')}] {self.inline(1)}",
            lambda: f"> [!{self.one('NOTE', 'TIP', 'X')}]\n> " + inside().replace("\n", "\n> "),
            lambda: "| a | b |\n|:-|-:|\n" + f"| {self.inline(2)} | {self.inline(2)} |".replace("\n", " "),
            lambda: f"```{self.one('', 'html', 'x onclick')}\n{self.odd()}\n```",
            lambda: f"```checklist\n{self.one('x', '<script>', '../x')}\n```",
            lambda: f"{self.word()}\n: {self.inline(1)}", lambda: f"> {self.inline(1)}",
            lambda: f"[r]: {self.address()} {self.one('', '(x)', chr(34) + self.one(*VALUES) + chr(34))}",
            lambda: f"{{{self.one('.button', '#z', 'onclick=pwned()')}}}\n{self.inline(1)}",
            lambda: self.tame(self.one("div", "details", "blockquote", "p", "pre", "h2", "figure")),
            lambda: f"<div>\n\n{inside()}\n\n</div>", lambda: f"<details><summary>x</summary>\n\n{inside()}\n\n</details>",
            lambda: f"<table>\n<tr><td>{self.inline(2)}</td></tr>\n</table>",
            self.element, lambda: f"{self.tag()}\n{self.inline(1)}", self.odd,
            lambda: "    " + self.odd(),
        )  # fmt: skip
        return self.random.choice(kinds)()

    def _scrambled(self, text: str) -> str:
        for _ in range(self.random.choice((1, 1, 2, 4))):
            at = self.random.randrange(len(text) + 1)
            to = min(len(text), at + self.random.choice((0, 0, 1, 3, 9)))
            text = text[:at] + self.one("", *SIGNS, *ODD, text[at:to] * 2) + text[to:]
        return text
