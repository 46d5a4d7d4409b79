"""What people call a color who do not know its name: whoever needs "the yellow" finds it."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, degrees, hypot

from playbook.color import Color, lab

_ALL = (0, 360)
_SOME = (7, 200)
_CALLED = {
    "black": ((0, 20), (0, 16), _ALL),
    "gray": ((15, 93), (0, 11), _ALL),
    "white": ((93, 101), (0, 8), _ALL),
    "beige": ((55, 98), (3, 38), (28, 115)),
    "brown": ((0, 66), (7, 70), (12, 96)),
    "wine": ((0, 42), (15, 80), (335, 400)),
    "red": ((20, 74), (30, 200), (0, 52)),
    "orange": ((50, 90), (34, 200), (40, 82)),
    "gold": ((50, 88), (36, 200), (68, 98)),
    "yellow": ((54, 101), (22, 200), (72, 114)),
    "green": ((0, 101), _SOME, (96, 192)),
    "turquoise": ((15, 101), _SOME, (165, 232)),
    "blue": ((0, 101), _SOME, (212, 308)),
    "navy": ((0, 30), _SOME, (250, 310)),
    "purple": ((0, 101), _SOME, (295, 355)),
    "pink": ((40, 101), _SOME, (315, 395)),
}
"""Each word's lightness (CIE L*, 0 to 100), chroma and hue (degrees; past 360 goes on at red): from, below.

The bounds are ours, set wide on purpose: a color between two words answers to both.
"""


def called(color: Color) -> Iterator[str]:
    """The ids of all the words that people would use for a color."""
    lightness, a, b = lab(color)
    chroma, hue = hypot(a, b), degrees(atan2(b, a)) % 360
    for word, (shade, strength, band) in _CALLED.items():
        around = _within(hue, band) or _within(hue + 360, band)
        if around and _within(lightness, shade) and _within(chroma, strength):
            yield word


def _within(value: float, bounds: tuple[int, int]) -> bool:
    return bounds[0] <= value < bounds[1]
