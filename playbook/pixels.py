"""The colors of a picture in pixels that somebody chose, told from those that only arise between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from playbook.color import BLACK, WHITE, Color, parse
from playbook.handed import Ink

_FLAT = 0.9
"""Of a picture made of few colors, the largest ones cover nearly everything; a photo's do not."""
_SPECK = 0.005
"""A smaller share of the pixels is no area."""
_DOT = 4
"""So few pixels are none either; of a small icon, one is more than that share."""
_NOISE = 0.02
"""The same where the format throws away what few people see."""
_EDGE = 0.1
"""A larger share of the pixels is no edge."""
_NEAR = 0.04
"""How far from the straight line between two colors their mixtures may lie, as a part of a channel."""

Point = tuple[float, float, float]


def drawing(pixels: Sequence[Ink], *, lossy: bool = False) -> list[Ink]:
    """The colors of a drawing that cover areas, the largest first; none of a photo.

    Where two colors meet, programs soften the edge with mixtures of both; a drawing on a see-through ground
    meets white and black, too. A `lossy` format has noise there besides.
    """
    least = _NOISE if lossy else _SPECK
    ranked = sorted(pixels, key=lambda ink: -(ink.share or 0))
    if sum(ink.share or 0 for ink in ranked) < _FLAT:
        return []
    kept: list[Ink] = []
    for ink in ranked:
        if (ink.share or 0) >= least and ink.count >= _DOT and not _is_edge(ink, kept):
            kept.append(ink)
    return kept


def _is_edge(ink: Ink, larger: Sequence[Ink]) -> bool:
    color = parse(ink.color[:7])
    if color is None or (ink.share or 0) >= _EDGE:
        return False
    known = [known for other in larger if (known := parse(other.color[:7]))]
    ends = [_point(end) for end in dict.fromkeys((*known, WHITE, BLACK))]
    return any(_between(_point(color), a, b) for a, b in combinations(ends, 2) if _is_used(a, b, known))


def _is_used(a: Point, b: Point, known: Sequence[Color]) -> bool:
    """Whether one of the ends is in the picture: all grays lie between white and black."""
    return any(_point(color) in {a, b} for color in known)


def _point(color: Color) -> Point:
    return color.red, color.green, color.blue


def _between(point: Point, a: Point, b: Point) -> bool:
    """Whether a color lies on the straight line between two others, but at neither end."""
    along = tuple(end - start for start, end in zip(a, b, strict=True))
    length = sum(part * part for part in along)
    if not length:
        return False
    share = sum((p - start) * part for p, start, part in zip(point, a, along, strict=True)) / length
    nearest = (start + share * part for start, part in zip(a, along, strict=True))
    off = max(abs(p - n) for p, n in zip(point, nearest, strict=True))
    return off <= _NEAR and 0.02 < share < 0.98
