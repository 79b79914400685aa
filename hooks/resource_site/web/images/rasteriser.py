"""Renders SVG as PNG with resvg, cached in the store."""

from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO

from ...incremental.store import Store
from .text_layout import TextLayout

_VERSION = 2
"""Part of each image's key: raise it when this file draws differently."""


def drawing_engines() -> str:
    """Return the versions of the libraries that draw, as a part of each image's key."""
    return f"{version('resvg_py')} {version('pillow')}"


class Rasteriser:
    """Renders SVG with the brand's font."""

    def __init__(self, store: Store, text_layout: TextLayout) -> None:
        self._store = store
        self._text_layout = text_layout

    def png(self, svg: str, width: int, background: str | None = None) -> bytes:
        """Return ``svg`` as a PNG ``width`` pixels wide; the same drawing gives the same bytes."""
        engines = f"{_VERSION} {drawing_engines()}"
        inputs = f"{engines}\0{self._text_layout.digest}\0{width}\0{background}\0{svg}"
        key = sha256(inputs.encode()).hexdigest()[:40]
        file = self._store.find(key, ".png")
        if file:
            return file.read_bytes()
        import resvg_py  # noqa: PLC0415 - most builds render no image

        rendered = resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            background=background,
            skip_system_fonts=True,
            font_files=[str(self._text_layout.file)] if "<text" in svg else None,
        )
        png = _with_palette(rendered)
        with suppress(OSError):  # then it is rendered again in the next build
            self._store.put(png, ".png", key)
        return png


def _with_palette(png: bytes) -> bytes:
    """Return the image with a palette of 64 colours, which is smaller and enough for an icon."""
    from PIL import Image  # noqa: PLC0415 - see above

    output = BytesIO()
    with Image.open(BytesIO(png)) as image:
        opaque = image.getchannel("A").getextrema() == (255, 255)
        # Fast octree is the fastest method, and the only one that supports transparency.
        quantized = (image.convert("RGB") if opaque else image).quantize(
            64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        quantized.save(output, "PNG")
    return output.getvalue()
