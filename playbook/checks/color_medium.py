"""Colors in the media that they are for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.brand import Brand
from playbook.brand.colors import PaletteColor
from playbook.capped import capped
from playbook.choices import Medium, PieceStatus
from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.model.piece import Piece
from playbook.palette import Asked, asked
from playbook.rulings import Options

_BY_KIND = {"sign": Medium.SIGN, "vehicle": Medium.SIGN, "workwear": Medium.TEXTILE}
_BY_GROUP = {"print": Medium.PRINT, "web": Medium.SCREEN, "email": Medium.SCREEN, "social": Medium.SCREEN}


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Pieces use colors in the media that those are for, and colors in print have an ink.

    Why:
        A color of the screen cannot be printed as it is: without its inks each printer mixes another one.
    Fix:
        Choose a color for the medium, or add the medium to the color's `media`. For print give the color
        `cmyk`, or a spot color: `pantone`, or `ral` for paint.
    Source:
        Ours, after published palettes that say where each color may be used. The medium of a piece is known
        from its sizes in mm, cm or in (print), or from its kind: print, web, e-mail, social networks; sign,
        vehicle and workwear. Others are not judged, nor are retired pieces.
    Wrong:
        brand/colors.yml
            palette:
              glow: {value: "#00FFC8", media: screen}
        content/pieces/flyer.yml
            name: Flyer
            kind: brochure
            requirements: {colors: [glow]}
    Right:
        brand/colors.yml
            palette:
              glow: {value: "#00FFC8", media: [screen, print], cmyk: [60, 0, 35, 0]}
        content/pieces/flyer.yml
            name: Flyer
            kind: brochure
            requirements: {colors: [glow]}
    """
    yield from capped(_outside(playbook), _problem, "color-medium.more")
    yield from _inkless(playbook)


def _outside(playbook: Playbook) -> Iterator[tuple[Asked, Medium]]:
    """Colors that pieces of another medium ask for, and that medium."""
    for used in asked(playbook, lambda entry: bool(entry.media)):
        medium = _medium(playbook, used.piece)
        if medium and medium not in used.entry.media:
            yield used, medium


def _problem(found: tuple[Asked, Medium]) -> Problem:
    used, medium = found
    place = used.piece.at("requirements", "colors", used.index)
    facts = {"color": used.ident, "medium": f"@medium.{medium}"}
    related = (used.brand.colors.at("palette", used.ident, "media"),)
    return Problem("color-medium.outside", place, facts, "color-medium.outside-hint", related)


def _inkless(playbook: Playbook) -> Iterator[Problem]:
    """Colors for print without an ink, each once, whoever prints it."""
    needed = set()
    for used in asked(playbook, lambda entry: not (entry.media or _has_ink(entry))):
        color = used.brand.id, used.ident
        if color not in needed and _medium(playbook, used.piece) is Medium.PRINT:
            needed.add(color)
    for brand in playbook.brands.values():
        for ident, entry in brand.colors.palette.items():
            due = Medium.PRINT in entry.media or ((brand.id, ident) in needed and not entry.media)
            if due and not _has_ink(entry) and _tells(brand, ident):
                place = brand.colors.origin.key_at("palette", ident)
                yield Problem("color-medium.ink", place, {"color": ident}, "color-medium.ink-hint")


def _has_ink(entry: PaletteColor) -> bool:
    return bool(entry.cmyk or entry.pantone or entry.ral)


def _tells(brand: Brand, ident: str) -> bool:
    return brand.wrote(brand.colors, "palette", ident)


def _medium(playbook: Playbook, piece: Piece) -> Medium | None:
    """The medium of a piece in use, where it is sure."""
    if piece.status is PieceStatus.RETIRED:
        return None
    kind = playbook.kinds.get(piece.kind)
    known = _BY_KIND.get(piece.kind) or (_BY_GROUP.get(kind.group) if kind else None)
    units = {size.unit for size in piece.requirements.sizes}
    return known or (Medium.PRINT if units and "px" not in units else None)
