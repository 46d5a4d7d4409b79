"""What a theme offers, told apart from what is used of it."""

from __future__ import annotations

from playbook.handed import Spot
from playbook.observe.ooxml.tally import Tally
from playbook.observe.ooxml.theme import Theme


def offered(scheme: Theme, tally: Tally, *, in_use: bool) -> None:
    """The theme's colors, all only on offer, and its fonts, which texts take unless told otherwise."""
    for slot, color in scheme.colors.items():
        tally.ink(color, slot, "theme", Spot(part=f"@place.theme {slot}"), 0)
    for which, family in (("heading", scheme.major), ("body", scheme.minor)):
        tally.font(family, Spot(part=f"@place.theme-{which}"), int(in_use))
