"""Check CSS in a drawing against an allow-list: it may load nothing from outside the drawing.

The check looks at tokens (CSS Syntax Level 3, section 4), not at rules or properties: however a
browser interprets a rule, it finds the same tokens in it.
"""

import re
from typing import Any

from .svg_allow_list import names

AT_RULES = names(
    "charset container font-face keyframes -webkit-keyframes layer media namespace supports"
)
FUNCTIONS = names(
    """
    color color-mix device-cmyk hsl hsla hwb icc-color lab lch light-dark oklab oklch rgb rgba

    abs acos asin atan atan2 calc clamp cos env exp hypot log max min mod pow rem round sign sin
    sqrt tan var

    matrix matrix3d perspective rotate rotate3d rotatex rotatey rotatez scale scale3d scalex scaley
    scalez skew skewx skewy translate translate3d translatex translatey translatez

    blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia

    circle ellipse inset path polygon ray rect shape xywh

    conic-gradient linear-gradient radial-gradient repeating-conic-gradient
    repeating-linear-gradient repeating-radial-gradient

    cubic-bezier linear steps

    format local tech

    dir has is lang not nth-child nth-last-child nth-last-of-type nth-of-type where
    """
)
"""Lower case: colours, maths, transforms, filters, shapes, gradients, timing, fonts, selectors."""

_RASTER = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif)[;,]", re.IGNORECASE)
_FONT = re.compile(
    r"data:(?:font/|application/(?:x-)?font-)(?:woff2?|otf|ttf|sfnt|opentype|truetype)[;,]",
    re.IGNORECASE,
)
_NAMESPACES = re.compile(r"http://www\.w3\.org/[\w./]+")
"""Names of W3C namespaces, which ``@namespace`` declares and browsers do not load."""

_NUMBERS = re.compile(
    r"(?:[\s,]*+(?:matrix|rgba?|rotate|scale|skew[XY]|translate)\([-+\w.,%\s]*+\))*+\s*+"
)
"""Most values that have brackets at all are only these; a drawing may have tens of thousands."""

_LONGEST = 60


def is_picture(address: str) -> bool:
    """Tell whether ``address`` is a raster image as a ``data:`` URL, which cannot run a script."""
    return bool(_RASTER.match(address))


def is_simple(css: str) -> bool:
    """Tell whether ``css`` needs no parsing: it has no at-rule and no function but of numbers."""
    return not ("(" in css or "@" in css) or bool(_NUMBERS.fullmatch(css))


def style_error(css: str) -> str | None:
    """Return what is wrong with ``css``, a stylesheet or a value, as a sentence, or nothing."""
    import tinycss2  # noqa: PLC0415 - many sites have no drawing

    if is_simple(css):
        return None
    pending: list[Any] = [tinycss2.parse_component_value_list(css, skip_comments=True)]
    while pending:
        is_declared = False  # whether an "@namespace" stands in front, and a prefix at the most
        for token in pending.pop():
            is_name = is_declared and _NAMESPACES.fullmatch(_address(token) or "")
            found = None if is_name else _token_error(token)
            if found:
                return found
            if token.type == "at-keyword":
                is_declared = token.lower_value == "namespace"
            elif token.type not in ("whitespace", "ident"):
                is_declared = False
            pending.append(getattr(token, "content", None) or getattr(token, "arguments", []))
    return None


def _token_error(token: Any) -> str | None:
    if token.type == "error":
        return "This style cannot be read."
    if token.type == "at-keyword" and token.lower_value not in AT_RULES:
        return f'"@{token.value[:_LONGEST]}" may not stand in a style.'
    address = _address(token)
    if address is not None:
        is_inside = address.startswith("#") or is_picture(address) or _FONT.match(address)
        return None if is_inside else outside_error(address)
    if token.type == "function" and token.lower_name not in FUNCTIONS:
        return f'"{token.name[:_LONGEST]}(…)" may not stand in a style.'
    return None


def _address(token: Any) -> str | None:
    """Return the address in ``url(…)``, or nothing where ``token`` is something else."""
    if token.type == "url":
        return str(token.value)
    if token.type != "function" or token.lower_name != "url":
        return None
    inside = [one for one in token.arguments if one.type != "whitespace"]
    return str(inside[0].value) if [one.type for one in inside] == ["string"] else ""


def outside_error(address: str) -> str:
    """Return the sentence for an ``address`` outside the drawing."""
    shown = address if len(address) <= _LONGEST else f"{address[:_LONGEST]}…"
    return f'"{shown}" is not inside this drawing.'
