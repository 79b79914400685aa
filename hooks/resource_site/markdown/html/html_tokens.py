"""A tokenizer of raw HTML in Markdown, so that no HTML reaches a page as it was typed.

Each tag becomes a token with its allowed attributes, and all between tags becomes text. What is
not on the allow-list is left out and reported.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from html.parser import HTMLParser

from markdown_it.token import Token

from ..dialect.attributes import CLASSES
from ..dialect.limits import MAX_CHARACTERS
from ..source import Place, Report
from .allow_list import ELEMENTS, VOID, is_allowed

MAX_NESTING = 100
"""Nested elements and blocks; from 512 on, Chromium builds another tree."""

_TAKE_OUT = "Take it out."
_EQUALS = r"(?:\s*=\s*[\"']?\s*)?"
"""What is between an attribute's name and its value."""

_INSTEAD = {
    "audio": "Write ![What it is](../assets/name.mp3).",
    "h1": 'Write a line that starts with "## ".',
    "iframe": "Link to the page instead.",
    "video": "Write ![What it shows](../assets/name.mp4).",
}
"""What to write for elements that staff may know from other sites."""


class HtmlTokenizer(HTMLParser):
    """Reads the raw HTML of one text, piece by piece and in order, and tracks open elements."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report
        self._open: list[tuple[str, Place]] = []
        """The name and position of each open element; the name is empty for a Markdown block."""
        self._refused: set[str] = set()
        self._tokens: list[Token] = []
        self._lines, self._places = list[str](), list[Place]()
        self._in_block = False

    def read(self, html: str, places: list[Place], *, in_block: bool = False) -> list[Token]:
        """Return the tokens of ``html``, whose lines start at ``places`` in the file.

        In an HTML block (``in_block``), a backslash does not escape "<".
        """
        self._tokens, self._lines = [], html.split("\n")
        self._places, self._in_block = places, in_block
        self.reset()
        try:
            self.feed(html)
        except AssertionError:  # HTMLParser does not know such a declaration
            self._refuse_declaration()
            return self._tokens
        rest = self.rawdata
        if rest.startswith("<!--"):
            what = "A comment is opened here and never closed: the rest of the text is lost."
            self._report(self._place(), what, 'Write "-->" where it ends.')
        elif rest.startswith("<"):
            fix = f'Write ">" where it ends. If it is words, write "{self._less_than()}".'
            self._report(self._place(), "This tag is never closed.", fix)
        elif rest:
            self.handle_data(unescape(rest))
        return self._tokens

    def enter(self, token: Token) -> None:
        """Open or close the Markdown block of ``token``; HTML cannot stay open beyond it."""
        if token.nesting == 1:
            self._open.append(("", (0, 0)))
        elif token.nesting == -1:
            self._close("")

    def end(self) -> None:
        """Report the elements that are open at the end of the text."""
        for name, place in self._open:
            self._report_not_closed(name, place)

    def set_cdata_mode(self, elem: str, **_: bool) -> None:
        """Read tags inside <script> and the like too: they are not allowed, so it is prose."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            may_be_prose = not any(value for _, value in attrs)
            typed = self.get_starttag_text() or "" if may_be_prose else ""
            self._refused.add(tag)
            self._refuse(" ".join(typed.strip("</>").split()) or tag, _INSTEAD.get(tag))
            return
        size = len(self.get_starttag_text() or "")
        if size > MAX_CHARACTERS:
            what = f"This tag has {size} characters; {MAX_CHARACTERS} is the most."
            self._report(self._place(), what, "Make it shorter.")
            return
        if len(self._open) > MAX_NESTING:
            what = f"More than {MAX_NESTING} parts are open inside each other here."
            self._report(self._place(), what, "Close each where it ends.")
            return
        is_void = tag in VOID
        token = Token("html_tag", tag, 0 if is_void else 1)
        token.attrs = dict(self._attributes(tag, attrs))
        values = {key: self._place_of(key, _EQUALS) for key in token.attrs}
        token.meta = {"place": self._place(), **values}
        self._tokens.append(token)
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
        elif self._close(tag):
            self._tokens.append(Token("html_tag", tag, -1))
        else:
            what = f'"</{tag}>" closes what was not opened.'
            self._report(self._place(), what, f'{_TAKE_OUT} Or write "<{tag}>" where it starts.')

    def handle_data(self, data: str) -> None:
        token = Token("text", "", 0)
        after_pre = self._tokens and (self._tokens[-1].tag, self._tokens[-1].nesting) == ("pre", 1)
        # HTML ignores one line feed after <pre>; without any, nh3 would have none to remove.
        token.content = data.lstrip("\n") if after_pre else data
        self._tokens.append(token)

    def handle_comment(self, data: str) -> None:
        if not self._rest_of_line().startswith("<!--"):
            self._refuse_declaration()

    def handle_decl(self, decl: str) -> None:
        self._refuse_declaration()

    def handle_pi(self, data: str) -> None:
        self._refuse_declaration()

    def unknown_decl(self, data: str) -> None:
        self._refuse_declaration()

    def _attributes(
        self, tag: str, attrs: Iterable[tuple[str, str | None]]
    ) -> Iterator[tuple[str, str]]:
        for key, value in attrs:
            unknown = set((value or "").split()) - CLASSES if key == "class" else ()
            if is_allowed(tag, key) and not unknown:
                yield key, value or ""
                continue
            what = f'"{key}=" may not stand in "<{tag}>".'
            fix = f'{_TAKE_OUT} If it is words, write "{self._less_than()}{tag}".'
            if unknown:
                what = f'The site has no look for "{min(unknown)}".'
                fix = f"Take the class out, or use one of: {', '.join(sorted(CLASSES))}."
            self._report(self._place_of(key), what, fix)

    def _close(self, name: str) -> bool:
        """Close the innermost open ``name``, and report the elements left open inside it.

        Return False if there is none in the same Markdown block.
        """
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == name:
                for opened, place in self._open[index + 1 :]:
                    self._report_not_closed(opened, place)
                del self._open[index:]
                return True
            if not self._open[index][0]:
                return False
        return False

    def _report_not_closed(self, name: str, place: Place) -> None:
        if name:
            what = f'"<{name}>" is opened here and not closed in the same part of the text.'
            fix = f'Write "</{name}>" where it ends. If it is words, write "\\<{name}>".'
            self._report(place, what, fix)

    def _refuse(self, name: str, instead: str | None = None) -> None:
        what = f'"<{name}>" may not stand in a page, so readers would not see it.'
        in_brackets = f" or [{name}]" if name[0].isalpha() else ""
        fix = f"If it is words, write {self._less_than()}{name}>{in_brackets}. If not, take it out."
        self._report(self._place(), what, instead or fix)

    def _refuse_declaration(self) -> None:
        self._refuse(re.split(r"[\s>]", self._rest_of_line()[1:], maxsplit=1)[0])

    def _less_than(self) -> str:
        """Return how to escape "<" here: inside an HTML block, a backslash does not."""
        return "&lt;" if self._in_block and self.getpos() != (1, 0) else "\\<"

    def _rest_of_line(self) -> str:
        line, column = self.getpos()
        return self._lines[line - 1][column:]

    def _place_of(self, key: str, after: str = "") -> Place:
        """Return where the attribute ``key`` starts, or where its name and ``after`` end."""
        pattern = re.escape(key) + after if after else f"(?={re.escape(key)})"
        match = re.search(rf"[\s/\"']{pattern}", self.get_starttag_text() or "", re.IGNORECASE)
        return self._place(match.end() if match else 0)

    def _place(self, offset: int = 0) -> Place:
        """Return where the current tag starts in the file, or its character at ``offset``."""
        line, column = self.getpos()
        *above, before = (self.get_starttag_text() or "")[:offset].split("\n")
        start = self._places[min(line + len(above), len(self._places)) - 1]
        return start[0], start[1] + len(before) + (0 if above else column)
