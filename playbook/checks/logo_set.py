"""The logo's variants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from playbook.brand import Brand
from playbook.brand.logo import Variant
from playbook.color import WHITE, on
from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.observed import SvgFacts
from playbook.rulings import Options


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
        there = {kind for variant in logo.variants.values() for kind in _kinds(brand, variant, facts)}
        for kind in options["need"]:
            if kind not in there:
                place = logo.origin.key_at("variants")
                yield Problem(f"logo-set.{kind}", place, hint=f"logo-set.{kind}-hint")
        yield from _silent(brand, logo.variants)


def _silent(brand: Brand, variants: Mapping[str, Variant]) -> Iterator[Problem]:
    for ident, variant in variants.items():
        if not variant.alt and brand.wrote(brand.logo, "variants", ident):
            place = brand.logo.origin.key_at("variants", ident)
            yield Problem("logo-set.alt", place, {"variant": ident, "name": brand.name}, "logo-set.alt-hint")


def _kinds(brand: Brand, variant: Variant, facts: Facts) -> Iterator[str]:
    """What a variant is for: light or dark backgrounds, or one ink."""
    for name in variant.on:
        background = brand.background(name)
        if background is not None:
            yield "dark" if on(background) == WHITE else "light"
    seen = facts.get(brand.files.get(variant.file, ""))
    if isinstance(seen, SvgFacts) and len({paint.color for paint in seen.paints}) == 1:
        yield "mono"
