"""Evidence that has grown old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from playbook.choices import TouchpointStatus
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.model.journey import Persona
from playbook.model.touchpoint import Touchpoint
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, today: date, options: Options) -> Iterator[Problem]:
    """What people said about a touchpoint, or for a persona, was said in the last year.

    Why:
        People, prices and competitors change. What was true two years ago is a story, and decisions are made
        on it.
    Fix:
        Ask again, and add what was said with its date. Older evidence may stay beside it.
    Source:
        Ours: a year. The latest evidence of an item counts; one without a date is taken for new. It depends
        on the day, so it fails no build by itself; `--today` fixes the day.
    Options:
        days: how old the latest evidence may be; 365 by default.
    Wrong:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            evidence: [{text: I looked for the price., date: 2020-01-31}]
    Right:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            evidence:
              - {text: I looked for the price., date: 2020-01-31}
              - {text: The price is there now., date: 2026-10-02}
    """
    oldest = today - timedelta(days=min(options["days"], today.toordinal() - 1))
    active = (t for t in playbook.touchpoints.values() if t.status is not TouchpointStatus.RETIRED)
    items: chain[Touchpoint | Persona] = chain(active, playbook.personas.values())
    for item in items:
        dates = [(told.date, index) for index, told in enumerate(item.evidence) if told.date]
        if dates and len(dates) == len(item.evidence):
            latest, index = max(dates)
            if latest < oldest:
                facts: dict[str, Fact] = {"day": latest.isoformat(), "days": options["days"]}
                place = item.at("evidence", index, "date")
                yield Problem("evidence-old.old", place, facts, "evidence-old.hint")
