"""Finding the marked fields of a model: every reference, file or text in it, with its key path.

What a model marks is worked out once per class, so that walking a large playbook touches only the
fields that hold something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

Keys = tuple[str | int, ...]
Walk = Callable[[Any, Keys], Iterator[tuple[Keys, Any, Any]]]
M = TypeVar("M")


def marked(model: BaseModel, mark: type[M]) -> Iterator[tuple[Keys, Any, M]]:
    """Every value of the model that carries a mark of this type: its key path, the value, the mark."""
    yield from _model_walk(model, (), mark)


def marks_of(annotation: Any, metadata: Iterable[Any], mark: type[M]) -> tuple[M, ...]:
    """The marks of a type that stand on a field or on the entries of its list; not on models within."""
    found = [m for m in metadata if isinstance(m, mark)]
    if get_origin(annotation) is Annotated:
        found += marks_of(get_args(annotation)[0], annotation.__metadata__, mark)
    elif get_origin(annotation) is not dict:
        for arg in get_args(annotation):
            found += marks_of(arg, (), mark)
    return tuple(found)


def _model_walk(model: BaseModel, keys: Keys, mark: type) -> Iterator[tuple[Keys, Any, Any]]:
    for name, walk in _plan(type(model), mark).items():
        value = getattr(model, name)
        if value is not None:
            yield from walk(value, (*keys, name))


@cache
def _plan(cls: type[BaseModel], mark: type) -> Mapping[str, Walk]:
    plan: dict[str, Walk] = {}
    for name, field in cls.model_fields.items():
        walk = _walk(
            Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation, mark
        )
        if walk:
            plan[name] = walk
    return plan


def _walk(annotation: Any, mark: type) -> Walk | None:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        found = next((m for m in annotation.__metadata__ if isinstance(m, mark)), None)
        return _leaf(found) if found is not None else _walk(args[0], mark)
    if origin is tuple:
        return _each(_walk(args[0], mark))
    if origin is not None and issubclass_safe(origin, Mapping):
        return _entries(_walk(args[0], mark), _walk(args[1], mark))
    if args:
        return next(filter(None, (_walk(arg, mark) for arg in args)), None)
    if issubclass_safe(annotation, BaseModel):
        return _nested(annotation, mark)
    return None


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field may hold, by its annotation."""
    if issubclass_safe(annotation, BaseModel):
        yield annotation
    for arg in get_args(annotation):
        yield from models_in(arg)


def issubclass_safe(cls: Any, base: type) -> bool:
    """`issubclass` for anything that may stand in an annotation."""
    return isinstance(cls, type) and issubclass(cls, base)


def _leaf(found: Any) -> Walk:
    def walk(value: Any, keys: Keys) -> Iterator[tuple[Keys, Any, Any]]:
        if isinstance(value, tuple):
            for i, entry in enumerate(value):
                yield (*keys, i), entry, found
        else:
            yield keys, value, found

    return walk


def _each(inner: Walk | None) -> Walk | None:
    def walk(value: Any, keys: Keys) -> Iterator[tuple[Keys, Any, Any]]:
        for i, entry in enumerate(value):
            yield from inner(entry, (*keys, i))  # type: ignore[misc]

    return walk if inner else None


def _entries(key_walk: Walk | None, inner: Walk | None) -> Walk | None:
    def walk(value: Any, keys: Keys) -> Iterator[tuple[Keys, Any, Any]]:
        for key, entry in value.items():
            if key_walk:
                yield from key_walk(key, (*keys, key))
            if inner:
                yield from inner(entry, (*keys, key))

    return walk if key_walk or inner else None


def _nested(cls: type[BaseModel], mark: type) -> Walk | None:
    plan = _plan(cls, mark)

    def walk(value: Any, keys: Keys) -> Iterator[tuple[Keys, Any, Any]]:
        for name, inner in plan.items():
            part = getattr(value, name)
            if part is not None:
                yield from inner(part, (*keys, name))

    return walk if plan else None
