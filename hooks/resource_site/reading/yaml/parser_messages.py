"""Messages for YAML's syntax errors, for people who do not know YAML."""

ALIAS = (
    "Text that starts with & or * has a special meaning in YAML.",
    "Put the whole text in quotation marks.",
)
TAB = (
    "A tab stands at the start of the line; YAML allows only spaces there.",
    "Replace each tab with two spaces.",
)
LEVEL = "This line is read as a part of the text above it."
"""For a line with too much indentation."""

NO_KEY = (
    "A key and a colon, or a hyphen, should stand at the start of this line.",
    "Write it there. If the line belongs to the text above, start it with two more spaces.",
)
HALF_CURLY = (
    "The quotation mark here is a straight one, and the one at the end is curly.",
    'Type both as straight ones (").',
)
_BACKSLASH = (
    "A backslash inside double quotation marks has a special meaning in YAML.",
    "Use single quotation marks around the text.",
)
_BRACKET = (
    "A bracket is opened here and never closed, or a comma is missing after it.",
    "Close the bracket, or write a line each that starts with a hyphen.",
)
_QUOTATION = (
    "A quotation mark is opened here and never closed.",
    "Add the closing quotation mark, or remove the opening one.",
)
_COLON = (
    "A colon followed by a space stands inside this text.",
    "Put the whole text in quotation marks.",
)
_SIGN = (
    "The text starts with a character that has a special meaning in YAML.",
    "Put the text in quotation marks.",
)
_MESSAGES = {
    "alias": ALIAS,
    "anchor": ALIAS,
    "escape": _BACKSLASH,
    "hexdecimal": _BACKSLASH,
    "mapping values are not allowed": _COLON,
    "quoted scalar": _QUOTATION,
    "flow sequence": _BRACKET,
    "flow mapping": _BRACKET,
    "document": ('A line "---" stands in the middle of the file.', "Delete the line."),
    "start any token": _SIGN,
}
"""By words in PyYAML's ``problem`` or ``context``; the first match counts."""

_UNCLOSED = (_QUOTATION, _BRACKET)


def syntax_message(reason: str, context: str) -> tuple[str, str, bool]:
    """Return ``what``, ``fix`` and whether the position is where an unclosed pair was opened.

    ``reason`` and ``context`` are PyYAML's.
    """
    for words, message in _MESSAGES.items():
        if words in context or words in reason:
            return *message, message in _UNCLOSED
    what = f"This line does not fit what stands above it ({reason})."
    fix = (
        "Check that lines of one list start at the same column, and that each key ends in a colon. "
        "A text that starts with a quotation mark or a bracket must stand in quotation marks whole."
    )
    return what, fix, False
