"""YAML with the place of every key and value, and none of YAML's traps.

Every scalar stays the text that was typed: ``No`` is the word "No" and ``2026`` the text "2026".
The models turn text into numbers, dates and true or false, where they ask for them. Nothing is
constructed from tags, so a file can never make Python objects; aliases are refused, so a small
file can never grow into a large one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeAlias

import yaml
from pydantic import BeforeValidator, PlainSerializer

from ...markdown.lint.invisible_characters import invisible_character_problems
from ...problems import ContentError, Location, Problem, Severity
from ..text_file import unshown_characters
from .syntax_errors import broken_yaml
from .yaml_advice import ALIAS
from .yaml_slips import YamlSlips, in_spaces

try:  # libyaml parses about ten times faster; wheels carry it, a source build may not
    from yaml import CBaseLoader as _Loader
except ImportError:  # pragma: no cover
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

Data: TypeAlias = "str | list[Data] | dict[str, Data]"

MAX_DEPTH = 20
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))


def _as_dictionary(places: Any) -> Any:
    """Return places by location, also where they were written as pairs: JSON has no such keys."""
    if not isinstance(places, list):
        return places
    return {tuple(location): tuple(place) for location, place in places}


Places: TypeAlias = Annotated[
    Any, PlainSerializer(lambda places: list(places.items())), BeforeValidator(_as_dictionary)
]
"""Line and column by location: ``dict[Location, tuple[int, int]]``."""


@dataclass
class YamlTree:
    """Parsed YAML: plain ``data``, and where in ``path`` each part of it stands."""

    path: str
    lines: tuple[str, ...] = field(repr=False)
    """The YAML as it was typed."""
    first_line: int
    """Where in the file ``lines`` start."""
    data: Any
    """``Data``, which a type checker cannot follow into lists of lists."""
    _values: Places = field(repr=False)
    _keys: Places = field(repr=False)
    warnings: tuple[Problem, ...] = field(repr=False)
    """What stops only publishing: signs nobody sees, and notes behind words."""

    def place(self, location: Location) -> tuple[int, int]:
        """Return line and column, from 1, at which the value at ``location`` starts."""
        place: tuple[int, int] = self._values[location]
        return place

    def at(self, location: Location) -> Data:
        """Return the data that stands at ``location``."""
        data: Any = self.data
        for part in location:
            data = data[part]
        found: Data = data
        return found

    def texts(self, location: Location = ()) -> Iterator[tuple[Location, str]]:
        """Yield every text at and below ``location`` with its place, in order."""
        data = self.at(location)
        if isinstance(data, str):
            yield location, data
            return
        for key in data if isinstance(data, dict) else range(len(data)):
            yield from self.texts((*location, key))

    def problem(
        self,
        location: Location,
        what: str,
        fix: str,
        severity: Severity = "error",
        *,
        at_key: bool = False,
    ) -> Problem:
        """Return a problem at the value (or its key) found at ``location``.

        Where ``location`` is not in the file (a key that is missing), the problem points at the
        nearest thing around it that is.
        """
        real = location
        while real not in self._values:
            real = real[:-1]
        line, column = (at_key and self._keys.get(real)) or self._values[real]
        return Problem(self.path, line, column, what, fix, severity)


def parse_yaml(
    text: str,
    path: str,
    *,
    first_line: int = 1,
    ignore_tags: bool = False,
    keys: frozenset[str] = frozenset(),
) -> YamlTree:
    """Parse ``text``, which stands in the file ``path`` from ``first_line`` on.

    ``ignore_tags`` lets tags stand (``mkdocs.yml`` may hold ``!ENV``); they are never acted on.
    ``keys`` are those that may stand in the file: a line that starts with one and a colon is none
    of a text's own words. Raises ``ContentError`` for text that is not YAML, and for tabs, aliases,
    tags, keys that stand twice, nesting past ``MAX_DEPTH`` and the slips of ``YamlSlips``.
    """
    lines = tuple(text.split("\n"))
    return _Reader(YamlSlips(path, lines, first_line, keys), ignore_tags).read(text)


class _Reader:
    def __init__(self, slips: YamlSlips, ignore_tags: bool) -> None:
        self.slips = slips
        self.ignore_tags = ignore_tags
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.values: dict[Location, tuple[int, int]] = {(): (slips.first_line, 1)}
        self.keys: dict[Location, tuple[int, int]] = {}

    def read(self, text: str) -> YamlTree:
        self._refuse_tabs()
        if self.problems:
            raise ContentError(self.problems)
        path, lines, first_line = self.slips.path, tuple(self.slips.lines), self.slips.first_line
        try:
            self._check_events(text)
            node = yaml.compose(text, Loader=_Loader)
        except yaml.YAMLError as error:
            raise ContentError(broken_yaml(text, error, self.slips, _Loader)) from error
        data = {} if node is None else self._build(node, ())
        if self.problems:
            raise ContentError(self.problems)
        self.warnings += [
            problem
            for number, line in enumerate(() if text.isascii() else lines, first_line)
            if not line.lstrip(" ").startswith("#")  # a note
            for problem in invisible_character_problems(line, path, number)
        ]
        return YamlTree(path, lines, first_line, data, self.values, self.keys, tuple(self.warnings))

    def _refuse_tabs(self) -> None:
        entry = ""
        for row, line in enumerate(self.slips.lines):
            words = line.lstrip()
            if "\t" in line[: len(line) - len(words)] and words:
                what = "A tab stands at the start of the line; YAML allows only spaces there."
                fix = "Replace each tab with two spaces."
                if entry and words.startswith("- "):
                    count = in_spaces(entry.index("-"))
                    fix = f"Start it with {count}, as many as the entry above."
                self.problems.append(self.slips.problem(row, line.index("\t"), what, fix))
            elif words.startswith("- "):
                entry = line

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
        self.problems.append(self.slips.problem(mark.line, mark.column, what, fix))

    def _build(self, node: yaml.Node, location: Location) -> Data:
        self.values[location] = self._place(node.start_mark)
        if not self.ignore_tags and node.tag not in _PLAIN_TAGS:
            what = "Text that starts with ! has a special meaning in YAML."
            self._refuse(node.start_mark, what, "Put the text in quotation marks.")
        if isinstance(node, yaml.MappingNode):
            return self._build_mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            if node.flow_style:
                self.problems += self.slips.of_flow(node.value)
            return [self._build(item, (*location, i)) for i, item in enumerate(node.value)]
        text = str(node.value)
        if isinstance(node, yaml.ScalarNode) and not node.style:
            text = text.strip()  # no-break spaces too
            self.problems += self.slips.of_text(node.start_mark, node.end_mark)
            self.warnings += self.slips.note_behind(text, node.end_mark)
        # A backslash and digits may stand for any character.
        self.problems += unshown_characters(text, self.slips.path, *self.values[location])
        return text

    def _build_mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Data]:
        mapping: dict[str, Data] = {}
        if node.flow_style:
            self.problems += self.slips.of_flow(part for pair in node.value for part in pair)
        for key_node, value_node in node.value:
            mark = key_node.start_mark
            if not isinstance(key_node, yaml.ScalarNode):
                what = "A list or group stands where a key should be."
                self._refuse(mark, what, "Put the text in quotation marks.")
                continue
            key = str(key_node.value)
            if not key_node.style:
                self.problems += self.slips.of_key(key_node, value_node)
            self.problems += unshown_characters(key, self.slips.path, *self._place(mark))
            if key in mapping:
                what = f'The key "{key}" stands here twice.'
                self._refuse(mark, what, "Keep one and delete the other.")
                continue
            self.keys[(*location, key)] = self._place(mark)
            mapping[key] = self._build(value_node, (*location, key))
        return mapping

    def _place(self, mark: Any) -> tuple[int, int]:
        return mark.line + self.slips.first_line, mark.column + 1
