"""The parts of a picture's HTML that depend on the versions the build made of it."""

from collections.abc import Callable, Iterable
from urllib.parse import quote

from markupsafe import escape

from ...markdown.document import PicturePart
from .fitted_pictures import FittedPicture, Version

_SIZES = "(min-width: 38rem) 36rem, calc(100vw - 2rem)"
"""How broad a page shows a picture: as its text, or as a phone less its margins."""


def picture_start(picture: FittedPicture | None, address: Callable[[str], str]) -> str:
    """Return what stands in front of an ``<img>``, if the picture has versions in WebP.

    ``address`` makes an address on the site one that is relative to the page.
    """
    if not picture or not picture.webp:
        return ""
    return f'<picture><source type="image/webp"{_srcset(picture.webp, address)}>'


def picture_end(picture: FittedPicture | None) -> str:
    """Return what stands behind an ``<img>``, if the picture has versions in WebP."""
    return "</picture>" if picture and picture.webp else ""


def picture_attributes(
    picture: FittedPicture | None, shown: PicturePart, address: Callable[[str], str]
) -> str:
    """Return the attributes of an ``<img>`` besides ``src`` and those that were typed.

    Width and height keep its place while it loads. The first picture of a page loads at once, the
    others when a reader comes near them.
    """
    html = "" if shown.is_first else ' loading="lazy"'
    if not picture:  # a drawing, which has no pixels
        return html
    if not shown.is_sized:
        html += f' width="{picture.width}" height="{picture.height}"'
    return f"{_srcset(picture.same, address) if len(picture.same) > 1 else ''}{html}"


def _srcset(versions: Iterable[Version], address: Callable[[str], str]) -> str:
    candidates = [f"{address(quote(each.address))} {each.width}w" for each in versions]
    return f' srcset="{escape(", ".join(candidates))}" sizes="{_SIZES}"'
