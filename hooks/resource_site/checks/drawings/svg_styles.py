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
"""Functions of numbers: nearly all values with brackets, of which a drawing has thousands."""

_MAX_QUOTED = 60
"""Characters of CSS that a message quotes."""


def is_picture(address: str) -> bool:
    """Return whether ``address`` is a ``data:`` URL of a raster image, which cannot run scripts."""
    return bool(_RASTER.match(address))


def is_simple(css: str) -> bool:
    """Return whether ``css`` has no at-rule and only functions of numbers, and needs no parsing."""
    return not ("(" in css or "@" in css) or bool(_NUMBERS.fullmatch(css))


def style_error(css: str) -> str | None:
    """Return what is wrong with ``css``, a stylesheet or a value, as a sentence, or None."""
    import tinycss2  # noqa: PLC0415 - many sites have no drawing

    if is_simple(css):
        return None
    pending: list[Any] = [tinycss2.parse_component_value_list(css, skip_comments=True)]
    while pending:
        after_namespace = False  # after "@namespace" and at most a prefix
        for token in pending.pop():
            is_name = after_namespace and _NAMESPACES.fullmatch(_address(token) or "")
            error = None if is_name else _token_error(token)
            if error:
                return error
            if token.type == "at-keyword":
                after_namespace = token.lower_value == "namespace"
            elif token.type not in ("whitespace", "ident"):
                after_namespace = False
            pending.append(getattr(token, "content", None) or getattr(token, "arguments", []))
    return None


def _token_error(token: Any) -> str | None:
    if token.type == "error":
        return "This style cannot be read."
    if token.type == "at-keyword" and token.lower_value not in AT_RULES:
        return f'"@{token.value[:_MAX_QUOTED]}" may not stand in a style.'
    address = _address(token)
    if address is not None:
        is_inside = address.startswith("#") or is_picture(address) or _FONT.match(address)
        return None if is_inside else outside_error(address)
    if token.type == "function" and token.lower_name not in FUNCTIONS:
        return f'"{token.name[:_MAX_QUOTED]}(…)" may not stand in a style.'
    return None


def _address(token: Any) -> str | None:
    """Return the address in ``url(…)``, or None for any other token."""
    if token.type == "url":
        return str(token.value)
    if token.type != "function" or token.lower_name != "url":
        return None
    arguments = [each for each in token.arguments if each.type != "whitespace"]
    is_string = [each.type for each in arguments] == ["string"]
    return str(arguments[0].value) if is_string else ""


def outside_error(address: str) -> str:
    """Return the message for an ``address`` outside the drawing."""
    shown = address if len(address) <= _MAX_QUOTED else f"{address[:_MAX_QUOTED]}…"
    return f'"{shown}" is not inside this drawing.'
