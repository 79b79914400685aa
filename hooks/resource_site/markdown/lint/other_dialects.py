"""Syntax of other Markdown dialects, which would show as plain text here."""

import re
from typing import NamedTuple

from ...problems import Severity


class ForeignSyntax(NamedTuple):
    """A pattern of another dialect, and the problem to report for it."""

    pattern: re.Pattern[str]
    what: str
    fix: str
    severity: Severity = "error"


_NOTE = (
    'Write "> [!NOTE]", "> [!TIP]", "> [!IMPORTANT]", "> [!WARNING]" or "> [!CAUTION]" on a line '
    'of its own below an empty one, then "> " in front of each line of the note.'
)
NOTE_WITH_WORDS = re.compile(
    r"\[!(note|tip|important|warning|caution)\](?: +\S|[^\s(\[])", re.IGNORECASE
)
"""An alert with text after its kind, such as a title."""

IN_BLOCKS = (
    ForeignSyntax(re.compile(r"!!! ?\w"), '"!!!" starts no note here.', _NOTE),
    ForeignSyntax(re.compile(r"\[! *\w+ *\](?![(\[])"), "This starts no note.", _NOTE),
    ForeignSyntax(
        re.compile(r"\?\?\?\+? ?\w"),
        '"???" folds nothing away here.',
        'Write a line "<details><summary>Title</summary>", an empty line, the text, an empty line '
        'and "</details>".',
    ),
    ForeignSyntax(
        re.compile(r"===[!+]? [\"\u201c]"),
        "There are no tabs here.",
        'Write a heading that starts with "## " in its place.',
    ),
    ForeignSyntax(
        re.compile(r"-+8<-+"),
        "No file can be put into another here.",
        "Copy its words, or link to its page.",
    ),
    ForeignSyntax(
        re.compile(r"\*\[[^\]]+\]:"),
        "Abbreviations are not explained this way here.",
        'Say it in words where it first stands: "National Health Service (NHS)".',
    ),
    ForeignSyntax(
        re.compile(r"\[TOC\]\s*$"), "The site lists the headings by itself.", "Take this out."
    ),
    ForeignSyntax(
        re.compile(r"#{2,6}(?=[^\W\d_])"),
        "No space stands behind these signs, so they start no heading.",
        'Put one there, as in "## Heading".',
    ),
    ForeignSyntax(
        re.compile(r"\|?(?: *:?-{2,}:? *\|)+(?: *:?-+:?)? *$"),
        "This line starts no table.",
        "Give it as many columns as the line above it has: | a | b | and then |---|---|.",
    ),
)
IN_TEXT = (
    ForeignSyntax(
        re.compile(r"(?<!\w):(?:[a-z][a-z0-9_+-]+|[+-]1):(?!\w)"),
        "Names of signs stay words here.",
        "Write the sign itself, or leave it out.",
    ),
    ForeignSyntax(
        re.compile(r"(?<![\w=])==(?=[^\s=])[^=]*(?<=[^\s=])==(?![\w=])"),
        '"==" marks nothing here.',
        'Write "**" on both sides, for bold.',
    ),
    ForeignSyntax(
        re.compile(r"\[[^\[\]]*\]\("),
        "What stands here is no link, as it never ends or has a space in its address.",
        'Write "[words](address)", with "%20" for each space of the address.',
        "warning",
    ),
    ForeignSyntax(
        re.compile(r"\{\{(?! *contact(?: full name)? *\}\})[^{}]*\}\}|\{%[^{}]*%\}"),
        "Nothing is filled in between these braces.",
        "Write the words themselves.",
    ),
    ForeignSyntax(
        re.compile(
            r"\{(?:: *(?:[.#][a-z]|[a-z-]+=)| *(?:[.#][a-z]|(?:class|dir|id|lang)=))[^{}]*\}"
        ),
        "These braces mean nothing here.",
        'They hold "lang=", "dir=", "#id", ".button" or ".button--quiet", and stand right behind a '
        'link, "[words](file.md){.button}", or on a line above a block.',
    ),
    ForeignSyntax(
        re.compile(r"\[\^[^\]\s]+\]"),
        "This note at the foot is not there.",
        'Add a line such as "[^1]: Source." with the same name.',
    ),
)
