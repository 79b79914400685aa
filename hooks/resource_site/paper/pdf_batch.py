"""All the PDFs of a site: those that are kept are taken, the others made, on every core."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from ..incremental.parallel_map import WorkerKilledError, parallel_map_spawned
from ..incremental.store import Store
from .pdf_engine import engine_identity
from .pdf_renderer import PdfRenderer, Sheet, SheetError, Styles

MIN_PER_PROCESS = 3
"""Sheets for each process; starting one costs about as much CPU as making two sheets."""

RenderedPdf = tuple[bytes, list[str]]
"""A PDF, and what the engine warned of."""

Watch = Callable[[Iterable[RenderedPdf], int], Iterable[RenderedPdf]]


def make_pdfs(
    sheets: Sequence[Sheet], styles: Styles, store: Store, watch: Watch
) -> tuple[list[Path], list[str]]:
    """Return the file of each sheet, in order, and all that the engine warned of.

    ``watch`` is handed what is being made and how many there will be, and passes it on; it may
    draw a progress bar. A sheet the engine warned of is made again next time, and so the warning
    is heard again. Raises ``SheetError`` and ``PdfEngineMissingError``.
    """
    key = sheet_keys(styles)
    files = {sheet: store.find(key(sheet), ".pdf") for sheet in sheets}
    missing = [sheet for sheet, file in files.items() if file is None]
    warnings: list[str] = []
    work = [(sheet, styles) for sheet in missing]
    made = parallel_map_spawned(_render, work, min_per_process=MIN_PER_PROCESS)
    try:
        for sheet, (pdf, found) in zip(missing, watch(made, len(missing)), strict=True):
            name = store.put(pdf, ".pdf", f"{key(sheet)}{'-faulty' * bool(found)}")
            files[sheet] = Path(store.path(name))
            warnings += found
    except WorkerKilledError as error:
        raise SheetError(str(error)) from error
    return [file for sheet in sheets if (file := files[sheet])], list(dict.fromkeys(warnings))


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


def _render(work: tuple[Sheet, Styles]) -> RenderedPdf:
    sheet, styles = work
    return _renderer(styles).render(sheet)


@lru_cache(maxsize=1)
def _renderer(styles: Styles) -> PdfRenderer:
    """Return the renderer of this process; its fonts and styles are read once."""
    return PdfRenderer(styles)
