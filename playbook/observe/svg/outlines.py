"""The shapes of a picture with what tells each from others: its outline as written, its geometry alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

from playbook.observe.svg.areas import Frame
from playbook.observe.svg.marks import Mark
from playbook.observe.svg.shape import moved
from playbook.observe.svg.walk import SHAPES, Picture, Step
from playbook.observe.svg.xmltree import Node
from playbook.shapes import MOST, Shape

_GEOMETRY = ("d", "points", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2")
_GAPS = re.compile(r"[\s,]+")
_FREE = frozenset({"path", "polygon", "polyline"})
_LONG = 40
"""Letters of an outline from which on it is nobody else's."""
_OPAQUE = re.compile(r"#[0-9A-F]{6}(?:FF)?")


def shapes(
    drawn: Picture, steps: Sequence[Step], marks: Sequence[tuple[Mark, ...]], frame: Frame
) -> tuple[Shape, ...]:
    """The painted shapes in their order; none of a picture that has too many."""
    told = zip(steps, marks, strict=True)
    found = [shape for step, painted in told if painted and (shape := _shape(drawn, step, painted, frame))]
    return tuple(found) if len(found) <= MOST else ()


def _shape(drawn: Picture, step: Step, painted: Sequence[Mark], frame: Frame) -> Shape | None:
    extent = drawn.outlines[step.node] if step.node.name in SHAPES else None
    if extent is None or step.matrix is None or not step.here:
        return None
    a, b, c, d, e, f = step.matrix
    outline, color, box = _outline(step.node), _color(painted), moved(extent, step.matrix)
    telling = step.node.name in _FREE and len(outline) >= _LONG
    digest = sha256(outline.encode()).hexdigest()[:24]
    return Shape(step.node.name, digest, telling, color, (a, b, c, d, e, f), box, frame.area(step))


def _color(painted: Sequence[Mark]) -> str:
    """The color of a shape that is filled with one and has no stroke."""
    only = painted[0]
    plain = len(painted) == 1 and only.property == "fill" and _OPAQUE.fullmatch(only.color)
    return only.color[:7] if plain else ""


def _outline(node: Node) -> str:
    said = (_GAPS.sub(" ", node.attributes.get(name, "")).strip() for name in _GEOMETRY)
    return f"{node.name} {' '.join(filter(None, said))}"
