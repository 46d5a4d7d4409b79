"""What is to be done: everything open that a playbook holds, the first date first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from playbook.choices import PieceStatus, TouchpointStatus, WorkStatus
from playbook.model import Playbook
from playbook.model.parts import Improvement, Objective
from playbook.versions import is_older

SOON = timedelta(days=30)

_CLOSED = frozenset({WorkStatus.DONE, WorkStatus.DROPPED})
_MADE = frozenset({PieceStatus.IMPLEMENTED, PieceStatus.RETIRED})
_WAITING = frozenset({TouchpointStatus.PLANNED, TouchpointStatus.TO_ACTIVATE})
_WHOLE = 100

Status = WorkStatus | PieceStatus | TouchpointStatus


class What(StrEnum):
    """Which kind of thing is to be done: an aim, a proposal for what is there, or something to make."""

    GOAL = "goal"
    OBJECTIVE = "objective"
    PROPOSAL = "proposal"
    PAIN = "pain"
    STEP = "step"
    TOUCHPOINT = "touchpoint"
    MAKE = "make"
    UPDATE = "update"
    REBRAND = "rebrand"
    KIT = "kit"


class When(StrEnum):
    """How a date stands to a day; without that day, a date is later."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do.

    `text` is the proposal, goal or objective in its author's words, or the name of what is to be made. `noun`
    and `item` say what it is about; both are empty for the whole. `step` counts from 1 in a journey. `status`
    is None for an objective, which has none.
    """

    what: What
    text: str
    noun: str = ""
    item: str = ""
    owner: str = ""
    due: date | None = None
    status: Status | None = None
    step: int = 0

    def when(self, today: date | None) -> When:
        """How its date stands to a day."""
        if self.due is None:
            return When.UNDATED
        if today is None or self.due - today > SOON:
            return When.LATER
        return When.OVERDUE if self.due < today else When.SOON


def actions(playbook: Playbook) -> tuple[Action, ...]:
    """Everything that is open, by date; what has none comes last.

    What a step of a journey proposes in the same words as its touchpoint is one proposal.
    """
    places = tuple(_touchpoints(playbook))
    said = {(action.item, action.text) for action in places}
    found = (*_whole(playbook), *places, *_journeys(playbook, said), *_made(playbook))
    return tuple(sorted(found, key=lambda a: (a.due or date.max, a.due is None, a.owner, a.text.casefold())))


def _whole(playbook: Playbook) -> Iterator[Action]:
    for goal in playbook.settings.goals:
        if goal.status not in _CLOSED:
            yield Action(What.GOAL, goal.goal, "", "", goal.owner or "", goal.due, goal.status)
    yield from _objectives("", "", playbook.settings.objectives)


def _touchpoints(playbook: Playbook) -> Iterator[Action]:
    for place in playbook.touchpoints.values():
        noun, ident = place.noun, place.id
        if place.status in _WAITING:
            yield Action(What.TOUCHPOINT, place.name, noun, ident, place.owner or "", status=place.status)
        for improvement in place.improvements:
            yield from _proposal(What.PROPOSAL, noun, ident, improvement)
        for pain in place.pains:
            yield from _proposal(What.PAIN, noun, ident, pain.proposal)
        yield from _objectives(noun, ident, place.objectives)


def _journeys(playbook: Playbook, said: Collection[tuple[str, str]]) -> Iterator[Action]:
    """What steps propose, less what is said of their touchpoints by id already."""
    for journey in playbook.journeys.values():
        for number, step in enumerate(journey.steps, 1):
            mended = step.pain.proposal if step.pain else None
            for proposal in (step.proposal, mended):
                if proposal and (step.touchpoint, proposal.proposal) in said:
                    continue
                yield from _proposal(What.STEP, journey.noun, journey.id, proposal, number)


def _objectives(noun: str, ident: str, aims: Iterable[Objective]) -> Iterator[Action]:
    for aim in (aim for aim in aims if aim.progress != _WHOLE):
        yield Action(What.OBJECTIVE, aim.objective, noun, ident, aim.owner or "", aim.due)


def _proposal(
    what: What, noun: str, ident: str, proposal: Improvement | None, step: int = 0
) -> Iterator[Action]:
    if proposal and proposal.status not in _CLOSED:
        owner, due, status = proposal.owner or "", proposal.due, proposal.status
        yield Action(what, proposal.proposal, noun, ident, owner, due, status, step)


def _made(playbook: Playbook) -> Iterator[Action]:
    """Pieces that are not there yet, outdated ones, those that a rebrand left behind; and kits."""
    for piece in playbook.pieces.values():
        what, due = What.MAKE, piece.due
        if piece.status is PieceStatus.TO_UPDATE:
            what = What.UPDATE
        elif piece.status in _MADE:
            version = playbook.brand_of(piece).identity.version
            if piece.status is PieceStatus.RETIRED or not is_older(piece.brand_version, version):
                continue
            what, due = What.REBRAND, None  # its date was that of its making
        yield Action(what, piece.name, piece.noun, piece.id, piece.owner or "", due, piece.status)
    for kit in playbook.kits.values():
        if kit.status not in _CLOSED:
            yield Action(What.KIT, kit.name, kit.noun, kit.id, kit.owner or "", kit.date, kit.status)
