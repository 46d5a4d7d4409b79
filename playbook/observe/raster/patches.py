"""Where in a picture its colors lie: boxes around the largest patches of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PIL import Image

from playbook.diagnostics import Area
from playbook.handed import MOST_AREAS

Pixel = tuple[int, int, int]
_OPAQUE = 250
_SPECK = 4
"""Cells of the sample; a smaller patch is an edge or noise."""
_DIGITS = 4


class _Patch:
    """Cells of one color that touch each other, while they grow."""

    __slots__ = ("bottom", "cells", "left", "right", "top")

    def __init__(self, x: int, y: int) -> None:
        self.left = self.right = x
        self.top = self.bottom = y
        self.cells = 0

    def take(self, x: int, y: int) -> None:
        self.left, self.right = min(self.left, x), max(self.right, x)
        self.top, self.bottom = min(self.top, y), max(self.bottom, y)
        self.cells += 1


def areas(sample: Image.Image, meant: Mapping[Pixel, Pixel]) -> dict[Pixel, tuple[Area, ...]]:
    """The boxes of each color's patches, the largest first; `meant` says which color a pixel counts as.

    They are as exact as the sample is fine.
    """
    width, height = sample.size
    whole = sample.convert("RGBA").tobytes()
    cells = [_meant(whole, at, meant) for at in range(0, len(whole), 4)]
    found: dict[Pixel, list[_Patch]] = {}
    for color, patch in _patches(cells, width):
        found.setdefault(color, []).append(patch)
    return {color: _largest(patches, width, height) for color, patches in found.items()}


def _meant(whole: bytes, at: int, meant: Mapping[Pixel, Pixel]) -> Pixel | None:
    red, green, blue, alpha = whole[at : at + 4]
    return meant.get((red, green, blue)) if alpha >= _OPAQUE else None


def _patches(cells: Sequence[Pixel | None], width: int) -> Iterator[tuple[Pixel, _Patch]]:
    left: list[Pixel | None] = list(cells)
    for start, color in enumerate(cells):
        if color is not None and left[start] is not None:
            yield color, _grown(left, start, width)


def _grown(left: list[Pixel | None], start: int, width: int) -> _Patch:
    """The patch around a cell; its cells are taken out of what is left."""
    color, left[start] = left[start], None
    patch = _Patch(start % width, start // width)
    stack = [start]
    while stack:
        at = stack.pop()
        x = at % width
        patch.take(x, at // width)
        beside = (at - 1 if x else -1, at + 1 if x + 1 < width else -1, at - width, at + width)
        for near in beside:
            if 0 <= near < len(left) and left[near] == color:
                left[near] = None
                stack.append(near)
    return patch


def _largest(patches: Sequence[_Patch], width: int, height: int) -> tuple[Area, ...]:
    """The boxes of those that are no specks, or of the largest where all are."""
    ranked = sorted(patches, key=lambda patch: -patch.cells)
    kept = [patch for patch in ranked if patch.cells >= _SPECK] or ranked[:1]
    return tuple(_area(patch, width, height) for patch in kept[:MOST_AREAS])


def _area(patch: _Patch, width: int, height: int) -> Area:
    edges = (patch.left / width, patch.top / height, (patch.right + 1) / width, (patch.bottom + 1) / height)
    left, top, right, bottom = (round(edge, _DIGITS) for edge in edges)
    return left, top, right, bottom
