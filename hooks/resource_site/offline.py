"""The worker that lets a visitor's browser open the site without a network."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

WORKER = "sw.js"
"""At the site's root, since a worker may only answer for what stands below it."""

OFFLINE_PAGE = "offline/"

_KEPT = (
    "index.html",
    "offline/index.html",
    "checklists/index.html",
    "checklists/*/index.html",
    "checklists/*/worksheet.pdf",
    "assets/*.css",
    "assets/favicon.svg",
    "assets/fonts/*-latin-[47]00-normal.woff2",
    "components/*/*.js",
)
_PARTS = "components/offline"


def worker_script(site: Path, overrides: Path, *, keep: bool) -> str:
    """Return the worker for the finished ``site``, or one that undoes it where ``keep`` is off.

    Its version is made from all it keeps, so any change renews all of it and no change none.
    """
    if not keep:
        return (overrides / _PARTS / "goodbye.js").read_text(encoding="utf-8")
    files = sorted(_kept_files(site))
    digest = sha256()
    for file in files:
        digest.update(f"{file.relative_to(site).as_posix()}\0".encode())
        digest.update(sha256(file.read_bytes()).digest())
    addresses = [_address(file.relative_to(site).as_posix()) for file in files]
    return (
        f"const VERSION = {json.dumps(digest.hexdigest()[:12])};\n"
        f"const FILES = {json.dumps(addresses)};\n"
        f"{(overrides / _PARTS / 'worker.js').read_text(encoding='utf-8')}"
    )


def is_worker(path: str) -> bool:
    """Tell whether a script of ``overrides/`` becomes the worker and is not published itself."""
    return path in (f"{_PARTS}/worker.js", f"{_PARTS}/goodbye.js")


def _kept_files(site: Path) -> Iterator[Path]:
    for pattern in _KEPT:
        yield from site.glob(pattern)


def _address(path: str) -> str:
    return path.removesuffix("index.html") or "./"
