"""Many items out of a CSV file: a column per field, a row per item; every mistake in one run."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from playbook.diagnostics import Location, PlaybookError, Problem
from playbook.i18n import LANGUAGES, text
from playbook.loader.mistakes import did_you_mean
from playbook.model import ITEMS
from playbook.scaffold.columns import Column, column, unknown, values
from playbook.scaffold.fitting import ID, Place, misfits
from playbook.scaffold.items import New, id_of

MAX_BYTES = 4 * 1024 * 1024
MAX_ROWS = 5000
_NAME = "name"

_DELIMITERS = (",", ";", "\t")
"""What may part the cells: spreadsheets in Spanish write semicolons."""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong in a cell. Rows count from 1, the heading's."""

    row: int
    column: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Table:
    """The items of a table, and what is wrong in it."""

    items: tuple[New, ...]
    problems: tuple[CellProblem, ...]


def read_table(noun: str, path: str, content: bytes, place: Place) -> Table:
    """The items of a CSV file, held against the playbook that they are for.

    The column `id` is no field: it gives the item's id, which is made of the name without it.

    Raises:
        PlaybookError: for what is no such table: too large, not UTF-8, without a column of names.
    """
    rows = _rows(path, content)
    headings = [heading.strip() for heading in rows[0]] if rows else []
    if _NAME not in headings:
        raise _no_name(path, headings)
    columns = [None if heading == ID else column(ITEMS[noun], heading) for heading in headings]
    found = [
        CellProblem(1, heading, unknown(ITEMS[noun], heading, path))
        for heading, known in zip(headings, columns, strict=True)
        if known is None and heading not in (ID, "")
    ]
    filled = [(number, row) for number, row in enumerate(rows[1:], 2) if any(row)]
    items = [(number, _item(noun, headings, columns, row)) for number, row in filled]
    for index, key, problem in misfits([new for _, new in items], place, path):
        found.append(CellProblem(items[index][0], key, problem))
    found += _repeated(path, items)
    return Table(tuple(new for _, new in items), tuple(sorted(found, key=lambda cell: cell.row)))


def _no_name(path: str, headings: Iterable[str]) -> PlaybookError:
    """That names are missing; with the column that may hold them, whatever the language of its heading."""
    words = [text(lang, "csv.name") for lang in LANGUAGES]
    meant = next((heading for heading in headings if did_you_mean(heading, words)), None)
    if meant is None:
        return PlaybookError("csv.no-name.absent", path=path)
    return PlaybookError("csv.no-name.meant", path=path, value=meant)


def _rows(path: str, content: bytes) -> list[list[str]]:
    if len(content) > MAX_BYTES:
        raise PlaybookError("csv.large", path=path, limit=MAX_BYTES // 1024**2)
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlaybookError("csv.not-utf8", path=path) from error
    delimiter = max(_DELIMITERS, key=written.partition("\n")[0].count)
    try:
        rows = list(islice(csv.reader(io.StringIO(written), delimiter=delimiter), MAX_ROWS + 2))
    except csv.Error as error:
        raise PlaybookError("csv.broken", path=path, reason=str(error)) from error
    if len(rows) > MAX_ROWS + 1:
        raise PlaybookError("csv.rows", path=path, limit=MAX_ROWS)
    return rows


def _item(noun: str, headings: Sequence[str], columns: Sequence[Column | None], cells: Sequence[str]) -> New:
    made = values((known, cell) for known, cell in zip(columns, cells, strict=False) if known)
    own = next((cell.strip() for heading, cell in zip(headings, cells, strict=False) if heading == ID), "")
    return New(noun, id_of(own or str(made.get(_NAME, ""))), made)


def _repeated(path: str, items: Iterable[tuple[int, New]]) -> Iterator[CellProblem]:
    """Rows whose names come to the same id, told at the last of them."""
    last = {new.id: number for number, new in items}
    for ident, count in Counter(new.id for _, new in items if new.id).items():
        if count > 1:
            problem = Problem("csv.repeated", Location(path), {"id": ident, "count": count})
            yield CellProblem(last[ident], ID, problem)
