"""The picture that goes along when someone shares a page."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .brand import brand_tokens
from .lettering import LINE, Lettering
from .pictures import Pictures
from .text_templates import render_text

FOLDER = "assets/share"
WIDTH, HEIGHT = 1200, 630
"""Pixels: the size that Facebook, LinkedIn and WhatsApp show whole."""

_TITLE_WIDTH, _TITLE_HEIGHT = 690, 350
_TITLE_SIZES = (100, 92, 84, 76, 70, 64, 58)


@dataclass(frozen=True)
class SharePicture:
    """A picture to share; ``address`` changes with what is drawn, so it may be kept for ever."""

    address: str
    alt: str
    svg: str
    width: int = WIDTH
    height: int = HEIGHT


class SharePictures:
    """Draws them in the brand of the folder ``overrides``, and keeps them in ``folder``."""

    def __init__(self, overrides: Path, folder: Path, site_name: str) -> None:
        self._overrides = overrides
        self._site_name = site_name
        self._lettering = Lettering(overrides)
        self._tokens = brand_tokens(overrides)
        self.pictures = Pictures(folder, self._lettering)

    def draw(self, name: str, kind: str, title: str) -> SharePicture:
        """Return the drawing for a page; ``name`` is how its file starts, ``kind`` one word."""
        svg = render_text(
            self._overrides,
            "components/share/share.svg",
            setting=self._lettering.set(title, _TITLE_WIDTH, _TITLE_HEIGHT, _TITLE_SIZES),
            line=LINE,
            kind=kind,
            site_name=self._site_name,
            brand=self._tokens,
            width=WIDTH,
            height=HEIGHT,
        )
        digest = sha256(svg.encode()).hexdigest()[:10]
        alt = f"{kind}: {title}"
        return SharePicture(f"{FOLDER}/{name}.{digest}.png", alt, svg)

    def png(self, picture: SharePicture) -> bytes:
        """Return the picture of a drawing."""
        return self.pictures.png(picture.svg, picture.width)
