"""Pictures: that they cost readers little."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ...problems import Problem

MOST_KILOBYTES = 300
"""About three seconds on a slow phone; a photograph of 1,600 pixels fits."""

_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def heavy_pictures(docs: Path, prefix: str, files: Iterable[str]) -> Iterator[Problem]:
    """Yield a warning for each picture, among ``files`` in ``docs``, that is slow to load."""
    for source in files:
        if not source.lower().endswith(_PICTURES):
            continue
        kilobytes = (docs / source).stat().st_size / 1024
        if kilobytes > MOST_KILOBYTES:
            what = f"This picture has {kilobytes:.0f} KB; {MOST_KILOBYTES} is the most."
            fix = "Save it smaller: 1,600 pixels wide at most, as a JPEG or WebP of medium quality."
            yield Problem(prefix + source, 1, 1, what, fix, "warning")
