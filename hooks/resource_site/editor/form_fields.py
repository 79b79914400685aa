"""The keys of a model as fields of a form, in the editor's own terms.

What a field may hold and what stands beside it are read from the model's JSON Schema, so limits and
words stand in one place: the model. The terms are those of Sveltia CMS:
https://sveltiacms.app/en/docs/fields
"""

from typing import Any, TypeAlias

from pydantic import BaseModel

from ..content.items import ITEM_KINDS, Item

Field: TypeAlias = dict[str, Any]

KIND = "kind"
"""Where the editor keeps the kind of an item; the file says it by the item's first key."""
SLUG = ["^[a-z0-9]+(-[a-z0-9]+)*$", "Use only small letters, digits and hyphens."]
_LENGTH_OF_TIME = ["^[1-9][0-9]? (month|year)s?$", "Write it like 12 months, or 2 years."]
_ONE_LINE = 120
"""Text that may be longer than this gets a box of several lines."""
_MOST_TICKS = 12
"""Topics up to this many are boxes to tick; more are a list to open."""

# What a schema cannot say: which keys name other files, and how a length of time is written.
_BY_KEY: dict[str, Field] = {
    "topics": {
        "widget": "relation",
        "multiple": True,
        "collection": "pages",
        "file": "topics",
        "value_field": "topics.*.slug",
        "display_fields": ["topics.*.title"],
        "dropdown_threshold": _MOST_TICKS,
    },
    "checklists": {"widget": "relation", "multiple": True, "collection": "checklists"},
    "checklist": {"widget": "relation", "collection": "checklists"},
    "article": {"widget": "relation", "collection": "articles"},
    "review_every": {"widget": "string", "pattern": _LENGTH_OF_TIME, "default": "12 months"},
    "draft": {"default": True},  # in a new form: what is half done must not reach readers
    "moved_from": {"pattern": SLUG},
    "id": {"pattern": SLUG},
    "slug": {"pattern": SLUG},
    "url": {"type": "url"},
}


def fields_of(model: type[BaseModel]) -> list[Field]:
    """Return a field for each key that staff may write in ``model``, in its order."""
    schema = model.model_json_schema(by_alias=True)
    return _fields(schema, schema.get("$defs", {}))


def _fields(schema: Field, models: dict[str, Field]) -> list[Field]:
    needed = schema.get("required", [])
    return [
        _field(key, value, models, required=key in needed)
        for key, value in schema["properties"].items()
    ]


def _field(key: str, schema: Field, models: dict[str, Field], *, required: bool) -> Field:
    field: Field = {"name": key, "label": schema["title"], "required": required}
    if required and schema.get("format") == "date":
        field["default"] = "{{now}}"
    if schema["hint"]:
        field["hint"] = schema["hint"]
    special = _BY_KEY.get(key, {})
    holds = _holds(_given(schema, models), models)
    if "widget" in special:  # it holds what the schema cannot say; how many still counts
        holds = {limit: holds[limit] for limit in ("min", "max") if limit in holds}
    return field | holds | special


def _given(schema: Field, models: dict[str, Field]) -> Field:
    """Return what may be written: the model a schema refers to, and never its "nothing"."""
    for choice in schema.get("anyOf", []):
        if choice.get("type") != "null":
            return _given(choice, models)
    if "$ref" in schema:
        return models[schema["$ref"].rpartition("/")[2]]
    return schema


def _holds(schema: Field, models: dict[str, Field]) -> Field:
    match schema.get("type"), schema.get("format"):
        case "object", _:
            return {"widget": "object", "fields": _fields(schema, models)}
        case "array", _:
            return _list(schema, models)
        case "integer", _:
            return {"widget": "number", "value_type": "int"} | _limits(schema)
        case "boolean", _:
            return {"widget": "boolean", "default": schema.get("default", False)}
        case "string", "date":
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        case _:
            long = schema.get("maxLength", 0) > _ONE_LINE
            return {"widget": "text" if long else "string"} | _limits(schema)


def _list(schema: Field, models: dict[str, Field]) -> Field:
    entry = _given(schema["items"], models)
    field: Field = {"widget": "list", "label_singular": schema["entry"]}
    field |= _limits(schema)
    if "oneOf" in entry:
        return field | {"typeKey": KIND, "types": _kinds(), "collapsed": "auto"}
    if entry.get("type") == "object":
        inside = _fields(entry, models)
        return field | {"fields": inside, "summary": f"{{{{fields.{inside[0]['name']}}}}}"}
    most = entry.get("maxLength")
    return field | (
        {"pattern": [f"^.{{1,{most}}}$", f"{most} characters at most."]} if most else {}
    )


def _kinds() -> list[Field]:
    """Return a form for each kind of item: its own keys, then those that every kind has."""
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


_LIMITS = {
    "maxLength": "maxlength",
    "minimum": "min",
    "maximum": "max",
    "minItems": "min",
    "maxItems": "max",
}


def _limits(schema: Field) -> Field:
    return {ours: schema[theirs] for theirs, ours in _LIMITS.items() if theirs in schema}
