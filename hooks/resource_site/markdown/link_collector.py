"""Links, pictures, films and recordings of one text, and the places where addresses will stand."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from .document import Address, Link, LinkKind, Piece, ShownChecklist
from .links import is_film, is_recording, link_problem, target_of
from .source import Cursor, MarkdownSource, Place

_MARK = "\0"
"""Stands around the number of a place in HTML; no text that was read can hold it."""

_ADDRESS_FOLLOWS = re.compile(r".*?\]\( *<?")


class LinkCollector:
    """Collects what one text leads to and shows.

    ``names`` are its definitions ``[name]: address``, as the parser noted them.
    """

    def __init__(self, source: MarkdownSource, names: Mapping[str, Any]) -> None:
        self._source = source
        self._names = names
        self._open: list[Token] = []
        self.links: list[Link] = []
        self.marked: list[Address | ShownChecklist] = []

    def open(self, token: Token) -> None:
        """Note that a link starts."""
        self._open.append(token)

    def close(self, place: Place | None, before: str) -> None:
        """Take the link that ends here; ``place`` is given where its words are its address.

        ``before`` is the type of the token in front of its end.
        """
        token = self._open.pop()
        href = str(token.attrs["href"])
        place = place or self._place_of_address(token, href)
        if before == "link_open":
            fix = f"Write what it leads to between the brackets: [words]({href})."
            self._source.report(place, "This link has no words to press.", fix, "warning")
        self._not_in_a_link("link", place)
        self.lead(token, "href", href, place, "link")

    def image(self, token: Token) -> None:
        """Take a picture; one of a film or a recording becomes its player."""
        href = str(token.attrs["src"])
        place = self._place_of_address(token, href)
        if not token.content.strip():
            what = "This picture has no words for people who cannot see it."
            fix = f"Say between the brackets what it shows: ![Two people talking]({href})."
            self._source.report(place, what, fix, "warning")
        if is_film(href) or is_recording(href):
            self._film(token, href, place)
        else:
            self.lead(token, "src", href, place, "picture")

    def _film(self, token: Token, href: str, place: Place) -> None:
        self._not_in_a_link("film", place)
        self.lead(token, "src", href, place, "film")
        if "src" not in token.attrs:
            return
        token.type, token.meta["captions"] = "film", ""
        del token.attrs["alt"]
        token.meta["whole"] = self.mark(Address(href, whole=True))
        if is_film(href):
            captions = f"{href.rpartition('.')[0]}.vtt"
            self.links.append(Link(captions, *place, "captions"))
            token.meta["captions"] = self.mark(Address(captions, whole=False))

    def lead(self, token: Token, key: str, href: str, place: Place, kind: LinkKind) -> None:
        """Let the attribute ``key`` of ``token`` lead to ``href``, unless it may not."""
        wrong = link_problem(href, is_shown=kind != "link")
        if wrong:
            self._source.report(place, *wrong)
            del token.attrs[key]
            return
        self.links.append(Link(href, *place, kind))
        if target_of(href, "") is None:
            token.attrs[key] = normalizeLink(href)
            return
        whole = {"data-address": self.mark(Address(href, whole=True))} if kind == "link" else {}
        token.attrs = {**whole, **token.attrs, key: self.mark(Address(href, whole=False))}

    def mark(self, place: Address | ShownChecklist) -> str:
        """Return what stands in HTML for ``place`` until the page is made."""
        self.marked.append(place)
        return f"{_MARK}{len(self.marked) - 1}{_MARK}"

    def _not_in_a_link(self, kind: LinkKind, place: Place) -> None:
        if self._open:
            what = f"A {kind} may not stand inside a link."
            self._source.report(place, what, "Put it behind the link.")

    def _place_of_address(self, token: Token, href: str) -> Place:
        """Return where ``href`` stands: behind the words, or in the line ``[name]: address``."""
        if "label" in token.meta:
            row = self._names[token.meta["label"]]["map"][0]
            start = self._source.lines[row].find("]:")
            return Cursor(
                self._source.lines, self._source.first_line, row, start, end=row + 2
            ).find(href)
        line = self._source.lines[self._source.cursor.row]
        start = _ADDRESS_FOLLOWS.match(line, self._source.cursor.column)
        if not start or not line.startswith(href, start.end()):
            return self._source.cursor.place
        self._source.cursor.column = start.end()
        return self._source.cursor.find(href)

    def pieces(self, html: str) -> Iterator[Piece]:
        """Yield ``html`` in parts, with what stands in each marked place between them."""
        for index, part in enumerate(html.split(_MARK)):
            if index % 2:
                yield self.marked[int(part)]
            elif part:
                yield part

    def filled(self, html: str) -> str:
        """Return ``html`` with something of the same kind in place of what is still to come."""
        return "".join(
            piece
            if isinstance(piece, str)
            else "<div></div>"
            if isinstance(piece, ShownChecklist)
            else "x"
            for piece in self.pieces(html)
        )
