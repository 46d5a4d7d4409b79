"""Pieces without a place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.choices import PieceStatus
from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Each piece serves a touchpoint or belongs to a kit.

    Why:
        A piece that no touchpoint needs is work without effect; more often the touchpoint was forgotten.
    Fix:
        Name the touchpoints that the piece serves under `touchpoints`, put it into a kit, or give it the
        status `retired`.
    Source:
        Ours.
    Wrong:
        content/pieces/quote.yml
            name: Quote
            kind: quote
    Right:
        content/pieces/quote.yml
            name: Quote
            kind: quote
            touchpoints: [sales-visit]
        content/touchpoints/sales-visit.yml
            name: Sales visit
            stage: decision
    """
    for ident, piece in playbook.pieces.items():
        placed = piece.touchpoints or ident in playbook.kits_of
        if not placed and piece.status is not PieceStatus.RETIRED:
            yield Problem("piece-orphan.none", piece.at("name"), {"piece": piece.name}, "piece-orphan.hint")
