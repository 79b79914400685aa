"""HTML among Markdown, as tokens like all others, so that no HTML reaches a page as it was typed.

Each tag becomes a token with the attributes that may stand, and whatever is between tags becomes
words. What may not stand is left out of the tokens and named as a problem.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import unescape
from html.parser import HTMLParser

from markdown_it.token import Token

from .allowed import ELEMENTS, VOID, may_hold
from .attributes import CLASSES
from .places import Report

_TAKE_OUT = "Take it out."
_FORM_OF_TAG = 'Write "{0}" in front of its "<", or square brackets, if it is words.'


class TagReader(HTMLParser):
    """Reads pieces of HTML in the order they stand in a text, and knows what is open."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report
        self._open: list[tuple[str, tuple[int, int]]] = []
        self._found: list[Token] = []
        self._piece: list[tuple[int, int]] = []

    def read(self, html: str, places: list[tuple[int, int]]) -> list[Token]:
        """Return the tokens of ``html``, whose lines start at these ``places`` of the file."""
        self._found, self._piece = [], places
        self.reset()
        with suppress(AssertionError):  # it knows no such declaration: what is left is no HTML
            self.feed(html)
        rest = self.rawdata
        if rest.startswith("<!--"):
            what = "A comment is opened here and never closed: the rest of the text is lost."
            self._report(self._place(), what, 'Write "-->" where it ends.')
        elif rest.startswith("<"):
            what = "This tag is never closed."
            self._report(self._place(), what, f'Write ">" where it ends. {_words("<")}')
        elif rest:
            self.handle_data(unescape(rest))
        return self._found

    def enter(self, token: Token) -> None:
        """Note that a part of the text opens or closes: what HTML it holds ends with it."""
        if token.nesting == 1:
            self._open.append(("", (0, 0)))
        elif token.nesting == -1:
            self._leave("")

    def end(self) -> None:
        """Report what is still open at the end of the text."""
        for name, place in self._open:
            self._not_closed(name, place)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        place = self._place()
        if tag not in ELEMENTS:
            is_words = not any(value for _, value in attrs)
            typed = self.get_starttag_text() or "" if is_words else ""
            self._refuse(" ".join(typed.strip("</>").split()) or tag, place)
            return
        is_void = tag in VOID
        token = Token("html_tag", tag, 0 if is_void else 1)
        token.attrs = dict(self._attributes(tag, attrs, place))
        token.meta = {"place": place}
        self._found.append(token)
        if not is_void:
            self._open.append((tag, place))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or tag not in ELEMENTS:
            return
        if self._leave(tag):
            self._found.append(Token("html_tag", tag, -1))
        else:
            what = f'"</{tag}>" closes what was not opened.'
            self._report(self._place(), what, f'{_TAKE_OUT} Or write "<{tag}>" where it starts.')

    def handle_data(self, data: str) -> None:
        token = Token("text", "", 0)
        token.content = data
        self._found.append(token)

    def handle_decl(self, decl: str) -> None:
        self._refuse(f"!{decl}", self._place())

    def handle_pi(self, data: str) -> None:
        self._refuse(f"?{data}", self._place())

    def unknown_decl(self, data: str) -> None:
        self._refuse(f"![{data}", self._place())

    def _attributes(
        self, tag: str, attrs: Iterable[tuple[str, str | None]], place: tuple[int, int]
    ) -> Iterator[tuple[str, str]]:
        for key, value in attrs:
            if not may_hold(tag, key):
                what = f'"{key}=" may not stand in "<{tag}>".'
                self._report(place, what, f"{_TAKE_OUT} {_words('<')}")
                continue
            unknown = set((value or "").split()) - CLASSES if key == "class" else ()
            if unknown:
                what = f'The site has no look for "{min(unknown)}".'
                fix = f"Take the class out, or use one of: {', '.join(sorted(CLASSES))}."
                self._report(place, what, fix)
            else:
                yield key, value or ""

    def _leave(self, name: str) -> bool:
        """Close the nearest open ``name``; those opened since were never closed."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == name:
                for opened, place in self._open[index + 1 :]:
                    self._not_closed(opened, place)
                del self._open[index:]
                return True
            if not self._open[index][0]:  # Markdown ends here before the HTML around it does
                return False
        return False

    def _not_closed(self, name: str, place: tuple[int, int]) -> None:
        if name:
            what = f'"<{name}>" is opened here and not closed in the same part of the text.'
            self._report(place, what, f'Write "</{name}>" where it ends. {_words("<")}')

    def _refuse(self, name: str, place: tuple[int, int]) -> None:
        what = f'"<{name}>" may not stand in a page, so readers would not see it.'
        self._report(
            place, what, f"If it is words, write \\<{name}> or [{name}]. If not, take it out."
        )

    def _place(self) -> tuple[int, int]:
        line, column = self.getpos()
        start = self._piece[min(line, len(self._piece)) - 1]
        return start[0], start[1] + column


def _words(sign: str) -> str:
    return f"If it is words, write \\{sign}."
