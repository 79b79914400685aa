"""A YAML parser that records the position of every key and value.

Every scalar stays a string: ``No`` is "No" and ``2026`` is "2026"; the models convert what should
be a number, a date or a boolean. Tags construct no objects, so a file cannot run code, and aliases
are refused, so a small file cannot expand into a large one.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeAlias

import yaml

from ...markdown.lint.invisible_characters import invisible_character_problems
from ...problems import MAX_PROBLEMS, ContentError, Location, Problem, Severity, first_of
from ..text_file import unprintable_characters
from .parser_messages import ALIAS, TAB
from .syntax_errors import syntax_problems
from .yaml_lint import YamlLinter, spaces

try:  # libyaml parses about ten times faster; wheels carry it, a source build may not
    from yaml import CBaseLoader as _Loader
except ImportError:  # pragma: no cover
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

Data: TypeAlias = "str | list[Data] | dict[str, Data]"

MAX_DEPTH = 20
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))

Places: TypeAlias = Any
"""Pairs of a location and its line and column, as JSON can hold; Any, as validating is slow."""


@dataclass
class YamlTree:
    """Parsed YAML of the file ``path``: its data, and the position of each part."""

    path: str
    lines: tuple[str, ...] = field(repr=False)
    first_line: int
    """The line of the file on which ``lines`` start."""
    data: Any
    """Of the type ``Data``; Any, as pydantic and mypy cannot handle that recursive type here."""
    value_places: Places = field(repr=False)
    key_places: Places = field(repr=False)
    warnings: tuple[Problem, ...] = field(repr=False)
    """Invisible characters, and comments after text."""

    @cached_property
    def _values(self) -> dict[Location, tuple[int, int]]:
        return _by_location(self.value_places)

    @cached_property
    def _keys(self) -> dict[Location, tuple[int, int]]:
        return _by_location(self.key_places)

    def place(self, location: Location) -> tuple[int, int]:
        """Return the line and column (from 1) of the value at ``location``."""
        return self._values[location]

    def value_at(self, location: Location) -> Data:
        """Return the value at ``location``."""
        data: Any = self.data
        for part in location:
            data = data[part]
        value: Data = data
        return value

    def filled_in(self, fill_in: Callable[[str], str]) -> "YamlTree":
        """Return this with ``fill_in`` applied to every string; positions stay the same."""

        def filled(data: Any) -> Any:
            if isinstance(data, dict):
                return {key: filled(value) for key, value in data.items()}
            if isinstance(data, list):
                return [filled(value) for value in data]
            return fill_in(data) if isinstance(data, str) else data

        return replace(self, data=filled(self.data))

    def texts(self, location: Location = ()) -> Iterator[tuple[Location, str]]:
        """Yield every string at and below ``location``, with its own location, in order."""
        data = self.value_at(location)
        if isinstance(data, str):
            yield location, data
            return
        for key in data if isinstance(data, dict) else range(len(data)):
            yield from self.texts((*location, key))

    def below(self, location: Location) -> list[Location]:
        """Return the location of every value at and below ``location``, in the file's order."""
        return [place for place in self._values if place[: len(location)] == location]

    def problem(
        self,
        location: Location,
        what: str,
        fix: str,
        severity: Severity = "error",
        *,
        at_key: bool = False,
    ) -> Problem:
        """Return a problem at the value (or its key) at ``location``.

        If that is missing in the file, the problem is at the innermost value around it.
        """
        existing = location
        while existing not in self._values:
            existing = existing[:-1]
        line, column = (at_key and self._keys.get(existing)) or self._values[existing]
        return Problem(self.path, line, column, what, fix, severity)


def _by_location(places: Places) -> dict[Location, tuple[int, int]]:
    return {tuple(location): tuple(place) for location, place in places}


def parse_yaml(
    text: str,
    path: str,
    *,
    first_line: int = 1,
    ignore_tags: bool = False,
    keys: frozenset[str] = frozenset(),
) -> YamlTree:
    """Parse ``text``, which starts on ``first_line`` of the file ``path``.

    ``ignore_tags`` allows tags, as ``mkdocs.yml`` may have ``!ENV``, but does not act on them.
    ``keys`` are the keys that the file may have, for the linter. Raises ``ContentError`` for
    syntax errors, tabs, aliases, tags, duplicate keys, nesting deeper than ``MAX_DEPTH``, and the
    problems that ``YamlLinter`` finds.
    """
    lines = tuple(text.split("\n"))
    return _Parser(YamlLinter(path, lines, first_line, keys), ignore_tags).parse(text)


class _Parser:
    def __init__(self, linter: YamlLinter, ignore_tags: bool) -> None:
        self.linter = linter
        self.ignore_tags = ignore_tags
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.values: dict[Location, tuple[int, int]] = {(): (linter.first_line, 1)}
        self.keys: dict[Location, tuple[int, int]] = {}

    def parse(self, text: str) -> YamlTree:
        self._refuse_tabs()
        if self.problems:
            raise ContentError(self.problems)
        path, lines, first_line = self.linter.path, tuple(self.linter.lines), self.linter.first_line
        try:
            self._check_events(text)
            node = yaml.compose(text, Loader=_Loader)
        except yaml.YAMLError as error:
            raise ContentError(syntax_problems(text, error, self.linter, _Loader)) from error
        data = {} if node is None else self._build(node, ())
        if self.problems:
            raise ContentError(self.problems)
        self.warnings += [
            problem
            for number, line in enumerate(() if text.isascii() else lines, first_line)
            if not line.lstrip(" ").startswith("#")  # a comment
            for problem in invisible_character_problems(line, path, number)
        ]
        places = list(self.values.items()), list(self.keys.items())
        return YamlTree(path, lines, first_line, data, *places, tuple(first_of(self.warnings)))

    def _refuse_tabs(self) -> None:
        last_entry = ""
        for row, line in enumerate(self.linter.lines):
            text = line.lstrip()
            if "\t" in line[: len(line) - len(text)] and text:
                what, fix = TAB
                if last_entry and text.startswith("- "):
                    indent = spaces(last_entry.index("-"))
                    fix = f"Start it with {indent}, as many as the entry above."
                self._add([self.linter.problem(row, line.index("\t"), what, fix)])
            elif text.startswith("- "):
                last_entry = line

    def _check_events(self, text: str) -> None:
        depth = 0
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                self._refuse(event.start_mark, *ALIAS)
            elif depth > MAX_DEPTH:
                what = f"The lines are nested more than {MAX_DEPTH} levels deep."
                self._refuse(
                    event.start_mark, what, "Check the spaces and brackets before this point."
                )
            if self.problems:
                raise ContentError(self.problems)

    def _refuse(self, mark: Any, what: str, fix: str) -> None:
        self._add([self.linter.problem(mark.line, mark.column, what, fix)])

    def _add(self, problems: Iterable[Problem]) -> None:
        """Add problems; raises ``ContentError`` as soon as there are more than are listed."""
        self.problems += problems
        if len(self.problems) > MAX_PROBLEMS:
            raise ContentError(first_of(self.problems))

    def _build(self, node: yaml.Node, location: Location) -> Data:
        self.values[location] = self._place(node.start_mark)
        if not self.ignore_tags and node.tag not in _PLAIN_TAGS:
            what = "Text that starts with ! has a special meaning in YAML."
            self._refuse(node.start_mark, what, "Put the text in quotation marks.")
        if isinstance(node, yaml.MappingNode):
            return self._build_mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            if node.flow_style:
                self._add(self.linter.lint_flow(node.value))
            return [self._build(item, (*location, i)) for i, item in enumerate(node.value)]
        text = str(node.value)
        if isinstance(node, yaml.ScalarNode) and not node.style:
            text = text.strip()  # YAML does not strip no-break spaces
            self._add(self.linter.lint_text(node.start_mark, node.end_mark))
            self.warnings += self.linter.lint_comment(text, node.end_mark)
        # An escape such as "\x07" can be any character.
        self._add(unprintable_characters(text, self.linter.path, *self.values[location]))
        return text

    def _build_mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Data]:
        mapping: dict[str, Data] = {}
        if node.flow_style:
            self._add(self.linter.lint_flow(part for pair in node.value for part in pair))
        for key_node, value_node in node.value:
            mark = key_node.start_mark
            if not isinstance(key_node, yaml.ScalarNode):
                what = "A list or group stands where a key should be."
                self._refuse(mark, what, "Put the text in quotation marks.")
                continue
            key = str(key_node.value)
            if not key_node.style:
                self._add(self.linter.lint_key(key_node, value_node))
            self._add(unprintable_characters(key, self.linter.path, *self._place(mark)))
            if key in mapping:
                what = f'The key "{key}" stands here twice.'
                self._refuse(mark, what, "Keep one and delete the other.")
                continue
            self.keys[(*location, key)] = self._place(mark)
            mapping[key] = self._build(value_node, (*location, key))
        return mapping

    def _place(self, mark: Any) -> tuple[int, int]:
        return mark.line + self.linter.first_line, mark.column + 1
