"""What makes a reader's browser ask another website by itself, before anyone follows a link.

Whoever answers there would learn who reads what. So nothing a page shows may come from elsewhere.
"""

import re

NO_ELSEWHERE = "A page may not ask another website for what it shows."

IGNORED = re.compile(r"[\x00-\x20]+")
"""What browsers leave out of an address, or what only stands around it."""

_START = r"(?:https?|ftp|wss?):|[/\\]{2}"
"""How the address of another website begins."""

_ELSEWHERE = re.compile(_START, re.IGNORECASE)
_SHOWN = frozenset(("background", "base", "dynsrc", "icon", "lowsrc", "manifest", "poster", "src"))
"""Attributes whose address is asked for at once, wherever they stand."""

_LINKS = frozenset(("a", "area"))
"""Elements whose ``href`` waits for a reader; one of a drawing, such as ``use``, does not."""

_SETS = frozenset(("imagesrcset", "srcset"))
_IN_A_SET = re.compile(rf"(?:^|[\x00-\x20,])(?:{_START})", re.IGNORECASE)
_STYLES = frozenset(
    ("clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start")
) | frozenset(("by", "from", "mask", "stroke", "style", "to", "values"))
"""Attributes of drawings, and of what moves there, that may name a drawing by ``url(…)``."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_NAMESPACE = re.compile(
    r"(?<!\\)@namespace\s++(?!url\()[\w-]*+\s*+(?:url\(\s*+)?[\"']?http://www\.w3\.org/[\w./]*+"
    r"[\"']?\s*+\)?\s*+;",
    re.IGNORECASE,
)
"""The name of a language of the web, which nobody asks for; any other address may be a trick.

Nothing here is tried twice, so a long style takes no longer for its length.
"""

_ESCAPED = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(?:\r\n|[\n\r\f])|(.))", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x1f]+")
_IN_A_STYLE = re.compile(rf"@import|(?:^|[(\"'\s,])(?:{_START})", re.IGNORECASE)

_PICTURE = r"!\[[^\]]{0,300}\]\(\s*<?"
"""What stands before the address of a picture in Markdown."""

_NAMED = r"^ {0,3}\[[^\]\n]{1,300}\]:\s*<?"
"""What stands before the address that a short name leads to."""

_AT = rf"(?P<at>{_START})"


def leads_elsewhere(address: str) -> bool:
    """Tell whether a browser finds ``address`` on another website, however it is written."""
    return bool(_ELSEWHERE.match(IGNORED.sub("", address)))


def asks_elsewhere(name: str, key: str, value: str) -> bool:
    """Tell whether the attribute ``key`` of an element ``name`` makes a browser ask elsewhere."""
    if key in _SHOWN or (key == "href" and name not in _LINKS):
        return leads_elsewhere(value)
    if key in _SETS:
        return bool(_IN_A_SET.search(value))
    return key in _STYLES and style_asks_elsewhere(value)


def style_asks_elsewhere(css: str) -> bool:
    """Tell whether styles name anything on another website.

    What looks like a comment may stand inside a string, and be none: so both readings count.
    """
    return any(map(_names_elsewhere, {css, _COMMENT.sub(" ", css)}))


def signs(key: str) -> tuple[str, ...]:
    """Return regular expressions that find in Markdown what asks elsewhere by ``key``.

    The surest stand first; their group ``at`` is the place to show.
    """
    attribute = rf"\b{key}\s*=\s*[\"']?[^\"'>]{{0,200}}?"
    if key != "src":
        return rf"{attribute}{_AT}", rf"\b{key}\s*="
    return rf"(?:{attribute}|{_PICTURE}){_AT}", rf"{_NAMED}{_AT}", rf"\b{key}\s*=|!\["


def _names_elsewhere(css: str) -> bool:
    plain = _ESCAPED.sub(_letter, _NAMESPACE.sub(" ", css))
    return bool(_IN_A_STYLE.search(_UNSEEN.sub("", plain)))


def _letter(escape: re.Match[str]) -> str:
    if not escape[1]:
        return escape[2] or ""
    number = int(escape[1], 16)
    return chr(number) if 0 < number < 0x110000 else ""
