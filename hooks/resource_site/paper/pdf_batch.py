"""All PDFs of a site: taken from the store, or rendered in parallel."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from ..incremental.parallel_map import WorkerKilledError, parallel_map_spawned
from ..incremental.store import Store
from .pdf_engine import engine_identity
from .pdf_renderer import PdfRenderer, Sheet, SheetError, SheetWarning, Styles

WORTH_A_PROCESS = 3
"""Sheets for each process; starting one costs about as much CPU as rendering two sheets."""

RenderedPdf = tuple[bytes, list[SheetWarning]]
"""A PDF and the renderer's warnings."""

Progress = Callable[[Iterable[RenderedPdf], int], Iterable[RenderedPdf]]


def make_pdfs(
    sheets: Sequence[Sheet], styles: Styles, store: Store, progress: Progress
) -> tuple[list[Path], list[SheetWarning]]:
    """Return the file of each sheet, in order, and the renderer's warnings.

    ``progress`` wraps the PDFs as they are rendered, given their number, and may draw a progress
    bar. A PDF with warnings is rendered again in the next build, so that they are logged again.
    Raises ``SheetError`` and ``PdfEngineMissingError``.
    """
    key = sheet_key_function(styles)
    files = {sheet: store.find(key(sheet), ".pdf") for sheet in sheets}
    missing = [sheet for sheet, file in files.items() if file is None]
    warnings: list[SheetWarning] = []
    groups = _groups(missing)
    work = [(group, styles) for group in groups]
    per_process = max(1, WORTH_A_PROCESS * len(groups) // max(1, len(missing)))
    rendered = chain.from_iterable(parallel_map_spawned(_render, work, min_per_process=per_process))
    ordered = list(chain.from_iterable(groups))
    try:
        for sheet, (pdf, logged) in zip(ordered, progress(rendered, len(ordered)), strict=True):
            name = store.put(pdf, ".pdf", f"{key(sheet)}{'-faulty' * bool(logged)}")
            files[sheet] = Path(store.path(name))
            warnings += logged
    except WorkerKilledError as error:
        raise SheetError(str(error)) from error
    return [file for sheet in sheets if (file := files[sheet])], list(dict.fromkeys(warnings))


def sheet_key_function(styles: Styles) -> Callable[[Sheet], str]:
    """Return a function that returns a sheet's key: a hash of everything its PDF depends on."""
    common = sha256(engine_identity().encode())
    for text in (styles.sheet, styles.large_print, styles.other_scripts, styles.layouts):
        common.update(f"\0{len(text)}\0{text}".encode())
    for file in sorted(styles.folder.glob("*/fonts/*")):
        common.update(file.read_bytes())

    def key(sheet: Sheet) -> str:
        digest = common.copy()
        for part in (sheet, *sheet.parts):
            digest.update(f"\0{part.large_print}\0{len(part.html)}\0{part.html}".encode())
        return digest.hexdigest()[:40]

    return key


def _groups(sheets: Sequence[Sheet]) -> list[list[Sheet]]:
    """Return ``sheets`` in groups, each a workbook with its sheets, or a sheet of no workbook.

    One process renders a group, as it lays the sheets of a workbook out once for both. A sheet of
    several workbooks belongs to the first.
    """
    left = dict.fromkeys(sheets)
    groups = []
    for book in [sheet for sheet in sheets if sheet.parts]:
        parts = [part for part in book.parts if part in left]
        groups.append([*parts, book])
        for sheet in groups[-1]:
            del left[sheet]
    return [*groups, *([sheet] for sheet in left)]


def _render(work: tuple[list[Sheet], Styles]) -> list[RenderedPdf]:
    group, styles = work
    renderers = [_renderer(styles, sheet.has_other_scripts) for sheet in group]
    rendered = [renderer.render(sheet) for renderer, sheet in zip(renderers, group, strict=True)]
    for renderer in renderers:
        renderer.forget()
    return rendered


@lru_cache(maxsize=2)
def _renderer(styles: Styles, other_scripts: bool) -> PdfRenderer:
    """Return a renderer of this process, with fonts and styles loaded once."""
    return PdfRenderer(styles, other_scripts=other_scripts)
