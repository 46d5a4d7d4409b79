"""The fonts' files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from playbook.brand import Brand
from playbook.brand.fonts import Family
from playbook.diagnostics import Fact, Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.observed import FontFacts, Unreadable
from playbook.rulings import Options

_STYLES = re.compile(
    r"(?:thin|hairline|(?:extra|ultra|semi|demi)?(?:light|bold)|book|regular|normal|medium|black|heavy"
    r"|italic|oblique|variable|vf)+$"
)


def check(playbook: Playbook, facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Font files open, are the family and weights that they are declared as, and may be embedded.

    Why:
        A file of another family or weight shows the brand in a wrong voice, and a weight that is in no file
        is faked by browsers. A font whose license forbids embedding must not be put on a website.
    Fix:
        Take the file from the maker's package again, or correct `name`, `weight` and `weights` to what the
        files hold. For a restricted font, ask its maker for a web license.
    Source:
        OpenType, tables name (1, 16), OS/2 (usWeightClass, fsType) and fvar.
    Wrong:
        brand/fonts.yml
            families:
              text: {name: Example Sans, files: [fonts/sans.woff2]}
        brand/fonts/sans.woff2
            This is not a font.
    Right:
        brand/fonts.yml
            families:
              text: {name: Verdana, source: system}
    """
    for brand in playbook.brands.values():
        for ident, family in brand.fonts.families.items():
            if brand.wrote(brand.fonts, "families", ident):
                yield from _files(brand, ident, family, facts)
                yield from _uncovered(brand, ident, family, facts)


def _files(brand: Brand, ident: str, family: Family, facts: Facts) -> Iterator[Problem]:
    for index, entry in enumerate(family.files):
        seen = facts.get(brand.files.get(entry.file, ""))
        place = brand.fonts.at("families", ident, "files", index)
        if isinstance(seen, Unreadable):
            yield Problem(f"unreadable.{seen.reason}", place, seen.facts)
        if not isinstance(seen, FontFacts):
            continue
        told = {"file": entry.file, "family": family.name, "seen": seen.family}
        if not _same_family(seen.family, family.name):
            yield Problem("font-file.family", place, told, "font-file.family-hint")
        if not _within(entry.weight, seen.weights):
            weights = {**told, "weight": entry.weight, "weights": _range(seen.weights)}
            yield Problem("font-file.weight", place, weights, "font-file.weight-hint")
        if seen.embedding == "restricted":
            yield Problem("font-file.restricted", place, told, "font-file.restricted-hint")


def _uncovered(brand: Brand, ident: str, family: Family, facts: Facts) -> Iterator[Problem]:
    """Weights that the brand uses and no file holds."""
    seen = [facts.get(brand.files.get(entry.file, "")) for entry in family.files]
    held = [font.weights for font in seen if isinstance(font, FontFacts)]
    if not held or len(held) < len(seen):
        return
    for index, weight in enumerate(family.weights):
        if not any(_within(str(weight), weights) for weights in held):
            ranges = tuple(map(_range, sorted(set(held))))
            told: dict[str, Fact] = {"family": family.name, "weight": weight, "weights": ranges}
            place = brand.fonts.at("families", ident, "weights", index)
            yield Problem("font-file.uncovered", place, told, "font-file.uncovered-hint")


def _same_family(seen: str, declared: str) -> bool:
    """Names alike but for case, blanks and words for styles, which old files put into the family's name."""
    plain, wanted = (re.sub(r"[\W_]+", "", name).casefold() for name in (seen, declared))
    return not plain or plain == wanted or _STYLES.sub("", plain) == _STYLES.sub("", wanted)


def _within(weight: str, weights: tuple[int, int]) -> bool:
    return all(weights[0] <= int(part) <= weights[1] for part in weight.split())


def _range(weights: tuple[int, int]) -> str:
    """As fonts.yml writes it."""
    return str(weights[0]) if weights[0] == weights[1] else f"{weights[0]} {weights[1]}"
