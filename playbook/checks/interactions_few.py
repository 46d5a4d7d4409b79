"""The rule of seven."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.model.journey import Journey
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, options: Options) -> Iterator[Problem]:
    """A customer meets the brand about seven times before deciding.

    Why:
        Few people buy at the first meeting. A journey that decides after two has left out what happens in
        between, or a brand that is not met in between.
    Fix:
        Add the steps that are missing, also the repeated ones: `times: 4` at the step that is taken four
        times. If that is how it goes, think about what people could meet before they decide.
    Source:
        The rule of seven of advertising: a rule of thumb, and so only a note. Interactions on touchpoints are
        counted in the order of the list, up to the first step with `decision: true`; journeys without one,
        and those of suppliers and employees, are not judged.
    Options:
        times: the fewest interactions; 7 by default.
    Wrong:
        content/touchpoints/web.yml
            name: Web
            stage: before
        content/journeys/trip.yml
            name: Trip
            steps:
              - {touchpoint: web}
              - {touchpoint: web, decision: true}
    Right:
        content/touchpoints/web.yml
            name: Web
            stage: before
        content/journeys/trip.yml
            name: Trip
            steps:
              - {touchpoint: web, times: 7}
              - {touchpoint: web, decision: true}
    """
    for journey in playbook.journeys.values():
        decision = next((i for i, step in enumerate(journey.steps) if step.decision), None)
        if journey.audience == "customer" and decision is not None:
            times = _interactions(journey, decision)
            if times < options["times"]:
                facts: dict[str, Fact] = {"count": times, "least": options["times"]}
                place = journey.at("steps", decision, "decision")
                yield Problem("interactions-few.few", place, facts, "interactions-few.hint")


def _interactions(journey: Journey, decision: int) -> int:
    return sum(step.times for step in islice(journey.steps, decision) if step.touchpoint)
