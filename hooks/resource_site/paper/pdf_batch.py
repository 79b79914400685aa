"""All PDFs of a site: taken from the store, or rendered in parallel."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from ..incremental.parallel_map import WorkerKilledError, parallel_map_spawned
from ..incremental.store import Store
from .pdf_engine import engine_identity
from .pdf_renderer import PdfRenderer, Sheet, SheetError, Styles

WORTH_A_PROCESS = 3
"""Sheets for each process; starting one costs about as much CPU as rendering two sheets."""

RenderedPdf = tuple[bytes, list[str]]
"""A PDF and the renderer's warnings."""

Progress = Callable[[Iterable[RenderedPdf], int], Iterable[RenderedPdf]]


def make_pdfs(
    sheets: Sequence[Sheet], styles: Styles, store: Store, progress: Progress
) -> tuple[list[Path], list[str]]:
    """Return the file of each sheet, in order, and the renderer's warnings.

    ``progress`` wraps the PDFs as they are rendered, given their number, and may draw a progress
    bar. A PDF with warnings is rendered again in the next build, so that they are logged again.
    Raises ``SheetError`` and ``PdfEngineMissingError``.
    """
    key = sheet_key_function(styles)
    files = {sheet: store.find(key(sheet), ".pdf") for sheet in sheets}
    missing = [sheet for sheet, file in files.items() if file is None]
    warnings: list[str] = []
    work = [(sheet, styles) for sheet in missing]
    rendered = parallel_map_spawned(_render, work, min_per_process=WORTH_A_PROCESS)
    try:
        for sheet, (pdf, logged) in zip(missing, progress(rendered, len(missing)), strict=True):
            name = store.put(pdf, ".pdf", f"{key(sheet)}{'-faulty' * bool(logged)}")
            files[sheet] = Path(store.path(name))
            warnings += logged
    except WorkerKilledError as error:
        raise SheetError(str(error)) from error
    return [file for sheet in sheets if (file := files[sheet])], list(dict.fromkeys(warnings))


def sheet_key_function(styles: Styles) -> Callable[[Sheet], str]:
    """Return a function that returns a sheet's key: a hash of everything its PDF depends on."""
    common = sha256(engine_identity().encode())
    for text in (styles.sheet, styles.large_print, styles.other_scripts):
        common.update(f"\0{len(text)}\0{text}".encode())
    for file in sorted(styles.folder.glob("*/fonts/*")):
        common.update(file.read_bytes())

    def key(sheet: Sheet) -> str:
        digest = common.copy()
        digest.update(f"\0{sheet.large_print}\0{sheet.html}".encode())
        return digest.hexdigest()[:40]

    return key


def _render(work: tuple[Sheet, Styles]) -> RenderedPdf:
    sheet, styles = work
    return _renderer(styles, sheet.has_other_scripts).render(sheet)


@lru_cache(maxsize=2)
def _renderer(styles: Styles, other_scripts: bool) -> PdfRenderer:
    """Return a renderer of this process, with fonts and styles loaded once."""
    return PdfRenderer(styles, other_scripts=other_scripts)
