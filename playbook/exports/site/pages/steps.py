"""What several pages say of a journey's steps: what they are called, where they are, how long things take."""

from __future__ import annotations

from collections.abc import Mapping

from playbook.choices import Phase
from playbook.exports.site.inlines import plain
from playbook.exports.site.view import View
from playbook.model.journey import Duration, Journey, Step


def step_name(view: View, step: Step) -> str:
    """The step's own name or the touchpoint's; a step may have neither, or none to be told here."""
    place = plain(view.link("touchpoint", step.touchpoint)) if step.touchpoint else ""
    return step.name or place or view.t("site.between" if view.internal else "site.map.step")


def place_of(journey: Journey) -> Mapping[str, int]:
    """The numbers of the steps that have an id; of two with one id the first is meant."""
    found: dict[str, int] = {}
    for at, step in enumerate(journey.steps, 1):
        if step.id:
            found.setdefault(step.id, at)
    return found


def stage_of(view: View, step: Step) -> tuple[str, ...]:
    """The stages that a step may be in: its own, or those of its touchpoint."""
    if step.stage:
        return (step.stage,)
    touchpoint = view.playbook.touchpoints.get(step.touchpoint or "")
    return touchpoint.stage if touchpoint else ()


def rank(view: View, stage: str) -> tuple[int, int, str]:
    """Where a stage stands on the way: a phase named as a stage comes before its stages, none before all."""
    if not stage:
        return (-1, -1, "")
    phases, known = list(Phase), list(view.playbook.stages)
    at = known.index(stage) if stage in known else -1 if stage in phases else len(known)
    return (phases.index(view.phase(stage)), at, stage)


def lasting(view: View, duration: Duration) -> str:
    """A duration in words."""
    count = view.number(duration.amount)
    form = "one" if duration.amount == 1 else "other"
    return view.t(f"unit.{duration.unit}.{form}", count=count)


def walk_path(journey: Journey) -> str:
    """The page that leads through a journey step by step."""
    return f"journeys/{journey.id}/walk.md"
