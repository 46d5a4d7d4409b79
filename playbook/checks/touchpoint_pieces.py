"""Pieces of touchpoints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.choices import PieceStatus, TouchpointStatus
from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Each touchpoint has pieces, or says that it needs none.

    Why:
        Listing a touchpoint is only the first step: what people meet there are its pieces, and a rebrand
        that does not know them forgets them.
    Fix:
        Add the pieces that it needs, with status `missing` as long as they are not made, or write
        `needs_pieces: false`.
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
        content/touchpoints/word-of-mouth.yml
            name: Word of mouth
            stage: awareness
            needs_pieces: false
        content/pieces/quote.yml
            name: Quote
            kind: quote
            touchpoints: [checkout]
    """
    for ident, touchpoint in playbook.touchpoints.items():
        served = any(piece.status is not PieceStatus.RETIRED for piece in playbook.pieces_of.get(ident, ()))
        retired = touchpoint.status is TouchpointStatus.RETIRED
        if touchpoint.needs_pieces and not served and not retired:
            facts = {"touchpoint": touchpoint.name, "id": ident}
            yield Problem("touchpoint-pieces.none", touchpoint.at("name"), facts, "touchpoint-pieces.hint")
