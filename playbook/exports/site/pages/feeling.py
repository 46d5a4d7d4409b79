"""The line of feeling of a journey, from what its steps say; what they do not say is left open."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from playbook.choices import Feeling, Phase
from playbook.exports.site.feeling import ROWS, Band, Feelings, Stop
from playbook.exports.site.pages.steps import stage_of
from playbook.exports.site.view import View
from playbook.model.journey import Journey, Step


def feelings(view: View, journey: Journey, names: tuple[str, ...]) -> Iterator[Feelings]:
    """The line, where any step says how it feels; `names` are those of the steps."""
    felt = [step.feels for step in journey.steps if step.feels]
    if not felt:
        return
    stops = tuple(
        _stop(view, at, s, name) for at, (s, name) in enumerate(zip(journey.steps, names, strict=True), 1)
    )
    scale = [view.term("feeling", word) for word in reversed(Feeling)]
    if len(felt) < len(stops):
        scale.append(view.t("site.mood.unsaid"))
    told = [view.t("site.mood.caption")]
    if any(stop.hurts for stop in stops):
        told.append(view.t("site.mood.hurts"))
    yield Feelings(" ".join(told), tuple(scale), stops, tuple(_bands(view, journey)))


def _stop(view: View, at: int, step: Step, name: str) -> Stop:
    felt = view.term("feeling", step.feels) if step.feels else view.t("site.mood.unsaid")
    row = Feeling.VERY_GOOD.level - step.feels.level if step.feels else ROWS
    return Stop(f"step-{at}", name, row, felt)


def _bands(view: View, journey: Journey) -> Iterator[Band]:
    first = 1
    for phase, steps in groupby(_phases(view, journey)):
        length = len(list(steps))
        if phase:
            yield Band(first, length, view.term("stage", phase))
        first += length


def _phases(view: View, journey: Journey) -> list[Phase | None]:
    """The phase of each step: a touchpoint of several counts to the one that the person is in already.

    A step that names none, such as one between touchpoints, stays in the phase of the one before it.
    """
    now: Phase | None = None
    found = []
    for step in journey.steps:
        phases = [phase for stage in stage_of(view, step) if (phase := view.playbook.phase(stage))]
        now = now if now in phases else next(iter(phases), now)
        found.append(now)
    return found
