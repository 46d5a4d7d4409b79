"""Colors at the touchpoints that they are for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.capped import capped
from playbook.choices import PieceStatus
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.palette import Asked, asked
from playbook.rulings import Options


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
    found = filter(_is_outside, asked(playbook, lambda entry: bool(entry.touchpoints)))
    yield from capped(found, _problem, "color-touchpoint.more")


def _is_outside(used: Asked) -> bool:
    served = used.piece.touchpoints
    judged = served and used.piece.status is not PieceStatus.RETIRED
    return bool(judged) and set(used.entry.touchpoints).isdisjoint(served)


def _problem(used: Asked) -> Problem:
    facts: dict[str, Fact] = {"color": used.ident, "touchpoints": used.entry.touchpoints}
    place = used.piece.at("requirements", "colors", used.index)
    related = (used.brand.colors.at("palette", used.ident, "touchpoints"),)
    return Problem("color-touchpoint.outside", place, facts, "color-touchpoint.hint", related)
