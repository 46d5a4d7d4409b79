"""What a journey is for, and how long it takes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Each journey says what the person wants and how long it takes.

    Why:
        Without the goal nobody can tell whether a step leads there; and a week of silence is another thing in
        a journey of two weeks than in one of a year.
    Fix:
        Add `goal`, in the person's words, and `duration: {amount: 6, unit: weeks}`.
    Source:
        Ours, after the method: a journey has a goal and a duration.
    Wrong:
        content/journeys/repair.yml
            name: Repair
            steps: [{does: Calls.}]
    Right:
        content/journeys/repair.yml
            name: Repair
            goal: A machine that works
            duration: {amount: 2, unit: weeks}
            steps: [{does: Calls.}]
    """
    for journey in playbook.journeys.values():
        lacks = [what for what in ("goal", "duration") if not getattr(journey, what)]
        if lacks:
            case = "-".join(lacks)
            facts, place = {"journey": journey.name}, journey.at("name")
            yield Problem(f"journey-goal.{case}", place, facts, f"journey-goal.{case}-hint")
