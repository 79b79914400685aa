"""The models as JSON Schemas, for completion and validation in text editors.

A schema covers less than ``resources check``: it cannot tell whether a topic or a checklist exists.
Whatever the schema rejects, the check rejects too.
"""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from pydantic import BaseModel, TypeAdapter

from ..checks.prose.house_words import HouseWords
from ..checks.search_words import SearchWords
from ..content.article import ArticleFrontMatter
from ..content.checklist import ChecklistFile
from ..content.fields.text_limits import Sentence
from ..content.forms import EasyReadFrontMatter
from ..content.site.settings import OwnSettings
from ..content.topic import TopicsFile

Schema: TypeAlias = dict[str, Any]

_MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "article": (ArticleFrontMatter, "What stands above an article"),
    "checklist": (ChecklistFile, "A checklist"),
    "easy-read": (EasyReadFrontMatter, "What stands above an Easy Read"),
    "topics": (TopicsFile, "The topics, in the order shown"),
    "settings": (OwnSettings, "The settings of the site"),
    "words": (HouseWords, "The house word list"),
    "search": (SearchWords, "What search knows besides the pages"),
}

_FORM_KEYWORDS = ("title", "hint", "entry")
"""Keywords of a key's schema that only the browser editor's forms use."""


def all_schemas() -> dict[str, str]:
    """Return the JSON text of each schema, by its file name."""
    return {
        f"{name}.schema.json": json.dumps(_schema(model, title), indent=2, ensure_ascii=False)
        + "\n"
        for name, (model, title) in _MODELS.items()
    }


def _schema(model: type[BaseModel], title: str) -> Schema:
    # In draft 7, which every editor supports, the models are under "definitions".
    schema = model.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    if models := schema.pop("$defs", {}):
        schema["definitions"] = models
    for change in (_allow_numbers, _remove_null, _allow_plain_lines):
        _apply_to_all(schema, change)
    for model_schema in (schema, *models.values()):
        _describe(model_schema)
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": title, **schema}


def _apply_to_all(schema: Any, change: Callable[[Schema], None]) -> None:
    """Call ``change`` with ``schema`` and with every schema inside it."""
    if isinstance(schema, dict):
        change(schema)
        for value in schema.values():
            _apply_to_all(value, change)
    elif isinstance(schema, list):
        for value in schema:
            _apply_to_all(value, change)


def _remove_null(schema: Schema) -> None:
    """Remove null from the types of an optional key: our loader does not allow it."""
    choices = schema.get("anyOf", [])
    if {"type": "null"} in choices:
        schema.pop("anyOf")
        schema.update(choices[0])
    if schema.get("default", "") in (None, "", []):
        schema.pop("default", None)


def _allow_numbers(schema: Schema) -> None:
    """Allow numbers for strings: our loader reads the option ``- 2`` as text."""
    if schema.get("type") == "string" and not {"format", "pattern"} & schema.keys():
        schema["type"] = ["string", "number"]


def _allow_plain_lines(schema: Schema) -> None:
    """Allow a string as an item, for a tick box; ``anyOf`` makes editors complete every kind."""
    if "oneOf" in schema:
        schema.pop("discriminator", None)
        line = TypeAdapter(Sentence).json_schema() | {"type": ["string", "number"]}
        schema["anyOf"] = [*schema.pop("oneOf"), {**line, "description": "A box to tick."}]


def _describe(model_schema: Schema) -> None:
    """Move each key's description to the front, and remove the form keywords."""
    properties = model_schema.get("properties", {})
    for key, schema in properties.items():
        for name in _FORM_KEYWORDS:
            schema.pop(name, None)
        if key == "review_every":
            schema["default"] = "12 months"
        if key == "avoid":
            schema["anyOf"] = [
                {"type": ["string", "number"]},
                {name: schema.pop(name) for name in ("type", "items", "minItems", "maxItems")},
            ]
        properties[key] = {"description": schema.pop("description"), **schema}
    model_schema.pop("title", None)
