"""SVG and pixel pictures, told in the language of files that are handed in."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.fontnames import family
from playbook.handed import Handed, Ink, InkRole, Lettering, Plate, Spot, Unjudged, Wording
from playbook.observe import raster, svg
from playbook.observed import Paint, RasterFacts, Sighting, SvgFacts

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
        fonts=tuple(Lettering(family(font.text), font.text, _spot(font, font.column)) for font in seen.fonts),
        texts=tuple(Wording(words.text, _spot(words)) for words in seen.texts),
        plates=tuple(_artboard(seen)),
        not_judged=tuple(_doubts(seen)),
        shapes=seen.shapes,
        facts=dict(_measures(seen)),
    )


def photo(content: bytes) -> Handed:
    """What is seen in a picture of pixels: its colors with their share of what is opaque.

    Raises:
        Unreadable: as `observe.raster` has it.
    """
    seen = raster.observe(content, placed=True)
    size = Plate(seen.width, seen.height, "px")
    doubts: tuple[Unjudged, ...] = () if seen.swatches else (("not-judged.pixels", {"mode": seen.mode}),)
    inks = tuple(
        Ink(found.color, found.color, "pixels", Spot(areas=found.areas), found.count, share=found.share)
        for found in seen.swatches
    )
    facts = dict(_pixels(seen))
    return Handed(seen.format, len(content), inks, plates=(size,), not_judged=doubts, facts=facts)


def _ink(paint: Paint) -> Ink:
    place = Spot(paint.line, paint.column, part=paint.property, areas=paint.areas)
    return Ink(paint.color, paint.written, _ROLES.get(paint.property, "fill"), place, paint.count)


def _spot(found: Sighting, column: int = 0) -> Spot:
    """Where a text element stands; of words no column is told, as blanks in them are run together."""
    return Spot(found.line, column, part="<text>", areas=found.areas)


def _artboard(seen: SvgFacts) -> Iterator[Plate]:
    box = seen.view_box
    width, height = seen.width or 0.0, seen.height or 0.0
    if box:
        ratio = box.width / box.height
        width, height = width or height * ratio or box.width, height or width / ratio or box.height
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
    for plate in _artboard(seen):
        if seen.view_box and plate.width != seen.view_box.width:
            yield "svg.scale", plate.width / seen.view_box.width
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
