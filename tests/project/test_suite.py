"""How the tests stand to each other."""

import ast
import importlib.util
from fnmatch import fnmatch
from pathlib import Path

import pytest

from forked import LOADED

FILES = [
    file
    for file in sorted(Path(__file__).parent.parent.rglob("*.py"))
    if "node_modules" not in file.parts
]


def test_pytest_passes_over_no_folder_of_tests(pytestconfig: pytest.Config) -> None:
    passed_over = pytestconfig.getini("norecursedirs")
    names = {name for file in FILES for name in file.relative_to(pytestconfig.rootpath).parts}
    assert [name for name in names for pattern in passed_over if fnmatch(name, pattern)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_file_imports_a_test(file: Path) -> None:
    """What two tests need stands in a file of its own."""
    tests = {file.stem for file in FILES if file.name.startswith("test_")}
    imported = [
        name
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for name in _imported(node)
    ]
    assert [name for name in imported if name.rpartition(".")[2] in tests] == []


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or "", *(alias.name for alias in node.names)]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


@pytest.mark.parametrize("name", LOADED)
def test_modules_preloaded_for_workers_exist(name: str) -> None:
    """Python's fork server says nothing of a module it cannot find: programs would start slowly."""
    assert importlib.util.find_spec(name)
