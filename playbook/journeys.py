"""Journeys as graphs: which steps lead to which, what can be reached, and from where an end can be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from playbook.model.journey import Step

Ways = Sequence[Sequence[int]]
"""For each step, by its place in the list, the places it leads to."""


def ways(steps: Sequence[Step]) -> Ways:
    """Where each step leads: to what it names under `next`, else to the next in the list.

    A name that no step has is told elsewhere, and leads on as if it were not written. Of two steps with one
    name the first is meant.
    """
    named: dict[str, int] = {}
    for index, step in enumerate(steps):
        if step.id:
            named.setdefault(step.id, index)
    return [
        list(dict.fromkeys(_leads(index, len(steps), [named.get(way.to) for way in step.next])))
        for index, step in enumerate(steps)
    ]


def _leads(index: int, count: int, written: Sequence[int | None]) -> Iterator[int]:
    """Where one of `count` steps leads, by where each name of its leads; None for a name that no step has."""
    yield from (way for way in written if way is not None)
    if (not written or None in written) and index + 1 < count:
        yield index + 1


def reached(starts: Iterable[int], ways: Ways) -> Collection[int]:
    """The steps that can be reached from some, those included."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for after in ways[waiting.pop()]:
            if after not in found:
                found.add(after)
                waiting.append(after)
    return found


def ending(steps: Sequence[Step], ways: Ways) -> Collection[int]:
    """The steps from which the journey can come to an end: one that says so, or leads nowhere."""
    before: list[list[int]] = [[] for _ in steps]
    for index, afters in enumerate(ways):
        for after in afters:
            before[after].append(index)
    return reached((i for i, step in enumerate(steps) if step.end or not ways[i]), before)
