"""What people mean and Markdown does not: found among the tokens, named where it stands."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from operator import itemgetter
from typing import TypeAlias

from markdown_it.token import Token

from ..source import MarkdownSource, Place, Report
from .invisible_characters import unseen_problems
from .other_dialects import NOTE_WITH_WORDS, OF_BLOCKS, OF_WORDS

_SPACES = "\t \N{NO-BREAK SPACE}\N{EN SPACE}\N{EM SPACE}\N{NARROW NO-BREAK SPACE}"
_BULLET = re.compile(
    rf"([\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u25a1\ue000-\uf8ff])[{_SPACES}]*\S"
    rf"|([o\u2013\u2014\u2192\u27a2\u2713\u2714\u2756\u00a7]|[a-z][.)])\t[{_SPACES}]*\S"
)
"""A bullet as word processors paste it: a sign, or a letter with a tab."""

_SIGN = re.compile(rf"([\u2013\u2014\u2192\u27a2\u2713\u2714\u2756])[{_SPACES}]|(-)(?:[^\W\d_]|\[)")
"""A sign that is a bullet where several lines start with one."""

_MARKER = re.compile("(#{1,6}|[-*+]|\\d{1,9}[.)])[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]")
_BAR = re.compile(r"(?<!\\)\|")
_ENDS = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]]* ?$")
_SHORT = 60
"""Letters of a line that ends before most editors would break it."""

_PASTED_ROW = re.compile(r"[^\t]+\t+\S")
"""A line of a table as word processors paste it: a tab between two cells."""

_FEWEST_ROWS = 2
_FEWEST_RUN_TOGETHER = 3
_YEARS_FROM = 100
"""A list that starts so high is most likely a year."""

_FEWEST_LISTS = 3

Line: TypeAlias = tuple[str, Place]
"""The text of a line without the space at its start, and where it starts."""


def block_slips(lines: Sequence[Line], report: Report) -> None:
    """Report slips at the starts of the ``lines`` of a paragraph."""
    odd = [line for line in lines if not line[0][:2].isalpha()]  # no other starts like a slip
    for text, (row, column) in odd:
        marker = _MARKER.match(text)
        if marker:
            kind = "heading" if text[0] == "#" else "list"
            what = f'A no-break space stands behind "{marker[1]}", so it starts no {kind}.'
            report((row, column + len(marker[1])), what, "Delete the space and type it again.")
        elif note := NOTE_WITH_WORDS.match(text):
            fix = (
                f'Write "> [!{note[1].upper()}]" alone there, and these words on the next line, '
                'behind "> ". A title is "> **Title**", and a line of ">" alone below it.'
            )
            report((row, column), "The kind of a note stands alone on its line.", fix)
        elif other := next((one for one in OF_BLOCKS if one.sign.match(text)), None):
            report((row, column), other.what, other.fix)
    bullets = [line for line in odd if _BULLET.match(line[0])]
    signs = [line for line in odd if _SIGN.match(line[0])]
    listed = sorted(bullets + signs * (len(signs) > 1), key=itemgetter(1))
    if listed:
        text, place = listed[0]
        found = _BULLET.match(text) or _SIGN.match(text)
        what = f'"{found and (found[1] or found[2])}" starts no entry of a list here.'
        fix = 'Start each entry with "- ", or with "1. " where the order counts.'
        report(place, what, fix, "warning")
    rest = [line for line in lines if line not in listed]
    rows = [line for line in rest if "\t" in line[0] and _PASTED_ROW.match(line[0])]
    if len(rows) >= _FEWEST_ROWS:
        what = f"These {len(rows)} lines are no table here: tabs keep no columns apart."
        fix = 'Put " | " in place of each tab, and below the first line "--- | ---".'
        report(rows[0][1], what, fix, "warning")
        rest = [line for line in rest if line not in rows]
    if _runs_together([text for text, _ in rest]):
        what = f"These {len(rest)} lines run together into one paragraph."
        fix = 'Put an empty line between paragraphs. For a new line alone, end a line with "\\".'
        report(rest[0][1], what, fix, "warning")


def word_slips(text: str, place: Place, report: Report) -> None:
    """Report slips in ``text``, words that stand in one piece."""
    if not any(sign in text for sign in ":={["):
        return
    for other in OF_WORDS:
        for match in other.sign.finditer(text):
            at = place[0], place[1] + match.start()
            report(at, other.what, other.fix, other.severity)


def list_slips(tokens: Sequence[Token], source: MarkdownSource) -> None:
    """Report lists that start oddly: each anew at 1, or at a year, which one may go on with too."""
    lonely: list[Token] = []
    for index, token in enumerate(tokens):
        if token.type == "ordered_list_open":
            entries = _entries(tokens, index)
            expected = 1
            for entry in entries:
                row, number = entry.map[0] if entry.map else 0, int(entry.info)
                if number > _YEARS_FROM and number != expected:
                    what = f"This is taken for entry {number} of a list."
                    fix = f'If it is a year, write a backslash: "{entry.info}\\{entry.markup}".'
                    column = source.lines[row].find(f"{entry.info}{entry.markup}") + 1
                    source.report((source.first_line + row, column), what, fix, "warning")
                else:
                    expected = number + 1
            if len(entries) == 1 and entries[0].info == "1" and not token.level:
                lonely.append(token)
                continue
        if not token.level and token.type in ("heading_open", "ordered_list_open"):
            _report_lonely(lonely, source)
            lonely = []
    _report_lonely(lonely, source)


def table_slips(tokens: Sequence[Token], source: MarkdownSource) -> None:
    """Report rows that have more cells than the table has columns: those are not shown."""
    columns = 0
    for token in tokens:
        if token.type in ("thead_open", "tbody_close"):
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and token.map and columns:
            line = source.lines[token.map[0]].rstrip()
            start = len(line) - len(line.lstrip(" >\t"))
            bars = [match.start() for match in _BAR.finditer(line, start)]
            edges = [start - 1] * (bars[:1] != [start]) + bars
            edges += [len(line)] * (edges[-1] != len(line) - 1)
            lost = [at for at, to in [*pairwise(edges)][columns:] if line[at + 1 : to].strip()]
            if lost:
                words = line[lost[0] + 1 :]
                column = len(line) - len(words.lstrip()) + 1
                what = f"This row has {len(edges) - 1} cells, and the table has {columns} columns."
                fix = 'Take out what is too much. For the sign itself, write "\\|".'
                source.report((source.first_line + token.map[0], column), what, fix)


def line_slips(source: MarkdownSource) -> None:
    """Report signs that nobody sees, wherever they stand."""
    for number, line in enumerate(source.lines, source.first_line):
        for found in () if line.isascii() else unseen_problems(line, "", number):
            source.report((found.line, found.column), found.what, found.fix, found.severity)


def _runs_together(lines: list[str]) -> bool:
    """Tell whether most line ends of a paragraph were meant to end one.

    Such a line ends as a sentence does, or is short and followed by a capital.
    """
    meant = sum(
        bool(_ENDS.search(line)) or (len(line) < _SHORT and after[:1].isupper())
        for line, after in pairwise(lines)
        if not line.endswith(("\\", "  "))
    )
    return meant >= _FEWEST_RUN_TOGETHER and meant * 2 > len(lines) - 1


def _entries(tokens: Sequence[Token], start: int) -> list[Token]:
    level = tokens[start].level + 1
    inside = takewhile(lambda token: token.level >= level, tokens[start + 1 :])
    return [token for token in inside if token.type == "list_item_open" and token.level == level]


def _report_lonely(lists: list[Token], source: MarkdownSource) -> None:
    if len(lists) >= _FEWEST_LISTS and lists[0].map:
        what = f"These are {len(lists)} lists of one entry, and each starts at 1."
        fix = (
            'Make each a heading that starts with "## ". In an article, "numbered: true" above the '
            "text numbers them."
        )
        source.report((source.first_line + lists[0].map[0], 1), what, fix, "warning")
