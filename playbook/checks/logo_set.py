"""The logo's variants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from playbook.brand import Brand
from playbook.brand.logo import Variant
from playbook.color import WHITE, on
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.observed import SvgFacts
from playbook.rulings import Options

_GROUNDS = {"light", "dark"}


def check(playbook: Playbook, facts: Facts, _today: date, options: Options) -> Iterator[Problem]:
    """The logo has a variant for light and one for dark backgrounds, each with an alternative text.

    Why:
        A logo drawn for white paper vanishes at night, in a dark e-mail program or on a photograph; and
        people who do not see it should hear whose it is.
    Fix:
        Draw the missing variant and say in `on` which backgrounds it is for. Give every variant an `alt`,
        most often the brand's name alone.
    Source:
        Ours; for the alternative text, WCAG 2.2, SC 1.1.1.
    Options:
        need: which variants there must be; light and dark by default, and mono (all in one color) if wanted.
    Wrong:
        brand/logo.yml
            variants:
              main: {file: logo.svg, on: [light]}
        brand/logo.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>
    Right:
        brand/logo.yml
            variants:
              main: {file: logo.svg, on: [light], alt: Example}
              night: {file: night.svg, on: [dark], alt: Example}
        brand/logo.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>
        brand/night.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#fff" d="M0 0h9v9"/></svg>
    """
    for brand in playbook.brands.values():
        logo = brand.logo
        if not logo.variants or not any(brand.wrote(logo, "variants", ident) for ident in logo.variants):
            continue
        place = logo.origin.key_at("variants")
        there = {kind for variant in logo.variants.values() for kind in _kinds(brand, variant, facts)}
        missing = [kind for kind in options["need"] if kind not in there]
        if set(missing) >= _GROUNDS and not any(variant.on for variant in logo.variants.values()):
            missing = ["unsaid", *(kind for kind in missing if kind not in _GROUNDS)]
        yield from (Problem(f"logo-set.{kind}", place, hint=f"logo-set.{kind}-hint") for kind in missing)
        yield from _silent(brand, logo.variants)


def _silent(brand: Brand, variants: Mapping[str, Variant]) -> Iterator[Problem]:
    """All variants without an alternative text at once, at the first one."""
    wrote = (ident for ident, variant in variants.items() if not variant.alt)
    if found := [ident for ident in wrote if brand.wrote(brand.logo, "variants", ident)]:
        places = [brand.logo.origin.key_at("variants", ident) for ident in found]
        facts: dict[str, Fact] = {"variant": ", ".join(found), "count": len(found), "name": brand.name}
        case = "alt" if len(found) == 1 else "alts"
        yield Problem(f"logo-set.{case}", places[0], facts, f"logo-set.{case}-hint", tuple(places[1:]))


def _kinds(brand: Brand, variant: Variant, facts: Facts) -> Iterator[str]:
    """What a variant is for: light or dark backgrounds, or one ink."""
    for name in variant.on:
        background = brand.background(name)
        if background is not None:
            yield "dark" if on(background) == WHITE else "light"
    seen = facts.get(brand.files.get(variant.file, ""))
    if isinstance(seen, SvgFacts) and len({paint.color for paint in seen.paints}) == 1:
        yield "mono"
