"""Which of a brand's logos stand in the site's header and in the browser's tab, and on which ground."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.brand import Brand
from playbook.color import BLACK, WHITE, Color, distance, on
from playbook.exports.dress.shades import Scheme
from playbook.tokens import leading

_SAME = 2.5
"""Colors nearer than this (CIEDE2000) are one ground."""
_SMALL = ("favicon", "icon", "symbol", "mark")
_BAD, _UNTOLD, _FITS, _MEANT = range(4)


def in_header(brand: Brand) -> tuple[Color | None, str]:
    """The header's ground and the variant on it, or no variant where the brand has no logo.

    The ground is the brand's first color where a variant is made for it, and else None: that of the page. A
    logo of which nothing is told is taken to be for light pages, so that it never drowns in its own color.
    """
    field = leading(brand)
    page = Scheme(brand, dark=False).role("background") or WHITE
    variants = list(_variants(brand))
    if not variants:
        return field, ""
    best = max(variants, key=lambda ident: _fit(brand, ident, field))
    if _fit(brand, best, field) >= _FITS:
        return field, best
    return None, max(variants, key=lambda ident: _fit(brand, ident, page))


def in_tab(brand: Brand) -> str:
    """The variant for browser tabs, or empty."""
    known = tuple(_variants(brand))
    named = [brand.logo.favicon or "", *_SMALL, *known]
    return next((ident for ident in named if ident in known), "")


def _variants(brand: Brand) -> Iterator[str]:
    """The variants that have a file, the primary one first."""
    first = brand.logo.chosen(brand.logo.primary)
    for ident in dict.fromkeys((first, *brand.logo.variants)):
        if ident and brand.logo.variants[ident].file in brand.files:
            yield ident


def _fit(brand: Brand, ident: str, ground: Color) -> int:
    """How well a variant stands on a ground, by what its author says."""
    variant = brand.logo.variants[ident]
    near, alike = _compared(brand, variant.on, ground)
    barred, unlike = _compared(brand, variant.not_on, ground)
    if near:
        return _MEANT
    if barred:
        return _BAD
    if alike:
        return _FITS
    return _BAD if unlike or variant.on else _UNTOLD


def _compared(brand: Brand, names: tuple[str, ...], ground: Color) -> tuple[bool, bool]:
    """Whether a ground is among some backgrounds, and whether they name it `light` or `dark`."""
    meant = [color for name in names if name not in ("light", "dark") and (color := brand.background(name))]
    near = any(distance(color, ground) < _SAME for color in meant)
    word = "light" if on(ground) == BLACK else "dark"
    return near, word in names
