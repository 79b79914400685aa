"""Pydantic's errors as problems: a place in the file, and words for people who do not program."""

from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, Tag, ValidationError
from pydantic_core import ErrorDetails

from ..problems import ContentError, Problem, suggest
from .yaml_tree import Location, YamlTree

Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], tree: YamlTree, *, at: Location = ()) -> Model:
    """Return ``model`` made from the data that stands at ``at`` in ``tree``.

    Raises ``ContentError`` with one problem for each thing that is wrong.
    """
    try:
        return model.model_validate(tree.at(at))
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise ContentError(_explain(model, tree, at, detail) for detail in found) from error


def _explain(model: type[BaseModel], tree: YamlTree, at: Location, detail: ErrorDetails) -> Problem:
    location, holder = _follow(model, detail["loc"])
    key = next((f'"{part}"' for part in reversed(location) if isinstance(part, str)), "The file")
    if location and isinstance(location[-1], int):
        key = f"Entry {location[-1] + 1} of {key}"
    kind = detail["type"]
    what, fix = _words(kind, key, detail, holder, location)
    return tree.problem((*at, *location), what, fix, at_key=kind == "extra_forbidden")


def _words(
    kind: str, key: str, detail: ErrorDetails, holder: Any, location: Location
) -> tuple[str, str]:
    """Return what is wrong and how to fix it, for one kind of error pydantic reports."""
    given, context = detail["input"], detail.get("ctx", {})
    if kind == "refused":
        return context["what"], context["fix"]
    if kind == "missing":
        return f"{key} is missing.", f'Add a line "{location[-1]}: …".'
    if kind == "extra_forbidden":
        return f"{key} is not a key that can stand here.", suggest(str(location[-1]), _keys(holder))
    if given == "":
        return f"{key} is empty.", "Write something after it, or delete the line."
    if kind == "string_too_long":
        most = context["max_length"]
        what = f"{key} has {len(str(given).strip())} characters; {most} is the most."
        return what, "Make it shorter."
    if kind in ("too_short", "too_long"):
        return _length(kind, key, context)
    if kind.startswith("int_"):
        return f'{key} should be a whole number, not "{given}".', "Write digits only."
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        side = "least" if "ge" in context else "most"
        return f"{key} is {given}; the {side} is {limit}.", f"Write {limit} or a number nearer it."
    if kind.startswith("date_"):
        fix = "Write year, month and day, such as 2026-11-01."
        return f'{key} is not a date: "{given}".', fix
    if kind.startswith("bool_"):
        return f'{key} should be true or false, not "{given}".', 'Write "true" or "false".'
    return _shape(kind, key)


def _length(kind: str, key: str, context: dict[str, Any]) -> tuple[str, str]:
    if kind == "too_short":
        least = context["min_length"]
        fix = f"Write at least {least}, each on a line of its own after a hyphen and a space."
        return f"{key} has too few entries.", fix
    most = context["max_length"]
    return f"{key} has {context['actual_length']} entries; {most} is the most.", "Take some out."


def _shape(kind: str, key: str) -> tuple[str, str]:
    if kind == "string_type":
        return (
            f"{key} should be text, but it is a list or a group.",
            "Write text after the colon; put it in quotation marks if it holds a colon or brackets.",
        )
    if kind == "list_type":
        return (
            f"{key} should be a list.",
            'Write it as [one, two], or a line each that starts with a hyphen and a space.',
        )
    return (
        f'{key} should be a group of lines such as "title: …".',
        "Check the colons and the spaces at the start of the lines.",
    )


def _follow(model: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[Location, Any]:
    """Return ``loc`` without the tags of unions, and the model that holds its last part."""
    here: Any = model
    holder: Any = model
    location: list[str | int] = []
    for part in loc:
        here = _bare(here)
        if get_origin(here) in (Union, UnionType):
            tagged = [_bare(choice) for choice in get_args(here) if _has_tag(choice, part)]
            if tagged:
                here = tagged[0]
                continue
            here = _bare(next(c for c in get_args(here) if c is not type(None)))
        location.append(part)
        holder = here
        here = _child(here, part)
    return tuple(location), holder


def _child(here: Any, part: str | int) -> Any:
    if get_origin(here) is list:
        return get_args(here)[0]
    if isinstance(here, type) and issubclass(here, BaseModel):
        for name, info in here.model_fields.items():
            if part in (name, info.alias):
                return info.annotation
    return None


def _bare(annotation: Any) -> Any:
    """Return the type inside ``Annotated`` and root models."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        return _bare(annotation.model_fields["root"].annotation)
    return annotation


def _has_tag(choice: Any, part: str | int) -> bool:
    marks = get_args(choice)[1:] if get_origin(choice) is Annotated else ()
    return any(isinstance(mark, Tag) and mark.tag == part for mark in marks)


def _keys(holder: Any) -> list[str]:
    """Return the keys staff may write in ``holder``."""
    if isinstance(holder, type) and issubclass(holder, BaseModel):
        return [info.alias or name for name, info in holder.model_fields.items()]
    return []
