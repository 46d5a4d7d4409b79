"""The weights and characters that roles of text need of their fonts."""

from __future__ import annotations

import string
from collections.abc import Iterator
from datetime import date

from playbook.brand import Brand
from playbook.brand.fonts import Family, FontRole
from playbook.capped import once
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.observed import FontFacts
from playbook.rulings import Options

_LETTERS = string.ascii_letters + string.digits + ".,:;!?()%&@/-"
_MARKS = {"en": "’“”–€£", "es": "áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”–€ºª"}
_SHOWN = 12
"""Missing characters that are named."""


def check(playbook: Playbook, facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Each role of text is set in a weight that its family has, and in a font that can write the language.

    Why:
        Browsers fake a weight that is not there. A character that the font lacks is taken from another one,
        in the middle of a word; in a drawing it is an empty box.
    Fix:
        Take one of the family's weights, or add the file. Take the font's complete file for missing
        characters, or the one that holds them; fonts for the web are often cut into several.
    Source:
        Ours. Looked for are letters, digits and common marks; for Spanish also á é í ó ú ü ñ ¿ ¡ « », for
        English curly quotation marks; and the letters of the brand's name. Fonts without most letters, such
        as icons, are not judged.
    Wrong:
        brand/fonts.yml
            families:
              text: {name: Verdana, source: system, weights: [400, 700]}
            roles:
              heading: {family: text, weight: 600}
    Right:
        brand/fonts.yml
            families:
              text: {name: Verdana, source: system, weights: [400, 700]}
            roles:
              heading: {family: text, weight: 700}
    """
    marks = _MARKS[playbook.settings.language or "en"]
    yield from once(problem for brand in playbook.brands.values() for problem in _judged(brand, facts, marks))


def _judged(brand: Brand, facts: Facts, marks: str) -> Iterator[Problem]:
    """What the brand's own roles lack, and its own families."""
    fonts = brand.fonts
    own = {ident for ident in fonts.families if brand.wrote(fonts, "families", ident)}
    for name, role in fonts.roles.items():
        if role.family in own or (role.family in fonts.families and brand.wrote(fonts, "roles", name)):
            yield from _weightless(brand, name, role)
    used = {role.family for role in fonts.roles.values()}
    for ident in fonts.families:
        if ident in used & own:
            yield from _missing(brand, ident, fonts.families[ident], facts, marks)


def _weightless(brand: Brand, name: str, role: FontRole) -> Iterator[Problem]:
    family = brand.fonts.families[role.family]
    ranges = [str(weight) for weight in family.weights] + [entry.weight for entry in family.files]
    if role.weight and ranges and not any(_within(role.weight, held) for held in ranges):
        facts: dict[str, Fact] = {
            "role": name,
            "family": family.name,
            "weight": role.weight,
            "weights": tuple(dict.fromkeys(ranges)),
        }
        yield Problem(
            "font-role.weight", brand.fonts.at("roles", name, "weight"), facts, "font-role.weight-hint"
        )


def _within(weight: int, held: str) -> bool:
    """Whether a weight is one that a family says to have: "400", or "300 800" for all between."""
    lightest, *boldest = map(int, held.split())
    return lightest <= weight <= (boldest or [lightest])[0]


def _missing(brand: Brand, ident: str, family: Family, facts: Facts, marks: str) -> Iterator[Problem]:
    """What the files of each style lack together, told once for the style that lacks most."""
    text = f"{_LETTERS}{marks}{brand.name}"
    lacking = [_lacking(brand, family, style, facts, text) for style in sorted(_styles(family))]
    told = max(lacking, key=len, default="")
    if told:
        shown = " ".join(told[:_SHOWN]) + (" …" if len(told) > _SHOWN else "")
        case = "some" if len(told) > 1 else "one"
        place = brand.fonts.at("families", ident, "files")
        told_of = {"family": family.name, "missing": shown}
        yield Problem(f"font-role.{case}", place, told_of, "font-role.hint")


def _styles(family: Family) -> set[tuple[str, str]]:
    return {(entry.weight, entry.style) for entry in family.files}


def _lacking(brand: Brand, family: Family, style: tuple[str, str], facts: Facts, text: str) -> str:
    """The characters that no file of a style holds; none for a file without letters."""
    files = [entry.file for entry in family.files if (entry.weight, entry.style) == style]
    seen = [facts.get(brand.files.get(file, "")) for file in files]
    fonts = [font for font in seen if isinstance(font, FontFacts)]
    if len(fonts) < len(files):
        return ""
    every = "".join(font.missing(text) for font in fonts)
    missing = "".join(dict.fromkeys(c for c in every if all(ord(c) not in font.coverage for font in fonts)))
    has_letters = 2 * sum(c in missing for c in string.ascii_letters) < len(string.ascii_letters)
    return missing if has_letters else ""
