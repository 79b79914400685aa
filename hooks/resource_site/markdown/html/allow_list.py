"""The elements and attributes a page of words may hold; all else is taken out by nh3.

nh3 reads HTML as browsers do (html5ever) and writes it anew, so what it returns is what they see.
"""

import re
from functools import cache
from html import escape, unescape

import nh3

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What a link may start with; ``javascript:`` and the like never reach a page."""

_PART = re.compile(r"""<(/?[a-z][a-z0-9-]*)(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+""")
_ADDED = ("tbody", "/tbody")
EVERYWHERE = frozenset(("class", "dir", "id", "lang", "title"))

_PLAIN = (
    "abbr", "address", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "dd",
    "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr",
    "i", "kbd", "mark", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strong", "sub", "summary", "sup", "table", "tbody", "tfoot", "thead", "tr", "u", "ul", "var",
    "wbr",
)  # fmt: skip
ELEMENTS: dict[str, frozenset[str]] = dict.fromkeys(_PLAIN, frozenset()) | {
    "a": frozenset(("href",)),
    "del": frozenset(("datetime",)),
    "details": frozenset(("open",)),
    "img": frozenset(("alt", "height", "src", "width")),
    "ins": frozenset(("datetime",)),
    "li": frozenset(("value",)),
    "ol": frozenset(("reversed", "start", "type")),
    "td": frozenset(("colspan", "rowspan")),
    "th": frozenset(("colspan", "rowspan", "scope")),
    "time": frozenset(("datetime",)),
}
"""What staff may write as HTML, each element with its own attributes."""

VOID = frozenset(("br", "hr", "img", "wbr"))
"""Elements that have no end."""

MADE_HERE = {
    "a": {"data-address"},
    "audio": {"controls", "preload", "src"},
    "button": {"type"},
    "dialog": set[str](),
    "div": {"tabindex"},
    "fieldset": set[str](),
    "form": {"autocomplete", "method"},
    "h1": set[str](),
    "input": {"accept", "autocomplete", "checked", "name", "type", "value"},
    "label": {"for"},
    "legend": set[str](),
    "output": {"for"},
    "progress": {"max", "value"},
    "section": set[str](),
    "textarea": {"autocomplete", "name", "readonly", "rows"},
    "track": {"default", "kind", "label", "src", "srclang"},
    "video": {"controls", "playsinline", "preload", "src"},
}
"""What our own renderer and a shown checklist add to that; nobody can type it."""

MADE_EVERYWHERE = frozenset(("hidden", "role"))


def may_hold(name: str, key: str) -> bool:
    """Tell whether the element ``name``, as staff write it, may have the attribute ``key``."""
    return key in EVERYWHERE or key in ELEMENTS.get(name, ())


def may_lead_to(href: str) -> bool:
    """Tell whether a link may have the whole web address ``href``, which browsers have to read."""
    return clean(f'<a href="{escape(href)}"></a>') != "<a></a>"


def clean(html: str) -> str:
    """Return the inside of a page with nothing in it but what may stand."""
    return _cleaner().clean(html)


def taken_out(html: str) -> tuple[str, str] | None:
    """Return what stands before the first tag or words that ``clean`` would take out, move or add.

    With it comes the name of that tag, or of one that would stand in its place. The <tbody> that
    browsers add to a table is no change. Returns nothing where nothing would change.
    """
    read = _PART.finditer(clean(html))
    end = 0
    for typed in _PART.finditer(html):
        found = next(read, None)
        if found and found[1] in _ADDED and typed[1] not in _ADDED:
            found = next(read, None)
        end = typed.end()
        if not found or _words(typed) != _words(found):
            return html[:end], (typed[1] or (found and found[1]) or "").strip("/")
    found = next(read, None)
    return (html, (found[1] or "").strip("/")) if found else None


def _words(part: re.Match[str]) -> str:
    return part[1] or unescape(part[0]).strip("\n")


@cache
def _cleaner() -> nh3.Cleaner:
    names = ELEMENTS.keys() | MADE_HERE.keys()
    attributes = {name: set(ELEMENTS.get(name, ())) | MADE_HERE.get(name, set()) for name in names}
    return nh3.Cleaner(
        tags=set(names),
        attributes=attributes | {"*": set(EVERYWHERE | MADE_EVERYWHERE)},
        generic_attribute_prefixes={"aria-", "data-"},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
