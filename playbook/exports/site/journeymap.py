"""A journey's map, free of markup: a column for each step, a row for each thing told of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from playbook.exports.site.feeling import ROWS, Band, Felt
from playbook.exports.site.inlines import Inlines, plain

STRIP = 6
"""Columns that a sheet of paper across has room for."""
_LANES = 4
"""Ways that are drawn one above the other; of more, the words alone tell."""
_DRAWN = 200
"""Ways that are drawn at all."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Time that passes before a step: in words, in days, and whether it is silence after the decision."""

    words: str
    days: float
    silent: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one step to another that is not the next, by their numbers, on a lane of its own."""

    start: int
    end: int
    lane: int

    @property
    def back(self) -> bool:
        """Whether it is a return."""
        return self.end <= self.start


@dataclass(frozen=True, slots=True)
class Column(Felt):
    """A step: its number, its linked name, what is quickly said of it, how it feels, and a cell for each row.

    `row` is its place on the line of feeling, from the top; `within` says whether it is on a touchpoint, and
    `stage` what its stage is called. A cell is made of lines.
    """

    number: int
    name: Inlines
    notes: tuple[str, ...]
    row: int
    feels: Inlines
    cells: tuple[tuple[Inlines, ...], ...]
    stage: str = ""
    within: bool = True
    gap: Gap | None = None

    @property
    def title(self) -> str:
        """Its name without the link."""
        return plain(self.name)

    @property
    def felt(self) -> str:
        """The words for how it feels."""
        return plain(self.feels)


@dataclass(frozen=True, slots=True)
class Map:
    """The whole.

    `rows` hold a key and a title for each cell of a column, `heads` the titles of the rows that every map
    has: stage, step, feeling. `scale` holds the words of the levels of feeling, the best one first, and
    `zoom` what the zoom and its three levels are called.
    """

    title: str
    heads: tuple[str, str, str]
    rows: tuple[tuple[str, str], ...]
    scale: tuple[str, ...]
    zoom: tuple[str, str, str, str]
    columns: tuple[Column, ...]
    bands: tuple[Band, ...] = ()
    ways: tuple[Way, ...] = ()
    unhappy: str = ""
    key: str = ""

    @property
    def felt(self) -> bool:
        """Whether any step says how it feels; else there is no line."""
        return any(column.said for column in self.columns)

    @property
    def levels(self) -> int:
        """The rows of the line of feeling: five, and one more where a step says nothing."""
        return ROWS + any(not column.said for column in self.columns)

    @property
    def lanes(self) -> int:
        """How many ways are drawn one above the other."""
        return max((way.lane for way in self.ways), default=-1) + 1

    def strips(self, longest: int = STRIP) -> tuple[tuple[Column, ...], ...]:
        """The columns in parts of about the same length, none of more than `longest`."""
        count = -(-len(self.columns) // longest)
        ends = [len(self.columns) * at // count for at in range(1, count + 1)] if count else []
        return tuple(
            self.columns[start:end] for start, end in zip([0, *ends][: len(ends)], ends, strict=True)
        )


def ways(jumps: Iterable[tuple[int, int]]) -> tuple[Way, ...]:
    """The ways worth drawing, each on the first lane that is free between its steps; the short ones first."""
    wanted = sorted(
        {jump for jump in jumps if jump[1] != jump[0] + 1}, key=lambda jump: (abs(jump[0] - jump[1]), jump)
    )
    lanes: list[list[tuple[int, int]]] = [[] for _ in range(_LANES)]
    found = []
    for start, end in wanted[:_DRAWN]:
        first, last = min(start, end), max(start, end)
        for lane, taken in enumerate(lanes):
            if all(last < other[0] or other[1] < first for other in taken):
                taken.append((first, last))
                found.append(Way(start, end, lane))
                break
    return tuple(found)


def halves(before: Column | None, column: Column, after: Column | None) -> Sequence[str]:
    """The line of feeling within a column, which is a unit wide and one high for each level.

    It meets its neighbor's half at the border. Time that passes before a step is drawn in a place of its own
    (`across`), so that the halves beside it are level.
    """
    here = column.row + 0.5
    parts = []
    if before and before.said and column.said:
        parts.append(f"M0,{here:g}H0.5" if column.gap else _joined(0, before.row + 0.5, here))
    if after and after.said and column.said:
        parts.append(f"M0.5,{here:g}H1" if after.gap else _joined(1, here, after.row + 0.5))
    return parts


def _joined(side: int, start: float, end: float) -> str:
    """Half of the curve between the middles of two steps: the second half (0) or the first one (1)."""
    middle, near = (start + end) / 2, (3 * start + end) / 4 if side else (start + 3 * end) / 4
    if side:
        return f"M0.5,{start:g}C0.75,{start:g} 0.875,{near:g} 1,{middle:g}"
    return f"M0,{middle:g}C0.125,{near:g} 0.25,{end:g} 0.5,{end:g}"


def across(before: Column | None, column: Column) -> str:
    """The line through the time before a step, a unit wide; nothing where either step says no feeling."""
    if not (before and before.said and column.said):
        return ""
    start, end = before.row + 0.5, column.row + 0.5
    return f"M0,{start:g}C0.5,{start:g} 0.5,{end:g} 1,{end:g}"
