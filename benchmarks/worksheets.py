"""CPU time for each PDF, compared with plain WeasyPrint on the same sheets: ``make bench``.

Ours are post-processed, rendered on every core, and stored. "Raw" is
``weasyprint.HTML(...).write_pdf(...)`` with the same HTML and CSS, one sheet after another. Figures
are CPU seconds of this process and its children, which depend little on other load; compare columns
of one run, not runs.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter
from unittest.mock import patch

import weasyprint
from mkdocs.commands.build import build
from mkdocs.config import load_config

PROJECT = Path(__file__).parent.parent
sys.path[:0] = [str(folder) for folder in (PROJECT / "tests/support").iterdir()]

from resource_site.build.files import worksheet_files  # noqa: E402
from resource_site.incremental.store import Store  # noqa: E402
from resource_site.paper.pdf_batch import RenderedPdf, make_pdfs  # noqa: E402
from resource_site.paper.pdf_renderer import Sheet, Styles  # noqa: E402
from small_site import Site  # noqa: E402

CHECKLISTS = (10, 100)
HEAD = (
    "checklists",
    "PDFs",
    "raw, CPU s",
    "cold, CPU s",
    "cold/raw",
    "warm, CPU s",
    "cold, clock s",
)


def sheets_of(folder: Path, count: int) -> tuple[list[Sheet], Styles]:
    """Return the sheets of ``count`` checklists, in both sizes: the project's own, and copies."""
    originals = sorted((PROJECT / "docs/checklists").glob("*.yml"))
    site = Site(folder, content=PROJECT / "docs")
    for number in range(count - len(originals)):
        original = originals[number % len(originals)]
        text = original.read_text(encoding="utf-8").replace(
            "title: ", f"title: Copy {number} of ", 1
        )
        (site.folder / f"docs/checklists/copy-{number}.yml").write_text(text, encoding="utf-8")
    calls: list[tuple[list[Sheet], Styles]] = []

    def record_call(
        sheets: list[Sheet], styles: Styles, *_: object
    ) -> tuple[list[Path], list[str]]:
        calls.append((sheets, styles))
        empty = folder / "empty"
        empty.touch()
        return [empty for _ in sheets], []

    here = Path.cwd()
    os.chdir(site.folder)
    try:
        with patch.object(worksheet_files, "make_pdfs", record_call):
            config = load_config("mkdocs.yml")
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
    finally:
        os.chdir(here)
    sheets, styles = calls[0]
    of_checklists = [sheet for sheet in sheets if not sheet.name.startswith("the topic")]
    return of_checklists[: 2 * count], styles


def cpu(work: Callable[[], object]) -> tuple[float, float]:
    """Return the CPU seconds and the wall time of calling ``work``."""
    before, start = os.times(), perf_counter()
    work()
    after = os.times()
    spent = sum(after[:4]) - sum(before[:4])
    return spent, perf_counter() - start


def raw(sheets: Iterable[Sheet], styles: Styles) -> None:
    """Render the PDFs as WeasyPrint's manual describes."""
    base = f"{styles.folder.resolve().as_uri()}/"
    for sheet in sheets:
        css = styles.sheet + styles.large_print * sheet.large_print
        weasyprint.HTML(string=sheet.html, base_url=base).write_pdf(
            stylesheets=[weasyprint.CSS(string=css, base_url=f"{base}assets/")],
            pdf_variant="pdf/ua-1",
        )


def no_progress(pdfs: Iterable[RenderedPdf], _: int) -> Iterable[RenderedPdf]:
    """Return ``pdfs`` without a progress bar."""
    return pdfs


def main() -> None:
    """Print the table."""
    rows = []
    for count in CHECKLISTS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "site").mkdir()
            sheets, styles = sheets_of(folder / "site", count)

            def ours(sheets: list[Sheet] = sheets, styles: Styles = styles) -> None:
                make_pdfs(sheets, styles, Store(folder / "cache"), no_progress)  # noqa: B023

            raw(sheets[:1], styles)  # loads WeasyPrint, so that neither measurement includes it
            raw_cpu, _ = cpu(lambda: raw(sheets, styles))  # noqa: B023
            cold, clock = cpu(ours)
            warm, _ = cpu(ours)
            each = len(sheets)
            rows.append(
                (
                    str(count),
                    str(each),
                    f"{raw_cpu / each:.3f}",
                    f"{cold / each:.3f}",
                    f"{cold / raw_cpu:.2f}",
                    f"{warm / each:.4f}",
                    f"{clock:.1f}",
                )
            )
    print("| " + " | ".join(HEAD) + " |")
    print("|" + "---|" * len(HEAD))
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
