"""A journey's line of feeling, free of markup: its stops, the bands of its phases, the curve through them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

ROWS = 5
"""Levels of feeling, the best one in row 0; what is not said stands in a row of its own below them."""


class Felt:
    """What stands on the line: `row` is its place from the top."""

    __slots__ = ()
    row: int

    @property
    def said(self) -> bool:
        """Whether it says how it feels."""
        return self.row < ROWS

    @property
    def hurts(self) -> bool:
        """Whether it feels bad or very bad."""
        return ROWS // 2 < self.row < ROWS


@dataclass(frozen=True, slots=True)
class Stop(Felt):
    """A step on the line: its anchor, what it is called, its row from the top, and the words for that."""

    anchor: str
    name: str
    row: int
    felt: str


@dataclass(frozen=True, slots=True)
class Band:
    """Steps in a row that belong to one phase: the first one, counted from 1, and how many they are."""

    first: int
    length: int
    name: str


@dataclass(frozen=True, slots=True)
class Feelings:
    """The line of feeling; `scale` holds the words of each row."""

    caption: str
    scale: tuple[str, ...]
    stops: tuple[Stop, ...]
    bands: tuple[Band, ...] = ()

    @property
    def rows(self) -> int:
        """The rows that are used: five, and one more where a step says nothing."""
        return len(self.scale)

    def curve(self, *, down: bool = False) -> str:
        """The path through the stops, a unit per step and row; it breaks where nothing is said.

        The way goes to the right, the best feeling on top; or `down`, the best one on the right.
        """
        parts = []
        for (at, before), (_, after) in pairwise(enumerate(self.stops)):
            if before.said and after.said:
                points = (
                    (at, before.row),
                    (at + 0.5, before.row),
                    (at + 0.5, after.row),
                    (at + 1, after.row),
                )
                start, *bend = (self._placed(along, row, down=down) for along, row in points)
                parts.append(f"M{start}C{' '.join(bend)}")
        return "".join(parts)

    def _placed(self, along: float, row: int, *, down: bool) -> str:
        """The middle of a step's cell, as a path has it."""
        x, y = (self.rows - row - 0.5, along + 0.5) if down else (along + 0.5, row + 0.5)
        return f"{x:g},{y:g}"

    def grid(self, *, down: bool = False) -> str:
        """The middle of the scale, and where one band gives way to the next."""
        middle = ROWS / 2
        length = len(self.stops)
        across = f"M{self.rows - middle:g},0V{length}" if down else f"M0,{middle:g}H{length}"
        return across + "".join(self._borders(down=down))

    def _borders(self, *, down: bool) -> Iterator[str]:
        for band in self.bands[1:]:
            at = band.first - 1
            yield f"M0,{at}H{self.rows}" if down else f"M{at},0V{self.rows}"
