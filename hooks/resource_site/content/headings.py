"""The places inside a page that a link can lead to, as the build will make them.

Those that templates make are left out: they may change with any release.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

from markdown import Markdown

from ..fingerprint import fingerprint
from ..ledger import Ledger
from .entries import Body

_ALWAYS = ("toc", "tables", "fenced_code")
"""The extensions of Markdown that MkDocs has whatever the settings say."""


class Headings:
    """Those of every page whose words are Markdown."""

    def __init__(self, bodies: Iterable[Body], extensions: Any, kept: Ledger | None = None) -> None:
        """Take all bodies, and ``markdown_extensions`` as they stand in the settings.

        ``kept`` remembers the ids of bodies that did not change.
        """
        self._bodies = {body.source: body.markdown for body in bodies}
        self._extensions = json.dumps(extensions or [])
        self._kept = kept
        self._known: dict[str, frozenset[str] | None] = {}
        self._prints: dict[str, bytes] = {}
        self._asked: set[str] = set()

    def on(self, source: str) -> frozenset[str] | None:
        """Return the ids on the page of the file ``source``; none if they cannot be known."""
        self._asked.add(source)
        if source not in self._known:
            self._known[source] = self._of(self._bodies.get(source, ""))
        return self._known[source]

    def print_of(self, source: str) -> bytes:
        """Return a fingerprint of the ids on the page of the file ``source``."""
        if source not in self._prints:
            self._prints[source] = fingerprint(self.on(source))
        return self._prints[source]

    @contextmanager
    def listen(self) -> Iterator[list[tuple[str, bytes]]]:
        """Give a list of the files asked about since, with fingerprints; filled at the end."""
        self._asked = set()
        found: list[tuple[str, bytes]] = []
        try:
            yield found
        finally:
            found += [(source, self.print_of(source)) for source in sorted(self._asked)]
            self._asked = set()

    def _of(self, markdown: str) -> frozenset[str] | None:
        if not self._kept:
            return _ids(markdown, self._extensions)
        key = sha256(f"headings\0{self._extensions}\0{markdown}".encode()).hexdigest()
        found: frozenset[str] | None = self._kept.get(key)
        if found is None:
            found = _ids(markdown, self._extensions)
            if found is not None:
                self._kept.put(key, found)
        return found


def _ids(markdown: str, extensions: str) -> frozenset[str] | None:
    """Return the ids in a body."""
    names: list[str] = list(_ALWAYS)
    options: dict[str, Mapping[str, Any]] = {}
    for entry in json.loads(extensions):
        for name, given in entry.items() if isinstance(entry, dict) else [(entry, None)]:
            names.append(name)
            options[name] = given if isinstance(given, dict) else {}
    try:
        html = Markdown(extensions=list(dict.fromkeys(names)), extension_configs=options).convert(
            markdown
        )
    except Exception:
        return None
    reader = _Ids()
    reader.feed(html)
    return frozenset(reader.found)


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {
            value
            for name, value in attrs
            if value and (name == "id" or (tag, name) == ("a", "name"))
        }
