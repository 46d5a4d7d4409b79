"""Proposals that are nobody's, or for never."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.choices import TouchpointStatus, WorkStatus
from playbook.diagnostics import Problem
from playbook.document import Document, Keys
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.model.journey import Journey
from playbook.model.parts import Improvement
from playbook.model.touchpoint import Touchpoint
from playbook.rulings import Options

_CLOSED = frozenset({WorkStatus.DONE, WorkStatus.DROPPED})

Open = tuple[Keys, Improvement]
"""Where a proposal is written in its document, and the proposal."""


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Each proposal has an owner and a date.

    Why:
        "Somebody should do that sometime" is how proposals die.
    Fix:
        Add `owner` and `due`. What will not be done is `dropped`.
    Source:
        Ours, after the method: write conclusions, and set a date. Each file's item is told once; the others
        stand beside the finding. Proposals that are done or dropped are not judged, nor those of retired
        touchpoints.
    Wrong:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            improvements: [Keep the cart for a week.]
    Right:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            improvements:
              - {proposal: Keep the cart for a week., owner: shop-lead, due: 2027-01-20}
    """
    active = (t for t in playbook.touchpoints.values() if t.status is not TouchpointStatus.RETIRED)
    documents: list[tuple[Document, list[Open]]] = [
        *((touchpoint, _of_touchpoint(touchpoint)) for touchpoint in active),
        *((journey, _of_journey(journey)) for journey in playbook.journeys.values()),
    ]
    for document, proposals in documents:
        lacking = [(keys, one) for keys, one in proposals if one.status not in _CLOSED and _lacks(one)]
        if lacking:
            yield _problem(document, lacking)


def _problem(document: Document, lacking: list[Open]) -> Problem:
    (keys, first), *others = lacking
    case = "-".join(what for what in ("owner", "due") if not getattr(first, what))
    facts = {"count": len(lacking)}
    related = tuple(document.at(*other) for other, _ in others)
    hint = "proposal-owner.several-hint" if others else "proposal-owner.hint"
    return Problem(f"proposal-owner.{case}", document.at(*keys), facts, hint, related)


def _lacks(proposal: Improvement) -> bool:
    return not (proposal.owner and proposal.due)


def _of_touchpoint(touchpoint: Touchpoint) -> list[Open]:
    found: list[Open] = [(("improvements", i), one) for i, one in enumerate(touchpoint.improvements)]
    pains = enumerate(touchpoint.pains)
    return found + [(("pains", i, "proposal"), pain.proposal) for i, pain in pains if pain.proposal]


def _of_journey(journey: Journey) -> list[Open]:
    found: list[Open] = []
    for index, step in enumerate(journey.steps):
        if step.proposal:
            found.append((("steps", index, "proposal"), step.proposal))
        if step.pain and step.pain.proposal:
            found.append((("steps", index, "pain", "proposal"), step.pain.proposal))
    return found
