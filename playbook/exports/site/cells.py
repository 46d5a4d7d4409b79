"""The value of any field as words: what a field's type and marks say of it decides how it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import AfterValidator, BaseModel

from playbook.brand import Brand
from playbook.choices import Comparison, Effect, Feeling, PieceStatus, TouchpointStatus, WorkStatus
from playbook.document import Document
from playbook.exports.site import prose
from playbook.exports.site.blocks import Block, Facts
from playbook.exports.site.inlines import Code, Download, Inlines, Out, State, plain
from playbook.exports.site.names import background, color, font, joined, logo, message, sub_brand, words
from playbook.exports.site.references import resolved
from playbook.exports.site.urls import safe_link
from playbook.exports.site.view import View
from playbook.marks import issubclass_safe
from playbook.model import ITEMS
from playbook.model.parts import Item
from playbook.terms import Email, FileRef, Ref, Url, Words

Show = Callable[[View, Any, Brand], Inlines]
_STATES = (PieceStatus, TouchpointStatus, WorkStatus, Comparison, Effect, Feeling)
_ADDRESSES = {get_args(kind)[1]: prefix for kind, prefix in ((Url, ""), (Email, "mailto:"))}


def label(view: View, model: BaseModel, name: str) -> str:
    """The title of a field."""
    return view.t(_label_id(type(model), name))


@cache
def _label_id(cls: type[BaseModel], name: str) -> str:
    own = cls.noun if issubclass(cls, Document) else kebab(cls.__name__)
    inherited = issubclass(cls, Item) and name in Item.model_fields
    return f"field.{'item' if inherited else own}.{name}"


def kebab(name: str) -> str:
    """`PieceStatus` as `piece-status`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def cell(view: View, model: BaseModel, name: str, brand: Brand | None = None) -> Inlines:
    """The value of a field, or nothing where it is empty or what a model says anyway."""
    value = getattr(model, name)
    if value is None or value == () or value is False:
        return ()
    return _show(type(model), name)(view, value, brand or view.playbook.brand)


def facts(
    view: View, model: BaseModel | None, names: Iterable[str], brand: Brand | None = None
) -> Iterator[Block]:
    """The fields that hold something, each with its title."""
    rows = tuple(fact_rows(view, model, names, brand)) if model is not None else ()
    if rows:
        yield Facts(rows)


def fact_rows(
    view: View, model: BaseModel, names: Iterable[str], brand: Brand | None = None
) -> Iterator[tuple[str, Inlines]]:
    """As `facts`, before they become a block."""
    for name in names:
        shown = cell(view, model, name, brand)
        if shown:
            yield label(view, model, name), shown


def unplaced(item: Item, placed: Iterable[str]) -> tuple[str, ...]:
    """The fields that a page has no place of their own for: a new one is shown among its facts."""
    known = {*Item.model_fields, *placed}
    return tuple(name for name in type(item).model_fields if name not in known)


def worded(view: View, model: BaseModel, name: str) -> Iterator[tuple[str, str]]:
    """Each value of a field with its words; those that these readers are not told are left out."""
    value = getattr(model, name)
    show = _show(type(model), name)
    for entry in value if isinstance(value, tuple) else () if value is None else (value,):
        if said := plain(show(view, entry, view.playbook.brand)):
            yield str(entry), said


@cache
def _show(cls: type[BaseModel], name: str) -> Show:
    """How a field is shown, worked out once."""
    info = cls.model_fields[name]
    one = _shown_as([*_marks(info.annotation), *info.metadata])

    def show(view: View, value: Any, brand: Brand) -> Inlines:
        if isinstance(value, tuple):
            return joined(one(view, entry, brand) for entry in value)
        return one(view, value, brand)

    return show


def _marks(annotation: Any) -> Iterator[Any]:
    """The marks and types in an annotation, those of parts left aside."""
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    elif isinstance(annotation, type):
        yield annotation
    for inner in get_args(annotation)[: 1 if get_origin(annotation) is Annotated else None]:
        yield from _marks(inner)


def _shown_as(marks: list[Any]) -> Show:
    for mark in marks:
        if isinstance(mark, Ref):
            return _reference(mark.kind)
        if isinstance(mark, FileRef):
            return _file
        if isinstance(mark, Words) and mark.prose:
            return _prose
        if isinstance(mark, AfterValidator) and mark in _ADDRESSES:
            return _address(_ADDRESSES[mark])
        if issubclass_safe(mark, Enum):
            return _choice(mark)
    return _plain


def _plain(view: View, value: Any, _brand: Brand) -> Inlines:
    if value is True:
        return words(view.t("site.yes"))
    if isinstance(value, date):
        return words(view.day(value))
    if isinstance(value, int | float):
        return words(view.number(value))
    return words(str(value))


def _prose(view: View, value: str, _brand: Brand) -> Inlines:
    return words(value) if prose.is_plain(value) else prose.line(resolved(view, value))


def _file(view: View, value: str, brand: Brand) -> Inlines:
    """A file of the content folder, or else of the brand."""
    path = view.file(None, value) or view.file(brand, value)
    name = value.rpartition("/")[2]
    return (Download(path, words(name)),) if path else (Code(value),)


def _address(prefix: str) -> Show:
    def show(_view: View, value: str, _brand: Brand) -> Inlines:
        safe = safe_link(prefix + value)
        shown = re.sub(r"^(?:https?://(?:www\.)?|mailto:|tel:)", "", value).rstrip("/")
        return (Out(safe, words(shown)),) if safe else words(value)

    return show


def _choice(cls: type[Enum]) -> Show:
    scale = kebab(cls.__name__)
    is_state = cls in _STATES

    def show(view: View, value: str, _brand: Brand) -> Inlines:
        shown = view.term(scale, value)
        return (State(scale, str(value), shown),) if is_state else words(shown)

    return show


def _reference(kind: str) -> Show:
    if kind in ITEMS:
        return lambda view, value, _: view.link(kind, value)
    if kind in _BRANDED:
        return _BRANDED[kind]
    if kind == "stage":
        return lambda view, value, _: (view.stage(value),)
    return lambda view, value, _: words(view.term(kind, value)) if _may_name(view, kind, value) else ()


def _may_name(view: View, kind: str, value: str) -> bool:
    """An id that means nothing is for those who can mend it."""
    return view.internal or value in view.playbook.known.get(kind, (value,))


_BRANDED: dict[str, Show] = {
    "message": message,
    "color": color,
    "font": font,
    "font-role": font,
    "logo": logo,
    "background": background,
    "brand": sub_brand,
}
