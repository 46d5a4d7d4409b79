"""The items as tables, one CSV file per kind of item, to be opened in a spreadsheet and read back.

A column is a field; a dot leads into what is inside it (`value.need`), or inside its only entry. A cell holds
one value, or several joined by `; `. What fits neither (several entries with fields of their own, texts with
a semicolon in them, mappings) stands as JSON. A text that a spreadsheet would take for a formula has an
apostrophe before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from playbook import csvtext
from playbook.artifact import Artifact
from playbook.model import ITEMS, Playbook
from playbook.model.parts import Item

ID = "id"
JOINT = "; "


def export(playbook: Playbook) -> tuple[Artifact, ...]:
    """A file for each kind of item that the playbook has; every one where it has none."""
    tables = {noun: playbook.items(noun) for noun in ITEMS}
    filled = {noun: items for noun, items in tables.items() if items} or tables
    return tuple(Artifact(f"{noun}s.csv", table(items)) for noun, items in filled.items())


def table(items: Mapping[str, Item]) -> str:
    """The items as CSV (RFC 4180, UTF-8); columns that no item fills are left out, but for id and name."""
    rows = [{ID: ident, **dict(_cells(item, ""))} for ident, item in items.items()]
    order = dict.fromkeys([ID, "name", *(column for row in rows for column in row)])
    columns = sorted(order, key=_position(items.values()))
    return csvtext.table(columns, ([row.get(column, "") for column in columns] for row in rows))


def _position(items: Iterable[Item]) -> Any:
    """Sorts columns as the model has its fields, the id first."""
    fields: dict[str, int] = {ID: -1}
    for item in items:
        fields |= {name: at for at, name in enumerate(type(item).model_fields)}
    return lambda column: (fields.get(column.split(".")[0], -1), column.count("."), column)


def _cells(item: BaseModel, prefix: str) -> Iterator[tuple[str, str]]:
    """The filled fields of an item, those that were left at their default left out."""
    for name in type(item).model_fields:
        value = getattr(item, name)
        if name not in item.model_fields_set or value in (None, (), {}, ""):
            continue
        entry = value[0] if isinstance(value, tuple) and len(value) == 1 else value
        if isinstance(entry, BaseModel) and not prefix and not isinstance(_short(entry), str):
            yield from _cells(entry, f"{name}.")
        else:
            yield prefix + name, _cell(value)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return _list(value)
    if isinstance(value, BaseModel):
        short = _short(value)
        return short if isinstance(short, str) else _json(short)
    return _json(value) if isinstance(value, dict) else str(value)


def _list(values: tuple[Any, ...]) -> str:
    """Several values: joined where each is one plain text, else JSON."""
    entries = [_short(value) for value in values]
    if all(isinstance(entry, str) and entry.strip() and ";" not in entry for entry in entries):
        joined = JOINT.join(str(entry) for entry in entries)
        if not joined.startswith(("[", "{")):
            return joined
    return _json(entries)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_short)


def _short(value: Any) -> Any:
    """A model as the one text that its short form in YAML is, if it says nothing else."""
    if not isinstance(value, BaseModel):
        return str(value)
    said = value.model_dump(mode="json", exclude_defaults=True)
    required = [name for name, field in type(value).model_fields.items() if field.is_required()]
    alone = list(said) == required[:1] and len(required) == 1
    return said[required[0]] if alone and isinstance(said[required[0]], str) else said
