"""The search index of a finished site, made by Pagefind.

Pagefind is a program: it reads the pages and gives an index in small pieces, so that what a search
moves to a reader hardly grows with the site. Which text it reads, the templates say
(``components/search/indexed.html``).
"""

import gzip
import json
import re
import zlib
from base64 import b64decode
from fnmatch import fnmatch
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .pagefind import Conversation, SearchError

FOLDER = "assets/search"
"""Where the index stands, relative to the site's root; ``components/search/results.js`` asks there.
"""

MISSING = (
    'Search needs the package "pagefind_bin", which this computer lacks. '
    "To install it, run: pip install -r requirements/site.txt"
)

_ENTRY = "pagefind-entry.json"

_INDEXED = "data-pagefind-body"

_PAGE = "<!doctype html><html lang='en'><head><title>-</title></head><body>{}</body></html>"
"""What Pagefind reads of a page is its main part; the rest of the page it need not look at."""

_LABEL = re.compile(r"<(/?)(?:label|legend)\b")

_UNUSED = ("pagefind-*.js", "pagefind-*.css", "wasm.unknown.*")
"""Pagefind's own faces, its worker, and its reading of other languages; no page asks for them."""

_FILTER = re.compile(rb"\x82(?:[\x60-\x77]|\x78.)[a-z0-9-]+[\x60-\x77]en_[0-9a-f]+", re.DOTALL)
"""A filter in the index's table of contents (CBOR): two texts, its name and its file."""


class SearchEngineMissingError(SearchError):
    """Pagefind is not on this computer."""

    def __init__(self) -> None:
        super().__init__(MISSING)


def engine_version() -> str:
    """Return which Pagefind this is; raises ``SearchEngineMissingError``."""
    try:
        return version("pagefind_bin")
    except PackageNotFoundError as error:
        raise SearchEngineMissingError from error


def require_engine() -> Path:
    """Return where Pagefind is; raises ``SearchEngineMissingError``."""
    try:
        import pagefind_bin  # noqa: PLC0415 - a preview works without it

        return Path(pagefind_bin.get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise SearchEngineMissingError from error


def indexed_part(html: str) -> str:
    """Return what search reads of a page: all of its main part, or nothing."""
    start, end = html.find("<main"), html.rfind("</main>")
    part = html[start : end + len("</main>")] if 0 <= start < end else ""
    return part if _INDEXED in part else ""


class Indexing:
    """An index in the making; pages may be added while others are still made.

    The same pages in the same order give the same bytes.
    """

    def __init__(self) -> None:
        """Start the engine; raises ``SearchError`` where that fails."""
        self._engine = Conversation(require_engine())
        self._engine.tell({"type": "NewIndex", "config": {"force_language": "en"}})

    def add(self, address: str, page: str) -> None:
        """Add the file ``page``, which stands at ``address`` in the site; raises ``OSError``."""
        with open(page, encoding="utf-8") as opened:  # noqa: PTH123 - many files
            part = indexed_part(opened.read())
        # A checklist's words are the labels of its boxes, and Pagefind leaves labels out.
        html = _PAGE.format(_LABEL.sub(r"<\1p", part))
        self._engine.tell(
            {"type": "AddFile", "index_id": 0, "file_path": address, "file_contents": html}
        )

    def finish(self) -> dict[str, bytes]:
        """Return the files of the index, by their paths in its folder; raises ``SearchError``."""
        answer = self._engine.ask({"type": "GetFiles", "index_id": 0})
        files = {
            file["path"]: b64decode(file["content"])
            for file in answer["files"]
            if not any(fnmatch(file["path"], pattern) for pattern in _UNUSED)
        }
        _put_in_order(files)
        return dict(sorted(files.items()))

    def stop(self) -> None:
        """Leave it at that: there will be no index."""
        self._engine.stop()


def _put_in_order(files: dict[str, bytes]) -> None:
    """Sort the filters in the table of contents, and name it after its content again.

    Pagefind lists them in another order each time (its issue 638), and a site made twice from the
    same pages has the same bytes. All of its other files come out the same by themselves.
    """
    entry = json.loads(files[_ENTRY])
    for language in entry["languages"].values():
        old = files.pop(f"pagefind.{language['hash']}.pf_meta")
        content = _sorted_filters(gzip.decompress(old))
        language["hash"] = f"en_{sha256(content).hexdigest()[:10]}"
        # By zlib, as the gzip module writes another header in Python 3.13; 31 asks for one.
        files[f"pagefind.{language['hash']}.pf_meta"] = zlib.compress(content, wbits=31)
    files[_ENTRY] = json.dumps(entry, ensure_ascii=False).encode()


def _sorted_filters(content: bytes) -> bytes:
    """Return ``content`` with each run of filters in alphabetical order, in the same place."""
    run = re.compile(rb"(?:" + _FILTER.pattern + rb"){2,}", re.DOTALL)
    return run.sub(lambda found: b"".join(sorted(_FILTER.findall(found[0]))), content)
