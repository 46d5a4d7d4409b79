"""Where on a picture the numbers of findings stand: near what they mean, and none over another."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.diagnostics import Area

Point = tuple[float, float]
_MOST_TRIES = 400


class Board:
    """A picture of so many rem, on which numbers get their places one by one."""

    def __init__(self, width: float, height: float, side: float = 1.5) -> None:
        """A number takes a square of `side` rem."""
        self._wide, self._high = min(1.0, side / width), min(1.0, side / height)
        self._taken: list[Point] = []

    def place(self, area: Area) -> Point:
        """The left upper corner of a number for an area; where all is full, it stands over another."""
        tried = [self._within(point) for point in (*self._around(area), *self._onwards(area))]
        found = next((point for point in tried if self._is_free(point)), tried[0])
        self._taken.append(found)
        return found

    def _around(self, area: Area) -> Iterator[Point]:
        """In its corner where there is room for both; of something small, first the places beside it."""
        left, top, right, bottom = area
        if right - left < 2 * self._wide or bottom - top < 2 * self._high:
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

    def _within(self, point: Point) -> Point:
        left, top = point
        return min(max(0.0, left), 1 - self._wide), min(max(0.0, top), 1 - self._high)

    def _is_free(self, point: Point) -> bool:
        near = 1e-9
        return not any(
            abs(point[0] - left) < self._wide - near and abs(point[1] - top) < self._high - near
            for left, top in self._taken
        )
