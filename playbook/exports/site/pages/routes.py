"""Which touchpoint leads to which: by its own word, or because a journey's step follows another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from playbook.journeys import Ways, ways
from playbook.model.facets import Next
from playbook.model.journey import Journey
from playbook.model.touchpoint import Touchpoint

BETWEEN = 50
"""Steps without a touchpoint that are passed on the way from one to another."""


@dataclass(frozen=True, slots=True)
class Route:
    """Why one touchpoint leads to another: what it says itself, and the journeys that go that way."""

    said: Next | None = None
    journeys: tuple[Journey, ...] = ()


def routes(
    touchpoints: Mapping[str, Touchpoint], journeys: Iterable[Journey]
) -> Mapping[tuple[str, str], Route]:
    """The ways among some touchpoints by the ids of both ends; none from a touchpoint to itself."""
    said = {
        (touchpoint.id, after.touchpoint): after
        for touchpoint in touchpoints.values()
        for after in reversed(touchpoint.next)
        if after.touchpoint in touchpoints
    }
    walked: dict[tuple[str, str], dict[str, Journey]] = {}
    for journey in journeys:
        for pair in _walked(journey, touchpoints):
            walked.setdefault(pair, {})[journey.id] = journey
    pairs = (pair for pair in {**said, **walked} if pair[0] != pair[1])
    return {pair: Route(said.get(pair), tuple(walked.get(pair, {}).values())) for pair in pairs}


def _walked(journey: Journey, known: Mapping[str, Touchpoint]) -> Iterator[tuple[str, str]]:
    """The touchpoints that follow each other in a journey; steps without one are passed."""
    leads = ways(journey.steps)
    places = [step.touchpoint if step.touchpoint in known else None for step in journey.steps]
    for at, start in enumerate(places):
        for end in _following(at, leads, places) if start else ():
            yield start or "", end


def _following(at: int, leads: Ways, places: list[str | None]) -> Iterator[str]:
    waiting = list(leads[at])
    passed: set[int] = set()
    while waiting and len(passed) < BETWEEN:
        here = waiting.pop()
        place = places[here]
        if place:
            yield place
        elif here not in passed:
            passed.add(here)
            waiting += leads[here]
