"""The brand's bold letters, for pictures: how wide words are, and where a title breaks.

Widths come from the font's own table. Pillow's ``getlength`` would save few lines and take 2.1 ms
a title instead of 0.3, and its answer depends on whether the system has FriBiDi, by kerning.
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

LINE = 1.14
"""From one line of a title to the next, in em."""

_UNKNOWN = 0.6
"""The width, in em, of a letter that no font here has: a little wider than most."""


@dataclass(frozen=True)
class Setting:
    """A title broken into lines, and the size of its letters in pixels."""

    lines: Sequence[str]
    size: float


class TextLayout:
    """The bold fonts of the folder ``overrides``, which share letters between them."""

    def __init__(self, overrides: Path) -> None:
        self._files = sorted(overrides.glob(_BOLD))

    @cached_property
    def digest(self) -> str:
        """Return a text that changes with the fonts."""
        return sha256(b"".join(file.read_bytes() for file in self._files)).hexdigest()

    @cached_property
    def file(self) -> Path:
        """Return all the letters as one TrueType file.

        A drawing program reads no WOFF2, and does not look for a letter in the second of two files
        of one family.
        """
        from fontTools.merge import Merger  # noqa: PLC0415 - most builds draw no letter

        font = Merger().merge([str(file) for file in self._files])
        font.flavor = None
        folder = mkdtemp()
        finalize(self, shutil.rmtree, folder, ignore_errors=True)
        file = Path(folder, "bold.ttf")
        font.save(file)
        return file

    @cached_property
    def _widths(self) -> dict[str, float]:
        """The width of each letter, in em."""
        from fontTools.ttLib import TTFont  # noqa: PLC0415 - see above

        widths: dict[str, float] = {}
        for file in self._files:
            with TTFont(file, lazy=True) as font:
                em = font["head"].unitsPerEm
                for code, glyph in font.getBestCmap().items():
                    widths[chr(code)] = font["hmtx"][glyph][0] / em
        return widths

    def width(self, text: str) -> float:
        """Return how wide ``text`` is, in em."""
        return sum(self._widths.get(letter, _UNKNOWN) for letter in text)

    def set(self, text: str, width: float, height: float, sizes: Iterable[float]) -> Setting:
        """Return ``text`` in the first of ``sizes`` that fits into ``width`` by ``height`` pixels.

        Lines come out about equally long. Where no size fits, a smaller one is made.
        """
        words = text.split()
        longest = max(self.width(word) for word in words)
        for size in sizes:
            lines = self._break(words, width / size)
            if len(lines) * size * LINE <= height and longest * size <= width:
                return Setting(self._even(words, width / size, len(lines)), size)
        return self.set(text, width, height, [size * 0.9])

    def _even(self, words: Sequence[str], width: float, count: int) -> list[str]:
        """Return ``words`` in ``count`` lines of the least width, in em, that holds them."""
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
