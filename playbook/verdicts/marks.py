"""Logos and pictures that were pulled out of shape or made too small."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.brand.logo import Size, Variant
from playbook.case import Case
from playbook.choices import Medium
from playbook.diagnostics import Fact, Problem
from playbook.handed import Placed
from playbook.rulings import Options

_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4}
_PX = 25.4 / 96
_MOST = 6


def check(case: Case, options: Options) -> Iterator[Problem]:
    """The logo in a file has its own proportions and is not too small; no other picture is stretched either.

    Why:
        A stretched logo is the first thing that people see of a careless hand, and one that is too small says
        nothing.
    Fix:
        Scale pictures by their corners, or set width and height in the proportion that the picture has. Show
        the logo at least as wide as the hint says.
    Source:
        The smallest sizes in brand/logo.yml. A logo is recognized where the file holds one of the brand's own
        pictures, byte by byte; of others, and of logos drawn into a page, nothing is claimed.
    Options:
        stretch: by how many percent width and height may differ from the picture's proportion; 2 by default.
    """
    shown = [picture for picture in case.handed.pictures if picture.pixels and picture.shown]
    stretched = [(by, picture) for picture in shown if (by := _stretch(picture)) > options["stretch"]]
    for by, picture in sorted(stretched, key=lambda entry: -entry[0])[:_MOST]:
        word = "logo" if picture.digest in case.logos else "picture"
        facts: dict[str, Fact] = {"percent": round(by)}
        yield Problem(f"file-logo.{word}", case.at(picture.spot), facts, "file-logo.hint")
    yield from _small(case, shown)


def _stretch(picture: Placed) -> float:
    """By how many percent one side is longer than the other allows."""
    if not picture.pixels or not picture.shown or not all(picture.pixels) or not all(picture.shown):
        return 0.0
    across, down = (shown / own for shown, own in zip(picture.shown, picture.pixels, strict=True))
    return (max(across, down) / min(across, down) - 1) * 100


def _small(case: Case, pictures: list[Placed]) -> Iterator[Problem]:
    unit = case.handed.plates[0].unit if case.handed.plates else "px"
    for picture in pictures:
        ident = case.logos.get(picture.digest)
        least = _least(case, case.brand.logo.variants[ident], unit) if ident else None
        if ident and least and picture.shown and picture.shown[0] + 0.01 < least:
            facts: dict[str, Fact] = {
                "variant": ident,
                "width": f"{picture.shown[0]:.1f} {unit}",
                "least": f"{least:g} {unit}",
            }
            yield Problem("file-logo.small", case.at(picture.spot), facts, "file-logo.small-hint")


def _least(case: Case, variant: Variant, unit: str) -> float | None:
    """The smallest width in the file's unit; of paper and screens, the one that is told in it."""
    sizes = {**case.brand.logo.minimum_size, **variant.minimum_size}
    for medium in (Medium.PRINT, Medium.SCREEN) if unit == "mm" else (Medium.SCREEN,):
        if medium in sizes:
            return _in(sizes[medium], unit)
    return None


def _in(size: Size, unit: str) -> float:
    mm = size.width * _MM.get(size.unit, _PX)
    return mm if unit == "mm" else mm / _PX
