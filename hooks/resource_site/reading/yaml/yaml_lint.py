"""A linter of YAML: valid plain scalars that YAML reads otherwise than was likely meant.

Quoted scalars are not looked at. Rows and columns count from 0, as in PyYAML's marks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import yaml

from ...markdown.lint.invisible_characters import character_name, with_article
from ...problems import Problem
from .parser_messages import LEVEL

MAX_QUOTED = 40
"""Characters of a text that a message quotes."""

_BLANK = "[\u00a0\u00ad\u1680\u2000-\u200b\u202f\u205f-\u2064\u3000\ufeff]"
"""Spaces that YAML does not treat as spaces, and invisible characters."""

_BLANK_START = re.compile(_BLANK)
_BLANK_END = re.compile(f"{_BLANK}+$")
_INDENTATION = re.compile(r" *(?:- +)*")
"""Spaces and the hyphens of list entries."""

WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_KEY_WITHOUT_SPACE = re.compile(rf"({WORD.pattern}):(?!//)(?=[^ \t])")
_SCHEMES = frozenset(("mailto", "tel"))
"""URL schemes that are not followed by "//"."""

_HYPHEN_WITHOUT_SPACE = re.compile(rf"-(?=[^\s\d-]|{_BLANK})")
_LIKE_ENTRY = re.compile(rf"(?:[-*+•·▪◦‣]|\d{{1,2}}[.)])[ \t]|{_HYPHEN_WITHOUT_SPACE.pattern}")
_CUT_OFF = re.compile(r"[ \t]+(#[^\s#].*)")
"""A comment without a space after "#", such as "#1", which was likely meant as text."""

_COMMENT = re.compile(r"[ \t]+(#+\s.*\S)")
_NOT_PROSE = re.compile(r"[a-z0-9_.,:/-]*")
"""Values such as numbers, dates, addresses and file names, after which a comment is clearly one."""

_OWN_LINE = (
    "If it is text, put the whole text in quotation marks. If it is a note, put it on a line of "
    "its own."
)
_UNCLOSED = re.compile(
    r"[\u201c\u201e][^\u201c-\u201e]*$|\u00ab[^\u00ab\u00bb]*$"
    r"|^\u2018(?:[^\u2018\u2019]|\u2019(?=\w))*$"
)
"""Curly quotation marks without a closing one."""

_CLOSING = {
    "\u201c": re.compile("\u201d"),
    "\u201e": re.compile("[\u201c\u201d]"),
    "\u00ab": re.compile("\u00bb"),
    "\u2018": re.compile(r"\u2019(?!\w)"),
}
"""The closing mark of each; the single one, before a letter, is an apostrophe."""


def unclosed_quote(text: str) -> str:
    """Return the curly quotation mark that ``text`` opens and does not close, or ""."""
    match = _UNCLOSED.search(text)
    return match[0][0] if match else ""


def spaces(count: int) -> str:
    """Return "no space", "1 space", "2 spaces" and so on, for messages."""
    return f"{count} space{'' if count == 1 else 's'}" if count else "no space"


@dataclass(frozen=True)
class YamlLinter:
    """A linter of the YAML ``lines``, which start on ``first_line`` of the file ``path``.

    ``keys`` are those that the file may have.
    """

    path: str
    lines: Sequence[str]
    first_line: int
    keys: frozenset[str]

    def problem(self, row: int, column: int, what: str, fix: str) -> Problem:
        """Return a problem at ``row`` and ``column``."""
        return Problem(self.path, row + self.first_line, column + 1, what, fix)

    def line(self, row: int) -> str:
        """Return a line, or "" after the last."""
        return self.lines[row] if row < len(self.lines) else ""

    def indentation(self, mark: Any) -> str | None:
        """Return the spaces and list hyphens before ``mark``, or None if other text is there."""
        match = _INDENTATION.match(self.line(mark.line), 0, mark.column)
        return match[0] if match and match.end() == mark.column else None

    def lint_text(self, start: Any, end: Any, *, any_key: bool = False) -> Iterator[Problem]:
        """Yield the problems of a plain scalar between two marks.

        ``any_key`` takes any word before a colon for a key, not only those in ``keys``.
        """
        indentation = self.indentation(start)
        # YAML reads a list whose hyphens all lack their space as one text.
        is_list = (
            indentation is not None
            and "-" not in indentation
            and _HYPHEN_WITHOUT_SPACE.match(self.line(start.line), start.column)
        )
        for row in range(start.line, end.line + 1):
            line, column = self.line(row), start.column
            if row > start.line:
                column = len(line) - len(line.lstrip(" "))
            text = line[column : end.column if row == end.line else None]
            if blank := self._blank(row, column, text):
                yield blank
            elif row > start.line and not is_list and _LIKE_ENTRY.match(text):
                yield self.problem(row, column, LEVEL, self._fix_level(start, text))
            elif row > start.line or indentation is not None:
                yield from self._missing_space(row, column, text, any_key=any_key)
        if match := _CUT_OFF.match(self.line(end.line), end.column):
            shown = _shortened(match[1].strip())
            what = f'"{shown}" is left out, since # after a space starts a note.'
            fix = "Put the whole text in quotation marks. If it is a note, put a space after the #."
            yield self.problem(end.line, match.start(1), what, fix)

    def lint_comment(self, text: str, end: Any) -> Iterator[Problem]:
        """Yield a warning if a comment follows ``text``, which ends at ``end``."""
        match = _COMMENT.match(self.line(end.line), end.column)
        if match and not _NOT_PROSE.fullmatch(text):
            what = f'"{_shortened(match[1])}" is a note for staff, so readers do not see it.'
            yield replace(
                self.problem(end.line, match.start(1), what, _OWN_LINE), severity="warning"
            )

    def lint_key(
        self, key: yaml.ScalarNode | yaml.ScalarToken, value: yaml.Node | None = None
    ) -> Iterator[Problem]:
        """Yield the problems of a plain key, and of a quotation that its colon splits."""
        text, mark = str(key.value), key.start_mark
        if WORD.fullmatch(text):
            return
        end = len(_BLANK_END.sub("", text))
        blank = self._blank(mark.line, mark.column, text)
        if blank := blank or self._blank(mark.line, mark.column + end, text[end:]):
            yield blank
        else:
            yield from self._missing_space(mark.line, mark.column, text)
        if isinstance(value, yaml.ScalarNode) and _closes(unclosed_quote(text), value.value):
            yield self.split_quotation(mark, "colon")

    def lint_flow(self, entries: Iterable[yaml.Node]) -> Iterator[Problem]:
        """Yield a problem for each quotation that a comma splits in a flow list or mapping."""
        quote, start = "", None
        for entry in entries:
            if not isinstance(entry, yaml.ScalarNode) or entry.style:
                continue
            if _closes(quote, entry.value):
                yield self.split_quotation(start, "comma")
                quote = ""
            if opened := unclosed_quote(entry.value):
                quote, start = opened, entry.start_mark

    def split_quotation(self, mark: Any, separator: str) -> Problem:
        """Return a problem for curly quotation marks with a YAML ``separator`` between them."""
        what = f"Curly quotation marks do not keep a text together that has a {separator} in it."
        fix = 'Put straight ones (") in their place.'
        return self.problem(mark.line, mark.column, what, fix)

    def _blank(self, row: int, column: int, text: str) -> Problem | None:
        """Return a problem if ``text`` starts with a blank that YAML reads as text."""
        match = _BLANK_START.match(text)
        if not match:
            return None
        name = with_article(character_name(match[0]))
        what = f"{name} stands here, where YAML reads only ordinary spaces."
        return self.problem(row, column, what, "Delete it, and press the space bar.")

    def _missing_space(
        self, row: int, column: int, text: str, *, any_key: bool = False
    ) -> Iterator[Problem]:
        """Yield a problem if a space is missing after a key's colon or a list entry's hyphen."""
        key, hyphen = _KEY_WITHOUT_SPACE.match(text), _HYPHEN_WITHOUT_SPACE.match(text)
        if key and (key[1] in self.keys or (any_key and key[1] not in _SCHEMES)):
            match, what = key, f'A space is missing after the colon of "{key[1]}".'
        elif hyphen and not self.line(row)[:column].strip(" "):
            match, what = hyphen, "A space is missing after this hyphen."
        else:
            return
        column += match.end()
        blank = self._blank(row, column, text[match.end() :])
        yield blank or self.problem(row, column, what, "Put one there.")

    def _fix_level(self, start: Any, text: str) -> str:
        """Return the fix for a line of ``text`` that YAML joined to the scalar at ``start``."""
        hyphen = self._hyphens[start.line]
        indent = spaces(hyphen or 0)
        if "-" not in (self.indentation(start) or ""):  # the scalar is the value of a key
            as_text = 'rite "|" after the colon above, and the whole text on the lines below it.'
            if hyphen is None:
                return f"W{as_text}"
            return f"If it is an entry of the list, start it with {indent}. If not, w{as_text}"
        if text.startswith("- "):
            return f"Start it with {indent}, as many as the entry above."
        return (
            f"If it is an entry of the list, start it with {indent}, a hyphen and a space. "
            "If not, put the whole text in quotation marks."
        )

    @cached_property
    def _hyphens(self) -> list[int | None]:
        """For each line, the column of the hyphen of its innermost list entry."""
        open_entries: list[int] = []
        columns: list[int | None] = []
        for line in self.lines:
            indent = len(line) - len(line.lstrip(" "))
            while line.strip() and open_entries and open_entries[-1] >= indent:
                open_entries.pop()
            indentation = _INDENTATION.match(line)
            hyphens = enumerate(indentation[0] if indentation else "")
            open_entries += [column for column, character in hyphens if character == "-"]
            columns.append(open_entries[-1] if open_entries else None)
        return columns


def _shortened(text: str) -> str:
    return f"{text[:MAX_QUOTED]}…" if len(text) > MAX_QUOTED else text


def _closes(quote: str, text: str) -> bool:
    """Return whether ``text`` closes the quotation mark ``quote``; False for ""."""
    return bool(quote) and bool(_CLOSING[quote].search(text))
