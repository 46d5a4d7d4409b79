"""Logos and pictures that were pulled out of shape or made too small."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from playbook.brand import Brand
from playbook.brand.logo import Size, Variant
from playbook.case import Case
from playbook.choices import Medium
from playbook.diagnostics import Fact, Location, Problem
from playbook.handed import Placed, Spot
from playbook.rulings import Options
from playbook.shapes import Bounds, Found, covers, meets, scales, within

_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4}
_PX = 25.4 / 96
_MOST = 6


def check(case: Case, options: Options) -> Iterator[Problem]:
    """The logo in a file is as the brand has it, and not too small; no other picture is stretched either.

    Why:
        A stretched logo is the first thing that people see of a careless hand, and one that is too small says
        nothing.
    Fix:
        Scale pictures by their corners, or set width and height in the proportion that the picture has. Show
        the logo at least as wide as the hint says, in the colors of one of its variants, on a background that
        is meant for that one, with nothing in its clear space.
    Source:
        brand/logo.yml: smallest sizes, `not_on` and `clear_space` with a `share`. A logo is recognized where
        the file holds one of the brand's own pictures, byte by byte, and in SVG where it holds the paths of
        one; of others nothing is claimed. A background is known where one opaque rectangle lies behind the
        whole logo and nothing between them. What is near is measured by boxes; what is larger than the logo
        counts as a background.
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
    for ident, found in islice(_drawn(case), _MOST):
        yield from _told(case, ident, found, options["stretch"])


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


def _drawn(case: Case) -> Iterator[tuple[str, Found]]:
    """Each logo that is drawn in the file, as the variant whose shapes and colors it has most of."""
    seen = case.handed.shapes
    found = [(ident, one) for ident, own in case.drawings.items() for one in within(own, seen)]
    taken: set[int] = set()
    for ident, one in sorted(
        found, key=lambda entry: (-len(entry[1].pairs), _repainted(case, entry[1]) != "")
    ):
        parts = {at for _, at in one.pairs}
        if taken.isdisjoint(parts):
            yield ident, one
        taken |= parts


def _repainted(case: Case, found: Found) -> str:
    """A color that a part of the logo has and should not; empty where all are right, or not known."""
    seen = ((own.color, case.handed.shapes[at].color) for own, at in found.pairs)
    return next((color for meant, color in seen if meant and color and meant != color), "")


def _told(case: Case, ident: str, found: Found, stretch: float) -> Iterator[Problem]:
    across, down = scales(found.matrix)
    by = (max(across, down) / min(across, down) - 1) * 100 if across and down else 0
    if by > stretch:
        yield Problem("file-logo.logo", _place(case, found), {"percent": round(by)}, "file-logo.hint")
    yield from _narrow(case, ident, found)
    if color := _repainted(case, found):
        yield Problem(
            "file-logo.painted",
            _place(case, found),
            {"variant": ident, "color": color},
            "file-logo.painted-hint",
        )
    else:
        yield from _grounded(case, ident, found)
    yield from _crowded(case, ident, found)


def _place(case: Case, found: Found) -> Location:
    """Where the logo is seen, if all of it is known."""
    areas = [area for _, at in found.pairs if (area := case.handed.shapes[at].area)]
    if len(areas) < len(found.pairs):
        return case.at()
    left, top, right, bottom = zip(*areas, strict=True)
    return case.at(Spot(areas=((min(left), min(top), max(right), max(bottom)),)))


def _narrow(case: Case, ident: str, found: Found) -> Iterator[Problem]:
    least = _least(case, case.brand.logo.variants[ident], "px")
    width = (found.box[2] - found.box[0]) * float(case.handed.facts.get("svg.scale", 1))
    if least and width + 0.01 < least:
        facts = {"variant": ident, "width": f"{width:.1f} px", "least": f"{least:g} px"}
        yield Problem("file-logo.small", _place(case, found), facts, "file-logo.small-hint")


def _grounded(case: Case, ident: str, found: Found) -> Iterator[Problem]:
    ground, logo = _ground(case, found), case.brand.logo
    if ground and ground in _colors(case.brand, logo.variants[ident].not_on):
        better = tuple(name for name, one in logo.variants.items() if ground in _colors(case.brand, one.on))
        facts: dict[str, Fact] = {"variant": ident, "ground": ground, "better": better}
        hint = "file-logo.ground-hint" if better else "file-logo.ground-none-hint"
        yield Problem("file-logo.ground", _place(case, found), facts, hint)


def _colors(brand: Brand, names: Iterable[str]) -> set[str]:
    return {color.hex[:7] for name in names if (color := brand.background(name))}


def _ground(case: Case, found: Found) -> str:
    """The color behind the whole logo; empty where it is not sure."""
    own = {at for _, at in found.pairs}
    behind = [shape for at, shape in enumerate(case.handed.shapes[: min(own)]) if meets(shape.box, found.box)]
    last = behind[-1] if behind and not case.handed.facts.get("svg.pictures") else None
    sure = last and last.kind == "rect" and covers(last.box, found.box) and not any(last.matrix[1:3])
    return last.color if last and sure else ""


def _crowded(case: Case, ident: str, found: Found) -> Iterator[Problem]:
    """What is smaller than the logo and lies in its clear space."""
    space, (left, top, right, bottom) = case.brand.logo.clear_space, found.box
    if not space or not space.share:
        return
    free = space.share * space.factor * (bottom - top)
    around, own = (left - free, top - free, right + free, bottom + free), {at for _, at in found.pairs}
    others = (shape for at, shape in enumerate(case.handed.shapes) if at not in own)
    near = [one for one in others if meets(one.box, around) and _size(one.box) < _size(found.box)]
    if near:
        scale = float(case.handed.facts.get("svg.scale", 1))
        facts: dict[str, Fact] = {"variant": ident, "free": f"{free * scale:.0f} px"}
        yield Problem("file-logo.crowded", _place(case, found), facts, "file-logo.crowded-hint")


def _size(box: Bounds) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
