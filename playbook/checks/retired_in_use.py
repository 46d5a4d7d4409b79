"""Retired things in use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.choices import PieceStatus, TouchpointStatus, WorkStatus
from playbook.diagnostics import Problem
from playbook.document import Document, Keys
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.rulings import Options

_OVER = frozenset({WorkStatus.DONE, WorkStatus.DROPPED})


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Nothing that is in use relies on a retired piece or touchpoint.

    Why:
        Whoever packs the kit or follows the journey is sent to something that is no longer there.
    Fix:
        Take the retired piece out of the kit, lead the step or `next` to another touchpoint, or bring back
        what was retired.
    Source:
        Ours.
    Wrong:
        content/kits/fair.yml
            name: Trade fair
            pieces: [quote]
        content/pieces/quote.yml
            name: Quote
            kind: quote
            status: retired
    Right:
        content/kits/fair.yml
            name: Trade fair
            pieces: [quote]
        content/pieces/quote.yml
            name: Quote
            kind: quote
    """
    gone = {ident for ident, piece in playbook.pieces.items() if piece.status is PieceStatus.RETIRED}
    left = {ident for ident, t in playbook.touchpoints.items() if t.status is TouchpointStatus.RETIRED}
    for kit in playbook.kits.values():
        for index, ident in enumerate(kit.pieces):
            if ident in gone and kit.status not in _OVER:
                yield _problem("piece", kit, ("pieces", index), ident)
    for document, keys, ident in _ways(playbook):
        if ident in left:
            yield _problem("touchpoint", document, keys, ident)


def _ways(playbook: Playbook) -> Iterator[tuple[Document, Keys, str]]:
    for journey in playbook.journeys.values():
        for index, step in enumerate(journey.steps):
            if step.touchpoint:
                yield journey, ("steps", index, "touchpoint"), step.touchpoint
    for touchpoint in playbook.touchpoints.values():
        if touchpoint.status is not TouchpointStatus.RETIRED:
            for index, after in enumerate(touchpoint.next):
                yield touchpoint, ("next", index, "touchpoint"), after.touchpoint


def _problem(case: str, document: Document, keys: Keys, ident: str) -> Problem:
    return Problem(f"retired-in-use.{case}", document.at(*keys), {"id": ident}, "retired-in-use.hint")
