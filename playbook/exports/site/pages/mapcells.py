"""What each step of a journey says on its map, row by row; short enough for a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from playbook.choices import PieceStatus
from playbook.exports.site.cells import cell
from playbook.exports.site.inlines import Inlines, Strong, Text, To, plain
from playbook.exports.site.names import joined, words
from playbook.exports.site.view import View, item_path
from playbook.model.journey import Journey, Step
from playbook.model.parts import Improvement
from playbook.model.touchpoint import Touchpoint

ROWS = ("does", "thinks", "touchpoint", "promise", "pain", "proposal", "pieces", "ways")

_LONGEST = 220
"""Characters of a text that a cell shows; the walk has the whole of it."""
_MOST = 4
"""Pieces, and expectations, that a cell names."""

Cell = tuple[Inlines, ...]
"""Its lines."""
_Tell = Callable[[View, Touchpoint], Iterator[Inlines]]


@dataclass(frozen=True, slots=True)
class Told:
    """A journey, the numbers of its steps by their ids, and of the first step on each touchpoint."""

    view: View
    journey: Journey
    places: Mapping[str, int]
    firsts: Mapping[str | None, int]

    def to(self, number: int, said: str) -> Inlines:
        """Words that lead to a step on the map."""
        return (To(item_path("journey", self.journey.id), words(said), f"map-{number}"),)


def cells(told: Told, at: int, step: Step) -> Iterator[tuple[str, Cell]]:
    """What a step says in each row; an empty cell where it says nothing."""
    view = told.view
    yield "ways", tuple(_others(told, at, step))
    yield "does", _filled(_short(cell(view, step, "does")))
    yield "thinks", _filled(_short(cell(view, step, "thinks")))
    pains = (cell(view, step.pain, "effect"), _short(cell(view, step.pain, "text"))) if step.pain else ()
    yield "pain", _filled(*pains)
    made = (step.pain.proposal if step.pain else None, step.proposal)
    yield "proposal", tuple(line for each in made if each for line in _proposal(view, each))
    yield from _on_touchpoint(told, at, step)


def _on_touchpoint(told: Told, at: int, step: Step) -> Iterator[tuple[str, Cell]]:
    """What its touchpoint brings; of one that was met before, only where that was."""
    view = told.view
    touchpoint = view.playbook.touchpoints.get(step.touchpoint or "")
    first = told.firsts[step.touchpoint]
    met = (told.to(first, view.t("site.map.as_at", number=first)),) if first < at else ()
    promise = _once(told, touchpoint, "promise", _promise)
    pieces = _once(told, touchpoint, "pieces", _pieces)
    yield "touchpoint", _place(view, step, touchpoint)
    yield "promise", met if promise and met else promise
    yield "pieces", met if pieces and met else pieces


def _once(told: Told, touchpoint: Touchpoint | None, name: str, tell: _Tell) -> Cell:
    """What is told of a touchpoint, worked out once for all steps on it."""
    if touchpoint is None:
        return ()
    return told.view.once((f"map.{name}", touchpoint.id), lambda: tuple(tell(told.view, touchpoint)))


def _place(view: View, step: Step, touchpoint: Touchpoint | None) -> Cell:
    if not step.touchpoint:
        return (words(view.t("site.between")),) if view.internal else ()
    channel = cell(view, touchpoint, "channel") if touchpoint else ()
    return _filled(view.link("touchpoint", step.touchpoint), channel)


def _promise(view: View, touchpoint: Touchpoint) -> Iterator[Inlines]:
    """What the person expects, what is promised, and within what time."""
    for expected in touchpoint.expectations[:_MOST]:
        yield _labelled(view.t("site.map.expects"), _short(cell(view, expected, "text")))
    for name in ("promise", "promised_delay"):
        if said := cell(view, touchpoint, name):
            yield _labelled(view.t(f"field.touchpoint.{name}"), _short(said))


def _proposal(view: View, made: Improvement) -> Iterator[Inlines]:
    yield _short(cell(view, made, "proposal"))
    yield joined((cell(view, made, name) for name in ("status", "owner", "due")), " \N{MIDDLE DOT} ")


def _pieces(view: View, touchpoint: Touchpoint) -> Iterator[Inlines]:
    """The pieces in use or to come, each with its state."""
    known = [p for p in view.playbook.pieces_of.get(touchpoint.id, ()) if p.status != PieceStatus.RETIRED]
    for piece in known[:_MOST]:
        yield (*view.link("piece", piece.id), Text(": "), *cell(view, piece, "status"))
    if len(known) > _MOST:
        yield words(view.count("site.more", len(known) - _MOST))


def _others(told: Told, at: int, step: Step) -> Iterator[Inlines]:
    """The other ways on: where each leads, and in which case."""
    for other in step.next:
        to = told.places.get(other.to)
        if to is None:
            there = words(told.view.t("site.to_place", name=other.to))
        else:
            there = told.to(to, told.view.t("site.map.back" if to <= at else "site.map.on", number=to))
        yield (*there, Text(f": {other.when}")) if other.when else there


def _labelled(title: str, said: Inlines) -> Inlines:
    return (Strong(words(f"{title}:")), Text(" "), *said)


def _filled(*lines: Inlines) -> Cell:
    return tuple(line for line in lines if line)


def _short(said: Inlines) -> Inlines:
    """A text cut to what a cell has room for; what is cut loses its links."""
    whole = " ".join(plain(said).split())
    if len(whole) <= _LONGEST:
        return said
    kept = whole[: _LONGEST - 1]
    return words(kept.rsplit(" ", 1)[0].rstrip(",;:") + "\N{HORIZONTAL ELLIPSIS}")
