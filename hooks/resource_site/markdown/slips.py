"""What people mean and Markdown does not: found among the tokens, named where it stands."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from .places import Place, Report
from .unseen import unseen_problems


class _Other(NamedTuple):
    """How another kind of Markdown writes something, and what to write here."""

    sign: re.Pattern[str]
    what: str
    fix: str


_OF_BLOCKS = (
    _Other(
        re.compile(r"!!! ?\w"),
        '"!!!" starts no note here.',
        'Write "> [!NOTE]" on a line of its own, then "> " in front of each line of the note.',
    ),
    _Other(
        re.compile(r"\?\?\?\+? ?\w"),
        '"???" folds nothing away here.',
        'Write a line "<details><summary>Title</summary>", an empty line, the text, an empty line '
        'and "</details>".',
    ),
    _Other(
        re.compile(r"===[!+]? [\"\u201c]"),
        "There are no tabs here.",
        'Write a heading that starts with "## " in its place.',
    ),
    _Other(
        re.compile(r"-+8<-+"),
        "No file can be put into another here.",
        "Copy its words, or link to its page.",
    ),
    _Other(
        re.compile(r"\*\[[^\]]+\]:"),
        "Abbreviations are not explained this way here.",
        'Say it in words where it first stands: "National Health Service (NHS)".',
    ),
    _Other(re.compile(r"\[TOC\]"), "The site lists the headings by itself.", "Take this out."),
)
_OF_WORDS = (
    _Other(
        re.compile(r"(?<!\w):[a-z][a-z0-9_+-]+:(?!\w)"),
        "Names of signs stay words here.",
        "Write the sign itself, or leave it out.",
    ),
    _Other(
        re.compile(r"==(?=\S)[^=]*[^=\s]=="),
        '"==" marks nothing here.',
        'Write "**" on both sides, for bold.',
    ),
    _Other(
        re.compile(r"\{\{.*?\}\}|\{%.*?%\}"),
        "Nothing is filled in between these braces.",
        "Write the words themselves.",
    ),
    _Other(
        re.compile(r"\{:"),
        "These braces mean nothing here.",
        'Leave the colon out, as in "[words](file.md){.button}".',
    ),
    _Other(
        re.compile(r"\[\^[^\]\s]+\]"),
        "This note at the foot is not there.",
        'Add a line such as "[^1]: Source." with the same name.',
    ),
    _Other(
        re.compile(r"^\[!\w+\]"),
        "There is no such kind of note.",
        'Use one of: "[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]".',
    ),
)

_SPACES = "\t \N{NO-BREAK SPACE}\N{EN SPACE}\N{EM SPACE}\N{NARROW NO-BREAK SPACE}"
_BULLET = re.compile(
    rf"(?:[\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u25a1\u2192\u27a2\u2713\u2714\u2756\u00a7"
    rf"\ue000-\uf8ff][{_SPACES}]*|(?:[o\u2013\u2014]|[a-z][.)])\t[{_SPACES}]*)(?=\S)"
)
"""A bullet as word processors paste it: a sign, or a letter with a tab."""

_DASH = re.compile(rf"[\u2013\u2014][{_SPACES}]")
_MARKER = re.compile("(?:[-*+]|\\d{1,9}[.)])([\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}])")
_ENDS = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]]*$")
_SHORT = 60
"""Letters of a line that ends before most editors would break it."""

_FEWEST_RUN_TOGETHER = 3
_YEARS_FROM = 100
"""A list that starts so high is most likely a year."""

_FEWEST_LISTS = 3


def block_slips(token: Token, lines: Sequence[tuple[str, Place]], report: Report) -> None:
    """Report slips at the starts of the ``lines`` of a paragraph, the inside of which ``token`` is.

    Each line comes with its place.
    """
    found = 0
    for text, place in lines:
        bullet = _BULLET.match(text)
        marker = _MARKER.match(text)
        if bullet:
            found += 1
            if found == 1:
                what = f'"{bullet[0].rstrip()}" starts no entry of a list here.'
                fix = 'Start each entry with "- ", or with "1. " where the order counts.'
                report(place, what, fix, "warning")
        elif marker:
            what = "A no-break space stands behind the sign of this list, so it is no list."
            report(place, what, "Delete the space and type it again.")
        elif other := next((one for one in _OF_BLOCKS if one.sign.match(text)), None):
            report(place, other.what, other.fix)
    if found:
        return
    dashes = [place for text, place in lines if _DASH.match(text)]
    if len(dashes) > 1:
        what = "A long dash starts no entry of a list here."
        report(dashes[0], what, 'Start each entry with "- ".', "warning")
    elif _runs_together([text for text, _ in lines]) and "softbreak" in _types(token):
        what = f"These {len(lines)} lines run together into one paragraph."
        fix = 'Put an empty line between paragraphs. For a new line alone, end a line with "\\".'
        report(lines[0][1], what, fix, "warning")


def word_slips(text: str, place: Place, report: Report, *, starts: bool) -> None:
    """Report slips in ``text``, words that stand in one piece; ``starts`` if a block starts so."""
    if not any(sign in text for sign in ":={["):
        return
    for other in _OF_WORDS:
        for match in other.sign.finditer(text):
            if other.sign.pattern.startswith("^") and not starts:
                continue
            report((place[0], place[1] + match.start()), other.what, other.fix)


def list_slips(tokens: Sequence[Token], first_line: int, report: Report) -> None:
    """Report lists that start oddly: at a year, or each anew at 1."""
    lonely: list[Token] = []
    for index, token in enumerate(tokens):
        if token.type == "ordered_list_open" and token.map:
            start = int(token.attrs.get("start", 1))
            if start > _YEARS_FROM:
                what = f"This is taken for a list that starts at {start}."
                fix = f'If it is a year, write a backslash: "{start}\\{token.markup}".'
                report((first_line + token.map[0], 1), what, fix, "warning")
            elif start == 1 and not token.level and _entries(tokens, index) == 1:
                lonely.append(token)
                continue
        if not token.level and token.type in ("heading_open", "ordered_list_open"):
            _report_lonely(lonely, first_line, report)
            lonely = []
    _report_lonely(lonely, first_line, report)


def table_slips(
    tokens: Sequence[Token], lines: Sequence[str], first_line: int, report: Report
) -> None:
    """Report rows that have more cells than the table has columns: those are not shown."""
    columns = 0
    for index, token in enumerate(tokens):
        if token.type == "thead_open":
            columns = sum(one.type == "th_open" for one in _until(tokens, index, "thead_close"))
        elif token.type == "tr_open" and token.map and columns:
            line = lines[token.map[0]]
            row = line.lstrip(" >").rstrip()
            cells = escapedSplit(row.removeprefix("|").removesuffix("|"))
            if len(cells) > columns:
                what = f"This row has {len(cells)} cells, and the table has {columns} columns."
                fix = 'Take one out. For the sign itself, write "\\|".'
                column = len(line.rstrip()) - len(cells[-1].rstrip()) + 1
                report((first_line + token.map[0], max(1, column)), what, fix)


def line_slips(lines: Sequence[str], first_line: int, report: Report) -> None:
    """Report signs that nobody sees, wherever they stand."""
    for number, line in enumerate(lines, first_line):
        for found in unseen_problems(line, "", number):
            report((found.line, found.column), found.what, found.fix, found.severity)


def _runs_together(lines: list[str]) -> bool:
    """Tell whether most line ends of a paragraph were meant to end one.

    Such a line ends as a sentence does, or is short and followed by a capital.
    """
    meant = sum(
        bool(_ENDS.search(line)) or (len(line) < _SHORT and after[:1].isupper())
        for line, after in pairwise(lines)
    )
    return meant >= _FEWEST_RUN_TOGETHER and meant * 2 > len(lines) - 1


def _types(token: Token) -> set[str]:
    return {child.type for child in token.children or ()}


def _until(tokens: Sequence[Token], start: int, kind: str) -> Iterator[Token]:
    for index in range(start, len(tokens)):
        if tokens[index].type == kind:
            return
        yield tokens[index]


def _entries(tokens: Sequence[Token], start: int) -> int:
    level = tokens[start].level
    count = 0
    for index in range(start + 1, len(tokens)):
        if tokens[index].level == level:
            break
        count += tokens[index].type == "list_item_open" and tokens[index].level == level + 1
    return count


def _report_lonely(lists: list[Token], first_line: int, report: Report) -> None:
    if len(lists) >= _FEWEST_LISTS and lists[0].map:
        what = f"These are {len(lists)} lists of one entry, and each starts at 1."
        fix = (
            'Make each a heading that starts with "## ", and write "numbered: true" above the text.'
        )
        report((first_line + lists[0].map[0], 1), what, fix, "warning")
