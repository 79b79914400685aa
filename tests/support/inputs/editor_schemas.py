"""What a text editor that reads our JSON Schemas underlines in a file."""

import json
import re
from functools import cache
from typing import Any

import yaml
from jsonschema import Draft7Validator, FormatChecker

from small_site import PROJECT


class _Loader(yaml.SafeLoader):
    """YAML as an editor's language server reads it (YAML 1.2): a day is text, No is a word."""

    yaml_implicit_resolvers: dict[str, Any] = {}


for _name, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
    ("null", r"~|null|", ["~", "n", ""]),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(rf"^(?:{_pattern})$"), list(_first)
    )


@cache
def validator(name: str) -> Draft7Validator:
    schema = json.loads((PROJECT / f"schemas/{name}.schema.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema, format_checker=FormatChecker())


def mistakes(name: str, text: str) -> list[str]:
    """Return what an editor underlines in ``text``."""
    data = yaml.load(text, Loader=_Loader)  # noqa: S506 - built on the safe loader
    return [error.message for error in validator(name).iter_errors(data)]
