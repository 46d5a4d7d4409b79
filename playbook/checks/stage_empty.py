"""Stages without touchpoints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from playbook.choices import TouchpointStatus
from playbook.diagnostics import Fact, Location, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.named import named
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Each stage of the journey has a touchpoint.

    Why:
        Where the brand meets nobody, people go on with someone else.
    Fix:
        Activate a touchpoint in the stage, or hide the stage: `stages: {advocacy: {hidden: true}}` in
        content/playbook.yml. A touchpoint of a whole phase (before, during, after) counts for its stages.
    Source:
        Ours.
    Wrong:
        content/touchpoints/advertising.yml
            name: Advertising
            stage: awareness
    Right:
        content/touchpoints/advertising.yml
            name: Advertising
            stage: before
        content/touchpoints/checkout.yml
            name: Checkout
            stage: [during, after]
    """
    active = [t for t in playbook.touchpoints.values() if t.status is not TouchpointStatus.RETIRED]
    covered = {stage for touchpoint in active for stage in touchpoint.stage}
    empty = [s for s, phase in playbook.stages.items() if s not in covered and phase not in covered]
    if active:
        own, origin = playbook.settings.stages, playbook.settings.origin
        yield from _problem(playbook, Location(origin.path), [stage for stage in empty if stage not in own])
        for stage in (stage for stage in empty if stage in own):
            yield from _problem(playbook, origin.key_at("stages", stage), [stage])


def _problem(playbook: Playbook, place: Location, stages: Sequence[str]) -> Iterator[Problem]:
    if stages:
        names = tuple(named(playbook, "stage", stage) for stage in stages)
        facts: dict[str, Fact] = {"stages": names, "first": stages[0]}
        yield Problem(
            f"stage-empty.{'one' if len(stages) == 1 else 'several'}", place, facts, "stage-empty.hint"
        )
