"""Colors at the touchpoints that they are for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.brand import Brand
from playbook.capped import capped
from playbook.choices import PieceStatus
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.model.piece import Piece
from playbook.rulings import Options

Outside = tuple[Piece, int, Brand, str]
"""A piece, which of its required colors it is, the brand and the palette's id for that."""


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Pieces use the colors that are approved for their touchpoints.

    Why:
        A color that was approved for the app alone tells people "you are in the app". Everywhere else it
        says nothing, and the palette grows by one.
    Fix:
        Choose a color of the whole brand, or add the touchpoint to the color's `touchpoints`.
    Source:
        Ours, after a published palette with a tone for the app alone. A piece that also serves one of the
        color's touchpoints is not judged, nor is a retired one.
    Wrong:
        brand/colors.yml
            palette:
              mint: {value: "#2EC4A6", touchpoints: [app]}
        content/touchpoints.yml
            app: {name: App, stage: after}
            shop: {name: Shop, stage: during}
        content/pieces/flyer.yml
            name: Flyer
            kind: web-page
            touchpoints: [shop]
            requirements: {colors: [mint]}
    Right:
        brand/colors.yml
            palette:
              mint: {value: "#2EC4A6", touchpoints: [app]}
        content/touchpoints.yml
            app: {name: App, stage: after}
        content/pieces/screen.yml
            name: Screen
            kind: app-screen
            touchpoints: [app]
            requirements: {colors: [mint]}
    """
    pieces = (p for p in playbook.pieces.values() if p.touchpoints and p.status is not PieceStatus.RETIRED)
    found = (outside for piece in pieces for outside in _outside(playbook, piece))
    yield from capped(found, _problem, "color-touchpoint.more")


def _outside(playbook: Playbook, piece: Piece) -> Iterator[Outside]:
    brand = playbook.brand_of(piece)
    for index, name in enumerate(piece.requirements.colors):
        ident, entry = brand.entry(name) or ("", None)
        if entry and entry.touchpoints and not set(entry.touchpoints) & set(piece.touchpoints):
            yield piece, index, brand, ident


def _problem(found: Outside) -> Problem:
    piece, index, brand, ident = found
    facts: dict[str, Fact] = {"color": ident, "touchpoints": brand.colors.palette[ident].touchpoints}
    place = piece.at("requirements", "colors", index)
    related = (brand.colors.at("palette", ident, "touchpoints"),)
    return Problem("color-touchpoint.outside", place, facts, "color-touchpoint.hint", related)
