"""Stages in which an audience meets nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from playbook.choices import TouchpointStatus
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.named import named
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Each audience that the playbook serves has a touchpoint in every stage.

    Why:
        Suppliers and colleagues have a before, during and after as well; the stage that nobody thought of is
        the one in which they are lost.
    Fix:
        Write down what the audience meets in the stage, or name the audience at a touchpoint that is there.
        An audience that the playbook is not about is taken out of `serves` in content/playbook.yml.
    Source:
        Ours. A touchpoint of a whole phase (before, during, after) counts for its stages; one that names no
        audience is for customers. Retired ones do not count. A stage in which nobody meets anything is told
        by stage-empty.
    Wrong:
        content/playbook.yml
            serves: [supplier]
        content/touchpoints.yml
            website: {name: Website, stage: before}
            order: {name: Order, stage: during, audience: supplier}
            payment: {name: Payment, stage: after, audience: supplier}
    Right:
        content/playbook.yml
            serves: [supplier]
        content/touchpoints.yml
            trial: {name: Trial, stage: before, audience: supplier}
            order: {name: Order, stage: during, audience: supplier}
            payment: {name: Payment, stage: after, audience: supplier}
    """
    covered = _covered(playbook)
    anybody = set().union(*covered.values())
    for index, audience in enumerate(playbook.settings.serves):
        met = covered.get(audience, set())
        empty = tuple(
            stage
            for stage, phase in playbook.stages.items()
            if not {stage, phase} & met and {stage, phase} & anybody
        )
        if empty:
            facts: dict[str, Fact] = {
                "audience": named(playbook, "audience", audience),
                "stages": tuple(named(playbook, "stage", stage) for stage in empty),
                "id": audience,
            }
            place = playbook.settings.at("serves", index)
            yield Problem("audience-stage.none", place, facts, "audience-stage.hint")


def _covered(playbook: Playbook) -> Mapping[str, set[str]]:
    """The stages and phases of the touchpoints in use, by audience."""
    covered: dict[str, set[str]] = defaultdict(set)
    for touchpoint in playbook.touchpoints.values():
        if touchpoint.status is not TouchpointStatus.RETIRED:
            for audience in touchpoint.audience or ("customer",):
                covered[audience].update(touchpoint.stage)
    return covered
