"""What makes a reader's browser ask another website by itself, before anyone follows a link.

Whoever answers there would learn who reads what. So nothing a page shows may come from elsewhere.
"""

import re

IGNORED = re.compile(r"[\x00-\x20]+")
"""What browsers leave out of an address, or what only stands around it."""

_ELSEWHERE = re.compile(r"(?:https?|ftp|wss?):|[/\\]{2}", re.IGNORECASE)
_SHOWN = frozenset(("background", "base", "dynsrc", "icon", "lowsrc", "manifest", "poster", "src"))
"""Attributes whose address is asked for at once, wherever they stand."""

_LINKS = frozenset(("a", "area"))
"""Elements whose ``href`` waits for a reader; one of a drawing, such as ``use``, does not."""

_SETS = frozenset(("imagesrcset", "srcset"))
_IN_A_SET = re.compile(r"(?:^|[\x00-\x20,])(?:https?:|[/\\]{2})", re.IGNORECASE)
_STYLES = frozenset(
    ("clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start")
) | frozenset(("by", "from", "mask", "stroke", "style", "to", "values"))
"""Attributes of drawings, and of what moves there, that may name a drawing by ``url(…)``."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_NAMESPACE = re.compile(r"@namespace[^;]*;", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE)
_IN_A_STYLE = re.compile(r"@import|(?:^|[(\"'\s,])(?:https?:|//)", re.IGNORECASE)


# How an address stands in Markdown.
_PICTURE = r"!\[[^\]]{0,300}\]\(\s*<?"
_NAMED = r"^ {0,3}\[[^\]\n]{1,300}\]:\s*<?"
_AT = r"(?P<at>(?:https?|ftp|wss?):|[/\\]{2})"


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
    """Tell whether styles name anything on another website."""
    plain = _ESCAPED.sub(_letter, _NAMESPACE.sub(" ", _COMMENT.sub(" ", css)))
    return bool(_IN_A_STYLE.search(plain))


def signs(key: str) -> tuple[str, ...]:
    """Return regular expressions that find in Markdown what asks elsewhere by ``key``.

    The surest stand first; their group ``at`` is the place to show.
    """
    attribute = rf"\b{key}\s*=\s*[\"']?[^\"'>]{{0,200}}?"
    if key != "src":
        return rf"{attribute}{_AT}", rf"\b{key}\s*="
    return rf"(?:{attribute}|{_PICTURE}){_AT}", rf"{_NAMED}{_AT}", rf"\b{key}\s*=|!\["


def _letter(escape: re.Match[str]) -> str:
    if escape[2]:
        return escape[2]
    number = int(escape[1], 16)
    return chr(number) if 0 < number < 0x110000 else ""
