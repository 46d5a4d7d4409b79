"""A heat map as a table, free of any markup: how many there are of what, and in which cells none or many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import ceil

LEVELS = 4
"""Shades that tell cells apart; a cell with nothing has none of them."""
FEW = 5
"""Below this, no cell holds much, whatever the others hold."""
MUCH = 2
"""A cell that holds much exceeds so many times the average of its line's others; the page says "twice"."""

Query = tuple[tuple[str, str], ...]
"""What a listing is filtered by, as its address has it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number, its shade from 0 (nothing) to `LEVELS`, and what is said of it: "none", "many".

    `query` filters the listing down to what was counted; `label` names the link to it.
    """

    number: str
    level: int = 0
    word: str = ""
    query: Query = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of cells, the total last."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """The table: `bands` hold names over so many columns each, `path` is the listing that queries filter."""

    label: str
    corner: str
    bands: tuple[tuple[str, int], ...]
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    total: Line
    path: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things have each row's and column's value: together, and by themselves, each thing once.

    `silent` counts by column those that have no value for any row.
    """

    cells: Counter[tuple[str, str]]
    rows: Counter[str]
    columns: Counter[str]
    silent: Counter[str]
    mute: int
    whole: int


def counted(
    things: Iterable[tuple[Collection[str], Collection[str]]], rows: Collection[str], columns: Collection[str]
) -> Counts:
    """Things counted, each given by its values down and across; those not asked for are left out."""
    found = Counts(Counter(), Counter(), Counter(), Counter(), 0, 0)
    mute = whole = 0
    for down, across in things:
        there = [value for value in dict.fromkeys(across) if value in columns]
        said = [value for value in dict.fromkeys(down) if value in rows]
        found.columns.update(there)
        found.rows.update(said)
        found.cells.update((row, column) for row in said for column in there)
        found.silent.update(there if not down else ())
        mute += not down
        whole += 1
    return Counts(found.cells, found.rows, found.columns, found.silent, mute, whole)


def shade(number: int, most: int) -> int:
    """The shade of a number where `most` has the strongest."""
    return ceil(LEVELS * number / most) if number else 0


def many(number: int, others: Sequence[int]) -> bool:
    """Whether a cell holds much beside the others of its line: see `FEW` and `MUCH`."""
    return number >= FEW and number * len(others) > MUCH * sum(others)
