"""Shapes of a drawing (SVG) as the steps of a pen: what PDF and presentations draw them from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fontTools.misc.transform import Transform
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path.parser import parse_path

from playbook.observe.svg.shape import length

Recorded = list[tuple[str, tuple[tuple[float, float], ...]]]
"""The steps as fontTools' pens call them, each with its points."""

FARTHEST = 20_000_000
"""How far off a shape may reach: what an office program's path holds, which is far beyond any paper."""
_POINTS = frozenset({"polygon", "polyline"})
_POINTED = (AssertionError, AttributeError, IndexError, TypeError, ArithmeticError)
"""What the library raises, beside ValueError, of data that is no path."""


def outline(name: str, attributes: Mapping[str, str], onto: Transform) -> Recorded:
    """The steps of a basic shape, in the coordinates that `onto` leads to.

    Raises:
        ValueError: for data that is no path, measures that depend on more, and what lies too far off.
    """
    pen = RecordingPen()
    try:
        parse_path(_path(name, attributes), TransformPen(pen, onto))
    except _POINTED as error:
        raise ValueError(name) from error
    numbers: list[Any] = [number for _, points in pen.value for point in points for number in point or ()]
    if not all(abs(number) <= FARTHEST for number in numbers):
        raise ValueError(name)
    return list(pen.value)


def _path(name: str, attributes: Mapping[str, str]) -> str:
    """A basic shape as the data of a path, empty for one that shows nothing."""
    if name == "path":
        return attributes.get("d", "")
    if name in _POINTS:
        points = attributes.get("points", "")
        return f"M{points}{'z' * (name == 'polygon')}" if points.strip() else ""
    if name == "line":
        ends = (_measure(attributes, end) or 0.0 for end in ("x1", "y1", "x2", "y2"))
        return "M{} {}L{} {}".format(*ends)
    return _rect(attributes) if name == "rect" else _ellipse(attributes)


def _ellipse(attributes: Mapping[str, str]) -> str:
    x, y, r, rx, ry = (_measure(attributes, name) for name in ("cx", "cy", "r", "rx", "ry"))
    rx, ry = rx or r or ry or 0.0, ry or r or rx or 0.0
    if min(rx, ry) <= 0:
        return ""
    half = f"a{rx} {ry} 0 1 1 "
    return f"M{(x or 0.0) - rx} {y or 0.0}{half}{2 * rx} 0{half}{-2 * rx} 0z"


def _rect(attributes: Mapping[str, str]) -> str:
    left, top, wide, high = (_measure(attributes, name) or 0.0 for name in ("x", "y", "width", "height"))
    if min(wide, high) <= 0:
        return ""
    rx, ry = (_measure(attributes, name) for name in ("rx", "ry"))
    rx, ry = min(rx or ry or 0.0, wide / 2), min(ry or rx or 0.0, high / 2)
    if min(rx, ry) <= 0:
        return f"M{left} {top}h{wide}v{high}h{-wide}z"
    turn = f"a{rx} {ry} 0 0 1 "
    return (
        f"M{left + rx} {top}h{wide - 2 * rx}{turn}{rx} {ry}v{high - 2 * ry}{turn}{-rx} {ry}"
        f"h{2 * rx - wide}{turn}{-rx} {-ry}v{2 * ry - high}{turn}{rx} {-ry}z"
    )


def _measure(attributes: Mapping[str, str], name: str) -> float | None:
    """A measure, None where none is given.

    Raises:
        ValueError: for one that depends on more than the shape.
    """
    if name not in attributes:
        return None
    found = length(attributes[name])
    if found is None:
        raise ValueError(name)
    return found
