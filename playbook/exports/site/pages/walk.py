"""A journey walked through: at each step what the person sees there, does, thinks and feels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.choices import PieceStatus
from playbook.exports.site.blocks import (
    Block,
    Blocks,
    Draft,
    Group,
    Items,
    Para,
    Plain,
    Quote,
    Step,
    Steps,
    Walk,
)
from playbook.exports.site.cells import cell
from playbook.exports.site.inlines import Inlines, Strong, Text, To
from playbook.exports.site.names import joined, words
from playbook.exports.site.pages.feeling import feelings
from playbook.exports.site.pages.steps import lasting, place_of, stage_of, step_name, walk_path
from playbook.exports.site.pages.wall import wall
from playbook.exports.site.parts import described, meta, pain, proposal, told
from playbook.exports.site.view import View, item_path, source_of
from playbook.model.journey import Journey
from playbook.model.journey import Step as Stop

WALK = "/walk.md"
"""How the paths of these pages end."""

_SAID = ("previous", "next", "all", "one", "keys")
_MOST = 6
"""Pieces that a step shows; its touchpoint has the others."""


def walk_page(view: View, journey: Journey) -> Draft:
    """The page that leads through a journey's steps, one after the other."""
    return Draft(
        path=walk_path(journey),
        title=view.t("site.walk.title", name=journey.name),
        blocks=tuple(_blocks(view, journey)),
        source=source_of(journey),
        description=described(view, journey.summary),
        brand=view.playbook.brand_of(journey).id if len(journey.brands) == 1 else "",
        searched=False,
    )


def _blocks(view: View, journey: Journey) -> Iterator[Block]:
    back = To(item_path("journey", journey.id), words(view.t("site.walk.back")))
    yield Para(words(view.t("site.walk.lead")), "lead")
    yield from meta((back,), _who(view, journey))
    yield from feelings(view, journey, tuple(step_name(view, step) for step in journey.steps))
    places = place_of(journey)
    steps = (_step(view, at, step, places) for at, step in enumerate(journey.steps, 1))
    said = tuple((name, view.t(f"site.walk.{name}")) for name in _SAID)
    count = view.t("site.walk.count", number="{number}", all=len(journey.steps))
    yield Walk(Steps(tuple(steps)), (*said, ("count", count)))


def _who(view: View, journey: Journey) -> Inlines:
    return joined((cell(view, journey, "persona"), cell(view, journey, "scenario")), " \N{MIDDLE DOT} ")


def _step(view: View, at: int, step: Stop, places: Mapping[str, int]) -> Step:
    name = view.link("touchpoint", step.touchpoint) if step.touchpoint and not step.name else ()
    title = name or words(step_name(view, step))
    return Step(f"step-{at}", title, step.feels or "", tuple(_told(view, step, places)))


def _told(view: View, step: Stop, places: Mapping[str, int]) -> Iterator[Block]:
    yield from meta(*_circumstances(view, step))
    yield from _seen(view, step)
    yield from told(view, step.does)
    if step.thinks:
        yield Quote(tuple(told(view, step.thinks)))
    if step.pain:
        yield Group("pain", (Para(words(view.t("field.step.pain")), "label"), *pain(view, step.pain)))
    yield from proposal(view, step.proposal)
    ways = tuple((Plain(_branch(view, branch.to, branch.when, places)),) for branch in step.next)
    if ways:
        yield Items(ways, style="ways")


def _seen(view: View, step: Stop) -> Iterator[Block]:
    """What meets the eye: the touchpoint's message, and its pieces as they are."""
    touchpoint = view.playbook.touchpoints.get(step.touchpoint or "")
    if touchpoint is None:
        if not step.touchpoint and view.internal:  # others may not be told of one that there is
            yield Group("seen", (Para(words(view.t("site.walk.nothing")), "nothing"),))
        return
    said = cell(view, touchpoint, "message", view.playbook.brand_of(touchpoint))
    pieces = view.once(("seen", touchpoint.id), lambda: _pieces(view, touchpoint.id))
    shown: Blocks = (*((Para(said, "message"),) if said else ()), *wall(view, pieces[:_MOST]))
    if len(pieces) > _MOST:
        more = To(item_path("touchpoint", touchpoint.id), words(view.count("site.more", len(pieces) - _MOST)))
        shown = (*shown, Para((more,), "quiet"))
    if shown:
        yield Group("seen", (Para(words(view.t("site.walk.seen")), "label"), *shown))


def _pieces(view: View, touchpoint: str) -> list[str]:
    """The ids of a touchpoint's pieces in use or to come, those with a picture first."""
    known = [p for p in view.playbook.pieces_of.get(touchpoint, ()) if p.status != PieceStatus.RETIRED]
    return [piece.id for piece in sorted(known, key=lambda piece: piece.id not in view.thumbs)]


def _circumstances(view: View, step: Stop) -> Iterator[Inlines]:
    """When, where, how often and how it feels, for one quiet line."""
    if step.after:
        yield words(view.t("site.later", time=lasting(view, step.after)))
    if step.name and step.touchpoint:
        yield view.link("touchpoint", step.touchpoint)
    touchpoint = view.playbook.touchpoints.get(step.touchpoint or "")
    yield cell(view, touchpoint, "channel") if touchpoint else ()
    yield joined((view.stage(stage),) for stage in stage_of(view, step))
    if step.times > 1:
        yield words(view.count("site.times", step.times))
    yield cell(view, step, "feels")
    yield (Strong(words(view.t("field.step.decision"))),) if step.decision else ()
    yield words(view.t("site.may_end")) if step.end else ()


def _branch(view: View, to: str, when: str | None, places: Mapping[str, int]) -> Inlines:
    """Another way on: the case, and the step it leads to."""
    at = places.get(to)
    goal: Inlines = words(view.t("site.to_place", name=to))
    if at:
        goal = words(view.t("site.to_step", number=at, name=to))
    return (Text(f"{when}: "), *goal) if when else goal
