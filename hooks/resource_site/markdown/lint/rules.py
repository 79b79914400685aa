"""Lint rules for paragraphs, text, lists, tables and lines."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from operator import itemgetter
from typing import TypeAlias

from markdown_it.token import Token

from ..source import MarkdownSource, Place, Report
from .invisible_characters import invisible_character_problems
from .other_dialects import IN_BLOCKS, IN_TEXT, NOTE_WITH_WORDS

_SPACES = "\t \N{NO-BREAK SPACE}\N{EN SPACE}\N{EM SPACE}\N{NARROW NO-BREAK SPACE}"
_BULLET = re.compile(
    rf"([\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u25a1\ue000-\uf8ff])[{_SPACES}]*\S"
    rf"|([o\u2013\u2014\u2192\u27a2\u2713\u2714\u2756\u00a7]|[a-z][.)])\t[{_SPACES}]*\S"
)
"""A bullet as word processors paste it: a symbol, or a letter and a tab."""

_POSSIBLE_BULLET = re.compile(
    rf"([\u2013\u2014\u2192\u27a2\u2713\u2714\u2756])[{_SPACES}]|(-)(?:[^\W\d_]|\[)"
)
"""A symbol that is a bullet if several lines start with one."""

_MARKER_AND_NBSP = re.compile(
    "(#{1,6}|[-*+]|\\d{1,9}[.)])[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
)
_PIPE = re.compile(r"(?<!\\)\|")
_SENTENCE_END = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]]* ?$")
_OTHER_SYNTAX = re.compile(r"[:={\[]")
"""A sign that each pattern of ``IN_TEXT`` has."""

_SHORT = 60
"""Characters; most editors would wrap a longer line, so a shorter one was broken on purpose."""

_PASTED_ROW = re.compile(r"[^\t]+\t+\S")
"""A table row as word processors paste it: cells separated by tabs."""

_MIN_ROWS = 2
_MIN_RUN_TOGETHER = 3
_MIN_YEAR = 100
"""A list number above this is most likely a year at the start of a sentence."""

_MIN_LISTS = 3

Line: TypeAlias = tuple[str, Place]
"""The text of a line without its indentation, and where it starts."""


def lint_paragraph(lines: Sequence[Line], report: Report) -> None:
    """Report what was meant as another block: a list, a heading, a table, several paragraphs."""
    odd = [line for line in lines if not line[0][:2].isalpha()]  # the patterns match no others
    for text, (row, column) in odd:
        marker = _MARKER_AND_NBSP.match(text)
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
        elif syntax := next((each for each in IN_BLOCKS if each.pattern.match(text)), None):
            report((row, column), syntax.what, syntax.fix)
    bullets = [line for line in odd if _BULLET.match(line[0])]
    possible = [line for line in odd if _POSSIBLE_BULLET.match(line[0])]
    listed = sorted(bullets + possible * (len(possible) > 1), key=itemgetter(1))
    if listed:
        text, place = listed[0]
        bullet = _BULLET.match(text) or _POSSIBLE_BULLET.match(text)
        what = f'"{bullet and (bullet[1] or bullet[2])}" starts no entry of a list here.'
        fix = 'Start each entry with "- ", or with "1. " where the order counts.'
        report(place, what, fix, "warning")
    rest = [line for line in lines if line not in listed]
    rows = [line for line in rest if "\t" in line[0] and _PASTED_ROW.match(line[0])]
    if len(rows) >= _MIN_ROWS:
        what = f"These {len(rows)} lines are no table here: tabs keep no columns apart."
        fix = 'Put " | " in place of each tab, and below the first line "--- | ---".'
        report(rows[0][1], what, fix, "warning")
        rest = [line for line in rest if line not in rows]
    if _runs_together([text for text, _ in rest]):
        what = f"These {len(rest)} lines run together into one paragraph."
        fix = 'Put an empty line between paragraphs. For a new line alone, end a line with "\\".'
        report(rest[0][1], what, fix, "warning")


def lint_text(text: str, place: Place, report: Report) -> None:
    """Report inline syntax of other dialects in ``text``, which starts at ``place``."""
    if not _OTHER_SYNTAX.search(text):
        return
    for syntax in IN_TEXT:
        for match in syntax.pattern.finditer(text):
            start = place[0], place[1] + match.start()
            report(start, syntax.what, syntax.fix, syntax.severity)


def lint_lists(tokens: Sequence[Token], source: MarkdownSource) -> None:
    """Report years that became list numbers, and series of lists with one entry each."""
    single: list[Token] = []
    for index, token in enumerate(tokens):
        if token.type == "ordered_list_open":
            entries = _entries(tokens, index)
            expected = 1
            for entry in entries:
                row, number = entry.map[0] if entry.map else 0, int(entry.info)
                if number > _MIN_YEAR and number != expected:
                    what = f"This is taken for entry {number} of a list."
                    fix = f'If it is a year, write a backslash: "{entry.info}\\{entry.markup}".'
                    column = source.lines[row].find(f"{entry.info}{entry.markup}") + 1
                    source.report((source.first_line + row, column), what, fix, "warning")
                else:
                    expected = number + 1
            if len(entries) == 1 and entries[0].info == "1" and not token.level:
                single.append(token)
                continue
        if not token.level and token.type in ("heading_open", "ordered_list_open"):
            _report_single_entry_lists(single, source)
            single = []
    _report_single_entry_lists(single, source)


def lint_tables(tokens: Sequence[Token], source: MarkdownSource) -> None:
    """Report rows with more cells than the table has columns, as the parser drops those."""
    columns = 0
    for token in tokens:
        if token.type in ("thead_open", "tbody_close"):
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and token.map and columns:
            line = source.lines[token.map[0]].rstrip()
            start = len(line) - len(line.lstrip(" >\t"))
            pipes = [match.start() for match in _PIPE.finditer(line, start)]
            edges = [start - 1] * (pipes[:1] != [start]) + pipes
            edges += [len(line)] * (edges[-1] != len(line) - 1)
            dropped = [
                left
                for left, right in [*pairwise(edges)][columns:]
                if line[left + 1 : right].strip()
            ]
            if dropped:
                rest = line[dropped[0] + 1 :]
                column = len(line) - len(rest.lstrip()) + 1
                what = f"This row has {len(edges) - 1} cells, and the table has {columns} columns."
                fix = 'Take out what is too much. For the sign itself, write "\\|".'
                source.report((source.first_line + token.map[0], column), what, fix)


def lint_lines(source: MarkdownSource) -> None:
    """Report invisible characters."""
    for number, line in enumerate(source.lines, source.first_line):
        for problem in invisible_character_problems(line, "", number):
            place = problem.line, problem.column
            source.report(place, problem.what, problem.fix, problem.severity)


def _runs_together(lines: list[str]) -> bool:
    """Return whether most lines of a paragraph were meant to be paragraphs.

    Such a line ends like a sentence, or is short and followed by a capital.
    """
    intended = sum(
        bool(_SENTENCE_END.search(line)) or (len(line) < _SHORT and after[:1].isupper())
        for line, after in pairwise(lines)
        if not line.endswith(("\\", "  "))
    )
    return intended >= _MIN_RUN_TOGETHER and intended * 2 > len(lines) - 1


def _entries(tokens: Sequence[Token], start: int) -> list[Token]:
    """Return the entries of the list that opens at the index ``start``."""
    level = tokens[start].level + 1
    inside = takewhile(lambda token: token.level >= level, tokens[start + 1 :])
    return [token for token in inside if token.type == "list_item_open" and token.level == level]


def _report_single_entry_lists(lists: list[Token], source: MarkdownSource) -> None:
    if len(lists) >= _MIN_LISTS and lists[0].map:
        what = f"These are {len(lists)} lists of one entry, and each starts at 1."
        fix = (
            'Make each a heading that starts with "## ". In an article, "numbered: true" above the '
            "text numbers them."
        )
        source.report((source.first_line + lists[0].map[0], 1), what, fix, "warning")
