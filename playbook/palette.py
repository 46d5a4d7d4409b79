"""The palette as values, and the color of it that another one comes nearest to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbook.brand import Brand
from playbook.color import Color, distance, parse

Token = tuple[str, Color]
"""A color of the brand by its id."""


def tokens(brand: Brand, *, roles: bool = False) -> Iterator[Token]:
    """The palette, by day and by night; with `roles`, also the colors of roles that are not in it."""
    for token, entry in brand.colors.palette.items():
        for value in dict.fromkeys((entry.value.light, entry.value.dark)):
            if color := parse(value):
                yield token, color
    for role in brand.colors.roles if roles else ():
        own = (brand.color(role, dark=dark) for dark in (False, True) if not brand.entry(role, dark=dark))
        yield from ((role, color) for color in dict.fromkeys(own) if color)


def nearest(color: Color, known: Sequence[Token]) -> tuple[float, str, Color]:
    """How far it is to the nearest (CIEDE2000), and which that is; 0 where both have the same hex digits.

    Alpha is left out of account.

    Raises:
        ValueError: if nothing is known.
    """
    digits = color.hex[:7]
    found = ((0.0 if digits == one.hex[:7] else distance(color, one), token, one) for token, one in known)
    return min(found, key=lambda entry: entry[0])


def shown(away: float) -> float:
    """Two significant digits: tiny differences are differences."""
    return float(f"{away:.2g}")
