"""Journeys as graphs: which steps lead to which, what can be reached, and from where an end can be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from playbook.model.journey import Step

Ways = Sequence[Sequence[int]]
"""For each step, by its place in the list, the places it leads to."""


def ways(steps: Sequence[Step]) -> Ways:
    """Where each step leads: to what it names under `next`, else to the next in the list.

    Names that no step has lead nowhere; of two steps with one name the first is meant.
    """
    named: dict[str, int] = {}
    for index, step in enumerate(steps):
        if step.id:
            named.setdefault(step.id, index)
    last = len(steps) - 1
    return [
        [named[way.to] for way in step.next if way.to in named]
        or ([index + 1] if not step.next and index < last else [])
        for index, step in enumerate(steps)
    ]


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
    return reached((i for i, step in enumerate(steps) if step.end or (not ways[i] and not step.next)), before)
