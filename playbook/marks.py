"""Finding the marked fields of a model: every reference, file or text in it, with its key path.

What a model marks is worked out once per class, so that walking a large playbook touches only the
fields that hold something; what is found goes into one list, since handing it up level by level takes long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

Keys = tuple[str | int, ...]
Found = list[tuple[Keys, Any, Any]]
Walk = Callable[[Any, Keys, Found], None]
M = TypeVar("M")


def marked(model: BaseModel, mark: type[M]) -> Sequence[tuple[Keys, Any, M]]:
    """Every value of the model that carries a mark of this type: its key path, the value, the mark."""
    return _found(model, mark)


def marks_of(annotation: Any, metadata: Iterable[Any], mark: type[M]) -> tuple[M, ...]:
    """The marks of a type that stand on a field or on the entries of its list; not on models within."""
    found = [m for m in metadata if isinstance(m, mark)]
    if get_origin(annotation) is Annotated:
        found += marks_of(get_args(annotation)[0], annotation.__metadata__, mark)
    elif get_origin(annotation) is not dict:
        for arg in get_args(annotation):
            found += marks_of(arg, (), mark)
    return tuple(found)


def _found(model: BaseModel, mark: type) -> Found:
    found: Found = []
    walk = _model(type(model), mark)
    if walk:
        walk(model, (), found)
    return found


@cache
def _model(cls: type[BaseModel], mark: type) -> Walk | None:
    plan = _plan(cls, mark)

    def walk(value: Any, keys: Keys, found: Found) -> None:
        fields = vars(value)
        for name, inner in plan.items():
            part = fields[name]
            if part is not None:
                inner(part, (*keys, name), found)

    return walk if plan else None


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
        own = next((m for m in annotation.__metadata__ if isinstance(m, mark)), None)
        return _leaf(own) if own is not None else _walk(args[0], mark)
    if origin is tuple:
        return _each(_walk(args[0], mark))
    if origin is not None and issubclass_safe(origin, Mapping):
        return _entries(_walk(args[0], mark), _walk(args[1], mark))
    if args:
        return next(filter(None, (_walk(arg, mark) for arg in args)), None)
    if issubclass_safe(annotation, BaseModel):
        return _model(annotation, mark)
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


def _leaf(mark: Any) -> Walk:
    def walk(value: Any, keys: Keys, found: Found) -> None:
        if isinstance(value, tuple):
            found += [((*keys, i), entry, mark) for i, entry in enumerate(value)]
        else:
            found.append((keys, value, mark))

    return walk


def _each(inner: Walk | None) -> Walk | None:
    def walk(value: Any, keys: Keys, found: Found) -> None:
        for i, entry in enumerate(value):
            inner(entry, (*keys, i), found)  # type: ignore[misc]

    return walk if inner else None


def _entries(key_walk: Walk | None, inner: Walk | None) -> Walk | None:
    def walk(value: Any, keys: Keys, found: Found) -> None:
        for key, entry in value.items():
            if key_walk:
                key_walk(key, (*keys, key), found)
            if inner:
                inner(entry, (*keys, key), found)

    return walk if key_walk or inner else None
