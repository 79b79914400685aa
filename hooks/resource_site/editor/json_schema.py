"""The models as JSON Schemas, by which an editor completes keys and underlines mistakes.

An editor sees less than ``resources check``: not whether a topic or a checklist exists, and not
the same words for a mistake. What it refuses, the check refuses too.
"""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from pydantic import BaseModel

from ..checks.prose.house_words import HouseWords
from ..content.article import ArticleFrontMatter
from ..content.checklist import ChecklistFile
from ..content.topic import TopicsFile

Schema: TypeAlias = dict[str, Any]

_MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "article": (ArticleFrontMatter, "What stands above an article"),
    "checklist": (ChecklistFile, "A checklist"),
    "topics": (TopicsFile, "The topics, in the order shown"),
    "words": (HouseWords, "The house word list"),
}

_FOR_THE_BROWSER_EDITOR = ("title", "hint", "entry")
"""What a key's schema holds besides, for the forms of the browser editor."""


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
    for holder in (schema, *schema.get("$defs", {}).values()):
        _describe(holder)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **{key: value for key, value in _with_old_names(schema).items() if key != "title"},
    }


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


def _describe(holder: Schema) -> None:
    """Put each key's description first, and leave out what only the browser editor reads."""
    properties = holder.get("properties", {})
    for key, schema in properties.items():
        for name in _FOR_THE_BROWSER_EDITOR:
            schema.pop(name, None)
        if key == "review_every":
            schema["default"] = "12 months"
        if key == "avoid":
            schema["anyOf"] = [
                {"type": ["string", "number"]},
                {name: schema.pop(name) for name in ("type", "items", "minItems", "maxItems")},
            ]
        properties[key] = {"description": schema.pop("description"), **schema}
    holder.pop("title", None)


def _with_old_names(schema: Schema) -> Schema:
    """Return ``schema`` in the names of draft 7, which every editor reads."""
    text = json.dumps(schema).replace("#/$defs/", "#/definitions/")
    renamed: Schema = json.loads(text)
    if "$defs" in renamed:
        renamed["definitions"] = renamed.pop("$defs")
    return renamed
