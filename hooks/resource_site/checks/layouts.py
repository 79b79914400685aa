"""What the layout of a section needs: the right items, and enough of them."""

from collections.abc import Callable, Iterator, Sequence

from ..content.checklist import Checklist, Layout, Section
from ..content.items import Scale, Table, Write
from ..problems import Problem
from ..reading.entries import Entry

_TAKE_OUT = 'or take "layout" out.'


def _tables(section: Section) -> list[Table]:
    return [item for item in section.items if isinstance(item, Table)]


def _scales(sections: Sequence[Section]) -> list[Scale]:
    return [item for one in sections for item in one.items if isinstance(item, Scale)]


def _one_table(fits: Callable[[Table], bool]) -> Callable[[Section], bool]:
    """Return whether a section has one table, and it ``fits``."""
    return lambda section: [fits(table) for table in _tables(section)] == [True]


def _are_panels(section: Section) -> bool:
    return [item.kind for item in section.items] == ["write"] * 4


def _has_example(section: Section) -> bool:
    return any(isinstance(item, Write | Table) and item.example for item in section.items)


_NEEDS: dict[Layout, tuple[str, Callable[[Section], bool]]] = {
    "rings": (
        "one table with 3 columns, the inner ring first, and 6 rows at most",
        _one_table(lambda table: len(table.columns) == 3 and table.rows <= 6),
    ),
    "panels": ('4 items, each with "write"', _are_panels),
    "balance": (
        "one table with 2 columns",
        _one_table(lambda table: len(table.columns) == 2),
    ),
    "week": ("one table with 5 or 7 rows", _one_table(lambda table: table.rows in (5, 7))),
    "gauge": (
        "one scale of 5 steps at most",
        lambda section: [scale.steps <= 5 for scale in _scales([section])] == [True],
    ),
    "example": ('an item with an "example", in "write" or "table"', _has_example),
}
"""What a section with each layout has to have; those that join several sections are below."""


def layout_problems(entry: Entry[Checklist]) -> Iterator[Problem]:
    """Yield a problem for each layout whose items do not fit it, and each example that does not."""
    sections = entry.model.sections
    pair = [section for section in sections if section.layout == "pair"]
    ends = [(scale.steps, scale.from_, scale.to) for scale in _scales(pair)]
    is_pair = len(ends) == 2 and ends[0] == ends[1]
    for number, section in enumerate(sections):
        what = _mismatch(section)
        fix = f"Change the items, {_TAKE_OUT}"
        near = sections[max(number - 1, 0) : number + 2]
        if section.layout == "path" and [one.layout for one in near].count("path") < 2:
            what = 'The layout "path" joins sections, and no section next to this one has it.'
            fix = f'Write "layout: path" in each section of the path, {_TAKE_OUT}'
        elif section.layout == "pair" and not is_pair:
            what = (
                'The layout "pair" needs two scales with the same ends and steps: in one section, '
                "or in two that both have it."
            )
        if what:
            yield entry.problem(("sections", number, "layout"), what, fix)
    for place, item in entry.model.located_items:
        if isinstance(item, Table) and item.example:
            given, needed = len(item.example), len(item.columns)
            if given != needed:
                what = f'The number of entries in "example" is {given}, and of columns {needed}.'
                yield entry.problem((*place, "example"), what, "Write one entry for each column.")


def _mismatch(section: Section) -> str:
    """Return what the section's layout needs and the section does not have, or ""."""
    if section.layout not in _NEEDS:
        return ""
    needs, fits = _NEEDS[section.layout]
    return "" if fits(section) else f'The layout "{section.layout}" needs {needs}.'
