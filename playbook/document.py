"""The base of every model: frozen, closed, and able to say where each value was written.

A model is validated from the data of one or more *layers*, nearest first: a sub-brand's file over the
master's, ours over `_brand.yml`. A value's place is looked up in the first layer that holds it.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError

from playbook.diagnostics import Location
from playbook.pruned import Kept, without, written
from playbook.source import Data, Source

Keys = tuple[str | int, ...]


def _same(keys: Keys) -> Keys:
    return keys


@dataclass(frozen=True, slots=True)
class Layer:
    """Where values come from: a file, its data in our shape, and how our key paths read in that file."""

    source: Source
    data: Data
    translate: Callable[[Keys], Keys] = _same

    def holds(self, keys: Keys) -> bool:
        """Whether this layer's data has a value at a key path."""
        data: Any = self.data
        for key in keys:
            try:
                data = data[key]
            except (KeyError, IndexError, TypeError):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Origin:
    """The layers a document was made of, nearest first; never empty."""

    layers: tuple[Layer, ...]
    kept: Kept = field(default_factory=dict)
    """Where the entries of lists stood that have lost others, which were refused."""

    def layer(self, keys: Keys) -> Layer:
        """The layer that gives the value at a key path, or the nearest one for its longest known prefix."""
        return self._layer(written(keys, self.kept))

    def _layer(self, keys: Keys) -> Layer:
        for length in range(len(keys), 0, -1):
            for layer in self.layers:
                if layer.holds(keys[:length]):
                    return layer
        return self.layers[0]

    def at(self, *keys: str | int) -> Location:
        """Where the value at a key path was written."""
        keys = written(keys, self.kept)
        layer = self._layer(keys)
        return layer.source.at(*layer.translate(keys))

    def key_at(self, *keys: str | int) -> Location:
        """Where the key itself was written."""
        keys = written(keys, self.kept)
        layer = self._layer(keys)
        return layer.source.key_at(*layer.translate(keys))

    @property
    def path(self) -> str:
        """The file nearest to the document, from the project root."""
        return self.layers[0].source.path


class Model(BaseModel):
    """A part of a document: frozen and closed."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)


class Document(Model):
    """A part of the playbook that knows its id and where it was written."""

    noun: ClassVar[str] = ""
    """What messages and references call it: "touchpoint", "logo"..."""

    _id: str = PrivateAttr(default="")
    _origin: Origin | None = PrivateAttr(default=None)

    @property
    def id(self) -> str:
        """The id that others refer to; empty for the files of a brand."""
        return self._id

    @property
    def origin(self) -> Origin:
        """Where it was written.

        Raises:
            LookupError: for a document that was made in memory.
        """
        if self._origin is None:
            raise LookupError(f"{type(self).__name__} {self._id!r} was not read from a file")
        return self._origin

    def at(self, *keys: str | int) -> Location:
        """Where the value at a key path was written, or the document itself."""
        return self.origin.at(*keys)

    def revised(self, **values: object) -> Document:
        """A copy with other values, of the same origin."""
        copy = self.model_copy(update=values)
        copy._id, copy._origin = self._id, self._origin  # noqa: SLF001 - the same class
        return copy


D = TypeVar("D", bound=Document)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What a model refused: the key path in the model's shape, pydantic's error type, and its context."""

    keys: Keys
    case: str
    facts: Mapping[str, Any]
    value: object


def build(model: type[D], ident: str, origin: Origin, data: Data) -> tuple[D | None, tuple[Mistake, ...]]:
    """Validate data as a model: the document, or everything that is wrong with it.

    What is wrong in one field does not hide the rest: a document whose refused parts are optional is
    made without them. Of more than a thousand mistakes the first thousand are told, and nothing is made.
    """
    found: list[Mistake] = []
    parts: list[Keys] = []
    left, kept = data, origin.kept
    for _ in range(_ROUNDS):
        try:
            document = model.model_validate(left if left is not None else {})
        except ValidationError as error:
            mistakes = [_mistake(entry, kept) for entry in error.errors(include_url=False)]
            told = {m.keys[:length] for m in found for length in range(len(m.keys) + 1)}
            found += [m for m in mistakes if not _left_empty(m) and m.keys not in told]
            if len(found) > _MOST:
                return None, tuple(found[:_MOST])
            parts += map(_part, mistakes)
            left, kept = without(data, parts)
            if left is None:
                return None, tuple(found)
        else:
            document._id, document._origin = ident, replace(origin, kept=kept)  # noqa: SLF001 - made here
            return document, tuple(found)
    return None, tuple(found)


_ROUNDS = 4
"""Taking out refused parts can uncover a missing one, and so on for the parts that hold it.

A part that is refused only because something in it was, and had to be taken out, is not told again.
"""
_MOST = 1000


def _left_empty(mistake: Mistake) -> bool:
    """A key that is written with nothing after it counts as not written."""
    return mistake.value is None and mistake.case not in ("missing", "extra_forbidden")


def _mistake(entry: Any, kept: Kept) -> Mistake:
    keys = tuple(key for key in entry["loc"] if key != "[key]")
    return Mistake(written(keys, kept), entry["type"], entry.get("ctx", {}), entry["input"])


def _part(mistake: Mistake) -> Keys:
    """What has to go: what was refused, or what lacks a required key."""
    return mistake.keys[:-1] if mistake.case == "missing" else mistake.keys


@cache
def field_help(model: type[BaseModel]) -> Mapping[str, str]:
    """What the docstring under each field says, inherited ones included; read once, when asked."""
    told: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, BaseModel) and cls is not BaseModel:
            told |= _class_help(cls)
    return {name: told.get(name, "") for name in model.model_fields}


def _class_help(cls: type) -> dict[str, str]:
    body = _classes(cls.__module__).get(cls.__name__, [])
    return {
        before.target.id: inspect.cleandoc(after.value.value)
        for before, after in pairwise(body)
        if isinstance(before, ast.AnnAssign)
        and isinstance(before.target, ast.Name)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
        and isinstance(after.value.value, str)
    }


@cache
def _classes(module: str) -> dict[str, list[ast.stmt]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node.body for node in tree.body if isinstance(node, ast.ClassDef)}
