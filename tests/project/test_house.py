"""The house stays one in which a newcomer finds the way: small rooms, and no name twice."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from small_site import PROJECT

GENERATOR = PROJECT / "hooks/resource_site"
MODULES = [
    file
    for file in sorted(GENERATOR.rglob("*.py"))
    if "vendor" not in file.parts and not file.stem.startswith("__")
]
TESTS = PROJECT / "tests"
TEST_ROOMS = sorted({file.parent for file in TESTS.rglob("*.py")} - {TESTS})
ROOMS = [*sorted({file.parent for file in MODULES}), *TEST_ROOMS]
MOST_ENTRIES = 12
"""In one folder; the top has a room more, see CONTRIBUTING."""

MOST_LINES = 250
"""In one file."""


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.relative_to(PROJECT).as_posix())
def test_no_room_has_more_than_twelve_entries(room: Path) -> None:
    entries = [entry.name for entry in room.iterdir() if not entry.name.startswith("__")]
    assert len(entries) <= MOST_ENTRIES + (room == GENERATOR), sorted(entries)


def test_no_file_is_long() -> None:
    lines = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in MODULES}
    assert {file.name: count for file, count in lines.items() if count > MOST_LINES} == {}


def test_no_file_has_the_name_of_another() -> None:
    names = Counter(file.name for file in MODULES)
    assert [name for name, count in names.items() if count > 1] == []


def test_no_public_class_has_the_name_of_another() -> None:
    names = Counter(
        node.name
        for file in MODULES
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, count in names.items() if count > 1] == []
