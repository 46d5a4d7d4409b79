"""The logo as a document links it: a picture on the web, for mail clients show no other."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import PurePosixPath

from playbook.brand import Brand
from playbook.brand.logo import Variant
from playbook.color import WHITE
from playbook.observe import observe
from playbook.observe.svg.shape import length
from playbook.observe.svg.walk import view_box
from playbook.observe.svg.xmltree import parse
from playbook.observed import RasterFacts, Unreadable
from playbook.render.brand_view import Picture

HEIGHT = 40
"""px; twice of it is what the picture itself should have, for screens that show two dots as one."""

_FLATTEST = 50
"""A drawing longer or higher than this is no logo that could be laid out."""


def logo(brand: Brand, read: Callable[[str], bytes]) -> Picture | None:
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


def _ratio(brand: Brand, variant: Variant, read: Callable[[str], bytes]) -> float | None:
    path = brand.files.get(variant.file, "")
    try:
        content = read(path) if path else b""
        if path.lower().endswith(".svg"):
            return proportion(content)
        seen = observe(path, content) if content else None
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
