"""Slips that YAML passes over in silence: what it reads is not what was meant.

Only text without quotation marks is looked at; quoted, it means what stands there. Rows and columns
count from 0, as the parser's marks do.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import yaml

from ...markdown.lint.invisible_characters import character_name, with_article
from ...problems import Problem
from .yaml_advice import LEVEL

MOST_QUOTED = 40
"""Characters of staff's own words that a message repeats."""

_ODD = "[\u00a0\u00ad\u1680\u2000-\u200b\u202f\u205f-\u2064\u3000\ufeff]"
"""Spaces that are none to YAML, and signs nobody sees."""

_ODD_SIGN = re.compile(_ODD)
_ODD_END = re.compile(f"{_ODD}+$")
_OPENING = re.compile(r" *(?:- +)*")
"""What may stand in front of the first word of a line: spaces, and hyphens of lists."""

WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_KEY = re.compile(rf"({WORD.pattern}):(?!//)(?=[^ \t])")
_SCHEMES = frozenset(("mailto", "tel"))
"""What stands before a colon and is no key; "https:" has slashes behind it."""

_HYPHEN = re.compile(rf"-(?=[^\s\d-]|{_ODD})")
_LIKE_ENTRY = re.compile(rf"(?:[-*+•·▪◦‣]|\d{{1,2}}[.)])[ \t]|{_HYPHEN.pattern}")
_NOTE = re.compile(r"[ \t]+(#[^\s#].*)")
_NOTE_BEHIND_WORDS = re.compile(r"[ \t]+(#+\s.*\S)")
_NO_WORDS = re.compile(r"[a-z0-9_.,:/-]*")
"""Values such as numbers, days, addresses and names of files, which a note may stand behind."""

_OWN_LINE = (
    "If it is text, put the whole text in quotation marks. If it is a note, put it on a line of "
    "its own."
)
_TORN = re.compile(
    r"[\u201c\u201e][^\u201c-\u201e]*$|\u00ab[^\u00ab\u00bb]*$"
    r"|^\u2018(?:[^\u2018\u2019]|\u2019(?=\w))*$"
)
"""Curly quotation marks that are opened, and not closed in the same text."""

_CLOSED = {
    "\u201c": re.compile("\u201d"),
    "\u201e": re.compile("[\u201c\u201d]"),
    "\u00ab": re.compile("\u00bb"),
    "\u2018": re.compile(r"\u2019(?!\w)"),
}
"""What closes each of them; the single one is an apostrophe too."""


def torn_mark(text: str) -> str:
    """Return the curly quotation mark that ``text`` opens and does not close, or nothing."""
    match = _TORN.search(text)
    return match[0][0] if match else ""


def in_spaces(count: int) -> str:
    """Return a number of spaces in words."""
    return f"{count} space{'' if count == 1 else 's'}" if count else "no space"


@dataclass(frozen=True)
class YamlSlips:
    """The lines of a YAML text, which starts on ``first_line`` of the file ``path``.

    ``keys`` are those that the file may hold.
    """

    path: str
    lines: Sequence[str]
    first_line: int
    keys: frozenset[str]

    def problem(self, row: int, column: int, what: str, fix: str) -> Problem:
        """Return a problem at this place."""
        return Problem(self.path, row + self.first_line, column + 1, what, fix)

    def line(self, row: int) -> str:
        """Return a line; an empty one behind the last."""
        return self.lines[row] if row < len(self.lines) else ""

    def opening(self, mark: Any) -> str | None:
        """Return the spaces and hyphens of lists before a mark; nothing where words stand there."""
        match = _OPENING.match(self.line(mark.line), 0, mark.column)
        return match[0] if match and match.end() == mark.column else None

    def of_text(self, start: Any, end: Any, *, any_key: bool = False) -> Iterator[Problem]:
        """Yield the slips of text without quotation marks between two marks.

        ``any_key`` takes any word before a colon for a key, not only the known ones.
        """
        opening = self.opening(start)
        # A list of which each hyphen lacks its space is one text to YAML.
        is_list = (
            opening is not None
            and "-" not in opening
            and _HYPHEN.match(self.line(start.line), start.column)
        )
        for row in range(start.line, end.line + 1):
            line, column = self.line(row), start.column
            if row > start.line:
                column = len(line) - len(line.lstrip(" "))
            text = line[column : end.column if row == end.line else None]
            if odd := self._odd(row, column, text):
                yield odd
            elif row > start.line and not is_list and _LIKE_ENTRY.match(text):
                yield self.problem(row, column, LEVEL, self._right_level(start, text))
            elif row > start.line or opening is not None:
                yield from self._glued(row, column, text, any_key=any_key)
        yield from self.lost_words(end)

    def lost_words(self, end: Any) -> Iterator[Problem]:
        """Yield a problem where words stand behind a mark that YAML takes for a note."""
        match = _NOTE.match(self.line(end.line), end.column)
        if match:
            shown = _shortened(match[1].strip())
            what = f'"{shown}" is left out, since # after a space starts a note.'
            fix = "Put the whole text in quotation marks. If it is a note, put a space after the #."
            yield self.problem(end.line, match.start(1), what, fix)

    def note_behind(self, text: str, end: Any) -> Iterator[Problem]:
        """Yield a warning where a note stands behind words: it may be a part of them."""
        match = _NOTE_BEHIND_WORDS.match(self.line(end.line), end.column)
        if match and not _NO_WORDS.fullmatch(text):
            what = f'"{_shortened(match[1])}" is a note for staff, so readers do not see it.'
            yield replace(
                self.problem(end.line, match.start(1), what, _OWN_LINE), severity="warning"
            )

    def of_key(
        self, key: yaml.ScalarNode | yaml.ScalarToken, value: yaml.Node | None = None
    ) -> Iterator[Problem]:
        """Yield the slips of a key without quotation marks, and of the text it may be torn from."""
        text, mark = str(key.value), key.start_mark
        if WORD.fullmatch(text):  # as nearly every key is
            return
        end = len(_ODD_END.sub("", text))
        odd = self._odd(mark.line, mark.column, text)
        if odd := odd or self._odd(mark.line, mark.column + end, text[end:]):
            yield odd
        else:
            yield from self._glued(mark.line, mark.column, text)
        if isinstance(value, yaml.ScalarNode) and _closes(torn_mark(text), value.value):
            yield self.torn(mark, "colon")

    def of_flow(self, entries: Iterable[yaml.Node]) -> Iterator[Problem]:
        """Yield a problem for each text in brackets that a comma tears in two."""
        opened, at = "", None
        for entry in entries:
            if not isinstance(entry, yaml.ScalarNode) or entry.style:
                continue
            if _closes(opened, entry.value):
                yield self.torn(at, "comma")
                opened = ""
            if mark := torn_mark(entry.value):
                opened, at = mark, entry.start_mark

    def torn(self, mark: Any, sign: str) -> Problem:
        """Return a problem for curly quotation marks with a ``sign`` of YAML between them."""
        what = f"Curly quotation marks do not keep a text together that has a {sign} in it."
        fix = 'Put straight ones (") in their place.'
        return self.problem(mark.line, mark.column, what, fix)

    def _odd(self, row: int, column: int, text: str) -> Problem | None:
        match = _ODD_SIGN.match(text)
        if not match:
            return None
        name = with_article(character_name(match[0]))
        what = f"{name} stands here, where YAML reads only ordinary spaces."
        return self.problem(row, column, what, "Delete it, and press the space bar.")

    def _glued(
        self, row: int, column: int, text: str, *, any_key: bool = False
    ) -> Iterator[Problem]:
        """Yield a problem where a space is missing after a key's colon or a list's hyphen."""
        key, hyphen = _KEY.match(text), _HYPHEN.match(text)
        if key and (key[1] in self.keys or (any_key and key[1] not in _SCHEMES)):
            match, what = key, f'A space is missing after the colon of "{key[1]}".'
        elif hyphen and not self.line(row)[:column].strip(" "):
            match, what = hyphen, "A space is missing after this hyphen."
        else:
            return
        column += match.end()
        odd = self._odd(row, column, text[match.end() :])
        yield odd or self.problem(row, column, what, "Put one there.")

    def _right_level(self, start: Any, text: str) -> str:
        """Return how to mend a line of ``text`` that became part of a text above it."""
        hyphen = self._hyphens[start.line]
        count = in_spaces(hyphen or 0)
        if "-" not in (self.opening(start) or ""):  # it stands behind a key
            as_text = 'rite "|" after the colon above, and the whole text on the lines below it.'
            if hyphen is None:
                return f"W{as_text}"
            return f"If it is an entry of the list, start it with {count}. If not, w{as_text}"
        if text.startswith("- "):
            return f"Start it with {count}, as many as the entry above."
        return (
            f"If it is an entry of the list, start it with {count}, a hyphen and a space. "
            "If not, put the whole text in quotation marks."
        )

    @cached_property
    def _hyphens(self) -> list[int | None]:
        """For each line, the column of the hyphen of the entry that it stands in."""
        around: list[int] = []
        found: list[int | None] = []
        for line in self.lines:
            indent = len(line) - len(line.lstrip(" "))
            while line.strip() and around and around[-1] >= indent:
                around.pop()
            opening = _OPENING.match(line)
            hyphens = enumerate(opening[0] if opening else "")
            around += [column for column, sign in hyphens if sign == "-"]
            found.append(around[-1] if around else None)
        return found


def _shortened(words: str) -> str:
    return f"{words[:MOST_QUOTED]}…" if len(words) > MOST_QUOTED else words


def _closes(opened: str, text: str) -> bool:
    return bool(opened) and bool(_CLOSED[opened].search(text))
