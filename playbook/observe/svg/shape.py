"""The geometry of SVG: lengths, transforms, and the box that a shape fills."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from fontTools.misc.transform import Identity, Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path.parser import parse_path

Extent = tuple[float, float, float, float]
"""Left, top, right, bottom."""

# CSS pixels per unit: 96 to the inch.
_UNITS = {
    "": 1.0,
    "px": 1.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
    "pt": 4 / 3,
    "pc": 16.0,
}
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE)
_LENGTH = re.compile(rf"({_NUMBER.pattern})\s*([a-z]*|%)", re.IGNORECASE)
_FUNCTION = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_FAR = 1e9


def length(text: str, whole: float | None = None) -> float | None:
    """A length in CSS pixels; a percentage only where the `whole` is known. None if it depends on more."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        return None
    factor = _UNITS.get(found[2].lower())
    if found[2] == "%" and whole is not None:
        factor = whole / 100
    value = None if factor is None else float(found[1]) * factor
    return value if value is not None and math.isfinite(value) else None


def numbers(text: str) -> tuple[float, ...]:
    """Every number of a list such as `points` or `viewBox`; nothing where one is out of all bounds."""
    found = tuple(float(number) for number in _NUMBER.findall(text))
    return found if all(abs(number) < _FAR for number in found) else ()


def transform(text: str) -> Transform | None:
    """The matrix of a `transform` attribute; None where it is none that can be followed."""
    matrix, at, text = Identity, 0, text.strip()
    while found := _FUNCTION.match(text, at):
        step = _step(found[1], numbers(found[2]))
        if step is None:
            return None
        matrix, at = matrix.transform(step), found.end()
    return matrix if at == len(text) and all(abs(part) < _FAR for part in matrix) else None


def moved(extent: Extent, matrix: Transform) -> Extent:
    """The box around a box after a transform; wider than the shape itself where it was turned."""
    left, top, right, bottom = extent
    corners = matrix.transformPoints([(left, top), (right, top), (right, bottom), (left, bottom)])
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def grown(extent: Extent, by: float) -> Extent:
    """The box with a margin on every side, such as half a stroke."""
    left, top, right, bottom = extent
    return left - by, top - by, right + by, bottom + by


def joined(a: Extent | None, b: Extent) -> Extent:
    """The box around both."""
    return b if a is None else (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def outline(name: str, attributes: Mapping[str, str], size: tuple[float, float]) -> Extent | None:
    """The box that a basic shape fills, in its own coordinates, without stroke; None where it draws nothing.

    `size` is the viewport's, to which percentages refer.
    """
    if name == "path":
        return _path(attributes.get("d", ""))
    if name in ("polygon", "polyline"):
        return _points(attributes.get("points", ""))
    found = _measured(name, attributes, size)
    return found if found is not None and all(abs(edge) < _FAR for edge in found) else None


def _step(name: str, values: tuple[float, ...]) -> tuple[float, ...] | None:
    """The six numbers of one transform function, None if it has the wrong count of arguments."""
    count = len(values)
    if name == "matrix":
        return values if count == 6 else None
    if name == "translate" and count in (1, 2):
        return (1, 0, 0, 1, *values, *((0,) if count == 1 else ()))
    if name == "scale" and count in (1, 2):
        return (values[0], 0, 0, values[-1], 0, 0)
    if name == "rotate" and count in (1, 3):
        x, y = values[1:] or (0, 0)
        return tuple(Identity.translate(x, y).rotate(math.radians(values[0])).translate(-x, -y))
    if name.startswith("skew") and count == 1:
        slope = math.tan(math.radians(values[0]))
        return (1, 0, slope, 1, 0, 0) if name == "skewX" else (1, slope, 0, 1, 0, 0)
    return None


def _measured(name: str, attributes: Mapping[str, str], size: tuple[float, float]) -> Extent | None:
    width, height = size
    diagonal = math.hypot(width, height) / math.sqrt(2)

    def take(key: str, whole: float) -> float:
        return length(attributes.get(key, "0"), whole) or 0.0

    if name == "line":
        ends = (take("x1", width), take("x2", width)), (take("y1", height), take("y2", height))
        return min(ends[0]), min(ends[1]), max(ends[0]), max(ends[1])
    if name in ("rect", "image"):
        x, y, across, down = take("x", width), take("y", height), take("width", width), take("height", height)
        return (x, y, x + across, y + down) if across > 0 and down > 0 else None
    x, y = take("cx", width), take("cy", height)
    if name == "circle":
        radii = (take("r", diagonal),) * 2
    else:
        radii = take("rx", width) or take("ry", height), take("ry", height) or take("rx", width)
    across, down = radii
    return (x - across, y - down, x + across, y + down) if across > 0 and down > 0 else None


def _points(text: str) -> Extent | None:
    values = numbers(text)
    if len(values) < 4:
        return None
    across, down = values[::2], values[1::2]
    return min(across), min(down), max(across), max(down)


def _path(data: str) -> Extent | None:
    """Up to the first mistake in the data, as SVG asks."""
    pen: Any = BoundsPen(None, ignoreSinglePoints=True)
    with suppress(ValueError, ArithmeticError, AssertionError):
        parse_path(data, pen)
    bounds: Extent | None = pen.bounds
    return bounds if bounds is not None and all(abs(edge) < _FAR for edge in bounds) else None
