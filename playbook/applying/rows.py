"""The rows of a table that says in a column `item` what each of them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from playbook.applying.localized import day_first, iso
from playbook.choices import Visibility
from playbook.diagnostics import Location, PlaybookError, Problem
from playbook.loader.mistakes import choice
from playbook.model import ITEMS
from playbook.scaffold.columns import column
from playbook.scaffold.items import id_of
from playbook.scaffold.table import MAX_ROWS, NAME, CellProblem
from playbook.sheets import EDITION, ID, ITEM, bare, headings_of, rows_of


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number, the heading's being 1, the item that it is about, and its cells by heading."""

    number: int
    noun: str
    id: str
    cells: Mapping[str, str]


def read_rows(path: str, content: bytes, lang: str) -> tuple[list[Row], list[CellProblem]]:
    """The rows of a CSV file, and what cannot be about an item.

    Raises:
        PlaybookError: for what is no such table, names a column twice, or is not of the internal edition.
    """
    head, *body = rows_of(path, content, MAX_ROWS) or [[]]
    headings = headings_of(path, [head])
    if ITEM not in headings or not {ID, NAME} & set(headings):
        raise PlaybookError("csv.no-inventory", path=path)
    filled = [
        (number, {name: bare(cell).strip() for name, cell in zip(headings, row, strict=False) if name})
        for number, row in enumerate(body, 2)
        if any(map(str.strip, row))
    ]
    _refuse_lean(path, filled)
    rows = list(_dated([_row(number, cells) for number, cells in filled], lang))
    return [row for row in rows if row.noun in ITEMS], [*_strange(path, rows), *_repeated(path, rows)]


def _refuse_lean(path: str, rows: Iterable[tuple[int, Mapping[str, str]]]) -> None:
    """Leave a table alone that lacks what its readers may not see: it would be taken for deleted.

    Raises:
        PlaybookError: for such a table.
    """
    for _, cells in rows:
        if cells.get(EDITION, "") not in ("", Visibility.INTERNAL):
            raise PlaybookError("csv.lean", path=path, edition=cells[EDITION])


def _row(number: int, cells: Mapping[str, str]) -> Row:
    fields = {heading: cell for heading, cell in cells.items() if heading not in (ITEM, ID, EDITION)}
    return Row(number, cells.get(ITEM, ""), id_of(cells.get(ID, "") or cells.get(NAME, "")), fields)


def _dated(rows: Sequence[Row], lang: str) -> Iterator[Row]:
    """The rows with every date as YYYY-MM-DD, where the table tells in which order its dates are."""
    days = {heading for row in rows for heading in row.cells if _is_date(row.noun, heading)}
    order = day_first((row.cells.get(day, "") for row in rows for day in days), lang)
    for row in rows:
        cells = {
            heading: iso(cell, is_day_first=order) if heading in days else cell
            for heading, cell in row.cells.items()
        }
        yield Row(row.number, row.noun, row.id, cells)


@cache
def _is_date(noun: str, heading: str) -> bool:
    where = column(ITEMS[noun], heading) if noun in ITEMS else None
    return where is not None and where.holds is date


def _strange(path: str, rows: Iterable[Row]) -> Iterator[CellProblem]:
    """The rows that say nothing, or something unknown, in the column `item`."""
    for row in rows:
        if row.noun not in ITEMS:
            problem = choice("bad-value", Location(path), row.noun, list(ITEMS), ITEM)
            yield CellProblem(row.number, ITEM, problem)


def _repeated(path: str, rows: Iterable[Row]) -> Iterator[CellProblem]:
    """Rows that are about the same item, told at the last of them."""
    last = {(row.noun, row.id): row.number for row in rows}
    for (noun, ident), count in Counter((row.noun, row.id) for row in rows if row.id).items():
        if count > 1:
            problem = Problem("csv.repeated", Location(path), {"id": ident, "count": count})
            yield CellProblem(last[noun, ident], ID, problem)
