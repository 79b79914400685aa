"""The elements and attributes a page of words may hold; all else is taken out by nh3.

nh3 reads HTML as browsers do (html5ever) and writes it anew, so what it returns is what they see.
"""

import re
from functools import cache

import nh3

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What a link may start with; ``javascript:`` and the like never reach a page."""

_TAG = re.compile(r"</?([a-z][a-z0-9-]*)")
_EVERYWHERE = frozenset(("class", "dir", "id", "lang", "title"))

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

_MADE_HERE = {
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

_MADE_EVERYWHERE = frozenset(("hidden", "role"))


def may_hold(name: str, key: str) -> bool:
    """Tell whether the element ``name``, as staff write it, may have the attribute ``key``."""
    return key in _EVERYWHERE or key in ELEMENTS.get(name, ())


def clean(html: str) -> str:
    """Return the inside of a page with nothing in it but what may stand."""
    return _cleaner().clean(html)


def taken_out(html: str) -> str | None:
    """Return the name of the first element that ``clean`` would take out, move or add, if any."""
    typed, read = _TAG.findall(html), _TAG.findall(clean(html))
    pairs = zip([*typed, ""], [*read, ""], strict=False)
    return next((one or other for one, other in pairs if one != other), None)


@cache
def _cleaner() -> nh3.Cleaner:
    names = ELEMENTS.keys() | _MADE_HERE.keys()
    attributes = {name: set(ELEMENTS.get(name, ())) | _MADE_HERE.get(name, set()) for name in names}
    return nh3.Cleaner(
        tags=set(names),
        attributes=attributes | {"*": set(_EVERYWHERE | _MADE_EVERYWHERE)},
        generic_attribute_prefixes={"aria-", "data-"},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
