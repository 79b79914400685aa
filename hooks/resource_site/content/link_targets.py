"""From the file a link names to the page it leads to."""

import posixpath
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from urllib.parse import quote, urlsplit

from ..markdown.links import target_of

GENERATED = {
    "articles/index.md": "articles/",
    "checklists/index.md": "checklists/",
    "topics/index.md": "topics/",
    "search/index.md": "search/",
}
"""Pages the site makes by itself, under the names that links in Markdown use for them."""


class LinkTargets:
    """Every file of ``docs/`` a link may name, with the address of its page or download."""

    def __init__(self, known: Mapping[str, str], files: Iterable[str]) -> None:
        """Take source paths with their addresses, and ``files`` that are published as they are."""
        self._known = {**{path: path for path in files}, **GENERATED, **known}

    def __contains__(self, source: str) -> bool:
        return source in self._known

    def all(self) -> list[tuple[str, str]]:
        """Return every file with its address, in a stable order."""
        return sorted(self._known.items())

    def resolve(self, href: str, source: str) -> str:
        """Return the address, relative to the site's root, of a link in the file ``source``.

        Links that name no file here (web addresses, e-mail, places on the same page) and links
        that lead nowhere come back as they are.
        """
        target = target_of(href, source)
        if target is None or target not in self._known:
            return href
        parts = urlsplit(href)
        tail = f"?{parts.query}" * bool(parts.query) + f"#{parts.fragment}" * bool(parts.fragment)
        return (quote(self._known[target]) or "./") + tail

    def source_at(self, target: str) -> str | None:
        """Return the file whose page stands at the address ``target``, if staff wrote that."""
        wanted = target.removesuffix("index.html").strip("/.")
        for source, address in self._known.items():
            if address.strip("/") == wanted:
                return source
        return None

    def nearest(self, target: str) -> str | None:
        """Return the file that was probably meant by ``target``, which there is not.

        It has the same name in another folder or with another ending, or nearly the same name in
        the same folder.
        """
        folder, name = posixpath.split(target)
        stem = posixpath.splitext(name)[0]
        known = [source for source in self._known if not source.endswith(".vtt")]
        same = [
            source for source in known if posixpath.splitext(posixpath.basename(source))[0] == stem
        ]
        if len(same) == 1:
            return same[0]
        beside = [source for source in known if posixpath.dirname(source) == folder]
        names = [posixpath.basename(source) for source in beside]
        near = get_close_matches(name, names, n=1, cutoff=0.75)
        return posixpath.join(folder, near[0]) if near else None
