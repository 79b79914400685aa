"""The cost of building sites of several sizes, compared with other generators: ``make bench``.

All build the same articles in one run. Seconds are CPU time of all processes.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from base64 import b64encode
from pathlib import Path

from corpus import add_articles
from measuring import Cost, run
from others import like_mkdocs, plain_hugo, plain_mkdocs
from results import Row, chart, table

PROJECT = Path(__file__).parent.parent
HERE = PROJECT / "benchmarks"
BIN = Path(sys.executable).parent
sys.path[:0] = [str(folder) for folder in (PROJECT / "tests/support").iterdir()]

from resource_site.web.pagefind import LAST_ID  # noqa: E402
from search import first_searches  # noqa: E402
from small_site import Site, day_of_content  # noqa: E402

ENVIRONMENT = {"SOURCE_DATE_EPOCH": day_of_content(), "NO_MKDOCS_2_WARNING": "1"}
BUILD = (BIN / "mkdocs", "build", "--strict", "--quiet")
BUILD_COMMAND = (BIN / "resources", "build")
"""What ``make site`` runs: it starts no build where nothing changed since its last."""
SPACE_NEEDED = 8 * 2**30
"""Bytes for the sites of the largest size, with their caches."""


def measure(count: int, folder: Path) -> Row:
    """Measure sites of ``count`` articles in ``folder``."""
    ours, plain, like, hugo = (folder / name for name in ("ours", "plain", "like", "hugo"))
    ours.mkdir()
    Site(ours, content=PROJECT / "docs", own_cache=True)
    existing = len(list((ours / "docs/articles").glob("*.md")))
    add_articles(ours / "docs", max(0, count - existing))
    plain_mkdocs(ours / "docs", plain)
    like_mkdocs(ours, like)
    plain_hugo(ours / "docs", hugo)
    article = ours / "docs/articles/article-5.md"

    environment = ENVIRONMENT | {"TMPDIR": str(folder)}  # previews build on the same disk

    def build() -> Cost:
        return run(BUILD, ours, environment)

    def report(words: str, cost: Cost) -> Cost:
        print(f"{count:6} {words:28} {cost.cpu:8.2f} s CPU {cost.clock:8.1f} s", flush=True)
        return cost

    hugo_cost = report("Hugo, bare", run((BIN / "hugo", "build", "--quiet"), hugo))
    plain_cost = report(
        "MkDocs, Material", run((BIN / "mkdocs", "build", "-q"), plain, ENVIRONMENT)
    )
    like_cost = report("MkDocs, like ours", run((BIN / "mkdocs", "build", "-q"), like, ENVIRONMENT))
    shutil.rmtree(plain / "site")
    zensical = report("Zensical", run((BIN / "zensical", "build", "--clean"), plain))
    first = report("first", build())
    (ours / ".cache/site.sqlite").unlink()
    for kind in ("html", "bin"):
        shutil.rmtree(ours / ".cache/store" / kind)
    cold = report("cold, PDFs and pictures kept", build())
    run(BUILD_COMMAND, ours, environment)
    same = report("nothing changed", run(BUILD_COMMAND, ours, environment))
    _edit(article, "Words at the end.")
    body = report("a body", build())
    _edit(article, "More words.")
    without = report("a body, without search", run(BUILD, ours, environment | _no_search(folder)))
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("title: ", "title: Another ", 1), encoding="utf-8")
    title = report("a title", build())
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
    _, search = first_searches(ours / "site")
    print(f"{count:6} page {page}, list {list_page}, first search {search} bytes", flush=True)
    return Row(
        count, hugo_cost, plain_cost, like_cost, zensical, first, cold, same, body, without, title,
        preview, page, list_page, search,
    )  # fmt: skip


def _edit(article: Path, words: str) -> None:
    with article.open("a", encoding="utf-8") as opened:
        opened.write(f"\n{words}\n")


def _no_search(folder: Path) -> dict[str, str]:
    """Return an environment with a Pagefind that replies immediately, with the last index."""
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
    answers.append({"message_id": LAST_ID, "payload": {"type": "GetFiles", "files": files}})
    replies = package / "replies"
    replies.write_bytes(b"".join(b64encode(json.dumps(one).encode()) + b"," for one in answers))
    program = package / "answers"
    program.write_text(f'#!/bin/sh\ncat "{replies}"\nexec cat > "{os.devnull}"\n')
    program.chmod(0o755)
    return {"PYTHONPATH": str(package.parent)}


def _memory() -> str | None:
    """Return a RAM disk, if it has enough space, so that the disk does not affect the figures.

    Ext4, for example, creates files slowly for minutes after many were deleted.
    """
    place = Path("/dev/shm")  # noqa: S108 - TemporaryDirectory creates a folder inside
    return str(place) if place.is_dir() and shutil.disk_usage(place).free > SPACE_NEEDED else None


def _where() -> str:
    return "a disk in memory" if _memory() else "the disk"


def main() -> None:
    """Measure, and write the table and the chart beside this file."""
    sizes = [int(size) for size in sys.argv[1:]] or [100, 1_000, 10_000]
    rows = []
    for count in sizes:
        with tempfile.TemporaryDirectory(dir=_memory()) as folder:
            rows.append(measure(count, Path(folder)))
    text = table(rows, _where())
    print(text)
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")
    chart(rows, HERE / "results.svg")


if __name__ == "__main__":
    main()
