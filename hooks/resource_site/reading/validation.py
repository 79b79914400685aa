"""A model made from YAML, or pydantic's errors as problems at their places in the file."""

from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, Tag, ValidationError
from pydantic_core import ErrorDetails

from ..problems import ContentError, Location, Problem
from .validation_messages import describe
from .yaml.yaml_tree import YamlTree

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


@cache
def keys_in(*models: type[BaseModel]) -> frozenset[str]:
    """Return every key that staff may write in files of these ``models``, at whatever depth."""
    found: set[str] = set()
    seen: set[Any] = set()
    waiting: list[Any] = list(models)
    while waiting:
        here = waiting.pop()
        fields = _fields(here)
        if not fields:
            waiting += get_args(here)
        elif here not in seen:
            seen.add(here)
            waiting += fields.values()
            found.update(() if _is_root(here) else fields)
    return frozenset(found)


def _explain(model: type[BaseModel], tree: YamlTree, at: Location, detail: ErrorDetails) -> Problem:
    location, holder = _follow(model, detail["loc"])
    what, fix = describe(detail, location, list(_fields(holder)))
    at_key = detail["type"] == "extra_forbidden"
    return tree.problem((*at, *location), what, fix, at_key=at_key)


def _follow(model: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[Location, Any]:
    """Return ``loc`` without the tags of unions, and the model that holds its last part."""
    here: Any = model
    holder: Any = model
    location: list[str | int] = []
    for part in loc:
        here = _bare(here)
        if get_origin(here) in (Union, UnionType):
            choices = [choice for choice in get_args(here) if choice is not type(None)]
            tagged = [choice for choice in choices if Tag(str(part)) in get_args(choice)]
            here = _bare((tagged or choices)[0])
            if tagged:
                continue
        location.append(part)
        holder = here
        here = get_args(here)[0] if get_origin(here) is list else _fields(here).get(str(part))
    return tuple(location), holder


def _fields(holder: Any) -> dict[str, Any]:
    """Return the keys staff may write in a model, each with its type; none of anything else."""
    if isinstance(holder, type) and issubclass(holder, BaseModel):
        return {info.alias or name: info.annotation for name, info in holder.model_fields.items()}
    return {}


def _bare(annotation: Any) -> Any:
    """Return the type inside ``Annotated`` and root models."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    return _bare(_fields(annotation)["root"]) if _is_root(annotation) else annotation


def _is_root(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, RootModel)
