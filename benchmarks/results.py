"""The measurements of ``whole_site.py`` as a table and a chart."""

import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from measuring import Cost


@dataclass
class Row:
    """The measurements at one size; in CPU seconds unless stated otherwise."""

    articles: int
    hugo: Cost
    plain: Cost
    like: Cost
    """Plain MkDocs with our Markdown, and topics as tags."""
    zensical: Cost
    first: Cost
    """Without a cache."""
    cold: Cost
    """Only PDFs and social cards are cached."""
    same: Cost
    """Nothing changed."""
    body: Cost
    """The body of one article changed."""
    body_without_search: Cost
    title: Cost
    preview: float
    page: int
    """Bytes of an article's page."""
    list_page: int
    search: int
    """Bytes that a first search moves, headers included; the median of several words."""


def table(rows: list[Row], disk: str) -> str:
    """Return the measurements as a Markdown table; ``disk`` is what they were made on."""
    lines = [
        "# What a build costs",
        "",
        f"Made by `make bench`, all in one run, on {disk}. "
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
        ("**Ours, nothing changed**, as `resources build`", "same"),
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
    line("a first search, median of 15 words (bytes moved)", [f"{row.search:,}" for row in rows])
    return "\n".join([*lines, ""])


def chart(rows: list[Row], file: Path) -> None:
    """Plot CPU seconds by number of articles."""
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
