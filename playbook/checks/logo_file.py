"""The logo's files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from playbook.diagnostics import Fact, Location, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.observed import Sighting, SvgFacts, Unreadable
from playbook.rulings import Options


def check(playbook: Playbook, facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """The logo's files are sound: they open, scale to any size and depend on nothing outside them.

    Why:
        An SVG without a viewBox does not scale. Live text changes its shape where the font is missing; an
        embedded picture blurs; scripts and links to the outside are a risk, and are blocked by many programs.
    Fix:
        Export the logo again as a plain SVG: with a viewBox, text turned into outlines, pictures traced,
        without scripts and linked files.
    Source:
        Ours.
    Wrong:
        brand/logo.yml
            variants: {main: logo.svg}
        brand/logo.svg
            <svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">Example</text></svg>
    Right:
        brand/logo.yml
            variants: {main: logo.svg}
        brand/logo.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><path d="M0 0h90v20z"/></svg>
    """
    for brand in playbook.brands.values():
        for ident, variant in brand.logo.variants.items():
            path = brand.files.get(variant.file, "")
            seen = facts.get(path)
            if seen is not None and brand.wrote(brand.logo, "variants", ident, "file"):
                place = brand.logo.at("variants", ident, "file")
                yield from _problems(place, path, seen)


def _problems(place: Location, path: str, seen: object) -> Iterator[Problem]:
    if isinstance(seen, Unreadable):
        yield Problem(f"unreadable.{seen.reason}", place, seen.facts)
    if not isinstance(seen, SvgFacts):
        return
    facts: dict[str, Fact] = {"file": path}
    if seen.view_box is None:
        yield Problem("logo-file.view-box", place, facts, "logo-file.view-box-hint")
    if seen.rasters:
        yield Problem("logo-file.raster", place, {**facts, "count": seen.rasters}, "logo-file.raster-hint")
    if seen.texts:
        words = {**facts, "text": seen.texts[0].text[:60]}
        yield Problem("logo-file.text", place, words, "logo-file.text-hint")
    for case, sightings in (("script", seen.scripts), ("external", seen.external)):
        if sightings:
            yield _sighted(case, place, path, sightings)


def _sighted(case: str, place: Location, path: str, sightings: Sequence[Sighting]) -> Problem:
    related = tuple(Location(path, sighting.line) for sighting in sightings[:10])
    facts: dict[str, Fact] = {"file": path, "what": sightings[0].text, "count": len(sightings)}
    return Problem(f"logo-file.{case}", place, facts, f"logo-file.{case}-hint", related)
