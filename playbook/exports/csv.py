"""The items as tables, one CSV file per kind of item, to be opened in a spreadsheet and read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from playbook.artifact import Artifact
from playbook.model import ITEMS, Playbook
from playbook.model.parts import Item
from playbook.sheets import ID, cells, sheet


def export(playbook: Playbook, lang: str = "en") -> tuple[Artifact, ...]:
    """A file for each kind of item that the playbook has; every one where it has none."""
    tables = {noun: playbook.items(noun) for noun in ITEMS}
    filled = {noun: items for noun, items in tables.items() if items} or tables
    return tuple(Artifact(f"{noun}s.csv", table(items, lang)) for noun, items in filled.items())


def table(items: Mapping[str, Item], lang: str = "en") -> str:
    """The items as CSV; columns that no item fills are left out, but for id and name."""
    rows = [{ID: ident, **dict(cells(item))} for ident, item in items.items()]
    order = dict.fromkeys([ID, "name", *(column for row in rows for column in row)])
    return sheet(sorted(order, key=_position(items.values())), rows, lang)


def _position(items: Iterable[Item]) -> Any:
    """Sorts columns as the model has its fields, the id first."""
    fields: dict[str, int] = {ID: -1}
    for item in items:
        fields |= {name: at for at, name in enumerate(type(item).model_fields)}
    return lambda column: (fields.get(column.split(".")[0], -1), column.count("."), column)
