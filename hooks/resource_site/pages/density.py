"""How full a sheet is: whether its lines to write on stand closer, so that it fits two pages."""

from math import ceil

from ..content.checklist import Checklist
from ..content.items import Choose, Item, Table, Write

_FULL = 51.9
"""Lines to write on, 9 mm each, from which a sheet needs a third page, measured on ours."""
_HEIGHTS = {"tick": 0.8, "write": 0.95, "scale": 2.6, "choose": 1.0, "table": 1.4}
"""The height of an item without its answer, in such lines."""
_TEXT_LINE = 0.6
_UNBROKEN = 8
"""Rings are not divided between pages, so the one before them is left with a gap."""
_LETTERS = 90
"""About how many letters a line of text has."""


def is_full(checklist: Checklist) -> bool:
    """Return whether a checklist has to stand closer to fit two pages.

    An estimate from its items, as laying it out twice would cost as much again. If it is wrong, a
    sheet has a page more, or less room to write, and loses nothing.
    """
    height = 9.0 + _text(checklist.intro) + 0.7 * len(checklist.sources or ())
    height += 4 if checklist.urgent_help else 0
    for section in checklist.sections:
        height += 1.2 + _text(section.intro) + sum(map(_height, section.items))
        height += _UNBROKEN if section.layout == "rings" else 0
    return height > _FULL


def _height(item: Item) -> float:
    height = _HEIGHTS[item.kind] + _text(item.hint)
    if isinstance(item, Write):
        height += item.lines
    elif isinstance(item, Choose):
        height += 0.75 * ceil(len(item.options) / 2)
    elif isinstance(item, Table):
        height += 2.1 * item.rows
    return height


def _text(text: str | None) -> float:
    return _TEXT_LINE * ceil(len(text or "") / _LETTERS)
