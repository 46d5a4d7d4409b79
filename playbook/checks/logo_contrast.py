"""The logo on its backgrounds."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from playbook.brand import Brand
from playbook.color import Color, contrast, parse
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.observed import SvgFacts
from playbook.rulings import Options

_SAME = 1.05
"""Below this contrast a shape is taken for the background itself, drawn along."""


def check(playbook: Playbook, facts: Facts, _today: date, options: Options) -> Iterator[Problem]:
    """Each variant of the logo stands out from the backgrounds that it is declared for.

    Why:
        A logo that sinks into its background is not recognized, and recognition is what it is for.
    Fix:
        Take the background out of the variant's `on`, or draw a variant for it.
    Source:
        Ours, after WCAG 2.2, SC 1.4.11, which exempts logotypes. Of an SVG, the color that is painted first
        is judged, for it meets the background; what is painted over it may be fainter.
    Options:
        ratio: the least contrast; 3 by default.
    Wrong:
        brand/logo.yml
            variants:
              main: {file: logo.svg, on: [light, dark], alt: Example}
        brand/logo.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#222" d="M0 0h9v9z"/></svg>
    Right:
        brand/logo.yml
            variants:
              main: {file: logo.svg, on: [light], alt: Example}
        brand/logo.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#222" d="M0 0h9v9z"/></svg>
    """
    for brand in playbook.brands.values():
        for ident, variant in brand.logo.variants.items():
            seen = facts.get(brand.files.get(variant.file, ""))
            if isinstance(seen, SvgFacts) and brand.wrote(brand.logo, "variants", ident):
                yield from _judged(brand, ident, seen, options["ratio"])


def _judged(brand: Brand, ident: str, seen: SvgFacts, required: float) -> Iterator[Problem]:
    painted = [color for paint in seen.paints if (color := parse(paint.color))]
    for index, name in enumerate(brand.logo.variants[ident].on):
        background = brand.background(name)
        if not painted or background is None:
            continue
        outer = _outer(painted, background)
        ratio = contrast(outer, background)
        if ratio < required:
            facts: dict[str, Fact] = {
                "variant": ident,
                "color": outer.hex,
                "background": name if parse(name) else f"{name} ({background.hex})",
                "ratio": math.floor(ratio * 100) / 100,
                "required": required,
            }
            place = brand.logo.at("variants", ident, "on", index)
            yield Problem("logo-contrast.low", place, facts, "logo-contrast.hint")


def _outer(painted: list[Color], background: Color) -> Color:
    visible = (color for color in painted if contrast(color, background) > _SAME)
    return next(visible, painted[0])
