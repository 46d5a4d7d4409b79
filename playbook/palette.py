"""The palette as values, the color of it that another one comes nearest to, and who asks for its colors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from playbook.brand import Brand
from playbook.brand.colors import PaletteColor
from playbook.color import Color, distance, parse
from playbook.model import Playbook
from playbook.model.piece import Piece

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


@dataclass(frozen=True, slots=True)
class Asked:
    """A piece, which of its required colors it is, the brand and the palette's id for that."""

    piece: Piece
    index: int
    brand: Brand
    ident: str

    @property
    def entry(self) -> PaletteColor:
        """The color as the palette has it."""
        return self.brand.colors.palette[self.ident]


def asked(playbook: Playbook, wanted: Callable[[PaletteColor], bool]) -> Iterator[Asked]:
    """The colors that pieces ask for, by id or by role, of those that are wanted."""
    named = {brand.id: _names(brand, wanted) for brand in playbook.brands.values()}
    for piece in playbook.pieces.values() if any(named.values()) else ():
        brand = playbook.brand_of(piece)
        names = named[brand.id]
        for index, name in enumerate(piece.requirements.colors):
            if name in names:
                yield Asked(piece, index, brand, names[name])


def _names(brand: Brand, wanted: Callable[[PaletteColor], bool]) -> dict[str, str]:
    """The ids and roles that lead to a wanted color, and its id."""
    names = (*brand.colors.palette, *brand.colors.roles)
    return {name: found[0] for name in names if (found := brand.entry(name)) and wanted(found[1])}


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
