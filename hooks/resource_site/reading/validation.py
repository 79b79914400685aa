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
        if isinstance(here, type) and issubclass(here, BaseModel) and here not in seen:
            seen.add(here)
            waiting += [info.annotation for info in here.model_fields.values()]
            if not issubclass(here, RootModel):
                found.update(_keys(here))
        else:
            waiting += get_args(here)
    return frozenset(found)


def _explain(model: type[BaseModel], tree: YamlTree, at: Location, detail: ErrorDetails) -> Problem:
    location, holder = _follow(model, detail["loc"])
    what, fix = describe(detail, location, _keys(holder))
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
