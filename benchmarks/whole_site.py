"""What building a site of each size costs, against other generators: ``make bench``.

All build the same articles, in one run. Seconds are of CPU, of all processes.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from base64 import b64encode
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from corpus import add_articles
from measuring import Cost, run
from others import like_mkdocs, plain_hugo, plain_mkdocs

PROJECT = Path(__file__).parent.parent
HERE = PROJECT / "benchmarks"
BIN = Path(sys.executable).parent
sys.path[:0] = [str(folder) for folder in (PROJECT / "tests/support").iterdir()]

from resource_site.web.pagefind import LAST  # noqa: E402
from small_site import Site, day_of_content  # noqa: E402

ENVIRONMENT = {"SOURCE_DATE_EPOCH": day_of_content(), "NO_MKDOCS_2_WARNING": "1"}
BUILD = (BIN / "mkdocs", "build", "--strict", "--quiet")
QUERY = "interview"
ROOM = 8 * 2**30
"""Bytes that the sites of the largest size take, with all that is kept."""


@dataclass
class Row:
    """What was measured at one size; seconds of CPU where nothing else is said."""

    articles: int
    hugo: Cost
    plain: Cost
    like: Cost
    """Plain MkDocs with our Markdown, and topics as tags."""
    zensical: Cost
    first: Cost
    """Nothing is kept."""
    cold: Cost
    """PDFs and pictures to share are kept, all else is made."""
    same: Cost
    """Nothing changed."""
    body: Cost
    """Words inside one article changed."""
    body_without_search: Cost
    title: Cost
    preview: float
    page: int
    """Bytes of an article's page."""
    list_page: int
    search: int
    """Bytes that a first search moves."""


def measure(count: int, folder: Path) -> Row:
    """Measure sites of ``count`` articles in ``folder``."""
    ours, plain, like, hugo = (folder / name for name in ("ours", "plain", "like", "hugo"))
    ours.mkdir()
    Site(ours, content=PROJECT / "docs", own_cache=True)
    kept = len(list((ours / "docs/articles").glob("*.md")))
    add_articles(ours / "docs", max(0, count - kept))
    plain_mkdocs(ours / "docs", plain)
    like_mkdocs(ours, like)
    plain_hugo(ours / "docs", hugo)
    article = ours / "docs/articles/article-5.md"

    environment = ENVIRONMENT | {"TMPDIR": str(folder)}  # so that a preview is on the same disk

    def build() -> Cost:
        return run(BUILD, ours, environment)

    def say(words: str, cost: Cost) -> Cost:
        print(f"{count:6} {words:28} {cost.cpu:8.2f} s CPU {cost.clock:8.1f} s", flush=True)
        return cost

    hugo_cost = say("Hugo, bare", run((BIN / "hugo", "build", "--quiet"), hugo))
    plain_cost = say("MkDocs, Material", run((BIN / "mkdocs", "build", "-q"), plain, ENVIRONMENT))
    like_cost = say("MkDocs, like ours", run((BIN / "mkdocs", "build", "-q"), like, ENVIRONMENT))
    shutil.rmtree(plain / "site")
    zensical = say("Zensical", run((BIN / "zensical", "build", "--clean"), plain))
    first = say("first", build())
    (ours / ".cache/site.sqlite").unlink()
    for kind in ("html", "bin"):
        shutil.rmtree(ours / ".cache/store" / kind)
    cold = say("cold, PDFs and pictures kept", build())
    same = say("nothing changed", build())
    _edit(article, "Words at the end.")
    body = say("a body", build())
    _edit(article, "More words.")
    without = say("a body, without search", run(BUILD, ours, environment | _no_search(folder)))
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("title: ", "title: Another ", 1), encoding="utf-8")
    title = say("a title", build())
    took = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, HERE / "preview.py", ours, article],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    preview = float(took.stdout)
    print(f"{count:6} {'a save in a preview':28} {preview:8.2f} s CPU", flush=True)
    page = (ours / "site/articles/article-5/index.html").stat().st_size
    list_page = (ours / "site/articles/index.html").stat().st_size
    search = searched(ours / "site")
    print(f"{count:6} page {page}, list {list_page}, first search {search} bytes", flush=True)
    return Row(
        count, hugo_cost, plain_cost, like_cost, zensical, first, cold, same, body, without, title,
        preview, page, list_page, search,
    )  # fmt: skip


def _edit(article: Path, words: str) -> None:
    with article.open("a", encoding="utf-8") as opened:
        opened.write(f"\n{words}\n")


def _no_search(folder: Path) -> dict[str, str]:
    """Return an environment in which the search program answers at once, as it did last."""
    package = folder / "no-search/pagefind_bin"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(
        "from pathlib import Path\n"
        "def get_executable(): return Path(__file__).with_name('answers')\n"
    )
    index = folder / "ours/site/assets/search"
    entry = json.loads((index / "pagefind-entry.json").read_text(encoding="utf-8"))
    pages = sum(language["page_count"] for language in entry["languages"].values())
    files = [
        {
            "path": file.relative_to(index).as_posix(),
            "content": b64encode(file.read_bytes()).decode(),
        }
        for file in index.rglob("*")
        if file.is_file()
    ]
    answers = [{"message_id": number, "payload": {"type": "Done"}} for number in range(pages + 1)]
    answers.append({"message_id": LAST, "payload": {"type": "GetFiles", "files": files}})
    said = package / "said"
    said.write_bytes(b"".join(b64encode(json.dumps(one).encode()) + b"," for one in answers))
    program = package / "answers"
    program.write_text(f'#!/bin/sh\ncat "{said}"\nexec cat > "{os.devnull}"\n')
    program.chmod(0o755)
    return {"PYTHONPATH": str(package.parent)}


def searched(site: Path) -> int:
    """Return the bytes of search that a real browser asks for to answer a first question."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    from browser import launch  # noqa: PLC0415 - of the tests
    from serving import serve  # noqa: PLC0415

    with serve(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        moved: list[int] = []
        page.on(
            "response",
            lambda answer: (
                moved.append(len(answer.body())) if "assets/search/" in answer.url else None
            ),
        )
        page.goto(f"{address}search/?q={QUERY}")
        page.locator(".search-results li").first.wait_for()
        browser.close()
    return sum(moved)


def table(rows: list[Row]) -> str:
    """Return the figures as Markdown."""
    lines = [
        "# What a build costs",
        "",
        f"Made by `make bench`, all in one run, on {_where()}. "
        f"Machine: {platform.machine()}, {os.cpu_count()} cores, Linux, "
        f"Python {platform.python_version()}; MkDocs {version('mkdocs')}, "
        f"Material {version('mkdocs-material')}, Zensical {version('zensical')}, "
        f"Hugo {version('hugo')}. Seconds of CPU, of all processes; "
        "those of the clock in brackets.",
        "",
        "| | " + " | ".join(f"{row.articles:,} articles" for row in rows) + " |",
        "|---|" + "---:|" * len(rows),
    ]

    def line(words: str, values: list[str]) -> None:
        lines.append(f"| {words} | " + " | ".join(values) + " |")

    for words, name in (
        ("**Ours, first build**: PDFs and pictures too", "first"),
        ("**Ours, cold**: PDFs and pictures kept", "cold"),
        ("**Ours, a title changed**", "title"),
        ("**Ours, words in one article changed**", "body"),
        ("the same, but for the search index", "body_without_search"),
        ("**Ours, nothing changed**", "same"),
        ("MkDocs with Material, articles out of the navigation", "plain"),
        ("the same, with our Markdown and topics as tags", "like"),
        ("Zensical, as plain", "zensical"),
        ("Hugo, theme of one line", "hugo"),
    ):
        costs = [getattr(row, name) for row in rows]
        line(words, [f"{cost.cpu:.2f} ({cost.clock:.1f})" for cost in costs])
    line("Ours, a save in a preview", [f"{row.preview:.2f}" for row in rows])
    line(
        "Ours, cold, memory of the largest process, which is Pagefind (MiB)",
        [f"{r.cold.memory:.0f}" for r in rows],
    )
    for words, name in (("MkDocs", "plain"), ("MkDocs with our Markdown", "like")):
        others = [getattr(row, name) for row in rows]
        both = list(zip(rows, others, strict=True))
        clock = [f"{row.cold.clock / other.clock:.2f}" for row, other in both]
        line(f"cold, clock, ours to {words}", clock)
        line(f"cold, CPU, ours to {words}", [f"{r.cold.cpu / other.cpu:.2f}" for r, other in both])
    line("an edit without search, CPU, ours to Hugo",
         [f"{r.body_without_search.cpu / r.hugo.cpu:.2f}" for r in rows])  # fmt: skip
    line("an article's page (bytes)", [f"{row.page:,}" for row in rows])
    line("a list's page (bytes)", [f"{row.list_page:,}" for row in rows])
    line("a first search (bytes)", [f"{row.search:,}" for row in rows])
    return "\n".join([*lines, ""])


def chart(rows: list[Row], file: Path) -> None:
    """Draw the seconds of CPU against the number of articles."""
    import matplotlib as mpl  # noqa: PLC0415 - only here

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "bench"
    from matplotlib import pyplot  # noqa: PLC0415

    figure, axes = pyplot.subplots(figsize=(7, 4.2))
    sizes = [row.articles for row in rows]
    for words, name, look in (
        ("MkDocs with Material", "plain", "s--"),
        ("Zensical", "zensical", "^--"),
        ("Hugo, bare", "hugo", "D--"),
        ("ours, cold", "cold", "o-"),
        ("ours, one article changed", "body", "o-"),
        ("ours, nothing changed", "same", "o-"),
    ):
        axes.plot(sizes, [getattr(row, name).cpu for row in rows], look, label=words)
    axes.set(xscale="log", yscale="log", xlabel="articles", ylabel="seconds of CPU")
    axes.grid(alpha=0.3)
    axes.legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})


def _memory() -> str | None:
    """Return a disk in memory, if it has room: what a real one does at the moment is no part of it.

    Ext4, for one, makes files slowly for minutes after many were deleted.
    """
    place = Path("/dev/shm")  # noqa: S108 - TemporaryDirectory makes a folder of its own there
    return str(place) if place.is_dir() and shutil.disk_usage(place).free > ROOM else None


def _where() -> str:
    return "a disk in memory" if _memory() else "the disk"


def main() -> None:
    """Measure, and write the table and the chart beside this file."""
    sizes = [int(size) for size in sys.argv[1:]] or [100, 1_000, 10_000]
    rows = []
    for count in sizes:
        with tempfile.TemporaryDirectory(dir=_memory()) as folder:
            rows.append(measure(count, Path(folder)))
    text = table(rows)
    print(text)
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")
    chart(rows, HERE / "results.svg")


if __name__ == "__main__":
    main()
