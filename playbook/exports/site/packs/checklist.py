"""How to check a piece before it is sent: what its requirements ask, as questions with a yes or no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbook.brand import Brand
from playbook.exports.site.blocks import Block, Heading, Items, Plain
from playbook.exports.site.inlines import Inlines, plain
from playbook.exports.site.names import color, font, joined, logo, words
from playbook.exports.site.view import View
from playbook.model.piece import Piece, Requirements, Size


def checklist(view: View, brand: Brand, pieces: Sequence[Piece]) -> Iterator[Block]:
    """Points to tick, for each piece."""
    for piece in pieces:
        if len(pieces) > 1:
            yield Heading(3, piece.name, "")
        points = [*_points(view, brand, piece), view.t("pack.check.texts"), view.t("pack.check.name")]
        yield Items(tuple((Plain(words(point)),) for point in points), style="checklist")


def _points(view: View, brand: Brand, piece: Piece) -> Iterator[str]:
    required = piece.requirements
    yield from _measures(view, required)
    yield from _brand(view, brand, required)
    for part, most in required.text_limits.items():
        yield view.t("pack.check.limit", part=part, most=view.number(most))
    if required.file_size:
        yield view.t("pack.check.weight", most=required.file_size)


def _measures(view: View, required: Requirements) -> Iterator[str]:
    if required.format:
        yield view.t("pack.check.format", formats=", ".join(required.format))
    for size in required.sizes:
        yield view.t("pack.check.size", name=f"{size.name}: " if size.name else "", size=_sides(view, size))
    if required.bleed:
        yield view.t("pack.check.bleed", bleed=view.number(required.bleed))
    if required.resolution:
        yield view.t("pack.check.resolution", dpi=required.resolution)


def _sides(view: View, size: Size) -> str:
    sides = (view.number(side) for side in (size.width, size.height) if side)
    return f"{' × '.join(sides)} {size.unit}"


def _brand(view: View, brand: Brand, required: Requirements) -> Iterator[str]:
    if required.colors:
        yield view.t("pack.check.colors", colors=_said(color(view, name, brand) for name in required.colors))
    if required.fonts:
        families = dict.fromkeys(family(brand, name) for name in required.fonts)
        yield view.t("pack.check.fonts", fonts=_said(font(view, name, brand) for name in families if name))
    if required.logo:
        yield view.t("pack.check.logo", logo=plain(logo(view, required.logo, brand)))


def family(brand: Brand, named: str) -> str:
    """The family that a role or its own id names; empty where there is none."""
    role = brand.fonts.roles.get(named)
    ident = role.family if role else named
    return ident if ident in brand.fonts.families else ""


def _said(parts: Iterator[Inlines]) -> str:
    return plain(joined(parts)).strip()
