"""Making a photo or another picture fit to publish, with Pillow.

A published picture stands upright, has the colours of sRGB, is as broad as a page needs it, and
holds no metadata: cameras write down place, time and name, and programs their users' remarks.
"""

import io
import warnings
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # slow to import, and many sites have no picture
    from PIL.Image import Image

VERSION = 1
"""Raise it after a change of what is written here: what builds have kept is then made anew."""

MAX_WIDTH = 1600
"""Pixels: more than twice the measure of a text, for the sharpest screens."""

WIDTHS = (480, 960)
"""Of the smaller versions: phones have screens of 360 to 430 pixels, one to three to a dot."""

# No AVIF: of 19 pictures of scikit-image, at the same PSNR as WebP it has about a tenth fewer bytes
# (coffee: 36 KB at 35.6 dB against 37 KB at 34.5 dB), and takes three to ten times as long to make.
# That is not worth a third set of files.
_WORTH_IT = 0.9
"""A version is kept only if it has at most this part of the bytes of what it could stand for."""

_OPTIONS: dict[str, dict[str, Any]] = {
    "AVIF": {"quality": 63, "speed": 8},
    "GIF": {},
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 80, "method": 4},
}
_ENDINGS = {"AVIF": ".avif", "GIF": ".gif", "JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
_KEPT = ("duration", "disposal", "loop", "transparency")
"""What Pillow needs to know of an animation or a palette; all else in ``info`` is dropped."""

_ORIENTATION = 0x0112
"""The Exif tag that says how the camera was held."""


@dataclass(frozen=True)
class EncodedPicture:
    """One version of a picture."""

    content: bytes
    ending: str
    width: int


@dataclass(frozen=True)
class EncodedSet:
    """All versions of a picture.

    ``same`` are those of its own format, the full one last; ``webp`` those in WebP, if smaller.
    """

    width: int
    height: int
    same: tuple[EncodedPicture, ...]
    webp: tuple[EncodedPicture, ...]


def encode_picture(file: Path) -> EncodedSet:
    """Return the versions to publish of the picture ``file``, which can be decoded."""
    from PIL import Image  # noqa: PLC0415 - see above

    with warnings.catch_warnings(action="ignore"), Image.open(file) as picture:
        kind = "JPEG" if picture.format == "MPO" else str(picture.format)
        if getattr(picture, "n_frames", 1) > 1 and kind != "JPEG":
            return _animation(picture, kind)
        upright = _upright_srgb(picture)
        is_changed = upright is not picture or picture.width > MAX_WIDTH
        full = _narrowed(upright, MAX_WIDTH)
        options = {} if is_changed or kind != "JPEG" else {"quality": "keep"}
        same = [_encode(full, kind, **options)]
        # WebP without loss is for what was saved without it: screenshots, plans and logos.
        webp_options = {"lossless": kind in ("PNG", "GIF")}
        webp = [_encode(full, "WEBP", **webp_options)] if kind not in ("WEBP", "AVIF") else []
        if kind != "GIF":
            for width in reversed([each for each in WIDTHS if each < full.width * 0.8]):
                small = _narrowed(upright, width)
                same.append(_encode(small, kind))
                webp += [_encode(small, "WEBP", **webp_options)] if webp else []
    smallest = _falling(same)
    limit = len(same[0].content) * _WORTH_IT
    is_smaller = bool(webp) and len(webp[0].content) <= limit
    return EncodedSet(*full.size, smallest, _falling(webp) if is_smaller else ())


def _falling(versions: list[EncodedPicture]) -> tuple[EncodedPicture, ...]:
    """Return ``versions``, from the narrowest, without those hardly smaller than a broader one."""
    kept = versions[:1]
    for version in versions[1:]:
        if len(version.content) <= len(kept[-1].content) * _WORTH_IT:
            kept.append(version)
    return tuple(reversed(kept))


def _animation(picture: "Image", kind: str) -> EncodedSet:
    """Return a moving picture without its metadata, and in one size."""
    loop = {"loop": picture.info["loop"]} if "loop" in picture.info else {}
    picture.info = {key: picture.info[key] for key in _KEPT if key in picture.info}
    content = io.BytesIO()
    lossless = {"lossless": True} if kind == "WEBP" else {}
    nothing = {"comment": b""} if kind == "GIF" else {"exif": b"", "xmp": b""}
    picture.save(content, kind, save_all=True, **{**_OPTIONS[kind], **loop, **lossless, **nothing})
    whole = EncodedPicture(content.getvalue(), _ENDINGS[kind], picture.width)
    return EncodedSet(*picture.size, (whole,), ())


def _upright_srgb(picture: "Image") -> "Image":
    """Return ``picture`` turned as its camera was held, in sRGB; itself if nothing has to change.

    Its metadata is dropped.
    """
    from PIL import ImageCms, ImageOps  # noqa: PLC0415 - see above

    turned = picture
    if picture.getexif().get(_ORIENTATION, 1) != 1:
        turned = ImageOps.exif_transpose(picture)
    profile = picture.info.get("icc_profile")
    if profile and turned.mode in ("RGB", "RGBA", "CMYK"):
        with suppress(ImageCms.PyCMSError):  # a broken profile, which browsers ignore too
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            mode = "RGB" if turned.mode == "CMYK" else turned.mode
            srgb = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(turned, source, srgb, outputMode=mode) or turned
    if turned.mode not in ("1", "L", "LA", "P", "RGB", "RGBA") and not turned.mode.startswith("I"):
        turned = turned.convert("RGB")
    turned.info = {key: turned.info[key] for key in _KEPT if key in turned.info}
    return turned


def _narrowed(picture: "Image", width: int) -> "Image":
    """Return ``picture`` at most ``width`` pixels wide."""
    from PIL import Image  # noqa: PLC0415 - see above

    if picture.width <= width:
        return picture
    if picture.mode == "P":
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    elif picture.mode == "1":
        picture = picture.convert("L")
    size = width, max(1, round(picture.height * width / picture.width))
    # With 16 bits a point, Pillow has no better way of making it smaller.
    method = Image.Resampling.NEAREST if picture.mode[0] == "I" else Image.Resampling.LANCZOS
    return picture.resize(size, method)


def _encode(picture: "Image", kind: str, **options: Any) -> EncodedPicture:
    content = io.BytesIO()
    if kind == "WEBP" and picture.mode not in ("RGB", "RGBA"):
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    elif kind == "JPEG" and picture.mode not in ("L", "RGB"):
        picture = picture.convert("RGB")
    picture.save(content, kind, **{**_OPTIONS[kind], **options})
    return EncodedPicture(content.getvalue(), _ENDINGS[kind], picture.width)
