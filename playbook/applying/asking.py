"""What a checklist asks of the files that are there: states of items, and what the settings keep."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.applying.editing import Edit
from playbook.checklist import piece_tick, touchpoint_tick
from playbook.choices import PieceStatus, Tick, TouchpointStatus
from playbook.diagnostics import Location
from playbook.edit import Value
from playbook.i18n import day, text
from playbook.model import Playbook
from playbook.model.parts import Item
from playbook.model.ticked import Ticked, TickedGoal
from playbook.model.touchpoint import Touchpoint

_TOUCHPOINTS = {
    Tick.HAVE: TouchpointStatus.ACTIVE,
    Tick.NEEDS_WORK: TouchpointStatus.ACTIVE,
    Tick.MISSING: TouchpointStatus.TO_ACTIVATE,
}
PIECES = {
    Tick.HAVE: PieceStatus.IMPLEMENTED,
    Tick.NEEDS_WORK: PieceStatus.TO_UPDATE,
    Tick.MISSING: PieceStatus.MISSING,
}
"""The state that a tick gives a piece that says something else."""


def asked(ticked: Ticked, playbook: Playbook, lang: str) -> tuple[Edit, ...]:
    """Every edit, in the order of the checklist; none for what the playbook says already."""
    return (
        *_touchpoints(ticked, playbook),
        *_pieces(ticked, playbook),
        *_reviews(ticked, playbook),
        *_conclusions(ticked, playbook, lang),
        *_goals(ticked, playbook, lang),
    )


def _touchpoints(ticked: Ticked, playbook: Playbook) -> Iterator[Edit]:
    for ident, tick in ticked.touchpoints.items():
        item, place = playbook.touchpoints[ident], ticked.at("touchpoints", ident)
        if touchpoint_tick(item) != tick:
            yield from (_edit(item, *pair, place) for pair in _said(item, tick))


def _said(item: Touchpoint, tick: Tick) -> Iterator[tuple[str, str | bool]]:
    """The fields that say of a touchpoint what was ticked, where they say something else."""
    status, weak = _TOUCHPOINTS[tick], tick == Tick.NEEDS_WORK
    if item.status != status:
        yield "status", str(status)
    if item.underused != weak and tick != Tick.MISSING:
        yield "underused", weak


def _pieces(ticked: Ticked, playbook: Playbook) -> Iterator[Edit]:
    for ident, tick in ticked.pieces.items():
        item = playbook.pieces[ident]
        if piece_tick(item) != tick:
            yield _edit(item, "status", str(PIECES[tick]), ticked.at("pieces", ident))


def _reviews(ticked: Ticked, playbook: Playbook) -> Iterator[Edit]:
    """Each judgement that a touchpoint does not have; it comes whole, for it is one person's."""
    for ident, review in ticked.reviews.items():
        item = playbook.touchpoints[ident]
        value: dict[str, Value] = {
            "score": review.rating,
            "by": review.by,
            "date": review.date,
            "same_message": review.says_message,
            "note": review.note,
        }
        said = {field: part for field, part in value.items() if part is not None}
        if item.rating is None or item.rating.model_dump(exclude_none=True) != said:
            yield _edit(item, "rating", said, ticked.at("reviews", ident))


def _edit(item: Item, field: str, value: Value, place: Location) -> Edit:
    layer = item.origin.layers[0]
    return Edit(layer.source.path, layer.translate(()), field, value, place, item.name)


def _conclusions(ticked: Ticked, playbook: Playbook, lang: str) -> Iterator[Edit]:
    """What was found, behind what was found before, under its day."""
    found, before = (ticked.conclusions or "").strip(), (playbook.settings.conclusions or "").rstrip()
    if not found or f"\n\n{found}\n\n" in f"\n\n{before.lstrip()}\n\n":
        return
    under = f"**{day(lang, ticked.date)}**\n\n{found}" if ticked.date else found
    yield _noted(playbook, "conclusions", f"{before}\n\n{under}".lstrip("\n"), ticked.at("conclusions"))


def _goals(ticked: Ticked, playbook: Playbook, lang: str) -> Iterator[Edit]:
    """Each goal that is not among those of the settings yet, whatever its date there."""
    known = {goal.goal.strip() for goal in playbook.settings.goals}
    wished = [(goal, ticked.at("goals", at)) for at, goal in enumerate(ticked.goals)]
    if ticked.review:
        said = text(lang, "apply.review", {"day": day(lang, ticked.review)})
        wished.append((TickedGoal(goal=said, due=ticked.review), ticked.at("review")))
    for goal, place in wished:
        if goal.goal.strip() not in known:
            known.add(goal.goal.strip())
            value: dict[str, Value] = {"goal": goal.goal.strip(), "due": goal.due, "owner": goal.owner}
            kept = {key: part for key, part in value.items() if part}
            yield _noted(playbook, "goals", kept, place, more=True)


def _noted(playbook: Playbook, field: str, value: Value, place: Location, *, more: bool = False) -> Edit:
    return Edit(playbook.settings.origin.path, (), field, value, place, "", more=more)
