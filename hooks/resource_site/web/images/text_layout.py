"""Text layout with the brand's bold font: the width of text, and the line breaks of a title.

Widths come from the font's own table. Pillow's ``getlength`` would save few lines and take 2.1 ms
a title instead of 0.3, and its result differs by kerning on systems with FriBiDi.
"""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from weakref import finalize

_BOLD = "assets/fonts/atkinson-hyperlegible-next-latin*-700-normal.woff2"

LINE_HEIGHT = 1.14
"""In em."""

_DEFAULT_WIDTH = 0.6
"""The width, in em, of a character that the font lacks: a little wider than most."""


@dataclass(frozen=True)
class FittedText:
    """Text broken into lines, and its font size in pixels."""

    lines: Sequence[str]
    size: float


class TextLayout:
    """The bold font of the folder ``overrides``: a file for Latin, and one for extended Latin."""

    def __init__(self, overrides: Path) -> None:
        self._files = sorted(overrides.glob(_BOLD))

    @cached_property
    def digest(self) -> str:
        """Return a hash of the font files."""
        return sha256(b"".join(file.read_bytes() for file in self._files)).hexdigest()

    @cached_property
    def file(self) -> Path:
        """Return both font files merged into one TrueType file.

        resvg and Pillow cannot read WOFF2, and do not look for a character in a second file.
        """
        from fontTools.merge import Merger  # noqa: PLC0415 - most builds draw no text

        font = Merger().merge([str(file) for file in self._files])
        font.flavor = None
        folder = mkdtemp()
        finalize(self, shutil.rmtree, folder, ignore_errors=True)
        file = Path(folder, "bold.ttf")
        font.save(file)
        return file

    @cached_property
    def _widths(self) -> dict[str, float]:
        """The advance width of each character, in em."""
        from fontTools.ttLib import TTFont  # noqa: PLC0415 - see above

        widths: dict[str, float] = {}
        for file in self._files:
            with TTFont(file, lazy=True) as font:
                em = font["head"].unitsPerEm
                for code, glyph in font.getBestCmap().items():
                    widths[chr(code)] = font["hmtx"][glyph][0] / em
        return widths

    def width(self, text: str) -> float:
        """Return the width of ``text``, in em."""
        return sum(self._widths.get(character, _DEFAULT_WIDTH) for character in text)

    def fit(self, text: str, width: float, height: float, sizes: Iterable[float]) -> FittedText:
        """Return ``text`` in the first of ``sizes`` that fits into ``width`` by ``height`` pixels.

        Lines are balanced. If no size fits, smaller ones are tried.
        """
        words = text.split()
        longest = max(self.width(word) for word in words)
        for size in sizes:
            lines = self._break(words, width / size)
            if len(lines) * size * LINE_HEIGHT <= height and longest * size <= width:
                return FittedText(self._balance(words, width / size, len(lines)), size)
        return self.fit(text, width, height, [size * 0.9])

    def _balance(self, words: Sequence[str], width: float, count: int) -> list[str]:
        """Return ``words`` in ``count`` lines of the smallest width, in em, found by bisection."""
        low, high = 0.0, width
        for _ in range(12):
            middle = (low + high) / 2
            fits = len(self._break(words, middle)) <= count and all(
                self.width(line) <= middle for line in self._break(words, middle)
            )
            low, high = (low, middle) if fits else (middle, high)
        return self._break(words, high)

    def _break(self, words: Sequence[str], width: float) -> list[str]:
        lines: list[str] = []
        for word in words:
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines
