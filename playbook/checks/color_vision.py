"""Colors that carry meaning, as people with color-vision deficiencies see them."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import combinations, islice
from typing import get_args

from playbook.brand import Brand
from playbook.capped import capped, unheard
from playbook.color import Color, Deficiency, distance, simulate
from playbook.diagnostics import Fact, Location, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.rulings import Options

_STATES = re.compile(r"success|warning|danger|error|info|positive|negative|alert|critical")
_CHARTS = re.compile(r"(?:chart|series|graph|data)(?:[-_ ]?\w{1,20})?")
_GROUPS = (_STATES, _CHARTS)
"""Roles whose colors stand beside each other and mean different things."""
_MOST = 24
"""Roles of a group that are compared with each other: comparisons grow with the square."""
_TOLD = 3

Seen = tuple[float, str, str, str]
"""How far apart, the two roles, and the deficiency in which they come so near."""


def check(playbook: Playbook, _facts: Facts, _today: date, options: Options) -> Iterator[Problem]:
    """Colors of states and of charts differ for people with color-vision deficiencies, too.

    Why:
        One man in twelve and one woman in two hundred sees some colors otherwise. To them, "paid" and
        "failed" may be one color.
    Fix:
        Make one of the two lighter or darker: lightness is seen by everybody. And let a word or an icon say
        the same as the color.
    Source:
        Ours: CIEDE2000 below 10. Colors are seen as by Machado, Oliveira and Fernandes 2009 at severity 1
        (protan, deutan) and Brettel, Viénot and Mollon 1997 (tritan). Roles are compared: success, warning,
        danger, error, info, positive, negative, alert, critical; and those that begin with chart, series,
        graph or data; a color of the palette may be called so, too. Two roles of one color mean one thing,
        and are not told.
    Options:
        distance: the least CIEDE2000 difference; 10 by default.
    Wrong:
        brand/colors.yml
            roles: {success: "#7D8B2A", danger: "#A67C29"}
    Right:
        brand/colors.yml
            roles: {success: "#A9C23F", danger: "#8C1D18"}
    """
    heard: set[Hashable] = set()
    for brand in playbook.brands.values():
        known = [("roles", name) for name in brand.colors.roles] + [
            ("palette", n) for n in brand.colors.palette
        ]
        if any(brand.wrote(brand.colors, *keys) for keys in known):
            yield from _alike(brand, options["distance"], heard)


def _alike(brand: Brand, least: float, heard: set[Hashable]) -> Iterator[Problem]:
    for group in _GROUPS:
        names = {**brand.colors.palette, **brand.colors.roles}
        roles = list(islice((name for name in names if group.fullmatch(name)), _MOST))
        day, night = (_colors(brand, roles, dark=dark) for dark in (False, True))
        for case, colors in (("day", day), ("night", night if night != day else {})):
            near = unheard(sorted(_near(colors, least)), partial(_key, case, colors), heard)
            problem = partial(_problem, brand, case, colors)
            yield from capped(near, problem, "color-vision.more", _TOLD)


def _colors(brand: Brand, roles: list[str], *, dark: bool) -> Mapping[str, Color]:
    return {role: color for role in roles if (color := brand.color(role, dark=dark))}


def _near(colors: Mapping[str, Color], least: float) -> Iterator[Seen]:
    """Roles that come too near each other, in the deficiency where they come nearest."""
    for (first, a), (second, b) in combinations(colors.items(), 2):
        views = ((distance(simulate(a, kind), simulate(b, kind)), kind) for kind in get_args(Deficiency))
        apart, kind = min(views)
        if a.hex != b.hex and apart < least:
            yield apart, first, second, kind


def _key(case: str, colors: Mapping[str, Color], seen: Seen) -> Hashable:
    """What a sub-brand that leaves both colors as they are has again."""
    _, *roles, _ = seen
    return case, *((role, colors[role].hex) for role in roles)


def _problem(brand: Brand, case: str, colors: Mapping[str, Color], seen: Seen) -> Problem:
    apart, first, second, kind = seen
    facts: dict[str, Fact] = {
        "first": f"{first} ({colors[first].hex})",
        "second": f"{second} ({colors[second].hex})",
        "kind": f"@color-vision.{kind}",
        "distance": float(f"{apart:.2g}"),
    }
    place, other = (_place(brand, name) for name in (second, first))
    return Problem(f"color-vision.{case}", place, facts, "color-vision.hint", (other,))


def _place(brand: Brand, name: str) -> Location:
    section = "roles" if name in brand.colors.roles else "palette"
    return brand.colors.origin.key_at(section, name)
