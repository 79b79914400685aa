"""The search index of the finished pages, built by Pagefind.

The index is split into small files, so that a search downloads little however large the site is.
The templates mark the text to index (``components/search/indexed.html``).
"""

import gzip
import json
import re
import zlib
from base64 import b64decode
from collections.abc import Mapping
from fnmatch import fnmatch
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from zopfli.gzip import compress as gzip_compress

from .pagefind import PagefindProcess, SearchError
from .vocabulary import words_with_letters_kept

FOLDER = "assets/search"
"""The index's folder, from the site's root; ``components/search/results.js`` names it too."""

MISSING = (
    'Search needs the package "pagefind_bin", which this computer lacks. '
    "To install it, run: pip install -r requirements/site.txt"
)

_ENTRY_FILE = "pagefind-entry.json"

PROGRAM = "wasm.en.pagefind"
"""The file of the index that holds the program; it is half of what a first search loads."""

MOST_PAGES = 5_100
"""Pages in one part of the index. Pagefind takes 0.3 MiB for each, so 1.5 GiB for a part.

At 1,000 pages, an index in two parts moves 24 kB more for a first search (160 and 184 kB).
"""

_PART = "part-{}"
"""The folder of each part but the first, in the folder of the index."""

_SHARED = (PROGRAM, "pagefind.js")
"""What a browser loads from the first part alone."""

_INDEXED_MARK = "data-pagefind-body"

_PAGE = "<!doctype html><html lang='en'><head><title>-</title></head><body>{}</body></html>"
"""Pagefind gets the ``main`` element alone, so that it has less to parse."""

_LABEL = re.compile(r"<(/?)(?:label|legend)\b")

_UNUSED = ("pagefind-*.js", "pagefind-*.css", "wasm.unknown.*")
"""Pagefind's interfaces, worker and other languages, which no page loads."""

_FILTER = re.compile(rb"\x82(?:[\x60-\x77]|\x78.)[a-z0-9-]+[\x60-\x77]en_[0-9a-f]+", re.DOTALL)
"""A filter in the index's metadata, which is CBOR: two strings, its name and its file."""


class SearchEngineMissingError(SearchError):
    """Pagefind is not installed."""

    def __init__(self) -> None:
        super().__init__(MISSING)


def engine_version() -> str:
    """Return Pagefind's version; raises ``SearchEngineMissingError``."""
    try:
        return version("pagefind_bin")
    except PackageNotFoundError as error:
        raise SearchEngineMissingError from error


def require_engine() -> Path:
    """Return Pagefind's executable; raises ``SearchEngineMissingError``."""
    try:
        import pagefind_bin  # noqa: PLC0415 - a preview works without it

        return Path(pagefind_bin.get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise SearchEngineMissingError from error


def repacked(program: bytes) -> bytes:
    """Return the gzip file ``program`` 5 % smaller, which takes a second."""
    # One pass of zopfli's: more take longer and save less than 0.2 %.
    return bytes(gzip_compress(gzip.decompress(program), numiterations=1))


def indexed_part(html: str) -> str:
    """Return the ``main`` element of a page, or "" if the page is not to be found."""
    start, end = html.find("<main"), html.rfind("</main>")
    part = html[start : end + len("</main>")] if 0 <= start < end else ""
    return part if _INDEXED_MARK in part else ""


def _with_plain_letters(part: str) -> str:
    """Return ``part`` so that "Lukasz" finds "Łukasz" too; readers do not see what is added."""
    words = " ".join(words_with_letters_kept(part))
    return (
        part.replace("</main>", f'<i data-pagefind-meta="plain:{words}"></i></main>')
        if words
        else part
    )


class Indexing:
    """Builds one index; the same pages in the same order give the same bytes.

    Of many pages it has several parts, which are made one after the other.
    """

    def __init__(self) -> None:
        """Start Pagefind; raises ``SearchError`` where that fails."""
        self._finished: list[dict[str, bytes]] = []
        self._start()

    def add(self, address: str, page: str) -> None:
        """Add the HTML file ``page``, published at ``address``.

        Raises ``OSError``, and ``SearchError`` if a part is complete that Pagefind cannot index.
        """
        if self._pages == MOST_PAGES:
            self._finished.append(self._finish_part())
            self._start()
        self._pages += 1
        with open(page, encoding="utf-8") as file:  # noqa: PTH123 - faster, for many files
            part = indexed_part(file.read())
        if "<label" in part or "<legend" in part:
            # The items of a checklist are labels, which Pagefind does not index.
            part = _LABEL.sub(r"<\1p", part)
        html = _PAGE.format(_with_plain_letters(part))
        self._pagefind.send(
            {"type": "AddFile", "index_id": 0, "file_path": address, "file_contents": html}
        )

    def finish(self) -> dict[str, bytes]:
        """Return the files of the index, by their paths in its folder; raises ``SearchError``."""
        files, *others = [*self._finished, self._finish_part()]
        for number, part in enumerate(others, start=2):
            for path in part.keys() - set(_SHARED):
                files[f"{_PART.format(number)}/{path}"] = part[path]
        return dict(sorted(files.items()))

    def _start(self) -> None:
        self._pages = 0
        self._pagefind = PagefindProcess(require_engine())
        self._pagefind.send({"type": "NewIndex", "config": {"force_language": "en"}})

    def _finish_part(self) -> dict[str, bytes]:
        response = self._pagefind.send_last({"type": "GetFiles", "index_id": 0})
        files = {
            file["path"]: b64decode(file["content"])
            for file in response["files"]
            if not any(fnmatch(file["path"], pattern) for pattern in _UNUSED)
        }
        _sort_filters(files)
        return files

    def stop(self) -> None:
        """Stop Pagefind without an index; does nothing after ``finish``."""
        self._pagefind.stop()


def parts_in(index: Mapping[str, bytes]) -> list[str]:
    """Return the folder of each part of an ``index`` but the first, in the folder of the index."""
    entries = (path.rpartition("/") for path in index)
    return sorted(folder for folder, _, name in entries if folder and name == _ENTRY_FILE)


def _sort_filters(files: dict[str, bytes]) -> None:
    """Sort the filters in the index's metadata, and rename that file by its new hash.

    Pagefind writes them in a random order (its issue 638), and builds must be reproducible. All its
    other files are.
    """
    entry = json.loads(files[_ENTRY_FILE])
    for language in entry["languages"].values():
        old = files.pop(f"pagefind.{language['hash']}.pf_meta")
        content = _sorted_filters(gzip.decompress(old))
        language["hash"] = f"en_{sha256(content).hexdigest()[:10]}"
        # The gzip module's header differs between Python versions; 31 makes zlib write one.
        files[f"pagefind.{language['hash']}.pf_meta"] = zlib.compress(content, wbits=31)
    files[_ENTRY_FILE] = json.dumps(entry, ensure_ascii=False).encode()


def _sorted_filters(content: bytes) -> bytes:
    """Return ``content`` with the filters of each list in alphabetical order."""
    run = re.compile(rb"(?:" + _FILTER.pattern + rb"){2,}", re.DOTALL)
    return run.sub(lambda found: b"".join(sorted(_FILTER.findall(found[0]))), content)
