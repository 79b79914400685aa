"""Whether a search index is whole: Pagefind says that all went well after a disk became full."""

import gzip
import json
import re
import zlib
from pathlib import Path

_PIECES = (".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment", ".pagefind")
"""Endings of the compressed files of an index."""

_LAST_WORDS = re.compile(r"export *\{[^{}]*\};?\s*$")
"""How Pagefind's module ends."""


def is_whole(index: Path) -> bool:
    """Tell whether each file in the folder ``index`` is whole, and no page's piece is missing."""
    try:
        entry = json.loads((index / "pagefind-entry.json").read_text(encoding="utf-8"))
        pages = sum(language["page_count"] for language in entry["languages"].values())
        pieces = [file for file in index.rglob("*") if file.suffix in _PIECES]
        return (
            sum(file.suffix == ".pf_fragment" for file in pieces) == pages
            and all(gzip.decompress(file.read_bytes()) for file in pieces)
            and bool(_LAST_WORDS.search((index / "pagefind.js").read_text(encoding="utf-8")))
        )
    except (ValueError, KeyError, EOFError, FileNotFoundError, gzip.BadGzipFile, zlib.error):
        return False
