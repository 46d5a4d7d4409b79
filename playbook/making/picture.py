"""The logo as a document shows it.

Mail links it: a picture on the web, for mail clients show no other. Pictures hold it: what they linked would
be missing where they are opened.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from playbook.brand import Brand
from playbook.brand.logo import Variant
from playbook.color import BLACK, WHITE, Color, on
from playbook.making.files import Read, content, picture_format
from playbook.observe import observe
from playbook.observe.svg.clean import harmless
from playbook.observe.svg.shape import length
from playbook.observe.svg.walk import view_box
from playbook.observe.svg.xmltree import parse
from playbook.observed import RasterFacts, Unreadable
from playbook.render.brand_view import Mark, Picture, field_ground

HEIGHT = 40
"""px; twice of it is what the picture itself should have, for screens that show two dots as one."""

_BOX = (360, 84)
"""px of the logo in a picture, at most."""

_FREE = 84
"""px that layouts leave free around the logo."""

_LARGEST = 200_000
"""Bytes of a logo that a picture holds."""

_FLATTEST = 50
"""A drawing longer or higher than this is no logo that could be laid out."""


def logo(brand: Brand, read: Read) -> Picture | None:
    """The brand's first logo, where `assets_url` says that the web finds it; an SVG as PNG of the same name.

    `read` gives the bytes of a project file; None where the brand has no logo, no such address, or one
    whose proportions cannot be told.
    """
    base = brand.identity.assets_url
    ident = brand.logo.chosen(brand.logo.primary)
    if not base or ident is None:
        return None
    variant = brand.logo.variants[ident]
    ratio = _ratio(brand, variant, read)
    if ratio is None:
        return None
    path = PurePosixPath(variant.file)
    shown = path.with_suffix(".png") if path.suffix.lower() == ".svg" else path
    ground = next(filter(None, map(brand.background, variant.on)), WHITE)
    alt = variant.alt or brand.name
    return Picture(f"{base.rstrip('/')}/{shown}", alt, round(HEIGHT * ratio), HEIGHT, ground.hex)


def mark(brand: Brand, read: Read) -> Mark | None:
    """The logo on the field of a picture: a variant that is for its color, else the brand's first on its own.

    It is no larger than `_BOX`, and its clear space no larger than what layouts leave free around it. `read`
    gives the bytes of a project file; None where there is no logo that could be shown.
    """
    field = field_ground(brand)
    for ident, ground in _choices(brand, field):
        variant = brand.logo.variants[ident]
        ratio, image = _ratio(brand, variant, read), _image(brand, variant, read)
        if ratio and image:
            height = min(_BOX[1], _BOX[0] / ratio, _FREE / _space(brand))
            return Mark(image, variant.alt or brand.name, round(height * ratio), round(height), ground)
    return None


def _choices(brand: Brand, field: Color) -> Iterator[tuple[str, str]]:
    """Variants by id, best first, each with the ground it needs; "" on the field itself."""
    light = "light" if on(field) == BLACK else "dark"
    variants = brand.logo.variants
    for named in (lambda name: brand.background(name) == field, lambda name: name == light):
        for ident, variant in variants.items():
            if any(map(named, variant.on)) and ident != brand.logo.favicon:
                yield ident, ""
    first = brand.logo.chosen(brand.logo.primary)
    if first:
        own = (brand.background(name) for name in variants[first].on)
        yield first, next(filter(None, own), WHITE).hex


def _space(brand: Brand) -> float:
    """The clear space as a share of the logo's height; the whole height where nobody says."""
    space = brand.logo.clear_space
    return space.factor * (space.share or 1) if space else 0.5


def _image(brand: Brand, variant: Variant, read: Read) -> str:
    """The picture as a `data:image/` address holds it, empty where there is none that could be shown."""
    path = brand.files.get(variant.file, "")
    kind = picture_format(path)
    held = content(path, read) if kind else b""
    try:
        shown = harmless(held) if kind == "svg+xml" and held else held
    except Unreadable:
        return ""
    return f"{kind};base64,{b64encode(shown).decode()}" if 0 < len(shown) <= _LARGEST else ""


def _ratio(brand: Brand, variant: Variant, read: Read) -> float | None:
    path = brand.files.get(variant.file, "")
    held = content(path, read)
    if path.lower().endswith(".svg"):
        return proportion(held)
    try:
        seen = observe(path, held) if held else None
    except Unreadable:
        return None
    return seen.width / seen.height if isinstance(seen, RasterFacts) else None


@lru_cache(maxsize=256)
def proportion(svg: bytes) -> float | None:
    """The width of a drawing by its height, where it can be told."""
    try:
        root = parse(svg) if svg else None
    except Unreadable:
        return None
    if root is None:
        return None
    box = view_box(root)
    sides = box[2:] if box else [length(root.attributes.get(name, "")) for name in ("width", "height")]
    wide, high = sides
    if not wide or not high or wide < 0 or high < 0:
        return None
    return wide / high if 1 / _FLATTEST < wide / high < _FLATTEST else None
