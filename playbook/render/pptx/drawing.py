"""The brand's logo as shapes of an office document: vector, sharp on every screen, in its own colors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fontTools.misc.transform import Transform

from playbook.observe.svg.shape import length
from playbook.observe.svg.walk import SHAPES, Step, painted, picture, view_box
from playbook.observe.svg.xmltree import Node, parse
from playbook.observed import Unreadable
from playbook.render.outline import Recorded, outline

_STEPS = {
    "moveTo": "moveTo",
    "lineTo": "lnTo",
    "curveTo": "cubicBezTo",
    "qCurveTo": "quadBezTo",
    "closePath": "close",
}
_POINTS = {"cubicBezTo": 3, "quadBezTo": 2}
_FINE = 100
"""Units of a shape's path to one of the drawing: paths hold whole numbers only."""
_MOST_STEPS = 4_000


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled outline: `steps` are the elements of a path, each with its points."""

    color: str
    steps: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a ground of `width` by `height` units, the first one at the bottom."""

    width: int
    height: int
    shapes: tuple[Shape, ...]


@lru_cache(maxsize=64)
def drawing(svg: bytes) -> Drawing | None:
    """The shapes of a picture; None where it holds what plain shapes cannot show, such as gradients."""
    try:
        root = parse(svg)
        box = view_box(root) or _size(root)
        shapes = [_shape(step, box) for step in painted(picture(root)) if _inked(step)] if box else []
    except (Unreadable, ValueError):
        return None
    whole = [shape for shape in shapes if shape]
    if not box or not whole or len(whole) < len(shapes):
        return None
    if sum(len(shape.steps) for shape in whole) > _MOST_STEPS:
        return None
    return Drawing(round(box[2] * _FINE), round(box[3] * _FINE), tuple(whole))


def _size(root: Node) -> tuple[float, float, float, float] | None:
    wide, high = (length(root.attributes.get(name, "")) for name in ("width", "height"))
    return (0, 0, wide, high) if wide and high else None


def _inked(step: Step) -> bool:
    style = step.style
    return bool(style.fill.color or style.fill.server or style.stroke.color or style.stroke.server)


def _shape(step: Step, box: tuple[float, float, float, float]) -> Shape | None:
    style = step.style
    opaque = style.opacity * style.fill_opacity == 1 and (not style.fill.color or style.fill.color.alpha == 1)
    plain = style.fill.color and not (style.fill.server or style.stroke.color or style.stroke.server)
    declared = {"clip-path", "mask", "filter"} & step.node.attributes.keys()
    if not plain or not opaque or declared or step.matrix is None or step.node.name not in SHAPES:
        return None
    placed = Transform(_FINE, 0, 0, _FINE, -box[0] * _FINE, -box[1] * _FINE).transform(step.matrix)
    steps = tuple(_path(outline(step.node.name, step.node.attributes, placed)))
    return Shape(style.fill.color.hex, steps) if style.fill.color and steps else None


def _path(recorded: Recorded) -> Iterator[dict[str, Any]]:
    """The steps of a pen as elements of a path.

    Raises:
        ValueError: for a curve of a kind that a path has not.
    """
    for name, points in recorded:
        if name == "endPath":
            continue
        kind = _STEPS[name]
        spots = [{"x": round(x), "y": round(y)} for x, y in points]
        if len(spots) != _POINTS.get(kind, 0 if kind == "close" else 1):
            raise ValueError(kind)
        yield {"kind": kind, "points": spots}
