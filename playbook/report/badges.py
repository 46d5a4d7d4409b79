"""Where on a picture the numbers of findings stand: near what they mean, and none over another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import chain, islice, product

from playbook.diagnostics import Area

Point = tuple[float, float]
_MOST_TRIES = 400
_ENOUGH = 3
"""Numbers of one finding stand so many of their sides apart."""
_MOST_FREE = 40
_MOST_SMALL = 60
_NEAR = 1e-6
"""What touches is not over one another."""


class Board:
    """A picture of so many rem, on which numbers get their places one by one."""

    def __init__(self, width: float, height: float, areas: Iterable[Area] = (), side: float = 1.5) -> None:
        """A number takes a square of `side` rem; the small ones of the `areas` stay to be seen."""
        self._wide, self._high = min(1.0, side / width), min(1.0, side / height)
        self._taken: dict[tuple[int, int], list[Point]] = {}
        self._small = tuple(islice((area for area in areas if self._is_small(area)), _MOST_SMALL))

    def place(self, area: Area) -> Point:
        """The left upper corner of a number for an area; where all is full, it stands over another."""
        tried = (self._within(point) for point in chain(self._around(area), self._onwards(area)))
        free = list(islice((point for point in tried if self._is_free(point)), _MOST_FREE))
        if not free:
            return self._within(area[:2])
        found = next((point for point in free if not self._hides(point)), free[0])
        self._taken.setdefault(self._cell(found), []).append(found)
        return found

    def has_near(self, area: Area, points: Iterable[Point]) -> bool:
        """Whether one of these numbers stands so near to an area that it needs none of its own."""
        return any(
            math.hypot((area[0] - left) / self._wide, (area[1] - top) / self._high) < _ENOUGH
            for left, top in points
        )

    def _around(self, area: Area) -> Iterator[Point]:
        """In its corner where there is room for both; of something small, first the places beside it."""
        left, top, right, bottom = area
        if self._is_small(area):
            yield left, top - self._high
            yield left - self._wide, top
            yield right, top
            yield left, bottom
        yield left, top

    def _onwards(self, area: Area) -> Iterator[Point]:
        """Row by row, from the corner on."""
        left, top = max(0.0, area[0]), max(0.0, area[1])
        across = max(1, int(1 / self._wide))
        for step in range(_MOST_TRIES):
            row, column = divmod(step, across)
            yield (left + column * self._wide) % 1.0, (top + row * self._high) % 1.0

    def _is_small(self, area: Area) -> bool:
        left, top, right, bottom = area
        return right - left < 2 * self._wide or bottom - top < 2 * self._high

    def _hides(self, point: Point) -> bool:
        """Whether a number would stand over something small."""
        left, top = point
        right, bottom = left + self._wide - _NEAR, top + self._high - _NEAR
        left, top = left + _NEAR, top + _NEAR
        return any(
            left <= area[2] and area[0] <= right and top <= area[3] and area[1] <= bottom
            for area in self._small
        )

    def _within(self, point: Point) -> Point:
        left, top = point
        return min(max(0.0, left), 1 - self._wide), min(max(0.0, top), 1 - self._high)

    def _is_free(self, point: Point) -> bool:
        column, row = self._cell(point)
        around = product((column - 1, column, column + 1), (row - 1, row, row + 1))
        return not any(
            abs(point[0] - left) < self._wide - _NEAR and abs(point[1] - top) < self._high - _NEAR
            for cell in around
            for left, top in self._taken.get(cell, ())
        )

    def _cell(self, point: Point) -> tuple[int, int]:
        """Where to look for a number: what it touches is at most one cell away."""
        return int(point[0] / self._wide), int(point[1] / self._high)
