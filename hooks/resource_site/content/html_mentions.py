"""Links and pictures that stand in an article's Markdown as HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

_ADDRESSES = ("href", "src", "poster")


@dataclass(frozen=True)
class HtmlMention:
    """An address inside a tag, which starts at ``line`` and ``column`` (from 1) of the HTML."""

    value: str
    line: int
    column: int
    is_silent_picture: bool
    """Whether it is a picture that has no ``alt``; an empty one says that it only decorates."""


def html_mentions(html: str) -> Iterator[HtmlMention]:
    """Yield every address that a tag in ``html`` leads to or shows, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[HtmlMention] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        line, before = self.getpos()
        for name in _ADDRESSES:
            if name in given:
                is_silent = tag == "img" and name == "src" and "alt" not in given
                value = (given[name] or "").strip()
                self.found.append(HtmlMention(value, line, before + 1, is_silent))
