"""The picture that goes along when someone shares a page.

A drawing by resvg is the ground, one for each kind of page; Pillow sets the title on it in the same
letters. Only the title differs between a thousand pictures, and one takes 10 ms of CPU so; drawn
whole by resvg and then given a palette, it takes 113 ms.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...incremental.parallel_map import parallel_map
from ...incremental.store import Store
from ...pages.text_templates import render_text
from .design_tokens import design_tokens
from .rasteriser import drawing_engines
from .text_layout import LINE, TextLayout

if TYPE_CHECKING:
    from PIL.Image import Image

FOLDER = "assets/share"
WIDTH, HEIGHT = 1200, 630
"""Pixels: the size that Facebook, LinkedIn and WhatsApp show whole."""

MIN_PER_PROCESS = 60
"""Pictures for each process; a copy of this one starts in the time of a few."""

_VERSION = 1
"""To be raised when this file draws in another way, so that no kept picture is taken for a new one.
"""
_LEFT, _MIDDLE = 80, 322
_TITLE_WIDTH, _TITLE_HEIGHT = 690, 350
_TITLE_SIZES = (100, 92, 84, 76, 70, 64, 58)
_GROUND_COLOURS, _SHADES = 48, 16


@dataclass(frozen=True)
class Wanted:
    """A picture to make; ``name`` is how its file starts, ``kind`` one word."""

    name: str
    kind: str
    title: str


@dataclass(frozen=True)
class SocialCard:
    """A picture to share; ``address`` changes with what is drawn, so it may be kept for ever."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


class SocialCards:
    """Draws them in the brand of the folder ``overrides``."""

    def __init__(
        self, overrides: Path, store: Store, site_name: str, text_layout: TextLayout
    ) -> None:
        self._overrides = overrides
        self._store = store
        self._site_name = site_name
        self._lettering = text_layout
        self._tokens = design_tokens(overrides)
        self._grounds: dict[str, Image] = {}

    def make(self, wanted: Iterable[Wanted]) -> list[tuple[SocialCard, Path]]:
        """Return each picture with its file, in order; what is kept is not drawn again.

        Raises ``OSError`` where they cannot be written.
        """
        pictures = list(wanted)
        keys = [self._key(picture) for picture in pictures]
        files = {key: self._store.find(key, ".png") for key in keys}
        missing = {
            key: picture for key, picture in zip(keys, pictures, strict=True) if files[key] is None
        }
        for picture in missing.values():
            self._ground(picture.kind)  # drawn here once, and not in each process
        drawn = parallel_map(self._draw, list(missing.values()), min_per_process=MIN_PER_PROCESS)
        for key, content in zip(missing, drawn, strict=True):
            files[key] = Path(self._store.path(self._store.put(content, ".png", key)))
        made = []
        for key, picture in zip(keys, pictures, strict=True):
            alt = f"{picture.kind}: {picture.title}"
            file = files[key]
            if file:
                made.append((SocialCard(f"{FOLDER}/{picture.name}.{key[:10]}.png", alt), file))
        return made

    def _key(self, picture: Wanted) -> str:
        """Return what the picture is made from, as a digest."""
        about = f"{self._common}\0{picture.kind}\0{picture.title}"
        return sha256(about.encode()).hexdigest()[:40]

    @cached_property
    def _common(self) -> str:
        """All that every picture is made from."""
        return f"{_VERSION} {drawing_engines()}\0{self._lettering.digest}\0{self._svg('')}"

    def _svg(self, kind: str) -> str:
        return render_text(
            self._overrides,
            "components/share/share.svg",
            kind=kind,
            site_name=self._site_name,
            brand=self._tokens,
            width=WIDTH,
            height=HEIGHT,
        )

    def _ground(self, kind: str) -> "Image":
        """Return the picture without a title, its last colours being the shades of letters."""
        if kind not in self._grounds:
            self._grounds[kind] = self._draw_ground(kind)
        return self._grounds[kind]

    def _draw_ground(self, kind: str) -> "Image":
        import resvg_py  # noqa: PLC0415 - most builds draw no picture
        from PIL import Image, ImageColor  # noqa: PLC0415

        drawn = resvg_py.svg_to_bytes(
            svg_string=self._svg(kind),
            width=WIDTH,
            skip_system_fonts=True,
            font_files=[str(self._lettering.file)],
        )
        with Image.open(BytesIO(drawn)) as picture:
            ground = picture.convert("RGB").quantize(
                _GROUND_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
            )
        band, letters = (ImageColor.getrgb(self._tokens[name])[:3] for name in ("band", "on_band"))
        palette = (ground.getpalette() or [])[: 3 * _GROUND_COLOURS]
        palette += [0] * (3 * _GROUND_COLOURS - len(palette))
        at: Any = ground.getpixel((_LEFT, HEIGHT // 2))
        palette[3 * at : 3 * at + 3] = band  # where letters end, nothing shows
        for shade in range(_SHADES):
            part = shade / (_SHADES - 1)
            palette += [round(a + (b - a) * part) for a, b in zip(band, letters, strict=True)]
        ground.putpalette(palette)
        return ground

    def _draw(self, wanted: Wanted) -> bytes:
        from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415

        setting = self._lettering.set(wanted.title, _TITLE_WIDTH, _TITLE_HEIGHT, _TITLE_SIZES)
        step = setting.size * LINE
        top = _MIDDLE - step * (len(setting.lines) - 1) / 2 + setting.size * 0.35
        letters = Image.new("L", (WIDTH, HEIGHT))
        pen = ImageDraw.Draw(letters)
        font = ImageFont.truetype(str(self._lettering.file), setting.size)
        for index, words in enumerate(setting.lines):
            pen.text((_LEFT, top + index * step), words, fill=255, font=font, anchor="ls")
        picture = self._ground(wanted.kind).copy()
        box = letters.getbbox()
        if box:
            shades = letters.crop(box)
            colours = shades.point(
                [_GROUND_COLOURS + value * _SHADES // 256 for value in range(256)]
            )
            picture.paste(
                colours, box, shades.point([min(value // 8, 1) * 255 for value in range(256)])
            )
        content = BytesIO()
        picture.save(content, "PNG", compress_level=4)
        return content.getvalue()
