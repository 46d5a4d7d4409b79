"""Promised delays that a journey does not keep."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.delays import most_hours
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.journeys import ways
from playbook.model import Playbook
from playbook.model.journey import Duration, Journey
from playbook.rulings import Options

_HOURS = {"hours": 1, "days": 24, "weeks": 168, "months": 730, "years": 8760}


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """In a journey, what a touchpoint promises comes within the promised delay.

    Why:
        A delay that the brand's own story does not keep is not kept outside either.
    Fix:
        Promise what can be kept, mend what takes so long, or correct `after` at the step.
    Source:
        Ours. Judged is a step whose touchpoint promises a delay, followed by one on a touchpoint that it
        leads to by its `next`. Only a `promised_delay` that says one span and nothing else is read, such as
        "within 24 hours" or "en 2 días laborables"; working days are counted with weekends and a holiday.
    Wrong:
        content/touchpoints.yml
            form: {name: Form, stage: before, promised_delay: Within 24 hours, next: [call]}
            call: {name: Call, stage: before}
        content/journeys/first.yml
            name: First contact
            steps:
              - {touchpoint: form}
              - {touchpoint: call, after: {amount: 3, unit: days}}
    Right:
        content/touchpoints.yml
            form: {name: Form, stage: before, promised_delay: Within 24 hours, next: [call]}
            call: {name: Call, stage: before}
        content/journeys/first.yml
            name: First contact
            steps:
              - {touchpoint: form}
              - {touchpoint: call, after: {amount: 20, unit: hours}}
    """
    promised = {
        ident: hours
        for ident, touchpoint in playbook.touchpoints.items()
        if touchpoint.promised_delay and (hours := most_hours(touchpoint.promised_delay))
    }
    for journey in playbook.journeys.values() if promised else ():
        for index, afters in enumerate(ways(journey.steps)):
            ident = journey.steps[index].touchpoint or ""
            for after in afters if ident in promised else ():
                yield from _late(playbook, journey, ident, after, promised[ident])


def _late(playbook: Playbook, journey: Journey, ident: str, after: int, most: float) -> Iterator[Problem]:
    touchpoint, step = playbook.touchpoints[ident], journey.steps[after]
    answers = {way.touchpoint for way in touchpoint.next} - {ident}
    if step.after and step.touchpoint in answers and _hours(step.after) > most:
        facts: dict[str, Fact] = {"touchpoint": touchpoint.name, "promise": touchpoint.promised_delay or ""}
        place, related = journey.at("steps", after, "after"), (touchpoint.at("promised_delay"),)
        yield Problem("delay-kept.late", place, facts, "delay-kept.hint", related)


def _hours(duration: Duration) -> float:
    return duration.amount * _HOURS[duration.unit]
