"""The search index of a finished site, made by Pagefind.

Pagefind is a program: it reads the pages and writes an index in small pieces, so that what a search
moves to a reader hardly grows with the site. Which text it reads, the templates say
(``components/search/indexed.html``).
"""

import gzip
import json
import re
import subprocess
import zlib
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from .search_whole import is_whole

FOLDER = "assets/search"
"""Where the index stands, relative to the site's root; ``components/search/results.js`` asks there.
"""

MISSING = (
    'Search needs the package "pagefind_bin", which this computer lacks. '
    "To install it, run: pip install -r requirements/site.txt"
)

_TORN = (
    "Pagefind wrote only a part of the search index, and said nothing of it. The disk may be full: "
    "delete what you no longer need, then try again."
)

_INDEXED = "data-pagefind-body"

_PAGE = "<!doctype html><html lang='en'><head><title>-</title></head><body>{}</body></html>"
"""What Pagefind reads of a page is its main part; the rest of the page it need not look at."""

_LABEL = re.compile(r"<(/?)(?:label|legend)\b")

_UNUSED = ("pagefind-*.js", "pagefind-*.css", "wasm.unknown.*")
"""Pagefind's own faces, its worker, and its reading of other languages; no page asks for them."""

_FILTER = re.compile(rb"\x82(?:[\x60-\x77]|\x78.)[a-z0-9-]+[\x60-\x77]en_[0-9a-f]+", re.DOTALL)
"""A filter in the index's table of contents (CBOR): two texts, its name and its file."""


class SearchError(Exception):
    """The index could not be made."""


class EngineMissingError(SearchError):
    """Pagefind is not on this computer."""

    def __init__(self) -> None:
        super().__init__(MISSING)


def engine_version() -> str:
    """Return which Pagefind this is; raises ``EngineMissingError``."""
    try:
        return version("pagefind_bin")
    except PackageNotFoundError as error:
        raise EngineMissingError from error


def require_engine() -> Path:
    """Return where Pagefind is; raises ``EngineMissingError``."""
    try:
        import pagefind_bin  # noqa: PLC0415 - a preview works without it

        return Path(pagefind_bin.get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise EngineMissingError from error


def indexed_part(html: str) -> str:
    """Return what search reads of a page: all of its main part, or nothing."""
    start, end = html.find("<main"), html.rfind("</main>")
    part = html[start : end + len("</main>")] if 0 <= start < end else ""
    return part if _INDEXED in part else ""


def make_index(pages: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of an index of ``pages``, by their paths in the index's folder.

    ``pages`` are files of HTML by their paths in the site. The same pages give the same bytes.
    Pagefind says that all went well when a full disk let it write only half of its files, so they
    are read again. Raises ``SearchError``, and ``OSError`` where files cannot be read or written.
    """
    engine = require_engine()
    with TemporaryDirectory() as name:
        copy, index = Path(name, "pages"), Path(name, "index")
        for address, page in pages.items():
            target = copy / address
            target.parent.mkdir(parents=True, exist_ok=True)
            part = indexed_part(Path(page).read_text(encoding="utf-8"))
            # A checklist's words are the labels of its boxes, and Pagefind leaves labels out.
            target.write_text(_PAGE.format(_LABEL.sub(r"<\1p", part)), encoding="utf-8")
        _run(engine, "--site", str(copy), "--output-path", str(index))
        for pattern in _UNUSED:
            for file in index.glob(pattern):
                file.unlink()
        if not is_whole(index):
            raise SearchError(_TORN)
        _put_in_order(index)
        return {
            file.relative_to(index).as_posix(): file.read_bytes()
            for file in sorted(index.rglob("*"))
            if file.is_file()
        }


def _run(engine: Path, *arguments: str) -> None:
    try:
        result = subprocess.run(  # noqa: S603 - our own package, our own arguments
            [engine, *arguments, "--force-language", "en", "--quiet"],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=600,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchError(f"Pagefind could not run: {error}") from error
    if result.returncode:
        said = f"{result.stdout}\n{result.stderr}".strip() or f"It ended with {result.returncode}."
        raise SearchError(f"Pagefind could not index the site:\n{said}")


def _put_in_order(index: Path) -> None:
    """Sort the filters in the table of contents, and name it after its content again.

    Pagefind lists them in another order each time (its issue 638), and a site made twice from the
    same pages has the same bytes. All of its other files come out the same by themselves.
    """
    entry_file = index / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        old = index / f"pagefind.{language['hash']}.pf_meta"
        content = _sorted_filters(gzip.decompress(old.read_bytes()))
        old.unlink()
        language["hash"] = f"en_{sha256(content).hexdigest()[:10]}"
        new = index / f"pagefind.{language['hash']}.pf_meta"
        # By zlib, as the gzip module writes another header in Python 3.13; 31 asks for one.
        new.write_bytes(zlib.compress(content, wbits=31))
    entry_file.write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


def _sorted_filters(content: bytes) -> bytes:
    """Return ``content`` with each run of filters in alphabetical order, in the same place."""
    run = re.compile(rb"(?:" + _FILTER.pattern + rb"){2,}", re.DOTALL)
    return run.sub(lambda found: b"".join(sorted(_FILTER.findall(found[0]))), content)
