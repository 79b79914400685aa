"""The places inside a page that a link can lead to, as the build will make them.

Those that templates make are left out: they may change with any release.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

from markdown import Markdown

from .entries import Body

_ALWAYS = ("toc", "tables", "fenced_code")
"""The extensions of Markdown that MkDocs has whatever the settings say."""


class Headings:
    """Those of every page whose words are Markdown."""

    def __init__(self, bodies: Iterable[Body], extensions: Any) -> None:
        """Take all bodies, and ``markdown_extensions`` as they stand in the settings."""
        self._bodies = {body.source: body.markdown for body in bodies}
        self._extensions = json.dumps(extensions or [])

    def on(self, source: str) -> frozenset[str] | None:
        """Return the ids on the page of the file ``source``; none if they cannot be known."""
        return _ids(self._bodies.get(source, ""), self._extensions)


@lru_cache(maxsize=512)
def _ids(markdown: str, extensions: str) -> frozenset[str] | None:
    """Return the ids in a body; a preview asks again after every save of any file."""
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
