"""CPU for each PDF, ours against the engine alone on the same sheets, in one run: ``make bench``.

Ours are tagged and fillable, with fields, links and tags finished, on every core, and kept. Raw is
``weasyprint.HTML(...).write_pdf(...)`` with the same HTML and CSS, called for one sheet after
another. Figures are seconds of CPU of this process and its children, so that what else the machine
does disturbs them little; compare columns of one run, not runs.
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
    """Return the sheets of ``count`` checklists, both sizes: the project's own, and copies."""
    models = sorted((PROJECT / "docs/checklists").glob("*.yml"))
    site = Site(folder, content=PROJECT / "docs")
    for number in range(count - len(models)):
        model = models[number % len(models)]
        text = model.read_text(encoding="utf-8").replace("title: ", f"title: Copy {number} of ", 1)
        (site.folder / f"docs/checklists/copy-{number}.yml").write_text(text, encoding="utf-8")
    seen: list[tuple[list[Sheet], Styles]] = []

    def look(sheets: list[Sheet], styles: Styles, *_: object) -> tuple[list[Path], list[str]]:
        seen.append((sheets, styles))
        empty = folder / "empty"
        empty.touch()
        return [empty for _ in sheets], []

    here = Path.cwd()
    os.chdir(site.folder)
    try:
        with patch.object(worksheet_files, "make_pdfs", look):
            config = load_config("mkdocs.yml")
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
    finally:
        os.chdir(here)
    sheets, styles = seen[0]
    of_checklists = [sheet for sheet in sheets if not sheet.name.startswith("the topic")]
    return of_checklists[: 2 * count], styles


def cpu(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds of CPU and of the clock that ``work`` takes."""
    before, start = os.times(), perf_counter()
    work()
    after = os.times()
    spent = sum(after[:4]) - sum(before[:4])
    return spent, perf_counter() - start


def raw(sheets: Iterable[Sheet], styles: Styles) -> None:
    """Make the PDFs as the engine's manual says."""
    base = f"{styles.folder.resolve().as_uri()}/"
    for sheet in sheets:
        css = styles.sheet + styles.large_print * sheet.large_print
        weasyprint.HTML(string=sheet.html, base_url=base).write_pdf(
            stylesheets=[weasyprint.CSS(string=css, base_url=f"{base}assets/")],
            pdf_variant="pdf/ua-1",
        )


def through(made: Iterable[RenderedPdf], _: int) -> Iterable[RenderedPdf]:
    """Watch nothing."""
    return made


def main() -> None:
    """Print the table."""
    rows = []
    for count in CHECKLISTS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "site").mkdir()
            sheets, styles = sheets_of(folder / "site", count)

            def ours(sheets: list[Sheet] = sheets, styles: Styles = styles) -> None:
                make_pdfs(sheets, styles, Store(folder / "cache"), through)  # noqa: B023

            raw(sheets[:1], styles)  # the engine's libraries are loaded for both
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
