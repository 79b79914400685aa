"""Validation of YAML by a model, with pydantic's errors as problems at their positions."""

from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, Tag, ValidationError
from pydantic_core import ErrorDetails

from ..problems import ContentError, Location, Problem, first_of
from .validation_messages import describe
from .yaml.yaml_tree import YamlTree

Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], tree: YamlTree, *, at: Location = ()) -> Model:
    """Return ``model`` made from the data at the location ``at`` in ``tree``.

    Raises ``ContentError`` with a problem for each error, or for the first of very many.
    """
    try:
        return model.model_validate(tree.value_at(at))
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems = (_problem(model, tree, at, detail) for detail in details)
        raise ContentError(first_of(problems)) from error


@cache
def keys_in(*models: type[BaseModel]) -> frozenset[str]:
    """Return every key of ``models`` and of the models inside them."""
    keys: set[str] = set()
    seen: set[Any] = set()
    pending: list[Any] = list(models)
    while pending:
        annotation = pending.pop()
        fields = _fields(annotation)
        if not fields:
            pending += get_args(annotation)
        elif annotation not in seen:
            seen.add(annotation)
            pending += fields.values()
            keys.update(() if _is_root(annotation) else fields)
    return frozenset(keys)


def _problem(model: type[BaseModel], tree: YamlTree, at: Location, detail: ErrorDetails) -> Problem:
    location, parent = _follow(model, detail["loc"])
    what, fix = describe(detail, location, list(_fields(parent)))
    at_key = detail["type"] == "extra_forbidden"
    return tree.problem((*at, *location), what, fix, at_key=at_key)


def _follow(model: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[Location, Any]:
    """Return pydantic's ``loc`` without tags of unions, and the model its last part is a key of."""
    annotation: Any = model
    parent: Any = model
    location: list[str | int] = []
    for part in loc:
        annotation = _unwrap(annotation)
        if get_origin(annotation) in (Union, UnionType):
            choices = [choice for choice in get_args(annotation) if choice is not type(None)]
            tagged = [choice for choice in choices if Tag(str(part)) in get_args(choice)]
            annotation = _unwrap((tagged or choices)[0])
            if tagged:
                continue
        location.append(part)
        parent = annotation
        is_list = get_origin(annotation) is list
        annotation = get_args(annotation)[0] if is_list else _fields(annotation).get(str(part))
    return tuple(location), parent


def _fields(annotation: Any) -> dict[str, Any]:
    """Return the keys of a model with their types, or nothing for any other type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return {info.alias or name: info.annotation for name, info in fields}
    return {}


def _unwrap(annotation: Any) -> Any:
    """Return the type inside ``Annotated`` and root models."""
    if get_origin(annotation) is Annotated:
        return _unwrap(get_args(annotation)[0])
    return _unwrap(_fields(annotation)["root"]) if _is_root(annotation) else annotation


def _is_root(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, RootModel)
