"""Dates that have passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from playbook.choices import PieceStatus, WorkStatus
from playbook.diagnostics import Problem
from playbook.document import Document, Keys
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.model.parts import Improvement, Pain
from playbook.rulings import Options

_CLOSED = frozenset({WorkStatus.DONE, WorkStatus.DROPPED})
_MADE = frozenset({PieceStatus.IMPLEMENTED, PieceStatus.RETIRED})

Due = tuple[str, Document, Keys, date]
"""What is due ("goal"), where it is written, and when it is due."""


def check(playbook: Playbook, _facts: Facts, today: date, _options: Options) -> Iterator[Problem]:
    """What has a due date is done by then: goals, proposals, pieces and kits.

    Why:
        A date that passes in silence teaches everybody that dates here mean nothing.
    Fix:
        Do it and set its status, or agree on a new date. What will not be done is `dropped`, and a piece that
        is needed no more `retired`.
    Source:
        Ours. It depends on the day, so it fails no build by itself; `--today` fixes the day.
    Wrong:
        content/playbook.yml
            goals:
              - {goal: Answer within an hour, due: 2020-01-31}
    Right:
        content/playbook.yml
            goals:
              - {goal: Answer within an hour, due: 2020-01-31, status: done}
    """
    for what, document, keys, due in chain(
        _goals(playbook), _touchpoints(playbook), _journeys(playbook), _made(playbook)
    ):
        if due < today:
            facts = {"due": due.isoformat()}
            yield Problem(f"overdue.{what}", document.at(*keys), facts, "overdue.hint")


def _goals(playbook: Playbook) -> Iterator[Due]:
    for index, goal in enumerate(playbook.settings.goals):
        if goal.due and goal.status not in _CLOSED:
            yield "goal", playbook.settings, ("goals", index, "due"), goal.due


def _touchpoints(playbook: Playbook) -> Iterator[Due]:
    for touchpoint in playbook.touchpoints.values():
        for index, improvement in enumerate(touchpoint.improvements):
            yield from _proposal(touchpoint, ("improvements", index), improvement)
        for index, pain in enumerate(touchpoint.pains):
            yield from _proposal(touchpoint, ("pains", index, "proposal"), pain.proposal)


def _journeys(playbook: Playbook) -> Iterator[Due]:
    for journey in playbook.journeys.values():
        for index, step in enumerate(journey.steps):
            keys = ("steps", index)
            pain: Pain | None = step.pain
            yield from _proposal(journey, (*keys, "proposal"), step.proposal)
            yield from _proposal(journey, (*keys, "pain", "proposal"), pain.proposal if pain else None)


def _proposal(document: Document, keys: Keys, proposal: Improvement | None) -> Iterator[Due]:
    if proposal and proposal.due and proposal.status not in _CLOSED:
        yield "proposal", document, (*keys, "due"), proposal.due


def _made(playbook: Playbook) -> Iterator[Due]:
    for piece in playbook.pieces.values():
        if piece.due and piece.status not in _MADE:
            yield "piece", piece, ("due",), piece.due
    for kit in playbook.kits.values():
        if kit.date and kit.status not in _CLOSED:
            yield "kit", kit, ("date",), kit.date
