"""What the parts of a brand are called, linked to where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.brand import Brand
from playbook.exports.site.inlines import Chip, Code, Inline, Inlines, Text, To
from playbook.exports.site.view import View, brand_path, color_anchor, slug


def words(text: str) -> Inlines:
    """Plain words as inlines."""
    return (Text(text),)


def coded(text: str) -> Inlines:
    """Words of the program's own, in which `backticks` stand around what is written in a file."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return words(text)
    return tuple(Code(part) if at % 2 else Text(part) for at, part in enumerate(parts) if part)


def joined(parts: Iterable[Inlines], between: str = ", ") -> Inlines:
    """Several inlines in one, the empty ones left out."""
    found: list[Inline] = []
    for part in parts:
        if part:
            found += [Text(between), *part] if found else part
    return tuple(found)


def message(view: View, value: str, brand: Brand) -> Inlines:
    """A message in its own words, linked to where it stands."""
    found = brand.identity.messages.get(value)
    if found is None:
        return words(value) if view.internal else ()
    return (To(brand_path(brand), words(found.text), f"message-{slug(value)}"),)


def color(view: View, value: str, brand: Brand, *, dark: bool = False) -> Inlines:
    """A color: a dot of it, its name, linked to where it stands; a plain value as it is."""
    seen = brand.color(value, dark=dark)
    dot = (Chip(seen.hex),) if seen else ()
    entry = brand.entry(value)
    if entry is None:
        return (*dot, Code(value)) if seen or view.internal else ()
    ident, found = entry
    return (To(brand_path(brand, "colors"), (*dot, *words(found.name or ident)), color_anchor(ident)),)


def font(view: View, value: str, brand: Brand) -> Inlines:
    """A family or a role of the fonts, linked."""
    families, roles = brand.fonts.families, brand.fonts.roles
    if value in families:
        return (To(brand_path(brand, "fonts"), words(families[value].name), f"font-{slug(value)}"),)
    if value in roles:
        return (To(brand_path(brand, "fonts"), words(view.term("font-role", value)), f"role-{slug(value)}"),)
    return words(value) if view.internal else ()


def logo(view: View, value: str, brand: Brand) -> Inlines:
    """A variant of the logo, linked."""
    found = brand.logo.variants.get(value)
    if found is None:
        return words(value) if view.internal else ()
    return (To(brand_path(brand, "logo"), words(found.name or value), f"logo-{slug(value)}"),)


def background(view: View, value: str, brand: Brand) -> Inlines:
    """A background: a dot and what it is called."""
    if value in {"light", "dark"} and brand.entry(value) is None:
        seen = brand.background(value)
        return (*((Chip(seen.hex),) if seen else ()), Text(view.t(f"site.background.{value}")))
    return color(view, value, brand)


def sub_brand(view: View, value: str, _brand: Brand) -> Inlines:
    """A sub-brand, linked."""
    found = view.playbook.brands.get(value)
    return (To(brand_path(found), words(found.name)),) if found else words(value) if view.internal else ()
