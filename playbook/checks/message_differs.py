"""One message."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from playbook.choices import PieceStatus
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.model.piece import Piece
from playbook.model.touchpoint import Touchpoint
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """The pieces of a touchpoint carry its message.

    Why:
        Impressions add up only if they say the same: one message across all that people meet.
    Fix:
        Give the piece the `message` of its touchpoint, or the touchpoint that of its pieces. A piece that
        serves touchpoints with different messages carries one of them.
    Source:
        Ours: the central rule of the method. Whether the wording says it is for a person to judge.
    Wrong:
        brand/brand.yml
            name: Example
            messages: {on-time: We come when we said., near: We live where you live.}
        content/touchpoints/delivery.yml
            name: Delivery
            stage: retention
            message: on-time
        content/pieces/quote.yml
            name: Quote
            kind: quote
            touchpoints: [delivery]
            message: near
    Right:
        brand/brand.yml
            name: Example
            messages: {on-time: We come when we said., near: We live where you live.}
        content/touchpoints/delivery.yml
            name: Delivery
            stage: retention
            message: on-time
        content/pieces/quote.yml
            name: Quote
            kind: quote
            touchpoints: [delivery]
            message: on-time
    """
    carrying = {ident: t for ident, t in playbook.touchpoints.items() if t.message in _known(playbook, t)}
    for piece in playbook.pieces.values():
        carried = {ident: carrying[ident] for ident in piece.touchpoints if ident in carrying}
        if carried and piece.status is not PieceStatus.RETIRED:
            yield from _judged(piece, carried)


def _known(playbook: Playbook, touchpoint: Touchpoint) -> Collection[str]:
    """The messages of the brand: one that is unknown is told where it is named, and once."""
    return playbook.brand_of(touchpoint).identity.messages


def _judged(piece: Piece, carried: Mapping[str, Touchpoint]) -> Iterator[Problem]:
    messages = tuple(dict.fromkeys(touchpoint.message or "" for touchpoint in carried.values()))
    if piece.message in messages:
        return
    facts: dict[str, Fact] = {
        "piece": piece.name,
        "own": piece.message or "",
        "messages": messages,
        "first": messages[0],
        "touchpoint": next(iter(carried.values())).name,
    }
    related = tuple(touchpoint.at("message") for touchpoint in carried.values())
    case = "differs" if piece.message else "none"
    several = "-several" if len(messages) > 1 else ""
    place = piece.at("message" if piece.message else "name")
    yield Problem(f"message-differs.{case}{several}", place, facts, f"message-differs.{case}-hint", related)
