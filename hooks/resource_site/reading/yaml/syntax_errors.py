"""The mistake behind a YAML syntax error.

The parser reports where it had to stop, which is often a line below the mistake.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml

from ...problems import Problem
from ..text_file import UNPRINTABLE
from .parser_messages import HALF_CURLY, LEVEL, NO_KEY, syntax_message
from .yaml_lint import WORD, YamlLinter, spaces, unclosed_quote

_FIRST_KEY = re.compile(rf"( *(?:- +)*)({WORD.pattern}):")


_Span: TypeAlias = tuple[Any, Any]
"""Marks around text that the parser took for a key: its start, and the colon or the line's end."""


def syntax_problems(
    text: str, error: yaml.YAMLError, linter: YamlLinter, loader: Any
) -> Iterator[Problem]:
    """Yield the problems of ``text``, for which ``loader`` raised ``error``.

    They are those of the linter up to the error, and that of the error if none explains it.
    """
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        yield linter.problem(0, 0, *UNPRINTABLE)
        return
    what, fix, at_opening = syntax_message(str(error.problem), str(error.context))
    mark = error.context_mark if at_opening and error.context_mark else error.problem_mark
    tokens = list(_tokens(text, loader))
    span = _span(error, tokens, linter)
    last_line = mark.line + linter.first_line
    lint = [problem for problem in _lint(tokens, span, linter) if problem.line <= last_line]
    yield from lint
    first_line = span[0].line + linter.first_line if span else last_line
    if not any(problem.line >= first_line for problem in lint):
        explained = _span_problem(span, linter) if span else _half_curly(mark, linter)
        yield explained or linter.problem(mark.line, mark.column, what, fix)


def _tokens(text: str, loader: Any) -> Iterator[Any]:
    """Yield the tokens of ``text`` up to the error."""
    try:
        yield from yaml.scan(text, Loader=loader)
    except yaml.YAMLError:
        return


def _span(error: yaml.MarkedYAMLError, tokens: list[Any], linter: YamlLinter) -> _Span | None:
    """Return the text that the parser took for a key, if that is its error.

    The text is removed from ``tokens``.
    """
    start = error.context_mark
    if start and error.context == "while scanning a simple key":
        end = yaml.Mark("", 0, start.line, len(linter.line(start.line)), "", 0)
        return start, end
    last = tokens[-1] if tokens else None
    if (
        isinstance(last, yaml.ScalarToken)
        and last.plain
        and str(error.problem).startswith("mapping values are not allowed")
    ):
        tokens.pop()
        return last.start_mark, error.problem_mark
    return None


def _lint(tokens: list[Any], span: _Span | None, linter: YamlLinter) -> Iterator[Problem]:
    """Yield the linter's problems of the plain scalars in ``tokens``, and of ``span``."""
    is_key = False
    for token in tokens:
        if isinstance(token, yaml.ScalarToken) and token.plain:
            if is_key:
                yield from linter.lint_key(token)
            else:
                yield from linter.lint_text(token.start_mark, token.end_mark)
        is_key = isinstance(token, yaml.KeyToken)
    if span:
        yield from linter.lint_text(*span, any_key=True)


def _span_problem(span: _Span, linter: YamlLinter) -> Problem | None:
    """Return the problem of text that was taken for a key; None if it only has a colon in it."""
    start, end = span
    if end.column == len(linter.line(end.line)):  # there is no colon
        return linter.problem(start.line, start.column, *NO_KEY)
    if start.line == end.line:
        is_split = unclosed_quote(linter.line(start.line)[start.column : end.column])
        return linter.split_quotation(start, "colon") if is_split else None
    line = linter.line(end.line)[: end.column]
    key = line.strip(" ")
    if not WORD.fullmatch(key) or (linter.keys and key not in linter.keys):
        return None
    above = _FIRST_KEY.match(linter.line(start.line), 0, start.column)
    if above:
        fix = f'Start it with {spaces(len(above[1]))}, right below the word "{above[2]}".'
        return linter.problem(end.line, len(line) - len(line.lstrip(" ")), LEVEL, fix)
    if not linter.indentation(start):
        return linter.problem(start.line, start.column, *NO_KEY)
    what = f'This entry is only a text, so "{key}" cannot stand below it.'
    missing = '"tick: "' if "tick" in linter.keys else "a key, a colon and a space"
    return linter.problem(start.line, start.column, what, f"Write {missing} in front of it.")


def _half_curly(mark: Any, linter: YamlLinter) -> Problem | None:
    """Return a problem for a quotation that starts with a straight mark and ends with a curly."""
    text = linter.line(mark.line)[mark.column :]
    if text.startswith('"') and text.count("”") > text.count("“"):
        return linter.problem(mark.line, mark.column, *HALF_CURLY)
    return None
