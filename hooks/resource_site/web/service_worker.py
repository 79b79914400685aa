"""The service worker, which makes the site work offline."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

WORKER = "sw.js"
"""At the site's root, since a service worker's scope is its own folder."""

_CACHED = (
    "index.html",
    "offline/index.html",
    "contact/index.html",
    "search/index.html",
    "topics/index.html",
    "topics/*/index.html",
    "checklists/index.html",
    "checklists/*/index.html",
    "assets/*.css",
    "assets/favicon.svg",
    "assets/fonts.*/*-core.woff2",
    "assets/script.*/*/*.js",
    "assets/search/words.json",
    "assets/search/titles.json",
)
_WORKER, _GOODBYE = WORKERS = ("offline/worker.js", "offline/goodbye.js")


def worker_script(site: Path, overrides: Path, *, keep: bool) -> str:
    """Return the worker of the finished ``site``, or without ``keep``, one that uninstalls it.

    Its version is a hash of all the files it caches, so browsers update when any of them changes.
    """
    if not keep:
        return (overrides / "components" / _GOODBYE).read_text(encoding="utf-8")
    files = sorted(_cached_files(site))
    digest = sha256()
    for file in files:
        digest.update(f"{file.relative_to(site).as_posix()}\0".encode())
        digest.update(sha256(file.read_bytes()).digest())
    addresses = [_address(file.relative_to(site).as_posix()) for file in files]
    worker = (overrides / "components" / _WORKER).read_text(encoding="utf-8")
    return (
        f"const VERSION = {json.dumps(digest.hexdigest()[:12])};\n"
        f"const FILES = {json.dumps(addresses)};\n"
        f"{worker}"
    )


def _cached_files(site: Path) -> Iterator[Path]:
    for pattern in _CACHED:
        yield from site.glob(pattern)


def _address(path: str) -> str:
    return path.removesuffix("index.html") or "./"
