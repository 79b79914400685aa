"""Where letters that no font has stand in the files of the site."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ...paper.pdf_renderer import SheetWarning
from ...problems import Problem

FIX = (
    "Write it in another way, or add a font with these letters to "
    "overrides/print/other-scripts.css."
)


def warning_texts(
    warnings: Iterable[SheetWarning], files: Mapping[str, Sequence[str]], root: Path
) -> Iterator[str]:
    """Yield the text of each warning, once; letters without a font with their place.

    ``files`` are the files that a sheet, by its name, is made from; their paths are relative to
    ``root``. The letters may be in another file: then the text names the sheet.
    """
    told: set[str] = set()
    for warning in warnings:
        texts = [f"{warning.sheet}: {warning.text}"]
        if warning.letters:
            places = _places(warning.letters, files.get(warning.sheet, ()), root)
            texts = [str(problem) for problem in places] or [f"{texts[0]} {FIX}"]
        for text in texts:
            if text not in told:
                told.add(text)
                yield text


def _places(letters: str, files: Sequence[str], root: Path) -> Iterator[Problem]:
    """Yield the first place in each file that has some of ``letters``."""
    for file in files:
        text = (root / file).read_text(encoding="utf-8", errors="replace")
        found = [letter for letter in dict.fromkeys(text) if letter in letters]
        if found:
            before = text[: text.index(found[0])]
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            what = f'No font has "{"".join(found)}", so it cannot be printed.'
            yield Problem(file, line, column, what, FIX)
