"""Checks of pictures: whole, of the kind that their name says, and not too large for a phone."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from pathlib import Path

from ...problems import Problem

PICTURES = {
    ".avif": ("AVIF",),
    ".gif": ("GIF",),
    ".jpeg": ("JPEG", "MPO"),
    ".jpg": ("JPEG", "MPO"),
    ".png": ("PNG",),
    ".webp": ("WEBP",),
}
"""The extensions of pictures but drawings, and the names of their formats in Pillow.

Phones save portraits and pairs of pictures as MPO, which starts with a JPEG.
"""

MAX_MEGAPIXELS = 50
"""The build needs four bytes of memory for each pixel."""

_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1")
"""Bytes 4 to 12 of the pictures of iPhones (ISO/IEC 23008-12)."""


def picture_problems(file: Path, path: str) -> list[Problem]:
    """Return a problem if the picture ``file`` is broken, misnamed or too large.

    ``path`` is that for problems.
    """
    from PIL import Image  # noqa: PLC0415 - many sites have no picture

    formats = PICTURES[file.suffix.lower()]
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(file) as picture:
            width, height = picture.size
            if picture.format not in formats:
                return [_misnamed(file, path, picture.format or "")]
            if width * height <= MAX_MEGAPIXELS * 1_000_000:
                picture.draft(None, (1, 1))  # decodes an eighth of a JPEG's pixels
                with _truncation_refused():
                    picture.load()
                return []
    except Image.DecompressionBombError:
        width = height = 0
    except Exception:  # Pillow raises many kinds for what is broken
        return [_broken(file, path)]
    size = ceil(width * height / 1_000_000) if width else "hundreds of"
    what = f"This picture has {size} million pixels; {MAX_MEGAPIXELS} is the most."
    return [Problem(path, 1, 1, what, "Save it smaller: 1,600 pixels wide is plenty.")]


@contextmanager
def _truncation_refused() -> Iterator[None]:
    """Let Pillow raise for a picture that ends early: WeasyPrint, once loaded, allows that."""
    from PIL import ImageFile  # noqa: PLC0415 - see above

    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _misnamed(file: Path, path: str, kind: str) -> Problem:
    what = f'This picture is named "{file.suffix}", and it is a {kind}.'
    right = next((suffix for suffix, kinds in PICTURES.items() if kind in kinds), "")
    fix = f'Rename it to "{file.stem}{right}", also where a page names it.'
    return Problem(path, 1, 1, what, fix if right else "Save it as a JPEG or PNG.")


def _broken(file: Path, path: str) -> Problem:
    with file.open("rb") as opened:
        start = opened.read(12)
    if start[4:] in _HEIC:
        what = f'This picture is named "{file.suffix}", and it is a HEIC, which few browsers show.'
        fix = 'Name it ".heic", and type "resources import" and its name, which makes a JPEG of it.'
        return Problem(path, 1, 1, what, fix)
    what = "This picture is broken, or is no picture."
    return Problem(path, 1, 1, what, "Save it again as a JPEG or PNG, or take it away.")
