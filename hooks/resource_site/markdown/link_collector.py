"""The links, pictures, films and recordings of one text, and placeholders for their addresses."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from .document import Address, Link, LinkKind, PicturePart, Piece, ShownChecklist
from .links import is_film, is_recording, link_problem, target_of
from .lint.picture_words import is_file_name
from .source import Cursor, MarkdownSource, Place

_DELIMITER = "\0"
"""Around the number of a placeholder in HTML; ``MarkdownSource`` replaces it in texts."""

_BEFORE_ADDRESS = re.compile(r".*?\]\( *<?")


class LinkCollector:
    """Checks the link targets of one text, collects them, and puts placeholders into the tokens.

    ``definitions`` are the parser's ``references``: of each line ``[name]: address``.
    """

    def __init__(self, source: MarkdownSource, definitions: Mapping[str, Any]) -> None:
        self._source = source
        self._definitions = definitions
        self._open: list[Token] = []
        self.links: list[Link] = []
        self.placeholders: list[Address | PicturePart | ShownChecklist] = []

    def open(self, token: Token) -> None:
        """Start a link."""
        self._open.append(token)

    def close(self, place: Place | None, previous_type: str) -> None:
        """End a link; ``place`` is that of an autolink, whose text is its address.

        ``previous_type`` is the type of the token before the end.
        """
        token = self._open.pop()
        href = str(token.attrs["href"])
        place = place or self._place_of_address(token, href)
        if previous_type == "link_open":
            fix = f"Write what it leads to between the brackets: [words]({href})."
            self._source.report(place, "This link has no words to press.", fix, "warning")
        self._check_not_in_link("link", place)
        self.add(token, "href", href, place, "link")

    def image(self, token: Token) -> None:
        """Collect a picture; make one whose target is a film or a recording a player."""
        href = str(token.attrs["src"])
        place = self._place_of_address(token, href)
        if not token.content.strip():
            what = "This picture has no words for people who cannot see it."
            fix = f"Say between the brackets what it shows: ![Two people talking]({href})."
            self._source.report(place, what, fix, "warning")
        elif is_file_name(token.content, href):
            what = f'The words of this picture are the name of a file: "{token.content}".'
            fix = f"Say between the brackets what it shows: ![Two people talking]({href})."
            self._source.report(place, what, fix, "warning")
        if is_film(href) or is_recording(href):
            self._film(token, href, place)
        else:
            self.add(token, "src", href, place, "picture")

    def _film(self, token: Token, href: str, place: Place) -> None:
        self._check_not_in_link("film", place)
        self.add(token, "src", href, place, "film")
        if "src" not in token.attrs:
            return
        token.type, token.meta["captions"] = "film", ""
        del token.attrs["alt"]
        token.meta["whole"] = self.placeholder(Address(href, whole=True))
        if is_film(href):
            captions = f"{href.rpartition('.')[0]}.vtt"
            self.links.append(Link(captions, *place, "captions"))
            token.meta["captions"] = self.placeholder(Address(captions, whole=False))

    def add(self, token: Token, key: str, href: str, place: Place, kind: LinkKind) -> None:
        """Set the attribute ``key`` of ``token`` to ``href``; remove and report a wrong one."""
        problem = link_problem(href, is_shown=kind != "link")
        if problem:
            self._source.report(place, *problem)
            del token.attrs[key]
            return
        self.links.append(Link(href, *place, kind))
        if target_of(href, "") is None:
            token.attrs[key] = normalizeLink(href)
            return
        if kind == "picture":
            self._picture(token, href)
            return
        absolute = (
            {"data-address": self.placeholder(Address(href, whole=True, for_paper=True))}
            if kind == "link"
            else {}
        )
        token.attrs = {**absolute, **token.attrs, key: self.placeholder(Address(href, whole=False))}

    def _picture(self, token: Token, href: str) -> None:
        """Put placeholders for what the build knows of a picture of this site."""
        is_sized = "width" in token.attrs or "height" in token.attrs
        is_first = not any(isinstance(each, PicturePart) for each in self.placeholders)
        del token.attrs["src"]
        token.meta["picture"] = [
            self.placeholder(PicturePart(href, part, is_sized, is_first))
            for part in ("start", "attributes", "end")
        ]

    def placeholder(self, value: Address | PicturePart | ShownChecklist) -> str:
        """Return the text that stands for ``value`` in HTML until the page is rendered."""
        self.placeholders.append(value)
        return f"{_DELIMITER}{len(self.placeholders) - 1}{_DELIMITER}"

    def _check_not_in_link(self, kind: LinkKind, place: Place) -> None:
        if self._open:
            what = f"A {kind} may not stand inside a link."
            self._source.report(place, what, "Put it behind the link.")

    def _place_of_address(self, token: Token, href: str) -> Place:
        """Return the position of ``href``: after the link's text, or in ``[name]: address``."""
        lines, cursor = self._source.lines, self._source.cursor
        if "label" in token.meta:
            row = self._definitions[token.meta["label"]]["map"][0]
            start = lines[row].find("]:")
            return Cursor(lines, self._source.first_line, row, start, end=row + 2).find(href)
        before = _BEFORE_ADDRESS.match(lines[cursor.row], cursor.column)
        if not before or not lines[cursor.row].startswith(href, before.end()):
            return cursor.place
        cursor.column = before.end()
        return cursor.find(href)

    def pieces(self, html: str) -> Iterator[Piece]:
        """Split ``html`` at its placeholders, and yield the parts and the values between them."""
        for index, part in enumerate(html.split(_DELIMITER)):
            if index % 2:
                yield self.placeholders[int(part)]
            elif part:
                yield part

    def with_samples(self, html: str) -> str:
        """Return ``html`` with a sample value for each placeholder, to check its structure."""
        return "".join(
            piece if isinstance(piece, str) else _sample(piece) for piece in self.pieces(html)
        )


def _sample(piece: Address | PicturePart | ShownChecklist) -> str:
    match piece:
        case ShownChecklist():
            return "<div></div>"
        case PicturePart(part="attributes"):
            return 'src="x"'
        case PicturePart():
            return ""
    return "x"
