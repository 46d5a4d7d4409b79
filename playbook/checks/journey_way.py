"""Steps of a journey that nobody reaches, or from which nobody gets on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from playbook.capped import capped
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.journeys import Ways, ending, reached, ways
from playbook.model import Playbook
from playbook.model.journey import Journey
from playbook.rulings import Options

_WORDS = 8
"""Words of what is done in a step that stand for its name."""


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Every step of a journey can be reached from the first one, and leads to an end.

    Why:
        A step that nothing leads to is told to nobody. A circle without a way out is a customer who is sent
        from desk to desk.
    Fix:
        Name the step under `next` of the one before it: a step with `next` leads only to what it names there.
        Write `end: true` where the journey can end, or lead the step on.
    Source:
        Ours. Circles are allowed as long as something leads out of them. The last step of the list is an end
        unless it names others.
    Wrong:
        content/journeys/repair.yml
            name: Repair
            goal: A machine that works
            duration: {amount: 2, unit: weeks}
            steps:
              - {id: call, does: Calls., next: [wait]}
              - {id: offer, does: Reads the offer.}
              - {id: wait, does: Waits., next: [call]}
    Right:
        content/journeys/repair.yml
            name: Repair
            goal: A machine that works
            duration: {amount: 2, unit: weeks}
            steps:
              - {id: call, does: Calls., next: [offer, wait]}
              - {id: offer, does: Reads the offer., end: true}
              - {id: wait, does: Waits., next: [call]}
    """
    for journey in playbook.journeys.values():
        yield from capped(_lost(journey), partial(_problem, journey), "journey-way.more")


def _lost(journey: Journey) -> Iterator[tuple[int, str]]:
    """What is wrong with a journey's ways: where, and the case.

    Of the steps that lead to no end the first is told, and of those that cannot be reached the ones that the
    others hang on.
    """
    leads = ways(journey.steps)
    near = reached(range(min(1, len(journey.steps))), leads)
    ends = ending(journey.steps, leads)
    stuck = [index for index in near if index not in ends]
    if stuck:
        yield min(stuck), "dead-end"
    yield from ((index, "unreachable") for index in _heads(leads, set(near)))
    ids: set[str] = set()
    for index, step in enumerate(journey.steps):
        if step.id in ids:
            yield index, "same-id"
        ids |= {step.id} if step.id else set()


def _heads(leads: Ways, covered: set[int]) -> Iterator[int]:
    """Of the steps that are not covered the few that lead to all of them: where a lost way begins."""
    led_to = {after for index, afters in enumerate(leads) for after in afters if after != index}
    for index in sorted(range(len(leads)), key=lambda index: (index in led_to, index)):
        if index not in covered:
            yield index
            covered |= set(reached([index], leads))


def _problem(journey: Journey, found: tuple[int, str]) -> Problem:
    index, case = found
    step = journey.steps[index]
    name = step.name or step.id or step.touchpoint or _begun(step.does or "")
    keys = ("name",) if step.name else ("id",) if step.id else ()
    place = journey.at("steps", index, *keys)
    facts: dict[str, Fact] = {"number": index + 1, "step": name}
    message = f"journey-way.{case}" if name else f"journey-way.{case}-unnamed"
    return Problem(message, place, facts, f"journey-way.{case}-hint")


def _begun(text: str) -> str:
    """The first words of a text, by which a step is known that has no name."""
    words = text.split()
    return " ".join(words[:_WORDS]) + ("…" if len(words) > _WORDS else "")
