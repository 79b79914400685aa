"""YAML that cannot be parsed: which line of it is wrong, in words that need no YAML.

A parser complains where it can go on no longer, which is often the line below the slip.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml

from ...problems import Problem
from ..text_file import UNSHOWN
from .yaml_advice import HALF_CURLY, LEVEL, NO_KEY, advice
from .yaml_slips import WORD, YamlSlips, in_spaces, torn_mark

_FIRST_KEY = re.compile(rf"( *(?:- +)*)({WORD.pattern}):")


_Span: TypeAlias = tuple[Any, Any]
"""Marks of a text where the parser looked for a key: its start, and the colon or the line's end."""


def broken_yaml(
    text: str, error: yaml.YAMLError, slips: YamlSlips, loader: Any
) -> Iterator[Problem]:
    """Yield what is wrong with ``text``, for which ``loader`` raised ``error``."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        yield slips.problem(0, 0, *UNSHOWN)
        return
    what, fix, at_opening = advice(str(error.problem), str(error.context))
    mark = error.context_mark if at_opening and error.context_mark else error.problem_mark
    tokens = list(_tokens(text, loader))
    span = _span(error, tokens, slips)
    last = mark.line + slips.first_line
    found = [one for one in _slips(tokens, span, slips) if one.line <= last]
    yield from found
    first = span[0].line + slips.first_line if span else last
    if not any(one.line >= first for one in found):
        about = _about_span(span, slips) if span else _half_curly(mark, slips)
        yield about or slips.problem(mark.line, mark.column, what, fix)


def _tokens(text: str, loader: Any) -> Iterator[Any]:
    """Yield the words and signs of ``text`` up to where it breaks."""
    try:
        yield from yaml.scan(text, Loader=loader)
    except yaml.YAMLError:
        return


def _span(error: yaml.MarkedYAMLError, tokens: list[Any], slips: YamlSlips) -> _Span | None:
    """Return the text that the parser took for a key, if that is what it complains of."""
    start = error.context_mark
    if start and error.context == "while scanning a simple key":
        end = yaml.Mark("", 0, start.line, len(slips.line(start.line)), "", 0)
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


def _slips(tokens: list[Any], span: _Span | None, slips: YamlSlips) -> Iterator[Problem]:
    """Yield the slips of everything that could be read, and of the text in the way."""
    is_key = False
    for token in tokens:
        if isinstance(token, yaml.ScalarToken) and token.plain:
            if is_key:
                yield from slips.of_key(token)
            else:
                yield from slips.of_text(token.start_mark, token.end_mark)
        is_key = isinstance(token, yaml.KeyToken)
    if span:
        yield from slips.of_text(*span, any_key=True)


def _about_span(span: _Span, slips: YamlSlips) -> Problem | None:
    """Return what is wrong with a text where a key was looked for; nothing if it is a colon."""
    start, end = span
    if end.column == len(slips.line(end.line)):  # there is no colon
        return slips.problem(start.line, start.column, *NO_KEY)
    if start.line == end.line:
        is_torn = torn_mark(slips.line(start.line)[start.column : end.column])
        return slips.torn(start, "colon") if is_torn else None
    line = slips.line(end.line)[: end.column]
    key = line.strip(" ")
    if not WORD.fullmatch(key) or (slips.keys and key not in slips.keys):
        return None
    above = _FIRST_KEY.match(slips.line(start.line), 0, start.column)
    if above:
        fix = f'Start it with {in_spaces(len(above[1]))}, right below the word "{above[2]}".'
        return slips.problem(end.line, len(line) - len(line.lstrip(" ")), LEVEL, fix)
    if not slips.opening(start):
        return slips.problem(start.line, start.column, *NO_KEY)
    what = f'This entry is only a text, so "{key}" cannot stand below it.'
    words = '"tick: "' if "tick" in slips.keys else "a key, a colon and a space"
    return slips.problem(start.line, start.column, what, f"Write {words} in front of it.")


def _half_curly(mark: Any, slips: YamlSlips) -> Problem | None:
    """Return a problem for a straight quotation mark that a curly one was to close."""
    text = slips.line(mark.line)[mark.column :]
    if text.startswith('"') and text.count("”") > text.count("“"):
        return slips.problem(mark.line, mark.column, *HALF_CURLY)
    return None
