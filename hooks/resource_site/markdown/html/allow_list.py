"""The allow-list of HTML elements and attributes, which nh3 applies to every page.

nh3 parses HTML as browsers do (html5ever) and serialises the tree, so its result is what they see.
"""

import re
from functools import cache
from html import escape, unescape

import nh3

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""URL schemes of links; ``javascript:`` and the like never reach a page."""

_TAG_OR_TEXT = re.compile(r"""<(/?[a-z][a-z0-9-]*)(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+""")
_IMPLIED = ("tbody", "/tbody")
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
"""The elements that staff may write, with their attributes besides ``EVERYWHERE``."""

VOID = frozenset(("br", "hr", "img", "wbr"))
"""Elements without an end tag."""

GENERATED = {
    "a": {"data-address"},
    "audio": {"controls", "preload", "src"},
    "button": {"type"},
    "dialog": set[str](),
    "div": {"tabindex"},
    "fieldset": set[str](),
    "form": {"autocomplete", "method"},
    "h1": set[str](),
    "img": {"decoding", "loading", "sizes", "srcset"},
    "input": {"accept", "autocomplete", "checked", "name", "type", "value"},
    "label": {"for"},
    "legend": set[str](),
    "output": {"for"},
    "picture": set[str](),
    "progress": {"max", "value"},
    "section": set[str](),
    "source": {"sizes", "srcset", "type"},
    "textarea": {"autocomplete", "name", "readonly", "rows"},
    "track": {"default", "kind", "label", "src", "srclang"},
    "video": {"controls", "playsinline", "preload", "src"},
}
"""What only our renderer and embedded checklists may add."""

GENERATED_EVERYWHERE = frozenset(("hidden", "role"))


def is_allowed(element: str, attribute: str) -> bool:
    """Return whether staff may write this attribute on this element."""
    return attribute in EVERYWHERE or attribute in ELEMENTS.get(element, ())


def is_allowed_href(href: str) -> bool:
    """Return whether nh3 accepts the absolute URL ``href``; it removes malformed ones."""
    return clean(f'<a href="{escape(href)}"></a>') != "<a></a>"


def clean(html: str) -> str:
    """Return an HTML fragment without whatever is not on the allow-list."""
    return _cleaner().clean(html)


def first_change(html: str) -> tuple[str, str] | None:
    """Return where ``clean`` first removes, moves or adds a tag or text, or None if it does not.

    That is ``html`` up to and with the change, and the name of the tag, or of the one put in its
    place. The <tbody> that browsers add to a table is no change.
    """
    cleaned = _TAG_OR_TEXT.finditer(clean(html))
    for before in _TAG_OR_TEXT.finditer(html):
        after = next(cleaned, None)
        if after and after[1] in _IMPLIED and before[1] not in _IMPLIED:
            after = next(cleaned, None)
        if not after or _normalised(before) != _normalised(after):
            return html[: before.end()], (before[1] or (after and after[1]) or "").strip("/")
    added = next(cleaned, None)
    return (html, (added[1] or "").strip("/")) if added else None


def _normalised(part: re.Match[str]) -> str:
    return part[1] or unescape(part[0]).strip("\n")


@cache
def _cleaner() -> nh3.Cleaner:
    names = ELEMENTS.keys() | GENERATED.keys()
    attributes = {name: set(ELEMENTS.get(name, ())) | GENERATED.get(name, set()) for name in names}
    return nh3.Cleaner(
        tags=set(names),
        attributes=attributes | {"*": set(EVERYWHERE | GENERATED_EVERYWHERE)},
        generic_attribute_prefixes={"aria-", "data-"},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
