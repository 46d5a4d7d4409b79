"""The fonts' licenses and substitutes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.brand import Brand
from playbook.brand.fonts import Family
from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.observed import FontFacts
from playbook.rulings import Options

_GENERIC = frozenset(
    (
        *("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "math", "emoji", "fangsong"),
        *("ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded"),
    )
)


def check(playbook: Playbook, facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Each family with files says under which license it is used, and what stands in for it.

    Why:
        Sooner or later an agency, a printer or a lawyer asks what may be done with the font. And where it is
        missing, as in e-mail and Office programs, the program chooses something else unless told what.
    Fix:
        Add `licence` with the license's name, best with its `url` or `file`; and `fallback` with fonts that
        every computer has, best first, ending in a generic one such as sans-serif.
    Source:
        Ours, after FontBakery's checks of the license.
    Wrong:
        brand/fonts.yml
            families:
              text: {name: Example Sans, files: [fonts/sans.woff2]}
        brand/fonts/sans.woff2
            (a font)
    Right:
        brand/fonts.yml
            families:
              text:
                name: Example Sans
                files: [fonts/sans.woff2]
                licence: SIL Open Font License 1.1
                fallback: [Verdana, sans-serif]
        brand/fonts/sans.woff2
            (a font)
    """
    for brand in playbook.brands.values():
        for ident, family in brand.fonts.families.items():
            if family.files and brand.wrote(brand.fonts, "families", ident):
                yield from _problems(brand, ident, family, facts)


def _problems(brand: Brand, ident: str, family: Family, facts: Facts) -> Iterator[Problem]:
    place = brand.fonts.origin.key_at("families", ident)
    if family.licence is None:
        told = _told(brand, family, facts)
        hint = "font-licence.told-hint" if told else "font-licence.none-hint"
        yield Problem("font-licence.none", place, {"family": family.name, "told": told}, hint)
    if not family.fallback:
        facts_ = {"family": family.name}
        yield Problem("font-licence.fallback", place, facts_, "font-licence.fallback-hint")
    elif not _is_generic(family.fallback[-1]):
        named = {"family": family.name, "last": family.fallback[-1]}
        last = brand.fonts.at("families", ident, "fallback")
        yield Problem("font-licence.generic", last, named, "font-licence.generic-hint")


def _is_generic(name: str) -> bool:
    """Whether a name is one that every program knows, whatever fonts it has (CSS Fonts 4)."""
    return name.strip(" \"'").casefold() in _GENERIC


def _told(brand: Brand, family: Family, facts: Facts) -> str:
    """What the files say of their license, in a line."""
    for entry in family.files:
        seen = facts.get(brand.files.get(entry.file, ""))
        if isinstance(seen, FontFacts) and (seen.licence or seen.licence_url):
            return " ".join((seen.licence or seen.licence_url).split())[:160]
    return ""
