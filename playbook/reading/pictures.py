"""SVG and pixel pictures, told in the language of files that are handed in."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.fontnames import family
from playbook.handed import Handed, Ink, InkRole, Lettering, Plate, Spot, Unjudged, Wording
from playbook.observe import raster, svg
from playbook.observed import Paint, RasterFacts, SvgFacts

_ROLES: dict[str, InkRole] = {"stroke": "stroke"}


def drawing(content: bytes) -> Handed:
    """What is seen in an SVG file; the box around everything painted stands in `facts` as `svg.left`...

    Raises:
        Unreadable: as `observe.svg` has it.
    """
    seen = svg.observe(content)
    return Handed(
        kind="svg",
        size=len(content),
        inks=tuple(_ink(paint) for paint in seen.paints),
        fonts=tuple(Lettering(family(name), name) for name in seen.fonts),
        texts=tuple(Wording(text, Spot(part="<text>")) for text in seen.texts),
        plates=tuple(_artboard(seen)),
        not_judged=tuple(_doubts(seen)),
        facts=dict(_measures(seen)),
    )


def photo(content: bytes) -> Handed:
    """What is seen in a picture of pixels: its colors with their share of what is opaque.

    Raises:
        Unreadable: as `observe.raster` has it.
    """
    seen = raster.observe(content)
    size = Plate(seen.width, seen.height, "px")
    doubts: tuple[Unjudged, ...] = () if seen.swatches else (("not-judged.pixels", {"mode": seen.mode}),)
    inks = tuple(Ink(found.color, found.color, "pixels", share=found.share) for found in seen.swatches)
    facts = dict(_pixels(seen))
    return Handed(seen.format, len(content), inks, plates=(size,), not_judged=doubts, facts=facts)


def _ink(paint: Paint) -> Ink:
    place = Spot(line=paint.line, column=paint.column, part=paint.property)
    return Ink(paint.color, paint.written, _ROLES.get(paint.property, "fill"), place, paint.count)


def _artboard(seen: SvgFacts) -> Iterator[Plate]:
    box = seen.view_box
    width = seen.width or (box.width if box else None)
    height = seen.height or (box.height if box else None)
    if width and height:
        yield Plate(width, height, "px")


def _doubts(seen: SvgFacts) -> Iterator[Unjudged]:
    for what in seen.not_judged:
        yield "not-judged.svg", {"what": what}
    for found in (found for found in seen.external if not found.text.startswith("data:")):
        yield "not-judged.outside", {"address": found.text, "line": found.line}


def _measures(seen: SvgFacts) -> Iterator[tuple[str, str | int | float]]:
    yield "svg.pictures", seen.rasters
    yield "svg.scripts", len(seen.scripts)
    if seen.bounds:
        yield from (
            ("svg.left", seen.bounds.x),
            ("svg.top", seen.bounds.y),
            ("svg.width", seen.bounds.width),
            ("svg.height", seen.bounds.height),
        )


def _pixels(seen: RasterFacts) -> Iterator[tuple[str, str | int | float]]:
    yield "raster.mode", seen.mode
    yield "raster.alpha", int(seen.has_alpha)
    if seen.dpi is not None:
        yield "raster.dpi", seen.dpi
