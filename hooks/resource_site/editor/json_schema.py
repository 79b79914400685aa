"""The models as JSON Schemas, by which an editor completes keys and underlines mistakes.

An editor sees less than ``resources check``: not whether a topic or a checklist exists, and not
the same words for a mistake. What it refuses, the check refuses too.
"""

import ast
import inspect
import json
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, TypeAlias

from pydantic import BaseModel

from ..checks.prose.house_words import HouseWords
from ..content.article import ArticleFrontMatter
from ..content.checklist import ChecklistFile
from ..content.topic import TopicsFile
from ..content.value_types import Strict

Schema: TypeAlias = dict[str, Any]

_MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "article": (ArticleFrontMatter, "What stands above an article"),
    "checklist": (ChecklistFile, "A checklist"),
    "topics": (TopicsFile, "The topics, in the order shown"),
    "words": (HouseWords, "The house word list"),
}

_EXAMPLES: dict[str, list[Any]] = {
    "title": ["Your first CV: where to start"],
    "summary": ["What to put in, what to leave out, and how to ask someone to read it."],
    "topics": [["before-an-interview"]],
    "published": ["2026-11-01"],
    "reviewed": ["2026-11-01"],
    "review_every": ["12 months", "2 years"],
    "url": ["https://www.gov.uk/access-to-work"],
    "moved_from": [["cv-basics"]],
    "checklists": [["before-an-interview"]],
    "id": ["tell-someone"],
    "minutes": [20],
    "hint": ["A friend, a support worker, or us."],
    "tick": ["Tell one person you trust."],
    "write": ["What went well?"],
    "scale": ["How confident do you feel today?"],
    "choose": ["Which part was hardest?"],
    "table": ["Turn a harsh thought into a fair one"],
    "options": [["Preparing", "Answering questions"]],
    "columns": [["What I told myself", "What is also true"]],
}


def all_schemas() -> dict[str, str]:
    """Return the text of each schema by its file's name."""
    return {
        f"{name}.schema.json": json.dumps(_schema(model, title), indent=2, ensure_ascii=False)
        + "\n"
        for name, (model, title) in _MODELS.items()
    }


def _schema(model: type[BaseModel], title: str) -> Schema:
    schema = model.model_json_schema(by_alias=True)
    for change in (_as_typed, _one_type, _any_kind_of_item):
        _everywhere(schema, change)
    known = {kind.__name__: kind for kind in _kinds(Strict)}
    for name, holder in ((model.__name__, schema), *schema.get("$defs", {}).items()):
        _describe(holder, dict(_notes(known[name])) if name in known else {})
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **{key: value for key, value in _with_old_names(schema).items() if key != "title"},
    }


def _kinds(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield every model that was made from ``model``."""
    for kind in model.__subclasses__():
        yield kind
        yield from _kinds(kind)


def _notes(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Yield the name of each field of ``model`` in a file, and the text below it in the code.

    Pydantic can do so as well (``use_attribute_docstrings``), but then at the start of every build.
    """
    for kind in model.__mro__:
        if not issubclass(kind, Strict) or kind is Strict:
            continue
        written = ast.parse(inspect.getsource(kind)).body[0]
        for field, below in pairwise(getattr(written, "body", [])):
            match field, below:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ) if name in model.model_fields:
                    yield model.model_fields[name].alias or name, " ".join(text.split())


def _everywhere(schema: Any, change: Callable[[Schema], None]) -> None:
    """Apply ``change`` to ``schema`` and to every schema inside it."""
    if isinstance(schema, dict):
        change(schema)
        for value in schema.values():
            _everywhere(value, change)
    elif isinstance(schema, list):
        for value in schema:
            _everywhere(value, change)


def _one_type(schema: Schema) -> None:
    """Say of a key that may be left out what it holds if it is not: YAML has no null here."""
    choices = schema.get("anyOf", [])
    if {"type": "null"} in choices:
        schema.pop("anyOf")
        schema.update(choices[0])
    if schema.get("default", "") in (None, "", []):
        schema.pop("default", None)


def _as_typed(schema: Schema) -> None:
    """Let text look like a number: ``- 2`` is an option, and our loader reads it as text."""
    if schema.get("type") == "string" and not {"format", "pattern"} & schema.keys():
        schema["type"] = ["string", "number"]


def _any_kind_of_item(schema: Schema) -> None:
    """Let a plain line stand for a tick box, and let an editor offer every kind at once."""
    if "oneOf" in schema:
        schema.pop("discriminator", None)
        line = {"type": ["string", "number"], "maxLength": 200, "minLength": 1}
        schema["anyOf"] = [*schema.pop("oneOf"), {**line, "description": "A box to tick."}]


def _describe(holder: Schema, notes: dict[str, str]) -> None:
    properties = holder.get("properties", {})
    for key, schema in properties.items():
        schema.pop("title", None)
        if key in _EXAMPLES:
            schema["examples"] = _EXAMPLES[key]
        if key == "review_every":
            schema["default"] = "12 months"
        if key == "avoid":
            schema["anyOf"] = [
                {"type": ["string", "number"]},
                {name: schema.pop(name) for name in ("type", "items", "minItems", "maxItems")},
            ]
        if key in notes:
            properties[key] = {"description": notes[key], **schema}
    holder.pop("title", None)


def _with_old_names(schema: Schema) -> Schema:
    """Return ``schema`` in the names of draft 7, which every editor reads."""
    text = json.dumps(schema).replace("#/$defs/", "#/definitions/")
    renamed: Schema = json.loads(text)
    if "$defs" in renamed:
        renamed["definitions"] = renamed.pop("$defs")
    return renamed
