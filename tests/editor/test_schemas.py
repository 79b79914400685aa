"""The schemas that editors read: equal to the models, and right about the real content."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checklist_mistakes import CHECKLIST_MISTAKES
from editor_schemas import mistakes
from resource_site.content.items import ITEM_KINDS
from resource_site.editor.json_schema import all_schemas
from samples import CHECKLIST, EVERY_KIND
from small_site import PROJECT, Site


def test_the_schemas_are_those_of_the_models() -> None:
    files = {f.name: f.read_text(encoding="utf-8") for f in (PROJECT / "schemas").iterdir()}
    assert files == all_schemas(), 'run "resources schemas"'


def test_every_key_is_described() -> None:
    def keys(schema: Any) -> Iterator[tuple[str, Any]]:
        if isinstance(schema, dict):
            yield from schema.get("properties", {}).items()
            for value in schema.values():
                yield from keys(value)

    for name, text in all_schemas().items():
        for key, schema in keys(json.loads(text)):
            assert schema.get("description"), f"{name}: {key}"


REAL = [
    *sorted((PROJECT / "docs/articles").glob("*.md")),
    *sorted((PROJECT / "docs/checklists").glob("*.yml")),
    PROJECT / "docs/topics.yml",
    PROJECT / "docs/words.yml",
    PROJECT / "docs/search.yml",
    PROJECT / "mkdocs.yml",
]


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.name)
def test_the_real_content_is_right_in_an_editor(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".md":
        assert mistakes("article", text.split("---\n")[1]) == []
    else:
        names = {each: each for each in ("topics", "words", "search")} | {"mkdocs": "settings"}
        name = names.get(file.stem, "checklist")
        assert mistakes(name, text) == []


def file_in(drawing: str) -> str:
    body = drawing.split("\n", 2)[2] if drawing.startswith("\n") else drawing.split("\n", 1)[1]
    return "\n".join(line[4:] for line in body.split("\n"))


def test_every_kind_of_item_and_a_plain_line_are_right() -> None:
    assert mistakes("checklist", file_in(EVERY_KIND)) == []
    numbers = file_in(CHECKLIST).replace("- Wait a day.", "- {choose: Five, options: [1, 2.5, No]}")
    assert mistakes("checklist", numbers) == []


UNDERLINED = (
    "unknown key", "missing key", "empty text", "title over its length", "list instead of text",
    "text instead of a list", "empty list", "not a date", "not a number", "number too small",
    "not true or false", "not a length of time", "not a web address", "item without a kind",
    "item of two kinds",
)  # fmt: skip


@pytest.mark.parametrize("name", UNDERLINED)
def test_an_editor_underlines_what_it_can_know(name: str) -> None:
    assert mistakes("checklist", file_in(CHECKLIST_MISTAKES[name][0]))


def test_snippets_are_valid_content(make_site: Any) -> None:
    snippets = json.loads((PROJECT / ".vscode/resources.code-snippets").read_text("utf-8"))
    texts = {snippet["prefix"]: filled("\n".join(snippet["body"])) for snippet in snippets.values()}
    assert texts.keys() >= {*ITEM_KINDS, "article", "checklist"}
    items = "\n".join(texts[kind] for kind in ITEM_KINDS if kind != "tick")  # it has one
    section = "\n" + texts["section"].split("    - tick")[0] + indented(items, 4)
    site: Site = make_site()
    checklist = texts["checklist"] + indented(section, 2)
    for path, text in (("articles/a.md", texts["article"]), ("checklists/b.yml", checklist)):
        file = site.folder / "docs" / path
        file.parent.mkdir(exist_ok=True)
        words = text.replace("before-an-interview", "your-rights")
        file.write_text(f"{words}\n", encoding="utf-8")
    assert site.problems() == []
    assert mistakes("article", texts["article"].split("---\n")[1]) == []


def filled(body: str) -> str:
    """Return a snippet as it stands after someone pressed Tab to its end."""
    day = {"YEAR": f"{date(2026, 11, 23):%Y}", "MONTH": "11", "DATE": "23"}
    body = re.sub(r"\$\{CURRENT_(\w+)\}", lambda match: day[match[1]], body)
    body = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", body)
    return re.sub(r"(?<!\\)\$0", "", body).replace("\\$", "$")


def indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line if line else line for line in text.split("\n"))


def test_an_editor_is_told_of_every_schema_and_recommended_its_extension() -> None:
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema, pattern in settings["yaml.schemas"].items():
        assert (PROJECT / schema).is_file()
        assert list(PROJECT.glob(pattern))
    assert settings["files.encoding"] == "utf8"


def test_the_editor_s_check_finds_every_problem_in_what_the_command_says() -> None:
    tasks = json.loads((PROJECT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = re.compile(tasks[0]["problemMatcher"]["pattern"]["regexp"])
    for line, severity in (
        ("docs/a b.md:1:22: What is wrong: this. Fix it.", None),
        ("docs/a.md:3:1: warning: What.", "warning"),
        ("mkdocs.yml:3:1: note: What.", "note"),
    ):
        match = pattern.fullmatch(line)
        assert match
        assert match[4] == severity
    assert not pattern.fullmatch("No problems found.")
