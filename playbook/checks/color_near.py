"""Colors of a palette that are nearly the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from functools import partial
from itertools import islice

from playbook.brand import Brand
from playbook.capped import capped
from playbook.color import Color, distance, least_distance, parse
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.palette import shown
from playbook.rulings import Options

_MOST = 150
"""Colors of a palette that are compared with each other: comparisons grow with the square."""

_STEP = re.compile(r"(.*?)[-_ .]?\d{1,4}")
_SCALE = 3
"""So many colors of one name and a number, such as gray-80, are steps of a scale."""

Shades = tuple[Color, Color]
"""A color by day and by night."""

Near = tuple[str, str, float]
"""A color, the one before it that is nearest, and how far apart they are."""


def check(playbook: Playbook, _facts: Facts, _today: date, options: Options) -> Iterator[Problem]:
    """Each color of the palette differs visibly from every other one.

    Why:
        Of two colors that nobody can tell apart people take either, and one of them is wrong; the next
        rebrand changes one and forgets the other.
    Fix:
        Keep one of them. A second name for it is a role: `roles: {accent: fig}`.
    Source:
        Ours. The difference is CIEDE2000; 2.3 is about what people just notice. A color that has two shades
        counts as the same only where both are. Steps of a scale (gray-80, gray-60, gray-40) may be near
        others, and are told only where they are the same.
    Options:
        distance: colors less far apart are told; 2.3 by default.
    Wrong:
        brand/colors.yml
            palette: {fig: "#561B3F", plum: "#571B3F"}
    Right:
        brand/colors.yml
            palette: {fig: "#561B3F", plum: "#7A2A5C"}
    """
    for brand in playbook.brands.values():
        near, problem = _near(brand, options["distance"]), partial(_problem, brand)
        yield from capped(near, problem, "color-near.more")


def _near(brand: Brand, least: float) -> Iterator[Near]:
    """Each color that comes too near one before it, with the nearest of those."""
    before: dict[str, Shades] = {}
    steps = _steps(brand)
    for ident, shades in islice(_palette(brand), _MOST):
        likely = {name: known for name, known in before.items() if _may_be_near(shades, known, least)}
        found = [(_apart(shades, known), name) for name, known in likely.items()]
        apart, other = min(found, default=(least, ""))
        meant = apart > 0 and (ident in steps or other in steps)
        if apart < least and not meant and (_own(brand, ident) or _own(brand, other)):
            yield ident, other, apart
        before[ident] = shades


def _steps(brand: Brand) -> Collection[str]:
    """The colors that are steps of a scale."""
    stems = {ident: found[1] for ident in brand.colors.palette if (found := _STEP.fullmatch(ident))}
    sizes = Counter(stems.values())
    return {ident for ident, stem in stems.items() if sizes[stem] >= _SCALE}


def _own(brand: Brand, ident: str) -> bool:
    return brand.wrote(brand.colors, "palette", ident)


def _palette(brand: Brand) -> Iterator[tuple[str, Shades]]:
    """Opaque colors by day and by night."""
    for ident, entry in brand.colors.palette.items():
        day, night = parse(entry.value.light), parse(entry.value.dark)
        if day and night and day.alpha == night.alpha == 1:
            yield ident, (day, night)


def _may_be_near(shades: Shades, known: Shades, least: float) -> bool:
    return all(least_distance(mine, theirs) < least for mine, theirs in zip(shades, known, strict=True))


def _apart(shades: Shades, known: Shades) -> float:
    return max(distance(mine, theirs) for mine, theirs in zip(shades, known, strict=True))


def _problem(brand: Brand, found: Near) -> Problem:
    ident, other, apart = found
    facts: dict[str, Fact] = {"token": ident, "other": other, "distance": shown(apart)}
    case = "near" if apart else "same"
    place, first = (brand.colors.origin.key_at("palette", name) for name in (ident, other))
    return Problem(f"color-near.{case}", place, facts, "color-near.hint", (first,))
