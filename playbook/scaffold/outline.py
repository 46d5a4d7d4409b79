"""An item's file with every field it can have: the given ones filled in, the others waiting as comments.

A comment that explains begins with `# `; a field that waits begins with `#` and no space, so that taking
the mark away is all that it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from playbook.exports.schema import field_text
from playbook.marks import issubclass_safe
from playbook.yamltext import Plain, field

_LATE = ("tags", "brands", "visibility", "notes")
"""Fields of every item that hardly anybody starts with."""
_DAY = "2027-01-31"
_DEPTH = 2
"""How deep models within models are spelled out."""

Help = Callable[[type[BaseModel], str], str]


def item(model: type[BaseModel], values: Mapping[str, Plain], lang: str, *, whole: bool = True) -> str:
    """The lines of an item's file; `whole` adds the fields that are not given."""

    def help_of(owner: type[BaseModel], name: str) -> str:
        return field_text(owner, name, lang)

    return "\n".join(
        block
        for name in _order(model, values)
        for block in _block(model, name, values.get(name), help_of)
        if whole or name in values
    )


def _order(model: type[BaseModel], values: Mapping[str, Plain]) -> list[str]:
    """Given fields first, in the model's order; those that hardly anybody starts with last."""
    ranks = [(name not in values, name in _LATE) for name in model.model_fields]
    return [name for _, name in sorted(zip(ranks, model.model_fields, strict=True), key=lambda pair: pair[0])]


def _block(model: type[BaseModel], name: str, value: Plain | None, help_of: Help) -> Iterator[str]:
    yield f"# {help_of(model, name)}"
    if value is not None:
        yield f"{field(name, value)}\n"
    else:
        info = model.model_fields[name]
        yield "".join(f"#{line}\n" for line in _lines(name, info, 0, help_of))


def _lines(name: str, info: FieldInfo, depth: int, help_of: Help) -> Iterator[str]:
    """A field as it would be written; what is for a person to fill in stays empty."""
    kind, several = _kind(info.annotation)
    inner = list(_fields(kind, depth, help_of))
    if not inner:
        value, choices = _sample(kind, info.default)
        value = f"[{value}]" if several else value
        yield f"{name}: {value}".rstrip() + (f"  # {' | '.join(choices)}" if choices else "")
        return
    yield f"{name}:"
    margin = "  - " if several else "  "
    for i, line in enumerate(inner):
        yield (margin if i == 0 else " " * len(margin)) + line


def _fields(kind: Any, depth: int, help_of: Help) -> Iterator[str]:
    """The fields of a model within; each with what it is for behind it, unless its words are listed there."""
    if not issubclass_safe(kind, BaseModel) or depth >= _DEPTH:
        return
    for name, info in kind.model_fields.items():
        first, *rest = _lines(name, info, depth + 1, help_of)
        yield first if "  # " in first else f"{first}  # {help_of(kind, name)}"
        yield from rest


def _kind(annotation: Any) -> tuple[Any, bool]:
    """What a field holds beneath its marks, and whether it holds several of it."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Literal or not args:
        return annotation, False
    if origin is tuple:
        return _kind(args[0])[0], True
    if origin is dict:
        return dict, False
    kept = [arg for arg in args if arg is not NoneType] if _is_union(origin) else args
    return _kind(kept[0])


def _is_union(origin: Any) -> bool:
    return getattr(origin, "__name__", str(origin).rsplit(".", 1)[-1]) in {"Union", "UnionType"}


def _sample(kind: Any, default: Any) -> tuple[str, tuple[str, ...]]:
    """A value to start from, the default if there is one, and the words to choose from."""
    if get_origin(kind) is Literal:
        choices = tuple(map(str, get_args(kind)))
    elif issubclass_safe(kind, Enum):
        choices = tuple(str(member.value) for member in kind)
    else:
        return {"bool": "false", "date": _DAY, "dict": "{}"}.get(getattr(kind, "__name__", ""), ""), ()
    return str(default) if default in choices else choices[0], choices
