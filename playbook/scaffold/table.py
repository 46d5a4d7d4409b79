"""Many items out of a CSV file: a column per field, a row per item; every mistake in one run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from playbook.diagnostics import Location, PlaybookError, Problem
from playbook.i18n import LANGUAGES, text
from playbook.loader.mistakes import did_you_mean
from playbook.model import ITEMS
from playbook.scaffold.columns import Column, column, unknown, values
from playbook.scaffold.fitting import Place, misfits
from playbook.scaffold.items import New, id_of
from playbook.sheets import EDITION, ID, ITEM, headings_of, rows_of

MAX_ROWS = 20_000
NAME = "name"


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

    The column `id` is no field: it gives the item's id, which is made of the name without it. Where a column
    `item` says what each row is, only the rows of this kind count.

    Raises:
        PlaybookError: for what is no such table: too large, not UTF-8, without a column of names, or with two
            columns of one name.
    """
    rows = rows_of(path, content, MAX_ROWS)
    headings = headings_of(path, rows)
    if NAME not in headings:
        raise no_name(path, headings)
    columns = [column(ITEMS[noun], heading) for heading in headings]
    filled = [(number, row) for number, row in enumerate(rows[1:], 2) if _is_of(noun, headings, row)]
    found = list(_strangers(noun, path, headings, [row for _, row in filled]))
    items = [(number, item_of(noun, headings, columns, row)) for number, row in filled]
    for index, key, problem in misfits([new for _, new in items], place, path):
        found.append(CellProblem(items[index][0], key, problem))
    found += repeated(path, items)
    return Table(tuple(new for _, new in items), tuple(sorted(found, key=lambda cell: cell.row)))


def _is_of(noun: str, headings: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row says something, and of this kind of item as far as it tells."""
    told = next((cell.strip() for heading, cell in zip(headings, row, strict=False) if heading == ITEM), "")
    return any(row) and told in ("", noun)


def _strangers(
    noun: str, path: str, headings: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[CellProblem]:
    """The headings that are no field; in a table of several kinds of item, those that its rows fill in."""
    for at, heading in enumerate(headings):
        used = ITEM not in headings or any(len(row) > at and row[at].strip() for row in rows)
        if used and heading not in ("", ID, ITEM, EDITION) and column(ITEMS[noun], heading) is None:
            yield CellProblem(1, heading, unknown(ITEMS[noun], heading, path))


def no_name(path: str, headings: Iterable[str]) -> PlaybookError:
    """That names are missing; with the column that may hold them, whatever the language of its heading."""
    words = [text(lang, "csv.name") for lang in LANGUAGES]
    meant = next((heading for heading in headings if did_you_mean(heading, words)), None)
    if meant is None:
        return PlaybookError("csv.no-name.absent", path=path)
    return PlaybookError("csv.no-name.meant", path=path, value=meant)


def item_of(
    noun: str, headings: Sequence[str], columns: Sequence[Column | None], cells: Sequence[str]
) -> New:
    """The item that a row says."""
    made = values((known, cell) for known, cell in zip(columns, cells, strict=False) if known)
    own = next((cell.strip() for heading, cell in zip(headings, cells, strict=False) if heading == ID), "")
    return New(noun, id_of(own or str(made.get(NAME, ""))), made)


def repeated(path: str, items: Iterable[tuple[int, New]]) -> Iterator[CellProblem]:
    """Rows whose names come to the same id, told at the last of them."""
    last = {new.id: number for number, new in items}
    for ident, count in Counter(new.id for _, new in items if new.id).items():
        if count > 1:
            problem = Problem("csv.repeated", Location(path), {"id": ident, "count": count})
            yield CellProblem(last[ident], ID, problem)
