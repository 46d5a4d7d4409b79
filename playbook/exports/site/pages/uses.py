"""What uses each color of a brand: roles, pairs and pieces, gone through once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from playbook.brand import Brand
from playbook.exports.site.view import View

_Way = Literal["roles", "grounds", "texts", "pieces"]


@dataclass(frozen=True, slots=True)
class Uses:
    """The roles a color plays, the grounds it stands on as text, the texts on it, the pieces that name it.

    Each is a dict for its keys, in the order of the files.
    """

    roles: dict[str, None] = field(default_factory=dict)
    grounds: dict[str, None] = field(default_factory=dict)
    texts: dict[str, None] = field(default_factory=dict)
    pieces: dict[str, None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything uses the color."""
        return bool(self.roles or self.grounds or self.texts or self.pieces)


def uses(view: View, brand: Brand) -> dict[str, Uses]:
    """The uses of each color of the palette, by id."""
    found = {ident: Uses() for ident in brand.colors.palette}
    for ident, way, what in (*_roles(brand), *_pairs(brand), *_pieces(view, brand)):
        getattr(found[ident], way)[what] = None
    return found


def _ids(brand: Brand, name: str) -> Iterator[str]:
    """The palette colors that a name stands for, by day and by night."""
    for dark in (False, True):
        entry = brand.entry(name, dark=dark)
        if entry:
            yield entry[0]


def _roles(brand: Brand) -> Iterator[tuple[str, _Way, str]]:
    for name in brand.colors.roles:
        yield from ((ident, "roles", name) for ident in _ids(brand, name))


def _pairs(brand: Brand) -> Iterator[tuple[str, _Way, str]]:
    for pair in brand.colors.pairs:
        text, ground = (brand.entry(name) for name in (pair.text, pair.background))
        if text:
            yield text[0], "grounds", ground[0] if ground else pair.background
        if ground:
            yield ground[0], "texts", text[0] if text else pair.text


def _pieces(view: View, brand: Brand) -> Iterator[tuple[str, _Way, str]]:
    for piece in view.playbook.pieces.values():
        if piece.requirements and brand.id in (piece.brands or ("",)):
            for name in piece.requirements.colors:
                yield from ((ident, "pieces", piece.id) for ident in _ids(brand, name))
