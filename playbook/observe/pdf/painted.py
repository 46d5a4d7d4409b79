"""What the pages of a file paint, while it is gathered, and where on them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from fontTools.misc.transform import Identity, Transform

from playbook.diagnostics import Area
from playbook.handed import MOST_AREAS, InkRole, Placed, Spot
from playbook.observe.pdf.spaces import GRAY, Mixed, Space

MAX_CONTENT = 12_000_000
"""Bytes of content, all pages and what they use together, as often as they use it."""
_DIGITS = 4

InkKey = tuple[Mixed, InkRole, int]
FontKey = tuple[int, int]
Extent = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(slots=True)
class Painted:
    """What a file's pages paint, while it grows.

    `left` is how much content may still be followed, `read` in how much texts were looked for. `frames` lead
    from the points of a page to shares of its sides, `areas` are where each ink and font is seen.
    """

    inks: Counter[InkKey] = field(default_factory=Counter)
    fonts: Counter[FontKey] = field(default_factory=Counter)
    pictures: list[Placed] = field(default_factory=list)
    doubts: dict[tuple[str, int], None] = field(default_factory=dict)
    left: int = MAX_CONTENT
    read: int = 0
    known: dict[int, Any] = field(default_factory=dict)
    frames: dict[int, Transform] = field(default_factory=dict)
    areas: dict[InkKey | FontKey, dict[Area, None]] = field(default_factory=dict)

    def spot(self, key: InkKey | FontKey) -> Spot:
        """The place of an ink or font."""
        return Spot(page=key[-1], areas=tuple(self.areas.get(key, ())))

    def ink(self, key: InkKey, area: Area | None) -> None:
        """Count an ink."""
        self.inks[key] += 1
        self._see(key, area)

    def font(self, font: Any, page: int, area: Area | None) -> None:
        """Count a font."""
        self.known[id(font)] = font
        self.fonts[id(font), page] += 1
        self._see((id(font), page), area)

    def _see(self, key: InkKey | FontKey, area: Area | None) -> None:
        """Keep where an ink or font is seen, of the first ones."""
        known = self.areas.setdefault(key, {})
        if area is None:
            return
        before = next(reversed(known), area)
        if _goes_on(before, area):
            known.pop(before, None)
            area = (*area[:1], min(before[1], area[1]), area[2], max(before[3], area[3]))
        if len(known) < MOST_AREAS:
            known[area] = None

    def area(self, page: int, extent: Extent, matrix: Transform) -> Area | None:
        """The part of the page that a box fills; None where it lies outside."""
        if page not in self.frames:
            return None
        left, low, right, high = extent
        corners = [(left, low), (right, low), (right, high), (left, high)]
        across, down = zip(*self.frames[page].transform(matrix).transformPoints(corners), strict=True)
        edges = (min(across), min(down), max(across), max(down))
        if edges[0] >= 1 or edges[1] >= 1 or edges[2] <= 0 or edges[3] <= 0:
            return None
        first, top, last, bottom = (round(min(1.0, max(0.0, edge)), _DIGITS) for edge in edges)
        return first, top, last, bottom


def _goes_on(before: Area, area: Area) -> bool:
    """Whether a line of text stands right below another, as in a paragraph."""
    left, top, right, bottom = area
    upright = before[0] == before[2] == left == right
    return upright and top > before[1] and top - before[3] <= bottom - top


@dataclass(frozen=True, slots=True)
class State:
    """The graphics state, as far as it shows. `here` is false where what is painted repeats elsewhere."""

    fill: tuple[Space, tuple[float, ...], str] = (GRAY, (0.0,), "")
    stroke: tuple[Space, tuple[float, ...], str] = (GRAY, (0.0,), "")
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    matrix: Transform = Identity
    font: str = ""
    size: float = 0.0
    mode: int = 0
    here: bool = True
