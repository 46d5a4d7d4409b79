"""What each element of a picture is painted with, where that is written, and where in the picture it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from playbook.diagnostics import Area
from playbook.handed import MOST_AREAS
from playbook.observe.svg.areas import Frame
from playbook.observe.svg.places import Place, Places
from playbook.observe.svg.style import Ink, fraction, solid
from playbook.observe.svg.walk import SHAPES, WORDS, Picture, Step, effects, stops
from playbook.observe.svg.xmltree import Node
from playbook.observed import Paint, Unreadable

_MOST_MARKS = 100_000
_MOST_SOUGHT = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """A color as painted and as written, the property that says it and its line, and who is painted so."""

    color: str
    written: str
    property: str
    line: int
    step: Step


def all_marks(drawn: Picture, steps: Sequence[Step]) -> list[tuple[Mark, ...]]:
    """What each step paints.

    Raises:
        Unreadable: `too-complex`.
    """
    marks = []
    total = 0
    for step in steps:
        marks.append(tuple(_marks(drawn, step)))
        total += len(marks[-1])
        if total > _MOST_MARKS:
            raise Unreadable("too-complex", limit=_MOST_MARKS)
    return marks


def grouped(marks: Iterable[tuple[Mark, ...]], places: Places, frame: Frame) -> tuple[Paint, ...]:
    """Each color once for each way of writing it and each property."""
    together: dict[tuple[str, str, str], list[Mark]] = {}
    for mark in (mark for several in marks for mark in several):
        together.setdefault((mark.color, mark.written, mark.property), []).append(mark)
    return tuple(
        Paint(*key, *_place(same[0], places), len(same), areas(frame, (mark.step for mark in same)))
        for key, same in together.items()
    )


def areas(frame: Frame, steps: Iterable[Step]) -> tuple[Area, ...]:
    """Where the first of these are seen."""
    found = (frame.area(step) for step in islice(steps, _MOST_SOUGHT))
    return tuple(islice(dict.fromkeys(filter(None, found)), MOST_AREAS))


def _place(mark: Mark, places: Places) -> Place:
    """Where the color is written; where nothing says it, the element that is painted so."""
    if mark.written:
        return places.find(mark.property, mark.written, mark.line)
    return places.start(mark.step.node)


def _marks(drawn: Picture, step: Step) -> Iterator[Mark]:
    node, style = step.node, step.style
    yield from _lit(drawn, step)
    if node.name == "image" or (node.name in WORDS and not node.text.strip() and not _tails(node)):
        return
    if node.name in SHAPES and drawn.outlines[node] is None:
        return
    if node.name != "line":
        yield from _inked(drawn, step, "fill", style.fill, style.fill_opacity)
    if style.stroke_width > 0:
        yield from _inked(drawn, step, "stroke", style.stroke, style.stroke_opacity)


def _tails(node: Node) -> bool:
    return any(child.tail.strip() for child in node.children)


def _inked(drawn: Picture, step: Step, prop: str, ink: Ink, opacity: float) -> Iterator[Mark]:
    share = opacity * step.style.opacity
    if ink.server in drawn.ids:
        for stop in stops(drawn, ink.server):
            yield from _solid(drawn, step, stop, "stop", share)
        return
    color = step.style.color if ink.current else ink.color
    if color is not None and color.alpha * share > 0:
        seen = replace(color, alpha=color.alpha * share).hex
        yield Mark(seen, ink.written, prop, ink.line or step.node.line, step)


def _solid(drawn: Picture, step: Step, node: Node, kind: str, share: float) -> Iterator[Mark]:
    """The color of a stop, a flood or a light."""
    declared = drawn.declared[node]
    prop = f"{kind}-color"
    written = declared.get(prop)
    color = solid(written, step.style.color)
    alpha = (color.alpha if color else 0) * share * fraction(declared.get(f"{kind}-opacity"), 1.0)
    if color is not None and alpha > 0 and not (written is None and kind == "lighting"):
        line = written.line if written else node.line
        said = written.value.strip() if written else ""
        yield Mark(replace(color, alpha=alpha).hex, said, prop, line, step)


def _lit(drawn: Picture, step: Step) -> Iterator[Mark]:
    """Colors that a filter on the element itself adds."""
    for node in effects(drawn, step.node):
        if node.name in ("feFlood", "feDropShadow"):
            yield from _solid(drawn, step, node, "flood", step.style.opacity)
        elif node.name in ("feDiffuseLighting", "feSpecularLighting"):
            yield from _solid(drawn, step, node, "lighting", step.style.opacity)
