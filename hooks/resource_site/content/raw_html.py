"""HTML in Markdown that could run a program, show another page or tell another website of readers.

Markdown is rendered as the site renders it, and the result is read as browsers read it (the HTML
standard's own rules, by tinyhtml5), so no trick of writing hides anything. Only text that could
hold such HTML at all is rendered here.
"""

import re
from collections.abc import Iterable, Iterator
from io import StringIO

from markdown import Markdown

from ..problems import Problem
from .addresses import SCHEMES
from .elsewhere import IGNORED, NO_ELSEWHERE, asks_elsewhere, leads_elsewhere, signs
from .forbidden import Forbidden, place
from .two_readings import hidden_markup

EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "tables",
    "smarty",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
)
"""The site's Markdown: what ``mkdocs.yml`` names; a test holds the two equal."""

ELEMENTS = frozenset(
    ("script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "portal")
) | frozenset(("base", "meta", "link", "fencedframe", "noscript", "select"))
"""Elements that run programs, show other pages, or change how this one looks or leads.

A browser that runs scripts reads the inside of ``noscript`` as bare text up to the first
``</noscript>``, even one inside an attribute: what follows is then a page no check has seen.
Inside ``select``, newer browsers read elements that older ones, and the parser here, leave out.
"""

MOST_OPEN = 200
"""Elements that are never closed: each makes reading on slower, for browsers too."""

_OPENED = re.compile(r"<(?!(?:br|hr|img|input|source|track|wbr|p|li|td|th|tr|dt|dd)\b)[a-z]", re.I)
_ADDRESSES = frozenset(
    ("action", "background", "cite", "data", "formaction", "from", "href", "poster", "src", "to")
) | frozenset(("by", "values"))
_TOLD = frozenset(("attributionsrc", "ping"))
"""Attributes that tell a website who follows a link or sees a picture."""

_ANIMATION = frozenset(("animate", "animatetransform", "animatemotion", "set"))
_PICTURE = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp|avif)[;,]", re.IGNORECASE)
_ALIGNED = re.compile(r"text-align: (left|center|right);")
"""What tables give their cells; the one style that Markdown itself writes."""

_SUSPECT = re.compile(r"<[a-zA-Z/!?]|\{|&(?:#|colon|tab|newline)", re.IGNORECASE)
_SUSPECT_PICTURE = re.compile(r"!\[(?![^\[\]\\`]{0,300}\]\(/?[\w.][^\\()<>&`\[\]\"':]*[)\"'])")
"""Any but the plain ``![words](file)`` of a file of ours, space left out.

Whatever Markdown might read in another way than here, such as code in the words, is none.
"""

_SUSPECT_LINK = re.compile(r":(?:(?<=script:)|(?<=data:)|(?<=file:)|(?<=blob:))")
"""In small letters; it begins with the colon, which is quick to look for."""

_NO_SPACE = dict.fromkeys(range(0x21))
"""For ``str.translate``: what browsers pass over in an address."""

_NO_MARKS = dict.fromkeys(map(ord, "`>[]"))
"""The same of what Markdown takes out of one: signs of code, quotations and links in it."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_STEPS = frozenset(("by", "from", "to", "values"))
_OURS = "Put the file in docs/ and name it there, or link to the website instead."
_DROPPED = re.compile(r"<(frame|frameset|portal)(?=[\s/>])", re.IGNORECASE)
"""Elements that a browser leaves out of a page's body; staff should know all the same."""


def raw_html_problems(
    markdown: str, path: str, first_line: int, links: Iterable[str] = ()
) -> list[Problem]:
    """Return a problem for each forbidden thing in ``markdown``, at its place in ``path``.

    ``links`` are those that Markdown's own rules find: whoever checks them says what is wrong.
    """
    dense = markdown.lower().translate(_NO_SPACE)
    if not (
        _SUSPECT.search(markdown)
        or _SUSPECT_LINK.search(dense.translate(_NO_MARKS))
        or ("![" in dense and ("]:" in dense or _SUSPECT_PICTURE.search(dense)))
    ):
        return []
    opened = len(_OPENED.findall(markdown)) - markdown.count("</")
    if opened > MOST_OPEN:
        what = f"{opened} elements of HTML are opened here and never closed."
        return [Problem(path, first_line, 1, what, "Close each of them, or take them out.")]
    html = Markdown(extensions=list(EXTENSIONS)).convert(markdown)
    said = [_scheme(link) for link in links]
    found = []
    for forbidden in find_forbidden(html):
        if forbidden.scheme and forbidden.scheme in said:
            said.remove(forbidden.scheme)
        else:
            found.append(forbidden)
    return place(found, markdown, path, first_line)


def find_forbidden(html: str) -> list[Forbidden]:
    """Return what in ``html``, the inside of a page, may not stand there, in order."""
    import tinyhtml5  # noqa: PLC0415 - most pages hold no HTML

    # An open file, as tinyhtml5 takes short text for the name of one.
    page = StringIO(f"<!doctype html><body><div>{html}")
    found: list[Forbidden] = []
    elements = list(tinyhtml5.parse(page, namespace_html_elements=False).iter())
    for element in elements:
        if isinstance(element.tag, str):
            found += find_in_element(element.tag, dict(element.attrib))
    found += hidden_markup(html, elements)
    return [*found, *(_element(match[1].lower()) for match in _DROPPED.finditer(html))]


def find_in_element(
    tag: str, attributes: dict[str, str], *, drawing: bool = False
) -> Iterator[Forbidden]:
    """Yield what may not stand in one element; names may have a namespace and ``}`` in front.

    A ``drawing`` may have styles, and hold pictures as data: they reach nothing outside it.
    """
    name = tag.rpartition("}")[2].lower()
    if name in ELEMENTS and not (drawing and name == "style"):
        yield _element(name)
    for full, value in attributes.items():
        key = full.rpartition("}")[2].lower()
        if (
            (key.startswith("on") and len(key) > 2)
            or key == "srcdoc"
            or key in _TOLD
            or (
                key == "style"
                and not drawing
                and not (name in ("td", "th") and _ALIGNED.fullmatch(value))
            )
            or (key == "attributename" and name in _ANIMATION and _changes_links(value))
        ):
            yield _attribute(key)
        elif asks_elsewhere(name, key, value):
            yield Forbidden(NO_ELSEWHERE, signs(key), fix=_OURS)
        elif key in _ADDRESSES and not (drawing and _PICTURE.match(value)):
            yield from _in_address(key, value)


def _in_address(key: str, value: str) -> Iterator[Forbidden]:
    for part in value.split(";") if key == "values" else [value]:
        scheme = _scheme(part)
        # What an animation goes from and to may be a time, such as 0:30.
        is_known = scheme in SCHEMES or (key in _STEPS and not scheme.endswith("script"))
        if scheme and not is_known:
            yield _address(scheme)
        elif key in ("action", "formaction") and (scheme or leads_elsewhere(part)):
            what = "A form may not send what readers type to another website."
            yield Forbidden(what, (rf"\b{key}\s*=",))


def _scheme(address: str) -> str:
    match = _SCHEME.match(IGNORED.sub("", address))
    return match[1].lower() if match else ""


def _changes_links(attribute: str) -> bool:
    name = attribute.strip().lower()
    return name.startswith("on") or name.endswith("href")


def _element(name: str) -> Forbidden:
    return Forbidden(f'"<{name}>" may not stand in a page.', (rf"<{name}\b",))


def _attribute(key: str) -> Forbidden:
    name = rf"\b{re.escape(key)}\b"
    return Forbidden(f'"{key}=" may not stand in a page.', (rf"{name}\s*=", name))


def _address(scheme: str) -> Forbidden:
    # Letters may stand apart, or be written as entities; then the nearest link is shown.
    letters = r"\s*".join(map(re.escape, scheme))
    sign = rf"{letters}\s*:|&#|&colon"
    return Forbidden(f'A link may not start with "{scheme}:".', (sign,), scheme)
