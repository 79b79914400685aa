"""The keys of a model as form fields of the browser editor, Sveltia CMS.

Types, limits, labels and hints are read from the model's JSON Schema, so the model is their only
definition. Field options are documented at https://sveltiacms.app/en/docs/fields
"""

from collections.abc import Collection
from typing import Any, TypeAlias

from pydantic import BaseModel, TypeAdapter

from ..content.fields.field_types import Months, Slug
from ..content.items import ITEM_KINDS, Item

Field: TypeAlias = dict[str, Any]

KIND = "kind"
"""The editor's key for an item's kind; in the file, the item's first key names it."""
SLUG_PATTERN = [
    TypeAdapter(Slug).json_schema()["pattern"],
    "Use only small letters, digits and hyphens.",
]
_DURATION_PATTERN = [
    TypeAdapter(Months).json_schema()["pattern"],
    "Write it like 12 months, or 2 years.",
]
_LONGEST_LINE = 120
"""Text with a higher limit, in characters, gets a field of several lines."""
_MOST_CHECKBOXES = 12
"""Up to this many topics are shown as checkboxes; more as a drop-down list."""

# What a schema does not have: references to other files, patterns with a message, defaults.
_BY_KEY: dict[str, Field] = {
    "topics": {
        "widget": "relation",
        "multiple": True,
        "collection": "pages",
        "file": "topics",
        "value_field": "topics.*.slug",
        "display_fields": ["topics.*.title"],
        "dropdown_threshold": _MOST_CHECKBOXES,
    },
    "checklists": {"widget": "relation", "multiple": True, "collection": "checklists"},
    "checklist": {"widget": "relation", "collection": "checklists"},
    "article": {"widget": "relation", "collection": "articles"},
    "review_every": {"widget": "string", "pattern": _DURATION_PATTERN, "default": "12 months"},
    "draft": {"default": True},  # in a new form only: unfinished pages must not be published
    "moved_from": {"pattern": SLUG_PATTERN},
    "id": {"pattern": SLUG_PATTERN},
    "slug": {"pattern": SLUG_PATTERN},
    "topic": {
        "widget": "relation",
        "collection": "pages",
        "file": "topics",
        "value_field": "topics.*.slug",
        "display_fields": ["topics.*.title"],
    },
    "url": {"type": "url"},
    "email": {"type": "email"},
}


def fields_of(model: type[BaseModel], only: Collection[str] = ()) -> list[Field]:
    """Return a form field for each key of ``model``, or those in ``only``, in the model's order."""
    schema = model.model_json_schema(by_alias=True)
    if only:
        schema["properties"] = {key: schema["properties"][key] for key in only}
    return _fields(schema, schema.get("$defs", {}))


def _fields(schema: Field, models: dict[str, Field]) -> list[Field]:
    required = schema.get("required", [])
    return [
        _field(key, value, models, required=key in required)
        for key, value in schema["properties"].items()
    ]


def _field(key: str, schema: Field, models: dict[str, Field], *, required: bool) -> Field:
    # pydantic writes no title beside a reference to another model
    label = schema.get("title", key.replace("_", " ").capitalize())
    field: Field = {"name": key, "label": label, "required": required}
    if required and schema.get("format") == "date":
        field["default"] = "{{now}}"
    if schema["hint"]:
        field["hint"] = schema["hint"]
    special = _BY_KEY.get(key, {})
    from_schema = _from_schema(_resolved(schema, models), models)
    if "widget" in special:  # of the schema, only the number of entries applies
        from_schema = {name: from_schema[name] for name in ("min", "max") if name in from_schema}
    return field | from_schema | special


def _resolved(schema: Field, models: dict[str, Field]) -> Field:
    """Return ``schema`` with references followed, and without null as an alternative."""
    for choice in schema.get("anyOf", []):
        if choice.get("type") != "null":
            return _resolved(choice, models)
    if "$ref" in schema:
        return models[schema["$ref"].rpartition("/")[2]]
    return schema


def _from_schema(schema: Field, models: dict[str, Field]) -> Field:
    field: Field
    match schema.get("type"), schema.get("format"):
        case "object", _:
            field = {"widget": "object", "fields": _fields(schema, models)}
        case "array", _:
            field = _list(schema, models)
        case "integer", _:
            field = {"widget": "number", "value_type": "int"} | _limits(schema)
        case "boolean", _:
            field = {"widget": "boolean", "default": schema.get("default", False)}
        case "string", "date":
            field = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        case _ if "enum" in schema:
            field = {"widget": "select", "options": schema["enum"]}
        case _:
            long = schema.get("maxLength", 0) > _LONGEST_LINE
            field = {"widget": "text" if long else "string"} | _limits(schema)
    return field


def _list(schema: Field, models: dict[str, Field]) -> Field:
    entry = _resolved(schema["items"], models)
    field: Field = {"widget": "list", "label_singular": schema["entry"]}
    field |= _limits(schema)
    if "oneOf" in entry:
        return field | {"typeKey": KIND, "types": _kinds(), "collapsed": "auto"}
    if entry.get("type") == "object":
        fields = _fields(entry, models)
        return field | {"fields": fields, "summary": f"{{{{fields.{fields[0]['name']}}}}}"}
    if limit := entry.get("maxLength"):  # a list has no option for the length of its entries
        field["pattern"] = [f"^.{{1,{limit}}}$", f"{limit} characters at most."]
    return field


def _kinds() -> list[Field]:
    """Return the form of each kind of item: its own keys, then those all kinds share."""
    shared = [info.alias or name for name, info in Item.model_fields.items()]
    return [
        {
            "name": kind,
            "label": model.model_config["title"],
            "widget": "object",
            "summary": f"{{{{fields.{kind}}}}}",
            "fields": sorted(fields_of(model), key=lambda field: field["name"] in shared),
        }
        for kind, model in ITEM_KINDS.items()
    ]


_LIMITS = {  # JSON Schema's names, and the editor's
    "maxLength": "maxlength",
    "minimum": "min",
    "maximum": "max",
    "minItems": "min",
    "maxItems": "max",
}


def _limits(schema: Field) -> Field:
    return {option: schema[name] for name, option in _LIMITS.items() if name in schema}
