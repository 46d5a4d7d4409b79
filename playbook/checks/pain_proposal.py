"""Blocking pain points without a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.choices import Effect, TouchpointStatus, WorkStatus
from playbook.diagnostics import Problem
from playbook.document import Document, Keys
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.model.parts import Improvement
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Each pain point that blocks people has a proposal.

    Why:
        Whoever is blocked goes. A pain that is known and left alone is the most expensive line of the
        playbook.
    Fix:
        Write under `proposal` what would mend it, best with an owner and a date. A pain that drives people
        on, or can be lived with, says `effect: drives`.
    Source:
        Ours, after the method. A proposal of the step or among the touchpoint's `improvements` counts, one
        that was dropped does not. Retired touchpoints are not judged.
    Wrong:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            pains: [The cart forgets what was in it.]
    Right:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            pains:
              - text: The cart forgets what was in it.
                proposal: Keep the cart for a week.
    """
    for document, keys in _bare(playbook):
        yield Problem("pain-proposal.none", document.at(*keys), {}, "pain-proposal.hint")


def _bare(playbook: Playbook) -> Iterator[tuple[Document, Keys]]:
    for touchpoint in playbook.touchpoints.values():
        retired = touchpoint.status is TouchpointStatus.RETIRED
        mended = retired or any(map(_counts, touchpoint.improvements))
        for index, pain in enumerate(touchpoint.pains):
            if pain.effect is Effect.BLOCKS and not (mended or _counts(pain.proposal)):
                yield touchpoint, ("pains", index, "text")
    for journey in playbook.journeys.values():
        for index, step in enumerate(journey.steps):
            blocks = step.pain is not None and step.pain.effect is Effect.BLOCKS
            if blocks and step.pain and not (_counts(step.pain.proposal) or _counts(step.proposal)):
                yield journey, ("steps", index, "pain", "text")


def _counts(proposal: Improvement | None) -> bool:
    return proposal is not None and proposal.status is not WorkStatus.DROPPED
