"""Photos of iPhones (HEIC), which few browsers show, as JPEGs."""

import io
from pathlib import Path

HEIC = frozenset((".heic", ".heif", ".hif"))
"""Their endings."""

_MOST = 2048
"""Pixels of the longer side; the build publishes no broader pictures than 1,600."""


def jpeg_of_heic(raw: bytes) -> bytes:
    """Return the photo ``raw`` as a JPEG, upright and without place, time and names.

    Raises ``OSError`` or ``ValueError`` if it is broken or none.
    """
    from pi_heif import read_heif  # noqa: PLC0415 - few photos need it
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - slow to import

    try:
        photo = read_heif(io.BytesIO(raw)).to_pillow()
    except (RuntimeError, EOFError, SyntaxError, UnidentifiedImageError) as error:
        raise ValueError(str(error)) from error
    profile = photo.info.get("icc_profile")
    photo.info.clear()
    photo.thumbnail((_MOST, _MOST), Image.Resampling.LANCZOS)
    content = io.BytesIO()
    photo.convert("RGB").save(content, "JPEG", quality=90, icc_profile=profile)
    return content.getvalue()


def is_picture(file: Path) -> bool:
    """Return whether ``file`` is a picture that needs no import."""
    return file.suffix.lower() in (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
