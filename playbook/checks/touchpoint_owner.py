"""Owners of touchpoints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.choices import TouchpointStatus
from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Each touchpoint has an owner.

    Why:
        What nobody is accountable for is looked after by nobody, and drifts from the brand first.
    Fix:
        Add `owner` with the id of the accountable role; roles stand under `owners` in content/playbook.yml.
        Retired touchpoints need none.
    Source:
        Ours.
    Wrong:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
    Right:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            owner: shop-lead
    """
    for touchpoint in playbook.touchpoints.values():
        if touchpoint.owner is None and touchpoint.status is not TouchpointStatus.RETIRED:
            facts = {"touchpoint": touchpoint.name}
            place = touchpoint.at("name")
            yield Problem("touchpoint-owner.none", place, facts, "touchpoint-owner.hint")
