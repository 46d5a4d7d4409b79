"""What documents of office and print are set in: the brand's fonts and its logo, as files.

A drawing of the logo is given as dots as well, for text processors ask for both: from a PNG of the same name
beside it, or drawn here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from PIL import Image

from playbook.brand import Brand
from playbook.brand.logo import Variant
from playbook.color import BLACK, on
from playbook.making.files import Read, content, picture_format
from playbook.making.picture import proportion
from playbook.observe import observe
from playbook.observe.svg.clean import harmless
from playbook.observed import RasterFacts, Unreadable
from playbook.render.brand_view import WEIGHTS, family_name, font_role
from playbook.render.look import Face, Ink, Look, MissingExtra
from playbook.render.raster import png

Draw = Callable[[bytes], bytes]

_LARGEST = 1_000_000
"""Bytes of a logo that a document holds."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A logo's file; `dots` are empty where it is a drawing that could not be drawn."""

    kind: str
    content: bytes
    ratio: float
    dots: bytes


def look(
    brand: Brand, elements: Mapping[str, Any], read: Read, draw: Draw = png, clean: Draw = harmless
) -> Look:
    """The look of a brand whose `elements` templates see; `read` gives the bytes of a project file.

    `draw` is `png`, and `clean` is `harmless`, or what remembers what they have given.

    What cannot be read is left out: a document then has the brand's name in words, and fonts that programs
    have.
    """
    faces = tuple(face for role in WEIGHTS for face in _faces(brand, role, read))
    inks = dict(_inks(brand))
    for variant in _variants(brand):
        if drawn := _drawn(brand.files.get(variant.file, ""), read, draw, clean):
            alt = variant.alt or brand.name
            return Look(elements, faces, drawn.content, drawn.kind, alt, drawn.ratio, drawn.dots, inks)
    return Look(elements, faces, inks=inks)


def _inks(brand: Brand) -> Iterator[tuple[str, Ink]]:
    """The palette's colors in print by their values; of two that are alike, the first that says its inks."""
    palette = brand.colors.palette
    for ident, color in sorted(palette.items(), key=lambda pair: pair[1].cmyk is not None):
        if shown := brand.color(ident):
            yield shown.hex, Ink(color.name or ident, color.cmyk or (), color.pantone or "")


def _faces(brand: Brand, name: str, read: Read) -> Iterator[Face]:
    role = font_role(brand, name)
    family = brand.fonts.families.get(role.family) if role else None
    if family is None:
        return
    free = family.licence is None or family.licence.download
    for file in family.files:
        if held := content(brand.files.get(file.file, ""), read):
            yield Face(name, family_name(family.name), file.weight, file.style, held, free=free)


def _variants(brand: Brand) -> Iterator[Variant]:
    """Those for light grounds, the first choice first; one that does not say its ground is for any."""
    variants = brand.logo.variants
    first = brand.logo.chosen(brand.logo.primary)
    for ident, variant in sorted(variants.items(), key=lambda pair: pair[0] != first):
        if (ident != brand.logo.favicon or ident == first) and _is_for_light(brand, variant):
            yield variant


def _is_for_light(brand: Brand, variant: Variant) -> bool:
    grounds = [brand.background(name) for name in variant.on]
    return not grounds or any(ground and on(ground) == BLACK for ground in grounds)


def _drawn(path: str, read: Read, draw: Draw, clean: Draw) -> _Drawn | None:
    kind, held = picture_format(path).partition("+")[0], content(path, read)
    if not kind or not 0 < len(held) <= _LARGEST:
        return None
    if kind != "svg":
        return _picture(path, kind, held)
    ratio = proportion(held)
    try:
        shown = clean(held) if ratio else b""
    except Unreadable:
        return None
    return _Drawn("svg", shown, ratio, _dots(path, shown, read, draw)) if ratio and shown else None


def _dots(path: str, clean: bytes, read: Read, draw: Draw) -> bytes:
    """The drawing as PNG; empty where nothing draws it, or where it holds text, which needs its font."""
    beside = str(PurePosixPath(path).with_suffix(".png"))
    if (there := content(beside, read)) and _picture(beside, "png", there):
        return there
    try:
        return b"" if b"<text" in clean else draw(clean)
    except MissingExtra:
        return b""


def _picture(path: str, kind: str, held: bytes) -> _Drawn | None:
    """A picture of dots; WebP, which text processors do not know, as PNG."""
    try:
        seen = observe(path, held)
    except Unreadable:
        return None
    if not isinstance(seen, RasterFacts):
        return None
    dots = _as_png(held) if kind == "webp" else held
    return _Drawn("png" if kind == "webp" else kind, dots, seen.width / seen.height, dots)


def _as_png(held: bytes) -> bytes:
    with Image.open(BytesIO(held)) as picture:
        made = BytesIO()
        picture.convert("RGBA").save(made, "PNG")
    return made.getvalue()
