"""SVG drawings as PNG pictures, by resvg, each made once and kept."""

from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO

from ...incremental.store import Store
from .text_layout import TextLayout

_VERSION = 2
"""To be raised when this file draws in another way, so that no kept picture is taken for a new one.
"""


def drawing_engines() -> str:
    """Return which programs draw, with their versions."""
    return f"{version('resvg_py')} {version('pillow')}"


class Rasteriser:
    """Makes pictures with the letters of the brand, and keeps them."""

    def __init__(self, store: Store, text_layout: TextLayout) -> None:
        self._store = store
        self._lettering = text_layout

    def png(self, svg: str, width: int, background: str | None = None) -> bytes:
        """Return ``svg`` as a PNG ``width`` pixels wide; the same drawing gives the same bytes."""
        engines = f"{_VERSION} {drawing_engines()}"
        about = f"{engines}\0{self._lettering.digest}\0{width}\0{background}\0{svg}"
        key = sha256(about.encode()).hexdigest()[:40]
        file = self._store.find(key, ".png")
        if file:
            return file.read_bytes()
        import resvg_py  # noqa: PLC0415 - most builds draw no picture

        drawn = resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            background=background,
            skip_system_fonts=True,
            font_files=[str(self._lettering.file)] if "<text" in svg else None,
        )
        picture = _smaller(drawn)
        with suppress(OSError):  # where it cannot be kept, it is made again next time
            self._store.put(picture, ".png", key)
        return picture


def _smaller(picture: bytes) -> bytes:
    """Return the same picture with a palette of 64 colours, enough for flat drawings."""
    from PIL import Image  # noqa: PLC0415 - see above

    small = BytesIO()
    with Image.open(BytesIO(picture)) as image:
        opaque = image.getchannel("A").getextrema() == (255, 255)
        # The quickest way to choose colours, and the only one that keeps what is clear.
        few = (image.convert("RGB") if opaque else image).quantize(
            64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        few.save(small, "PNG")
    return small.getvalue()
