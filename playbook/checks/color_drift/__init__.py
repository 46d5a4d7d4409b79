"""Colors that differ between the brand's own files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, islice
from pathlib import PurePosixPath
from typing import Any

from playbook.brand import Brand
from playbook.checks.color_drift.offered import offered
from playbook.color import WHITE, Color, distance, parse
from playbook.diagnostics import Fact, Location, Problem
from playbook.document import Layer
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.observed import Paint, SvgFacts
from playbook.palette import nearest, shown, tokens
from playbook.rulings import Options

_MOST_TOLD = 10
"""Findings of one file that are told one by one."""
_MOST_JUDGED = 200
"""Colors of one file that are compared with the palette; a drawing with more is no logo, but a picture."""


def check(playbook: Playbook, facts: Facts, _today: date, options: Options) -> Iterator[Problem]:
    """A color is the same in all of the brand's own files: YAML, logo, tokens, CSS, swatches, Office.

    Why:
        Slightly different values of one color spread with every copy, and nobody knows which one is right.
        Published brands differ from themselves by 0.5 to 3.
    Fix:
        Decide which value holds and write it in each file, or make tokens, style sheets and swatches anew
        with `brand-playbook export`. A logo's color that is meant to be another belongs into the palette.
    Source:
        Ours. The difference is CIEDE2000; below 1 few people see it, and it is told all the same. Beside YAML
        and the logo, what lies in brand/ is read: design tokens (.json, .tokens), custom properties and other
        colors of .css, variables of .scss and .less, swatches (.ase, .gpl), and the theme of Word, PowerPoint
        and Excel files and templates and of .thmx. A color with the id or name of one in the palette, or of a
        role, is compared with that: `--color-fig`, `color.palette.fig`, `$fig`, by night with the night's
        shade. What has no such name counts as meant to be the palette's from a difference of 5 down in logos,
        themes and swatches, and from 2.3 down where it has another name or stands in a style sheet, unless
        it is a gray; steps of a scale, see-through colors and what Office comes with never do. White is taken
        for paper. Inks (CMYK) of swatches are not compared.
    Options:
        near: the largest difference at which a color counts as the palette's; 5 by default.
    Wrong:
        brand/colors.yml
            palette: {fig: "#561B3F"}
        brand/logo.yml
            variants: {main: logo.svg}
        brand/logo.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
              <path fill="#571B3F" d="M0 0h9v9z"/>
            </svg>
    Right:
        brand/colors.yml
            palette: {fig: "#561B3F"}
        brand/logo.yml
            variants: {main: logo.svg}
        brand/logo.svg
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
              <path fill="#561B3F" d="M0 0h9v9z"/>
            </svg>
    """
    for brand in playbook.brands.values():
        yield from _twice(brand)
        for path in sorted({brand.files.get(v.file, "") for v in _own_variants(brand)}):
            seen = facts.get(path)
            if isinstance(seen, SvgFacts):
                yield from _painted(brand, path, seen, options["near"])
    yield from offered(playbook, facts, options["near"])


def _own_variants(brand: Brand) -> Iterator[Any]:
    for ident, variant in brand.logo.variants.items():
        if brand.wrote(brand.logo, "variants", ident, "file"):
            yield variant


def _twice(brand: Brand) -> Iterator[Problem]:
    """Colors that two files of one folder give, differently; a sub-brand's may differ from its master's."""
    for near, far in combinations(brand.colors.origin.layers, 2):
        folder, other = (PurePosixPath(layer.source.path).parent for layer in (near, far))
        if folder == other and brand.id in ("", folder.name):
            yield from _between(brand, near, far)


def _between(brand: Brand, near: Layer, far: Layer) -> Iterator[Problem]:
    here, there = _given(near), _given(far)
    told = set()
    for keys in here.keys() & there.keys():
        section, token, shade = keys
        mine, theirs = (_meant(brand, section, given[keys], shade) for given in (here, there))
        if mine and theirs and mine.hex != theirs.hex:
            told.add((section, token, mine, theirs))
    for section, token, mine, theirs in sorted(told, key=lambda entry: entry[:2]):
        other = _place(far, section, token)
        facts: dict[str, Fact] = {
            "token": token,
            "value": mine.hex,
            "file": other.path,
            "other": theirs.hex,
            "distance": shown(distance(mine, theirs)),
        }
        place = _place(near, section, token)
        yield Problem("color-drift.twice", place, facts, "color-drift.twice-hint", (other,))


def _meant(brand: Brand, section: str, value: str, shade: str) -> Color | None:
    """A palette's value is a color; a role's may name one."""
    return parse(value) if section == "palette" else brand.color(value, dark=shade == "dark")


def _place(layer: Layer, section: str, token: str) -> Location:
    return layer.source.at(*layer.translate((section, token)))


def _given(layer: Layer) -> Mapping[tuple[str, str, str], str]:
    """The colors that a file gives, as written, by section, token and shade."""
    found = {}
    for section in ("palette", "roles"):
        entries: Any = layer.data.get(section) if isinstance(layer.data, dict) else None
        for token, entry in entries.items() if isinstance(entries, dict) else ():
            for shade, value in _shades(entry).items():
                if isinstance(value, str):
                    found[section, token, shade] = value
    return found


def _shades(entry: Any) -> Mapping[str, Any]:
    """The light and dark value of an entry, however short it is written."""
    value = entry.get("value", entry) if isinstance(entry, dict) else entry
    return value if isinstance(value, dict) else {"light": value, "dark": value}


def _painted(brand: Brand, path: str, seen: SvgFacts, near: float) -> Iterator[Problem]:
    """Colors of a drawing that come near one of the palette without being it."""
    found = list(_strayed(brand, path, seen, near))
    yield from found[:_MOST_TOLD]
    if rest := found[_MOST_TOLD:]:
        facts: dict[str, Fact] = {"count": len(rest), "file": path}
        yield Problem("color-drift.more", rest[0].location, facts, "color-drift.more-hint")


def _strayed(brand: Brand, path: str, seen: SvgFacts, near: float) -> Iterator[Problem]:
    counts: Counter[str] = Counter()
    first: dict[str, Paint] = {}
    for paint in seen.paints:
        counts[paint.color[:7]] += paint.count
        first.setdefault(paint.color[:7], paint)
    palette = list(tokens(brand))
    for painted, count in islice(counts.items() if palette else (), _MOST_JUDGED):
        color = parse(painted)
        found = color and color != WHITE and nearest(color, palette)
        if found and 0 < found[0] <= near:
            away, token, meant = found
            facts: dict[str, Fact] = {
                "token": token,
                "value": meant.hex,
                "other": painted,
                "file": path,
                "count": count,
                "distance": shown(away),
            }
            related = (brand.colors.at("palette", token),)
            yield Problem(
                "color-drift.logo", _written(path, first[painted]), facts, "color-drift.logo-hint", related
            )


def _written(path: str, paint: Paint) -> Location:
    """Where the color is written; its line alone, where that is all that is known."""
    if not paint.column:
        return Location(path, paint.line)
    return Location(path, paint.line, paint.column, paint.line, paint.column + len(paint.written))
