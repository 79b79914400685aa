"""All the PDFs of a site: those that are kept are taken, the others made, on every core."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from ..incremental.cache import Cache
from .pdf_engine import engine_identity
from .pdf_renderer import Press, Sheet, SheetError, Styles

WORTH_A_PROCESS = 3
"""Sheets for each process; starting one costs about as much CPU as making two sheets."""

Pressed = tuple[bytes, list[str]]
Watch = Callable[[Iterable[Pressed], int], Iterable[Pressed]]


def make_pdfs(
    sheets: Sequence[Sheet],
    styles: Styles,
    kept: Cache,
    watch: Watch,
) -> tuple[list[Path], list[str]]:
    """Return the file of each sheet, in order, and all that the engine complained of.

    ``watch`` is handed what is being made and how many there will be, and passes it on; it may
    draw a progress bar. A sheet the engine complained of is made again next time, and so the
    complaint is heard again.
    Raises ``SheetError`` and ``EngineMissingError``.
    """
    key = sheet_keys(styles)
    files = {sheet: kept.get(key(sheet)) for sheet in sheets}
    missing = [sheet for sheet, file in files.items() if file is None]
    complaints: list[str] = []
    with _made(missing, styles) as made:
        for sheet, (pdf, said) in zip(missing, watch(made, len(missing)), strict=True):
            files[sheet] = kept.put(f"{key(sheet)}{'-faulty' * bool(said)}", pdf)
            complaints += said
    return [file for sheet in sheets if (file := files[sheet])], list(dict.fromkeys(complaints))


def sheet_keys(styles: Styles) -> Callable[[Sheet], str]:
    """Return what gives the key of a sheet: all that its PDF depends on, and no time of day."""
    common = sha256(engine_identity().encode())
    for text in (styles.sheet, styles.large_print):
        common.update(f"\0{len(text)}\0{text}".encode())
    for file in sorted(styles.folder.glob("*/fonts/*")):
        common.update(file.read_bytes())

    def key(sheet: Sheet) -> str:
        of_sheet = common.copy()
        of_sheet.update(f"\0{sheet.large_print}\0{sheet.html}".encode())
        return of_sheet.hexdigest()[:40]

    return key


@contextmanager
def _made(sheets: list[Sheet], styles: Styles) -> Iterator[Iterable[Pressed]]:
    """Give what is made from ``sheets``, in order; on several cores where that is quicker."""
    processes = min(os.cpu_count() or 1, len(sheets) // WORTH_A_PROCESS)
    if processes < 2:
        yield (_press_of(styles).press(sheet) for sheet in sheets)
        return
    # Loaded where they are needed: most builds make no PDF.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    # Every system starts its processes the way Windows does, so that all behave alike; a fork of
    # a preview would also copy its threads' locks.
    pool = ProcessPoolExecutor(processes, get_context("spawn"))
    try:
        yield pool.map(_press, [(sheet, styles) for sheet in sheets])
    except BrokenProcessPool as error:
        raise SheetError(
            "The computer stopped a process that made sheets; it may be short of memory."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _press(work: tuple[Sheet, Styles]) -> Pressed:
    sheet, styles = work
    return _press_of(styles).press(sheet)


@lru_cache(maxsize=1)
def _press_of(styles: Styles) -> Press:
    """Return the press of this process; its fonts and styles are read once."""
    return Press(styles)
