"""Documents filled to the brim, whatever fields their models have: a new field cannot be forgotten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from playbook.choices import Visibility
from playbook.model import ITEMS
from playbook.terms import Confidential, FileRef, Ref, Words

LEVELS = tuple(Visibility)
OWN_LEVEL = "visibility"
"""The field in which a document says who may see it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a document: its field (`Touchpoint.metrics.target`), and for whose eyes it is.

    `target` is the level of what it refers to, and `prose` says that it holds Markdown.
    """

    document: str
    path: str
    level: Visibility
    target: Visibility
    prose: bool = False

    def field(self, name: str) -> Spot:
        return replace(self, path=f"{self.path}.{name}")


@dataclass(frozen=True, slots=True)
class Contents:
    """What to fill in: plain values, the first that fits; keys of mappings; ids by kind of thing; files.

    `fixed` holds given values by model and field (`Step.id`); None leaves the field out.
    """

    plain: Callable[[Spot], tuple[Any, ...]]
    key: Callable[[Spot], str]
    ids: Callable[[Spot, str], Mapping[Visibility, str]]
    file: Callable[[Spot], str]
    fixed: Mapping[str, Any]


def document(model: type[BaseModel], ident: str, level: Visibility, contents: Contents) -> dict[str, Any]:
    """The data of a document of this visibility with something in every field."""
    return _model(model, Spot(ident, model.__name__, level, level), contents)


def _model(model: type[BaseModel], spot: Spot, contents: Contents) -> dict[str, Any]:
    found = {}
    for name, field in model.model_fields.items():
        at = spot.field(name)
        key = f"{model.__name__}.{name}"
        if key in contents.fixed:
            value = contents.fixed[key]
        elif name == OWN_LEVEL and field.annotation is Visibility:
            value = str(spot.level)
        else:
            value = _value(_whole(field), _lowered(at, field), contents)
        if value is not None:
            found[name] = value
    return found


def _whole(field: FieldInfo) -> Any:
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def _lowered(spot: Spot, field: FieldInfo) -> Spot:
    mark = next((m for m in field.metadata if isinstance(m, Confidential)), None)
    return replace(spot, level=min(spot.level, mark.visibility, key=LEVELS.index)) if mark else spot


def _value(annotation: Any, spot: Spot, contents: Contents) -> Any:
    bare, marks = _opened(annotation)
    origin, args = get_origin(bare), get_args(bare)
    if (ref := _mark(marks, Ref)) is not None:
        known = contents.ids(spot, ref.kind)
        return known.get(spot.target) or known[spot.level]
    if _mark(marks, FileRef) is not None:
        return contents.file(spot)
    if origin is tuple:
        return _entries(args, spot, contents)
    if origin is dict:
        return _mapping(args, spot, contents)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return _model(bare, spot, contents)
    prose = any(mark.prose for mark in marks if isinstance(mark, Words))
    return _single(annotation, bare, replace(spot, prose=prose), contents)


def _single(annotation: Any, bare: Any, spot: Spot, contents: Contents) -> Any:
    if get_origin(bare) is Literal:
        return get_args(bare)[0]
    if isinstance(bare, type) and issubclass(bare, Enum):
        return str(list(bare)[-1])
    return None if bare is bool else _leaf(annotation, spot, contents)


def _opened(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type beneath marks and `None`, and all the marks on the way."""
    origin = get_origin(annotation)
    if origin is Annotated:
        bare, marks = _opened(get_args(annotation)[0])
        return bare, (*annotation.__metadata__, *marks)
    if origin in (Union, UnionType):
        first = next(arg for arg in get_args(annotation) if arg is not type(None))
        return _opened(first)
    return annotation, ()


def _mark(marks: tuple[Any, ...], kind: type) -> Any:
    return next((mark for mark in marks if isinstance(mark, kind)), None)


def _entries(args: tuple[Any, ...], spot: Spot, contents: Contents) -> list[Any]:
    """One entry; one of each level where entries have levels or refer to items that have."""
    if args[-1] is not Ellipsis:
        return [_value(arg, spot, contents) for arg in args]
    return [_value(args[0], at, contents) for at in _spread(args[0], spot, contents)]


def _mapping(args: tuple[Any, ...], spot: Spot, contents: Contents) -> dict[str, Any]:
    key, value = args
    bare, marks = _opened(key)
    if (ref := _mark(marks, Ref)) is not None:
        names = {contents.ids(spot, ref.kind)[spot.level]: spot}
    elif isinstance(bare, type) and issubclass(bare, Enum):
        names = {str(member): spot for member in bare}
    else:
        names = {contents.key(at): at for at in _spread(value, spot, contents)}
    return {name: _value(value, at, contents) for name, at in names.items()}


def _spread(annotation: Any, spot: Spot, contents: Contents) -> list[Spot]:
    """The spots of a list's entries: an entry that is hidden, or says something about a hidden item, is so
    as a whole.
    """
    bare, marks = _opened(annotation)
    below = LEVELS[: LEVELS.index(spot.level) + 1][::-1]
    if _mark(marks, Ref) is not None:
        known = contents.ids(spot, _mark(marks, Ref).kind)
        return [replace(spot, target=level) for level in below if level in known]
    if not (isinstance(bare, type) and issubclass(bare, BaseModel)):
        return [spot]
    fields = bare.model_fields.values()
    refs = [(f, ref) for f in fields if (ref := _mark(_opened(_whole(f))[1], Ref)) and ref.kind in ITEMS]
    if OWN_LEVEL in bare.model_fields or any(f.is_required() for f, _ in refs):
        return [replace(spot, level=level, target=level) for level in below]
    return [replace(spot, target=level) for level in below] if refs else [spot]


def _leaf(annotation: Any, spot: Spot, contents: Contents) -> Any:
    """The first of the plain values that the field takes."""
    takes = TypeAdapter(annotation)
    for value in contents.plain(spot):
        try:
            takes.validate_python(value)
        except ValidationError:
            continue
        return value
    raise LookupError(f"nothing fits {spot.path}: {annotation}")
