"""From a pydantic error's trail to a path in the file, and to the model that stands there."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

from stratsel.diagnostics.span import KeyPath
from stratsel.model.base import Entity
from stratsel.terms import Shape

Trail = tuple[str | int, ...]

KEY_OF_MAPPING = "[key]"
"""The last step of a trail that leads to a key itself."""


_NONE = object()


def file_path(trail: Trail, data: Any) -> KeyPath:
    """Return the steps of a trail that exist in the file; names of unions, tags and validators do not."""
    path: list[str | int] = []
    for step in trail:
        if isinstance(data, dict):
            inner = data.get(step, _NONE)
        else:
            inner = data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else _NONE
        if inner is not _NONE:
            path.append(step)
            data = inner
    return tuple(path)


def value_at(path: KeyPath, data: Any) -> Any:
    """Return the value at a path of the file."""
    for step in path:
        data = data[step]
    return data


def models_at(trail: Trail, model: type[Entity]) -> frozenset[type[Entity]]:
    """Return the models that a mapping at this trail may be."""
    return _models_at(tuple(step for step in trail if isinstance(step, str)), model)


@lru_cache(maxsize=256)
def _models_at(steps: tuple[str, ...], model: type[Entity]) -> frozenset[type[Entity]]:
    models = {model}
    for step in steps:
        named = {each for each in models if step in (each.__name__, _tag(each))}
        if named:
            models = named
            continue
        inner = {found for each in models for found in _models_under(each, step)}
        models = inner or models
    return frozenset(models)


def _tag(model: type[Entity]) -> str | None:
    kind = model.model_fields.get("kind")
    return str(get_args(kind.annotation)[0]) if kind is not None else None


def _models_under(model: type[Entity], key: str) -> Iterator[type[Entity]]:
    for name, field in model.model_fields.items():
        if key == (field.alias or name):
            yield from _models_in(field.annotation)


def _models_in(annotation: Any) -> Iterator[type[Entity]]:
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        yield annotation
        return
    if get_origin(annotation) is Literal:
        return
    for argument in get_args(annotation):
        yield from _models_in(argument)


def keys_of(models: frozenset[type[Entity]]) -> list[str]:
    """Return the keys that mappings of these models may have."""
    return sorted({field.alias or name for model in models for name, field in model.model_fields.items()})


def shape_of(value: Any) -> Shape:
    """Say what a value read from a file is."""
    shapes = {dict: Shape.MAPPING, list: Shape.LIST, str: Shape.TEXT, bool: Shape.BOOLEAN, type(None): Shape.NOTHING}
    return shapes.get(type(value), Shape.NUMBER)
