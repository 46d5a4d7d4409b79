"""In which order things stand in lanes side by side, so that what leads from one to another crosses little.

The lanes are given, so that of a layered layout (Sugiyama, Tagawa and Toda, 1981) only the order within them
is left to find: each thing moves to the mean height of those it is linked with, a few times over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

SWEEPS = 8
"""How often all lanes are put in order anew; more of them changes little."""

Order = list[list[int]]
"""The things of each lane, from the top."""


def ordered(lanes: Sequence[Sequence[int]], ways: Sequence[tuple[int, int]]) -> Order:
    """The lanes in the best order that was met, by `length`; the one given stands where none is better.

    It takes time in proportion to the things and ways, but for the sorting.
    """
    linked: dict[int, list[int]] = defaultdict(list)
    for start, end in ways:
        linked[start].append(end)
        linked[end].append(start)
    best = order = [list(lane) for lane in lanes]
    shortest = length(best, ways)
    for _ in range(SWEEPS):
        order = _swept(order, linked)
        found = length(order, ways)
        if found < shortest:
            best, shortest = order, found
    return best


def length(lanes: Sequence[Sequence[int]], ways: Sequence[tuple[int, int]]) -> int:
    """How far up and down all ways go, in rows."""
    rows = {thing: row for lane in lanes for row, thing in enumerate(lane)}
    return sum(abs(rows[start] - rows[end]) for start, end in ways)


def _swept(lanes: Order, linked: Mapping[int, Sequence[int]]) -> Order:
    """Every lane in order of the mean height of its neighbors, those before it in their new places."""
    rows = {thing: row for lane in lanes for row, thing in enumerate(lane)}
    found = []
    for lane in lanes:
        around = ((thing, [rows[other] for other in linked.get(thing, ())]) for thing in lane)
        wanted = {thing: _mean(heights, rows[thing]) for thing, heights in around}
        new = sorted(lane, key=lambda thing: (wanted[thing], rows[thing]))
        rows.update({thing: row for row, thing in enumerate(new)})
        found.append(new)
    return found


def _mean(heights: Sequence[int], otherwise: int) -> float:
    return sum(heights) / len(heights) if heights else otherwise
