"""An inventory that comes back from a spreadsheet: what has changed in it, and what is new.

A cell counts as changed where it says something else than an export of the playbook says now. What is not in
the table, a row or a column, stays as it is. Where anything is wrong, there are problems and nothing else.
"""

from __future__ import annotations

import codecs
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from playbook.applying import Applied
from playbook.applying.carrying import SeveralEntries, into_field
from playbook.applying.editing import Edit, lines_of
from playbook.applying.localized import alike
from playbook.applying.rows import Row, read_rows
from playbook.diagnostics import Location, Problem
from playbook.document import Keys
from playbook.edit import CannotEdit
from playbook.edit.merge import merge
from playbook.fixing import Change
from playbook.marks import models_in
from playbook.model import ITEMS
from playbook.model.parts import Item
from playbook.scaffold.columns import Column, column, unknown, value
from playbook.scaffold.fitting import Place, misfits
from playbook.scaffold.items import New, plain_file_of
from playbook.scaffold.table import CellProblem
from playbook.sheets import cell, cells, main_key


@dataclass(frozen=True, slots=True)
class Target:
    """The project that a table is for: what is there, what gives the bytes of its files, how it is spoken to.

    `schemas` is the folder of the schemas as seen from an item's file, or empty.
    """

    place: Place
    read: Callable[[str], bytes]
    lang: str = "en"
    schemas: str = ""


@dataclass(frozen=True, slots=True)
class _Wish:
    """A row, the item it would make, and, of one that is there, the columns that change it."""

    row: Row
    new: New
    item: Item | None
    changed: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that change."""
        return tuple(dict.fromkeys(heading.partition(".")[0] for heading in self.changed))

    @property
    def keys(self) -> Keys:
        """Where its file holds the item that is there."""
        return self.item.origin.layers[0].translate(()) if self.item else ()

    def heading(self, key: str) -> str:
        """The column in which a key is to be mended."""
        field = key.partition(".")[0]
        return next((name for name in self.changed if name == key or name.partition(".")[0] == field), key)


def read_inventory(path: str, content: bytes, target: Target) -> tuple[Applied, tuple[CellProblem, ...]]:
    """What a table comes to, or everything that is wrong in it.

    Raises:
        PlaybookError: for what is no such table, or one of another edition than the internal one.
    """
    place = target.place
    rows, found = read_rows(path, content, target.lang)
    wishes: list[_Wish] = []
    for row in rows:
        wish, problems = _wish(row, place, path)
        found += problems
        wishes += [wish] if wish else []
    found += _misfits(wishes, place, path)
    if not found:
        changes, found = _changes([wish for wish in wishes if wish.changed], target.read, path)
    if found:
        return Applied(), tuple(sorted(found, key=lambda problem: problem.row))
    edits = (edit for wish in wishes if wish.item for edit in _edits(wish, wish.item, path))
    fresh = (plain_file_of(wish.new, target.schemas) for wish in wishes if not wish.item)
    return Applied(tuple(edits), tuple(changes), tuple(fresh)), ()


def _edits(wish: _Wish, item: Item, path: str) -> Iterator[Edit]:
    """What changes, as it is told."""
    for heading in wish.changed:
        value = wish.row.cells[heading] or None
        yield Edit(item.origin.path, (), heading, value, Location(path), item.name)


def _wish(row: Row, place: Place, path: str) -> tuple[_Wish | None, list[CellProblem]]:
    """What a row asks for; None where it asks for nothing, or for what cannot be."""
    item = place.playbook.items(row.noun).get(row.id)
    if item is None and row.id in place.playbook.known[row.noun]:
        return None, [CellProblem(row.number, "id", Problem("csv.unread", Location(path), {"id": row.id}))]
    data = dict(_data(item)) if item else {}
    changed: list[str] = []
    found: list[CellProblem] = []
    for heading, where, seen, new in _asked(row, item, path, found):
        try:
            data[where.keys[0]] = into_field(
                data.get(where.keys[0]), where, _main(ITEMS[row.noun], where.keys[0]), seen, new
            )
            changed.append(heading)
        except SeveralEntries:
            facts = {"field": where.keys[0]}
            found.append(CellProblem(row.number, heading, Problem("csv.several", Location(path), facts)))
    made = New(row.noun, row.id, {key: part for key, part in data.items() if part is not None})
    return (_Wish(row, made, item, tuple(changed)) if changed or not item else None), found


def _data(item: Item) -> Mapping[str, Any]:
    data = item.origin.layers[0].data
    return data if isinstance(data, dict) else {}


def _asked(
    row: Row, item: Item | None, path: str, found: list[CellProblem]
) -> Iterator[tuple[str, Column, Any, Any]]:
    """The columns of a row that change something: heading, field, what was said and what is said now."""
    said = dict(cells(item)) if item else {}
    whole = {heading for heading, now in row.cells.items() if now and not alike(said.get(heading, ""), now)}
    for heading, now in row.cells.items():
        where = _column(row.noun, heading)
        if where is None:
            if now:
                found.append(CellProblem(row.number, heading, _stranger(row.noun, heading, path)))
            continue
        old = said.get(heading, "")
        replaced = len(where.keys) > 1 and not now and where.keys[0] in whole
        if any(alike(seen, now, where.holds) for seen in (old, old or _usual(item, heading))) or replaced:
            continue
        seen, new = value(where, old), value(where, now)
        if seen != new:
            yield heading, where, seen, new


def _usual(item: Item | None, heading: str) -> str:
    """What a field says by itself; empty where that is nothing, or for another field within it."""
    left = getattr(item, heading, None) if item and "." not in heading else None
    return cell(left) if left not in (None, (), {}, "") else ""


def _stranger(noun: str, heading: str, path: str) -> Problem:
    """What to say of a cell in a column that fills no field of such an item."""
    if any(_column(other, heading) for other in ITEMS):
        return Problem("csv.not-of", Location(path), {"noun": f"@noun.{noun}", "field": heading})
    return unknown(ITEMS[noun], heading, path)


@cache
def _column(noun: str, heading: str) -> Column | None:
    return column(ITEMS[noun], heading)


def _main(model: Any, field: str) -> str:
    inner = next(models_in(model.model_fields[field].annotation), None)
    return main_key(inner) if inner else ""


def _misfits(wishes: Sequence[_Wish], place: Place, path: str) -> Iterator[CellProblem]:
    """What would be wrong; of an item that is there, in the fields that change."""
    for index, key, problem in misfits([wish.new for wish in wishes], place, path):
        wish = wishes[index]
        if not wish.item or key.partition(".")[0] in wish.fields:
            yield CellProblem(wish.row.number, wish.heading(key), problem)


def _changes(
    wishes: Iterable[_Wish], read: Callable[[str], bytes], path: str
) -> tuple[list[Change], list[CellProblem]]:
    """The files that change, or why one cannot."""
    made: list[Change] = []
    found: list[CellProblem] = []
    files: dict[str, list[_Wish]] = defaultdict(list)
    for wish in wishes:
        if wish.item:
            files[wish.item.origin.path].append(wish)
    for file, several in files.items():
        before = read(file)
        mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
        text = _edited(before.removeprefix(mark).decode(), several, path, found)
        made.append(Change(file, before, mark + text.encode(), sum(len(wish.changed) for wish in several)))
    return made, found


def _edited(text: str, wishes: Sequence[_Wish], path: str, found: list[CellProblem]) -> str:
    """The text of a file with what rows change in it: each item in its lines alone, the last one first."""
    lines = dict(lines_of(text)) if len(wishes) > 1 else {}
    for wish in sorted(wishes, key=lambda wish: lines.get(wish.keys, (0, 0)), reverse=True):
        start, end = lines.get(wish.keys, (0, len(text)))
        text = text[:start] + _merged(text[start:end], wish, path, found) + text[end:]
    return text


def _merged(text: str, wish: _Wish, path: str, found: list[CellProblem]) -> str:
    data = _data(wish.item) if wish.item else {}
    for field in wish.fields:
        try:
            text = merge(text, (*wish.keys, field), data.get(field), wish.new.values.get(field))
        except CannotEdit as refused:
            problem = Problem(refused.message, Location(path), refused.facts)
            found.append(CellProblem(wish.row.number, wish.heading(field), problem))
    return text
