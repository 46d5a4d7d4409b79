"""Shapes of drawings, and where one drawing lies within another: a logo in what somebody drew with it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST = 2_000
"""Shapes of a drawing that are told; one with more is not searched."""
_CLOSE = 0.002
"""By how much two transforms of one drawing may differ, as a part of their size."""
_MOST_PLACES = 12
_MOST_ALIKE = 100
_MOST_DRAWN = 200
"""Bounds of the search: places of a drawing, equal outlines in a picture, shapes of a drawing."""

Matrix = tuple[float, float, float, float, float, float]
"""As SVG writes it: a point is moved to ax + cy + e, bx + dy + f."""
Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape as painted: a digest of its outline, its color, its transform to the picture, its box there.

    `kind` is the element's name; `telling` says that nobody draws such an outline twice by chance. `color` is
    #RRGGBB, or empty where it has none, several or a see-through one; `area` is the box in its shares.
    """

    kind: str
    outline: str
    telling: bool
    color: str
    matrix: Matrix
    box: Bounds
    area: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A drawing within another: by which transform, in which box, and each of its shapes with the other's.

    The numbers are those of the other's shapes, in the order in which they are painted.
    """

    matrix: Matrix
    box: Bounds
    pairs: tuple[tuple[Shape, int], ...]


def within(drawing: Sequence[Shape], picture: Sequence[Shape]) -> Iterator[Found]:
    """Each place in a picture where all telling shapes of a drawing lie as they do there."""
    first = next((shape for shape in drawing if shape.telling), None)
    back = _inverse(first.matrix) if first else None
    if first is None or back is None or len(drawing) > _MOST_DRAWN:
        return
    known: dict[str, list[int]] = {}
    for at, shape in enumerate(picture):
        known.setdefault(shape.outline, []).append(at)
    for at in known.get(first.outline, [])[:_MOST_PLACES]:
        matrix = _after(picture[at].matrix, back)
        pairs = [(shape, _same(shape, matrix, picture, known)) for shape in drawing]
        if all(other is not None for shape, other in pairs if shape.telling):
            box = moved(around(drawing), matrix)
            yield Found(matrix, box, tuple((shape, other) for shape, other in pairs if other is not None))


def _same(shape: Shape, matrix: Matrix, picture: Sequence[Shape], known: dict[str, list[int]]) -> int | None:
    meant = _after(matrix, shape.matrix)
    near = (at for at in known.get(shape.outline, [])[:_MOST_ALIKE] if _alike(picture[at].matrix, meant))
    return next(near, None)


def _alike(one: Matrix, other: Matrix) -> bool:
    turn = max(map(abs, (*one[:4], *other[:4])))
    return all(abs(a - b) <= _CLOSE * turn for a, b in zip(one[:4], other[:4], strict=True)) and all(
        abs(a - b) <= _CLOSE * max(abs(a), abs(b), 100 * turn)
        for a, b in zip(one[4:], other[4:], strict=True)
    )


def scales(matrix: Matrix) -> tuple[float, float]:
    """By how much a transform makes things wider and higher."""
    return math.hypot(*matrix[:2]), math.hypot(*matrix[2:4])


def around(shapes: Sequence[Shape]) -> Bounds:
    """The box around shapes.

    Raises:
        ValueError: where there are none.
    """
    left, top, right, bottom = zip(*(shape.box for shape in shapes), strict=True)
    return min(left), min(top), max(right), max(bottom)


def moved(box: Bounds, matrix: Matrix) -> Bounds:
    """The box around a box after a transform."""
    a, b, c, d, e, f = matrix
    left, top, right, bottom = box
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (top, bottom)]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def covers(box: Bounds, other: Bounds) -> bool:
    """Whether a box holds another."""
    return box[0] <= other[0] and box[1] <= other[1] and box[2] >= other[2] and box[3] >= other[3]


def meets(box: Bounds, other: Bounds) -> bool:
    """Whether two boxes have more than an edge in common."""
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _inverse(matrix: Matrix) -> Matrix | None:
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    if not size:
        return None
    return d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size


def _after(outer: Matrix, inner: Matrix) -> Matrix:
    """The transform that does the inner one first."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        *(a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j),
        *(a * k + c * m + e, b * k + d * m + f),
    )
