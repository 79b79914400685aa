"""Link targets: the files that links may name, and their addresses on the site."""

import posixpath
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from urllib.parse import quote, urlsplit

from ...markdown.links import target_of

GENERATED = {
    "articles/index.md": "articles/",
    "checklists/index.md": "checklists/",
    "topics/index.md": "topics/",
    "search/index.md": "search/",
}
"""Generated pages: the file names that links use for them, and their addresses."""


class LinkTargets:
    """The address of every page and file, by the path inside ``docs/`` that links name."""

    def __init__(self, pages: Mapping[str, str], files: Iterable[str]) -> None:
        """Take the addresses of ``pages``, and ``files``, whose address is their path."""
        self._addresses = {**{path: path for path in files}, **GENERATED, **pages}

    def __contains__(self, source: str) -> bool:
        return source in self._addresses

    def all(self) -> list[tuple[str, str]]:
        """Return every file with its address, sorted."""
        return sorted(self._addresses.items())

    def resolve(self, href: str, source: str) -> str:
        """Return the address, relative to the site's root, that ``href`` in ``source`` leads to.

        External links, fragments of the same page and unknown files are returned unchanged.
        """
        target = target_of(href, source)
        if target is None or target not in self._addresses:
            return href
        parts = urlsplit(href)
        tail = f"?{parts.query}" * bool(parts.query) + f"#{parts.fragment}" * bool(parts.fragment)
        return (quote(self._addresses[target]) or "./") + tail

    def source_of(self, address: str) -> str | None:
        """Return the file of the page at ``address``, or None."""
        stripped = address.removesuffix("index.html").strip("/.")
        known = self._addresses.items()
        return next((source for source, at in known if at.strip("/") == stripped), None)

    def nearest(self, target: str) -> str | None:
        """Return the file that was probably meant by the unknown ``target``, or None.

        That is the only one of the same name in another folder or with another extension, or one
        of a similar name in the same folder.
        """
        folder, name = posixpath.split(target)
        stem = posixpath.splitext(name)[0]
        known = [source for source in self._addresses if not source.endswith(".vtt")]
        same = [
            source for source in known if posixpath.splitext(posixpath.basename(source))[0] == stem
        ]
        if len(same) == 1:
            return same[0]
        names = [posixpath.basename(each) for each in known if posixpath.dirname(each) == folder]
        near = get_close_matches(name, names, n=1, cutoff=0.75)
        return posixpath.join(folder, near[0]) if near else None
