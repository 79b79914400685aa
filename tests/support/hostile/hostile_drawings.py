# ruff: noqa: E501 - what is alike stands together
"""Drawings put together by chance, from what draws and from what a browser may obey.

Nothing here knows what is allowed: the check says so, and a browser whether it was right. A program
that runs says ``RAN``; whatever is not inside the drawing stands ``ELSEWHERE``.
"""

import re
from random import Random

from drawing_cases import FINE

RAN = "a program ran"
ELSEWHERE = "http://elsewhere.invalid"
PROGRAM = f"console.log('{RAN}')"
LINK = f"javascript:{PROGRAM}"
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
SVG, XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
SPACES = {
    "": SVG,
    "s": SVG,
    "h": XHTML,
    "m": "http://www.w3.org/1998/Math/MathML",
    "xlink": "http://www.w3.org/1999/xlink",
    "ev": "http://www.w3.org/2001/xml-events",
    "w": "urn:words",
    "x": f"{SVG}/",
}
DRAWS = (
    "g", "g", "rect", "path", "text", "defs", *("style",) * 6, "a", "image", "use", "title", "metadata",
    "linearGradient", "filter", "feImage", "pattern", "svg", "symbol", "switch", "tspan", "marker", "desc",
)  # fmt: skip
OBEYED = (
    *("script",) * 6, "SCRIPT", "Script", "animate", "set", "foreignObject", "iframe", "handler", "audio", "tref", "cursor",
    "img", "link", "base", "object", "embed", "meta", "body", "discard", "color-profile", "font-face-uri",
)  # fmt: skip
STYLED = ("style", "style", "fill", "filter", "mask", "clip-path", "cursor", "marker-end", "stroke")
NAMED = (
    "onload", "onload", "onclick", "onclick", "ONLOAD", "onbegin", "onfocus", "onerror", "src", "ping", "is", "data", "srcset",
)  # fmt: skip
SAID = (
    "id",
    "class",
    "data-x",
    "aria-label",
    "w:onload",
    "w:href",
    "w:style",
    "content",
    "ev:event",
    "x:y",
)
LINKED = ("href", "xlink:href", "href", "xlink:href", "w:href", "h:href", "s:href")
PLACES = (
    *("#x", " #x", "#", PIXEL) * 4, LINK, "java&#10;script:x", "&#9;javascript:x", "JAVASCRIPT&#58;x",
    "javascript&colon;x", f"{ELSEWHERE}/a", "//elsewhere.invalid/a", "/&#92;elsewhere.invalid", "x.svg#x", "",
    f"data:text/html,<script>{PROGRAM}</script>".replace("<", "&lt;"), "https://a.example/", "mailto:a@a.example",
    f"data:image/svg+xml,<svg xmlns='{SVG}' onload='{PROGRAM}'/>".replace("<", "&lt;").replace("'", "&#39;"),
)  # fmt: skip
# Styles that ask for an address, and what may stand around them; § is where the next one goes.
ADDRESSES = (f"{ELSEWHERE}/c", "//elsewhere.invalid/c", "\\2f/elsewhere.invalid/c", "#x", PIXEL)
ASKS = (
    *('url(§)', 'url("§")', "url( '§' )", "URL(§)", "u\\72l(§)", "\\75 rl('§')", "ur\\6c\n(§)", "url(§") * 2,
    "image-set('§' 1x)", "-webkit-image-set(url(§) 1x)", "cross-fade(url(§), url(#x))", "image(url(§))",
    "src('§')", "src(url('§'))", "var(--x, url(§))", "linear-gradient(red, url(§))", "element(§)", "attr(data-x url)",
    "expression(url(§))", "paint(url(§))", *("'§'",) * 9, "rgb(1,2,3) url(§)", "if(else: url(§))", "random-item(url(§))",
)  # fmt: skip
SHEETS = (
    *("*{background:§}", "@import §;", "@import §;") * 5, "g{fill:§}", "*{list-style:inside §}", "*{filter:§;mask:§}",
    "@font-face{font-family:f;src:§}*{font-family:f}", "@media all{*{background:§}}", "*{--x:§;background:var(--x)}",
    "@namespace §;*{background:§}", "@supports (fill:red){*{background:§}}", "@layer a{*{background:§}}",
    "@property --x{syntax:'*';inherits:true;initial-value:§}*{background:var(--x)}", "*{&{background:§}}",
    "@im\\70ort §;", "@charset 'x';@import §;", "@container (width>0){*{background:§}}", "*{cursor:§,auto;content:§}",
    "@keyframes k{from{background:§}}*{animation:k 9s}", "*{-moz-binding:§;behavior:§}", "*{background:red§}",
)  # fmt: skip
VALUES = (
    "§", "§", "red §", "fill:red;background:§", "background:§", "mask:§;cursor:§,auto", "--x:§;background:var(--x)",
)  # fmt: skip
NOISE = (
    "/*", "*/", "/**/", "'", '"', "\\", "\\\n", "\n", " ", ";", "{", "}", "(", ")", "[", "]", "<!--", "-->", "@x ", "@media{", "U+0",
    "u+c", "é", "\u00d7", "\f", ",", "!important", "a{content:'/*'}", "b{content:'*/'}", "@namespace{}", "url(", "#", "\\9 ", "\\0",
)  # fmt: skip
TEXTS = (
    *("words", " ", "") * 6, "<!-- words -->", f"<!--><script>{PROGRAM}</script>-->", f"<![CDATA[<script>{PROGRAM}</script>]]>",
    f"&lt;script>{PROGRAM}&lt;/script>", "]]&gt;", "&#60;script&#62;", "&amp;lt;script>", "<?words x?>", "&#38;#60;",
    f"<?xml-stylesheet href='{ELSEWHERE}/p.css'?>", "&nbsp;", "&x;", "<![CDATA[]]>", f"<?php {PROGRAM}?>",
)  # fmt: skip
HTML_DTD = '"-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"'
SVG_DTD = '"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'
DOCTYPES = (
    *("", "<!DOCTYPE svg>", f"<!DOCTYPE svg PUBLIC {SVG_DTD}>", f"<!DOCTYPE svg PUBLIC {HTML_DTD}>") * 4,
    f"<!DOCTYPE html PUBLIC {HTML_DTD}>", f"<!-- <!DOCTYPE svg --><!DOCTYPE svg SYSTEM '{ELSEWHERE}/x.dtd'>",
    f"<!DOCTYPE svg [<!ENTITY x '{LINK}'>]>", f"<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"{PROGRAM}\">]>",
    "<!doctype html>", "<!-- words -->", f"<?xml-stylesheet href='{ELSEWHERE}/p.css'?>", "<?words x?>",
)  # fmt: skip
SPLICES = (
    "<", ">", "/>", "</g>", "<g>", "'", '"', "&", ";", "]]>", "<![CDATA[", "-->", "<!--", "?>", "<style>", "</style>", " ",
    "&#0;", "\0", "\ufeff", "\u2028", "\ud7ff", "<x/>", "xmlns='urn:words' ", f"xmlns='{XHTML}' ", "<script/>", "&lt;",
)  # fmt: skip


class Maker:
    """Makes one drawing, the same for the same number."""

    def __init__(self, number: int) -> None:
        self.chance = Random(number)  # noqa: S311 - no secret

    def drawing(self) -> bytes:
        """Return what stands in a file."""
        chance = self.chance
        encoding = chance.choice(("utf-8",) * 6 + ("utf-16", "iso-8859-1", "windows-1252"))
        needed = encoding != "utf-8" or self.rarely(2)
        start = f"<?xml version='1.0' encoding='{encoding}'?>" if needed else ""
        spaces = "".join(f" xmlns{':' * bool(key)}{key}='{uri}'" for key, uri in SPACES.items())
        inside = "".join(self.element(3) for _ in range(chance.randint(1, 4)))
        tree = f"<svg{spaces}{self.attributes('svg')}>{inside}</svg>"
        text = f"{start}{chance.choice(DOCTYPES)}{tree}"
        if self.rarely(4):
            encoding, text = "utf-8", self.grafted(chance.choice(tuple(FINE.values())), spaces)
        if self.rarely(5):
            for _ in range(chance.randint(1, 2)):
                at = chance.randrange(len(text))
                text = text[:at] + chance.choice(SPLICES) + text[at + chance.choice((0, 0, 1)) :]
        return text.encode(encoding, errors="xmlcharrefreplace")

    def grafted(self, saved: str, spaces: str) -> str:
        """Return a drawing that a program ``saved``, with an element of ours in it."""
        ends = [match.end() for match in re.finditer("</?[a-z]+[^>]*>", saved)][:-1]
        at = self.chance.choice(ends or [len(saved)])
        return f"{saved[:at]}<g{spaces}>{self.element(2)}</g>{saved[at:]}"

    def element(self, deep: int) -> str:
        chance = self.chance
        name = chance.choice(OBEYED if self.rarely(8) else DRAWS)
        prefix = chance.choice(("w", "w", "h", "s", "m", "x")) if self.rarely(6) else ""
        full = f"{prefix}:{name}" if prefix else name
        again = self.attributes(name)
        if self.rarely(12):
            uri = chance.choice((*SPACES.values(), f"{SVG} ", f" {SVG}"))
            again += f" {chance.choice(('xmlns', 'xmlns:w', 'xmlns:s'))}='{uri}'"
        inside = chance.choice(TEXTS)
        if name == "style":
            inside = self.css()
            inside = f"<![CDATA[{inside}]]>" if self.rarely(4) else inside.replace("<", "&lt;")
        elif name.lower() == "script":
            inside = PROGRAM
        elif deep:
            inside += "".join(self.element(deep - 1) for _ in range(chance.choice((0, 0, 1, 2))))
        return f"<{full}{again}>{inside}</{full}>"

    def attributes(self, name: str) -> str:
        chance = self.chance
        wanted = {}
        if name in ("use", "image", "a", "feImage") or self.rarely(8):
            wanted[chance.choice(LINKED)] = chance.choice(PLACES)
        if self.rarely(3):
            wanted[chance.choice(STYLED)] = (
                self.css(VALUES).replace("<", "&lt;").replace('"', "&quot;")
            )
        if self.rarely(4):
            wanted[chance.choice(SAID)] = chance.choice((*PLACES, PROGRAM, "x"))
        if self.rarely(15):
            wanted[chance.choice(NAMED)] = PROGRAM if self.rarely(2) else chance.choice(PLACES)
        if self.rarely(25):
            wanted[chance.choice(("xml:base", "xml:space", "xml:id"))] = f"{ELSEWHERE}/"
        return "".join(f' {key}="{value}"' for key, value in wanted.items())

    def css(self, around: tuple[str, ...] = SHEETS) -> str:
        chance = self.chance
        if self.rarely(3):
            return "fill:red" if around is VALUES else "*{fill:url(#x)}"
        address = chance.choice(ADDRESSES)
        css = chance.choice(around).replace("§", chance.choice(ASKS)).replace("§", address)
        for _ in range(chance.choice((0, 0, 1, 2, 3))):
            at = chance.randint(0, len(css))
            css = css[:at] + chance.choice(NOISE) + css[at:]
        return css

    def rarely(self, one_in: int) -> bool:
        return self.chance.randrange(one_in) == 0
