"""HTML among Markdown, as tokens like all others, so that no HTML reaches a page as it was typed.

Each tag becomes a token with the attributes that may stand, and whatever is between tags becomes
words. What may not stand is left out of the tokens and named as a problem.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from html.parser import HTMLParser

from markdown_it.token import Token

from ..dialect.attributes import CLASSES
from ..dialect.limits import MOST_CHARACTERS
from ..source import Place, Report
from .allow_list import ELEMENTS, VOID, may_hold

MOST_NESTED = 100
"""Elements and blocks inside each other; Chromium would read other trees from 512 on."""

_TAKE_OUT = "Take it out."
_VALUE = r"(?:\s*=\s*[\"']?\s*)?"
"""What stands between an attribute and its value."""

_INSTEAD = {
    "audio": "Write ![What it is](../assets/name.mp3).",
    "h1": 'Write a line that starts with "## ".',
    "iframe": "Link to the page instead.",
    "video": "Write ![What it shows](../assets/name.mp4).",
}
"""What to write for elements that are common elsewhere."""


class TagReader(HTMLParser):
    """Reads pieces of HTML in the order they stand in a text, and knows what is open."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report
        self._open: list[tuple[str, Place]] = []
        self._refused: set[str] = set()
        self._found: list[Token] = []
        self._lines, self._places = list[str](), list[Place]()
        self._in_block = False

    def read(self, html: str, places: list[Place], *, in_block: bool = False) -> list[Token]:
        """Return the tokens of ``html``, whose lines start at these ``places`` of the file.

        It is ``in_block`` where no Markdown is read, so that no backslash makes it words.
        """
        self._found, self._lines = [], html.split("\n")
        self._places, self._in_block = places, in_block
        self.reset()
        try:
            self.feed(html)
        except AssertionError:  # it knows no such declaration
            self._refuse_typed()
            return self._found
        rest = self.rawdata
        if rest.startswith("<!--"):
            what = "A comment is opened here and never closed: the rest of the text is lost."
            self._report(self._place(), what, 'Write "-->" where it ends.')
        elif rest.startswith("<"):
            fix = f'Write ">" where it ends. If it is words, write "{self._sign()}".'
            self._report(self._place(), "This tag is never closed.", fix)
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

    def set_cdata_mode(self, elem: str, **_: bool) -> None:
        """Read tags in scripts and the like too, which may not stand: their words may be words."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            is_words = not any(value for _, value in attrs)
            typed = self.get_starttag_text() or "" if is_words else ""
            self._refused.add(tag)
            self._refuse(" ".join(typed.strip("</>").split()) or tag, _INSTEAD.get(tag))
            return
        size = len(self.get_starttag_text() or "")
        if size > MOST_CHARACTERS:
            what = f"This tag has {size} characters; {MOST_CHARACTERS} is the most."
            self._report(self._place(), what, "Make it shorter.")
            return
        if len(self._open) > MOST_NESTED:
            what = f"More than {MOST_NESTED} parts are open inside each other here."
            self._report(self._place(), what, "Close each where it ends.")
            return
        is_void = tag in VOID
        token = Token("html_tag", tag, 0 if is_void else 1)
        token.attrs = dict(self._attributes(tag, attrs))
        values = {key: self._place_of(key, _VALUE) for key in token.attrs}
        token.meta = {"place": self._place(), **values}
        self._found.append(token)
        if not is_void:
            self._open.append((tag, self._place()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._refused:
            return
        if tag not in ELEMENTS:
            self._refuse(f"/{tag}")
        elif tag in VOID:
            what = f'"<{tag}>" has no end of its own.'
            self._report(self._place(), what, f'Write "<{tag}>" alone.')
        elif self._leave(tag):
            self._found.append(Token("html_tag", tag, -1))
        else:
            what = f'"</{tag}>" closes what was not opened.'
            self._report(self._place(), what, f'{_TAKE_OUT} Or write "<{tag}>" where it starts.')

    def handle_data(self, data: str) -> None:
        token = Token("text", "", 0)
        is_first = self._found and (self._found[-1].tag, self._found[-1].nesting) == ("pre", 1)
        token.content = data.lstrip("\n") if is_first else data  # nh3 keeps none, but each time one
        self._found.append(token)

    def handle_comment(self, data: str) -> None:
        if not self._typed_here().startswith("<!--"):
            self._refuse_typed()

    def handle_decl(self, decl: str) -> None:
        self._refuse_typed()

    def handle_pi(self, data: str) -> None:
        self._refuse_typed()

    def unknown_decl(self, data: str) -> None:
        self._refuse_typed()

    def _attributes(
        self, tag: str, attrs: Iterable[tuple[str, str | None]]
    ) -> Iterator[tuple[str, str]]:
        for key, value in attrs:
            unknown = set((value or "").split()) - CLASSES if key == "class" else ()
            if may_hold(tag, key) and not unknown:
                yield key, value or ""
                continue
            what = f'"{key}=" may not stand in "<{tag}>".'
            fix = f'{_TAKE_OUT} If it is words, write "{self._sign()}{tag}".'
            if unknown:
                what = f'The site has no look for "{min(unknown)}".'
                fix = f"Take the class out, or use one of: {', '.join(sorted(CLASSES))}."
            self._report(self._place_of(key), what, fix)

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

    def _not_closed(self, name: str, place: Place) -> None:
        if name:
            what = f'"<{name}>" is opened here and not closed in the same part of the text.'
            fix = f'Write "</{name}>" where it ends. If it is words, write "\\<{name}>".'
            self._report(place, what, fix)

    def _refuse(self, name: str, instead: str | None = None) -> None:
        what = f'"<{name}>" may not stand in a page, so readers would not see it.'
        in_words = f" or [{name}]" if name[0].isalpha() else ""
        fix = f"If it is words, write {self._sign()}{name}>{in_words}. If not, take it out."
        self._report(self._place(), what, instead or fix)

    def _refuse_typed(self) -> None:
        self._refuse(re.split(r"[\s>]", self._typed_here()[1:], maxsplit=1)[0])

    def _sign(self) -> str:
        """Return how "<" is typed here as a sign. A block of HTML ends only where it starts."""
        return "&lt;" if self._in_block and self.getpos() != (1, 0) else "\\<"

    def _typed_here(self) -> str:
        line, column = self.getpos()
        return self._lines[line - 1][column:]

    def _place_of(self, key: str, then: str = "") -> Place:
        """Return where the attribute ``key`` stands; or what follows on it and on ``then``."""
        start = re.escape(key) + then if then else f"(?={re.escape(key)})"
        typed = re.search(rf"[\s/\"']{start}", self.get_starttag_text() or "", re.IGNORECASE)
        return self._place(typed.end() if typed else 0)

    def _place(self, offset: int = 0) -> Place:
        """Return where in the file the tag stands that is read, or its character at ``offset``."""
        line, column = self.getpos()
        *above, before = (self.get_starttag_text() or "")[:offset].split("\n")
        start = self._places[min(line + len(above), len(self._places)) - 1]
        return start[0], start[1] + len(before) + (0 if above else column)
