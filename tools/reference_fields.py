"""docs/fields.md: every field of every file, from the models."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le
from pydantic import AfterValidator, BaseModel, BeforeValidator
from pydantic.fields import FieldInfo
from reference_tables import Lines, code, table, words

from playbook import terms
from playbook.brand import FILES as BRAND_FILES
from playbook.document import field_help
from playbook.exports.schema import FILES
from playbook.model import ITEMS
from playbook.model.parts import Item


def page() -> Lines:
    """Every field of every file."""
    yield "# Fields"
    yield ""
    yield "Every key of every file. How the files work together, by example: [yaml.md](yaml.md)."
    yield "What stands under *seen by* is left out of more public editions unless the settings say otherwise;"
    yield "everything else follows the visibility of its item. *Markdown* may hold emphasis, links and lists,"
    yield "but no raw HTML. Ids of stages, channels, KPIs and so on: [vocabulary.md](vocabulary.md)."
    yield ""
    for name, model in FILES.items():
        yield from _file(name, model)
    yield "## All items"
    yield ""
    yield "What touchpoints, pieces, kits, personas and journeys have in common."
    yield ""
    yield from _fields(Item, Item.model_fields)
    yield "## Shared parts"
    yield ""
    for part, homes in _homes().items():
        if len(homes) > 1:
            yield from _part(part)


def _file(name: str, model: type[BaseModel]) -> Lines:
    yield f"## {_title(name)}"
    yield ""
    yield f"{_place(name)}. {_first(model)}"
    yield ""
    own = [key for key in model.model_fields if not (issubclass(model, Item) and key in Item.model_fields)]
    yield from ("Also: [what all items have](#all-items).", "") if issubclass(model, Item) else ()
    yield from _fields(model, own)
    for part, homes in _homes().items():
        if homes == [name]:
            yield from _part(part)


def _title(name: str) -> str:
    return {"playbook": "Settings"}.get(name, name.capitalize())


def _place(name: str) -> str:
    """Where a file stands in a project."""
    if name in ITEMS:
        return f"`content/{name}s/<id>.yml`, or many under their ids in `content/{name}s.yml`"
    places = {
        "playbook": "`content/playbook.yml`",
        "kind": "`brand/kinds/<id>/kind.yml`",
        "checklist": "`uploads/*.yml`",
    }
    return places.get(name, f"`brand/{BRAND_FILES.get(name, f'{name}.yml')}`")


def _first(model: type[BaseModel]) -> str:
    """The docstring's sentence, less the path that stands beside it already."""
    return inspect.getdoc(model).split("\n")[0].partition(": `")[0].rstrip(".") + "."  # type: ignore[union-attr]


def _part(part: type[BaseModel]) -> Lines:
    yield f"### {_part_title(part)}"
    yield ""
    yield _first(part)
    yield ""
    yield from _fields(part, part.model_fields)


def _part_title(part: type[BaseModel]) -> str:
    homes = _homes()[part]
    return f"{_title(homes[0])}: {words(part).lower()}" if len(homes) == 1 else words(part)


@cache
def _homes() -> Mapping[type[BaseModel], list[str]]:
    """The parts of files, in the order of their first mention, and the files they are part of."""
    found: dict[type[BaseModel], list[str]] = {}
    for name, model in FILES.items():
        for part in dict.fromkeys(_parts(model)):
            found.setdefault(part, []).append(name)
    return found


def _parts(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models within a model or annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for field in annotation.model_fields.values():
            for inner in _models(field.annotation):
                yield inner
                yield from _parts(inner)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for arg in get_args(annotation):
        yield from _models(arg)


def _anchor(title: str) -> str:
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _fields(model: type[BaseModel], names: Iterable[str]) -> Lines:
    told = field_help(model)
    rows = []
    for name in names:
        field = model.model_fields[name]
        seen = next((str(m.visibility) for m in field.metadata if isinstance(m, terms.Confidential)), "")
        value = value_of(field.annotation, field.metadata)
        rows.append((f"`{name}`", value, _default(field), seen, " ".join(told[name].split())))
    return table(("key", "value", "default", "seen by", "what it is"), rows)


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**required**"
    value = field.default.value if isinstance(field.default, Enum) else field.default
    plain = isinstance(value, str | int | float)
    return f"`{str(value).lower() if isinstance(value, bool) else value}`" if plain else ""


_SCALARS = {str: "text", int: "whole number", float: "number", date: "date", bool: "`true` or `false`"}
_CHECKED = {
    get_args(kind)[1]: name
    for kind, name in (
        (terms.Url, "link"),
        (terms.Email, "e-mail"),
        (terms.File, "file"),
        (terms.ColorText, "color"),
    )
}


def value_of(annotation: Any, marks: Sequence[Any] = ()) -> str:
    """What may stand after a key, in words."""
    if get_origin(annotation) is Annotated:
        return value_of(annotation.__origin__, (*annotation.__metadata__, *marks))
    if get_origin(annotation) in (Union, UnionType):
        some = [arg for arg in get_args(annotation) if arg is not NoneType]
        return " or ".join(value_of(arg, marks) for arg in some)
    if get_origin(annotation) is tuple:
        return _list(get_args(annotation), several=any(map(_makes_list, marks)))
    if get_origin(annotation) is dict:
        key, entry = get_args(annotation)
        return f"{_key(key)}: {value_of(entry)}"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _model(annotation, marks)
    return _scalar(annotation, marks)


def _makes_list(mark: Any) -> bool:
    """Whether a mark lets one value stand where several may."""
    return isinstance(mark, BeforeValidator) and mark.func is terms.AsList.func


def _list(inner: Sequence[Any], *, several: bool) -> str:
    if inner[-1] is not ...:
        return f"list of {len(inner)}: {value_of(inner[0])}"
    return f"{value_of(inner[0])}, one or a list" if several else f"list: {value_of(inner[0])}"


def _key(annotation: Any) -> str:
    """The keys of a mapping: ids of one's own, unless they are words of a vocabulary."""
    return "id" if annotation is str else value_of(annotation)


def _model(model: type[BaseModel], marks: Sequence[Any]) -> str:
    """A link to the part, after what may be written instead of it."""
    link = f"[{words(model).lower()}](#{_anchor(_part_title(model))})"
    for mark in marks:
        if isinstance(mark, BeforeValidator) and not _makes_list(mark):
            outer = inspect.getclosurevars(mark.func).nonlocals
            field = model.model_fields[outer.get("key", next(iter(model.model_fields)))]
            return f"{value_of(field.annotation, field.metadata)}, or {link}"
    return link


def _scalar(annotation: Any, marks: Sequence[Any]) -> str:
    ref = next((mark.kind for mark in marks if isinstance(mark, terms.Ref)), None)
    checked = next(
        (_CHECKED[mark] for mark in marks if isinstance(mark, AfterValidator) and mark in _CHECKED), ""
    )
    if ref:
        return f"{ref} id"
    if checked:
        return checked
    if any(isinstance(mark, terms.Words) and mark.prose for mark in marks):
        return "Markdown"
    if get_origin(annotation) is Literal:
        return code(get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return code(annotation)
    return _SCALARS[annotation] + _bounds(marks)


def _bounds(marks: Sequence[Any]) -> str:
    low = next((mark.ge for mark in marks if isinstance(mark, Ge)), None)
    high = next((mark.le for mark in marks if isinstance(mark, Le)), None)
    if low is not None and high is not None:
        return f", {low} to {high}"
    above = next((mark.gt for mark in marks if isinstance(mark, Gt)), None)
    return f" above {above}" if above is not None else f" from {low} on" if low is not None else ""
