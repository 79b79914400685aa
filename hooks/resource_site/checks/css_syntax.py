"""Checks that the stylesheets of ``overrides`` are CSS: browsers pass over what is not, silently.

Whether a property exists is for the PDF renderer and the browsers to say.
"""

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import tinycss2

from ..incremental.store import Store
from ..problems import ContentError, Problem

_LAST = "last-rule"
"""A type selector put after the end: it is read as a rule unless a block or comment is open."""

_FIX = "Mend it, or bring the file back from an earlier version."


def require_css(overrides: Path, store: Store) -> None:
    """Check every stylesheet below ``overrides``, unless the store records these as right.

    Raises ``ContentError`` with every problem.
    """
    texts = {
        f"{overrides.name}/{file.relative_to(overrides).as_posix()}": file.read_text(
            encoding="utf-8", errors="replace"
        )
        for file in sorted(overrides.rglob("*.css"))
    }
    key = sha256(repr((tinycss2.VERSION, texts)).encode()).hexdigest()[:40]
    if store.find(key, ".txt") is not None:
        return
    problems = [problem for path, css in texts.items() for problem in css_problems(path, css)]
    if problems:
        raise ContentError(problems)
    with suppress(OSError):
        store.put(b"is CSS", ".txt", key)


def css_problems(path: str, css: str) -> Iterator[Problem]:
    """Yield a problem for each part of a stylesheet that browsers pass over as it is not CSS."""
    rules = tinycss2.parse_stylesheet(f"{css}\n{_LAST}{{}}", True, True)
    last = rules[-1] if rules else None
    if not _is_added(last):
        line, column = (last.source_line, last.source_column) if last else (1, 1)
        what = 'What starts here has no end: a "}", a quotation mark or a "*/" is missing.'
        yield Problem(path, line, column, what, _FIX)
        return
    for line, text in enumerate(css.splitlines(), 1):
        if "\N{REPLACEMENT CHARACTER}" in text:
            what = "This is not UTF-8, the encoding of all files of the project."
            yield Problem(path, line, text.index("\N{REPLACEMENT CHARACTER}") + 1, what, _FIX)
    for error in _errors(rules):
        what = "This is not CSS, and browsers pass over it."
        yield Problem(path, error.source_line, error.source_column, what, _FIX)


def _is_added(rule: Any) -> bool:
    return bool(rule) and tinycss2.serialize([rule]) == f"{_LAST}{{}}"


def _errors(nodes: Any) -> Iterator[Any]:
    """Yield every error in what tinycss2 has parsed, with all that is nested in it."""
    for node in nodes:
        if node.type == "error":
            yield node
        elif node.type == "declaration":
            yield from _errors(node.value)
        elif node.type in ("qualified-rule", "at-rule"):
            yield from _errors(node.prelude)
            yield from _errors(tinycss2.parse_blocks_contents(node.content or [], True, True))
        elif node.type in ("() block", "[] block", "{} block"):
            yield from _errors(node.content)
        elif node.type == "function":
            yield from _errors(node.arguments)
