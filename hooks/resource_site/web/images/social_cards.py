"""Social cards: the preview images of shared links (``og:image``).

resvg renders one background for each kind of page, and Pillow draws the title on it. A card takes
10 ms of CPU this way; rendered whole by resvg and then reduced to a palette, it takes 113 ms.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...incremental.parallel_map import parallel_map
from ...incremental.store import Store
from ...pages.environment import render_template
from .rasteriser import drawing_engines
from .text_layout import LINE_HEIGHT, TextLayout

if TYPE_CHECKING:
    from PIL.Image import Image

FOLDER = "assets/share"
WIDTH, HEIGHT = 1200, 630
"""Pixels: Facebook, LinkedIn and WhatsApp do not crop this size."""

WORTH_A_PROCESS = 60
"""Cards for each process; forking takes as long as drawing a few."""

_VERSION = 1
"""Part of each card's key: raise it when this file draws differently."""
_LEFT, _MIDDLE = 80, 322
_TITLE_WIDTH, _TITLE_HEIGHT = 690, 350
_TITLE_SIZES = (100, 92, 84, 76, 70, 64, 58)
_BACKGROUND_COLOURS, _SHADES = 48, 16
"""How a card's palette is divided: the background, and the shades of the anti-aliased title."""


@dataclass(frozen=True)
class CardRequest:
    """A card to draw; ``name`` starts its file name, ``kind`` is printed above the title."""

    name: str
    kind: str
    title: str


@dataclass(frozen=True)
class SocialCard:
    """A published card; ``address`` has a hash, so browsers may cache it for ever."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


class SocialCards:
    """Draws cards with the ``design_tokens`` and the templates of the folder ``overrides``."""

    def __init__(
        self,
        overrides: Path,
        tokens: Mapping[str, str],
        store: Store,
        site_name: str,
        text_layout: TextLayout,
    ) -> None:
        self._overrides = overrides
        self._store = store
        self._site_name = site_name
        self._text_layout = text_layout
        self._tokens = tokens
        self._backgrounds: dict[str, Image] = {}

    def make(self, requests: Iterable[CardRequest]) -> list[tuple[SocialCard, Path]]:
        """Return each card with its file, in order, from the store where it has it.

        Raises ``OSError`` where one cannot be written.
        """
        requests = list(requests)
        keys = [self._key(request) for request in requests]
        files = {key: self._store.find(key, ".png") for key in keys}
        missing = {
            key: request for key, request in zip(keys, requests, strict=True) if files[key] is None
        }
        for request in missing.values():
            self._background(request.kind)  # before forking, so that no process repeats it
        drawn = parallel_map(self._draw, list(missing.values()), min_per_process=WORTH_A_PROCESS)
        for key, content in zip(missing, drawn, strict=True):
            files[key] = Path(self._store.path(self._store.put(content, ".png", key)))
        cards = []
        for key, request in zip(keys, requests, strict=True):
            alt = f"{request.kind}: {request.title}"
            file = files[key]
            if file:
                cards.append((SocialCard(f"{FOLDER}/{request.name}.{key[:10]}.png", alt), file))
        return cards

    def _key(self, request: CardRequest) -> str:
        """Return a hash of everything the card depends on."""
        inputs = f"{self._common_inputs}\0{request.kind}\0{request.title}"
        return sha256(inputs.encode()).hexdigest()[:40]

    @cached_property
    def _common_inputs(self) -> str:
        """What all cards depend on."""
        return f"{_VERSION} {drawing_engines()}\0{self._text_layout.digest}\0{self._svg('')}"

    def _svg(self, kind: str) -> str:
        return render_template(
            self._overrides,
            "components/share/share.svg",
            kind=kind,
            site_name=self._site_name,
            brand=self._tokens,
            width=WIDTH,
            height=HEIGHT,
        )

    def _background(self, kind: str) -> "Image":
        """Return the card without a title; the palette ends with the shades of the title."""
        if kind not in self._backgrounds:
            self._backgrounds[kind] = self._draw_background(kind)
        return self._backgrounds[kind]

    def _draw_background(self, kind: str) -> "Image":
        import resvg_py  # noqa: PLC0415 - most builds draw no card
        from PIL import Image, ImageColor  # noqa: PLC0415

        png = resvg_py.svg_to_bytes(
            svg_string=self._svg(kind),
            width=WIDTH,
            skip_system_fonts=True,
            font_files=[str(self._text_layout.file)],
        )
        with Image.open(BytesIO(png)) as image:
            background = image.convert("RGB").quantize(
                _BACKGROUND_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
            )
        band, text = (ImageColor.getrgb(self._tokens[name])[:3] for name in ("band", "on_band"))
        palette = (background.getpalette() or [])[: 3 * _BACKGROUND_COLOURS]
        palette += [0] * (3 * _BACKGROUND_COLOURS - len(palette))
        # Quantizing may have changed the band's colour; the title's edges fade to the exact one.
        index: Any = background.getpixel((_LEFT, HEIGHT // 2))
        palette[3 * index : 3 * index + 3] = band
        for shade in range(_SHADES):
            part = shade / (_SHADES - 1)
            palette += [round(a + (b - a) * part) for a, b in zip(band, text, strict=True)]
        background.putpalette(palette)
        return background

    def _draw(self, request: CardRequest) -> bytes:
        from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415

        title = self._text_layout.fit(request.title, _TITLE_WIDTH, _TITLE_HEIGHT, _TITLE_SIZES)
        step = title.size * LINE_HEIGHT
        baseline = _MIDDLE - step * (len(title.lines) - 1) / 2 + title.size * 0.35
        mask = Image.new("L", (WIDTH, HEIGHT))
        draw = ImageDraw.Draw(mask)
        font = ImageFont.truetype(str(self._text_layout.file), title.size)
        for index, line in enumerate(title.lines):
            draw.text((_LEFT, baseline + index * step), line, fill=255, font=font, anchor="ls")
        card = self._background(request.kind).copy()
        box = mask.getbbox()
        if box:
            shades = mask.crop(box)
            colours = shades.point(
                [_BACKGROUND_COLOURS + value * _SHADES // 256 for value in range(256)]
            )
            card.paste(
                colours, box, shades.point([min(value // 8, 1) * 255 for value in range(256)])
            )
        output = BytesIO()
        card.save(output, "PNG", compress_level=4)
        return output.getvalue()
