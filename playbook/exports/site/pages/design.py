"""The pages of how a brand looks: its logo and its colors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.brand import Brand
from playbook.brand.colors import PaletteColor
from playbook.brand.logo import Size, Variant
from playbook.choices import Medium
from playbook.color import BLACK, Color, contrast, formats, on
from playbook.exports.site.blocks import (
    Block,
    Draft,
    Facts,
    Field,
    Figure,
    Group,
    Heading,
    Items,
    Para,
    Plain,
    Table,
)
from playbook.exports.site.cells import cell, fact_rows, label
from playbook.exports.site.inlines import Code, Download, Inlines, Text
from playbook.exports.site.names import background, color, joined, words
from playbook.exports.site.pages.identity import part_draft
from playbook.exports.site.parts import meta, picture, section, told
from playbook.exports.site.view import View, slug

_LARGE, _NORMAL = 3.0, 4.5
"""WCAG 2.2, success criterion 1.4.3: the least contrast of large and of other text."""


def logo_page(view: View, brand: Brand) -> Draft:
    """The logo on the grounds it belongs on, then the rules."""
    return part_draft(view, brand, "logo", view.t("site.part.logo"), _logo(view, brand))


def _logo(view: View, brand: Brand) -> Iterator[Block]:
    mark = brand.logo
    for ident, variant in mark.variants.items():
        yield from _variant(view, brand, ident, variant)
    chosen = tuple(
        (label(view, mark, n), cell(view, mark, n, brand)) for n in ("primary", "favicon") if getattr(mark, n)
    )
    yield from section(view.t("site.heading.which"), "which", (Facts(chosen),) if chosen else ())
    yield from section(view.t("site.heading.clear_space"), "clear-space", _clear_space(view, brand))
    yield from section(view.t("site.heading.minimum_size"), "minimum-size", _minimum(view, mark.minimum_size))
    yield from section(view.t("site.heading.misuse"), "misuse", _misuse(view, brand))
    yield from section(view.t("site.heading.backgrounds"), "backgrounds", _backgrounds(view, brand))


def _variant(view: View, brand: Brand, ident: str, variant: Variant) -> Iterator[Block]:
    yield Heading(2, variant.name or ident, f"logo-{slug(ident)}", linked=True)
    path = view.file(brand, variant.file)
    alt = variant.alt or f"{brand.name}: {variant.name or ident}"
    plates = tuple(_plates(view, brand, variant, path, alt)) if path else ()
    if plates:
        yield Group("plates", plates)
    if not path:
        yield from picture(view, brand, variant.file, alt)
    yield from told(view, variant.use)
    file: Inlines = (Download(path, words(variant.file.rpartition("/")[2])),) if path else ()
    refused = cell(view, variant, "not_on", brand)
    widths = joined(_widths(view, variant.minimum_size))
    yield from meta(
        file,
        (Text(f"{label(view, variant, 'on')}: "), *cell(view, variant, "on", brand))
        if variant.on and not path
        else (),
        (Text(f"{label(view, variant, 'not_on')}: "), *refused) if refused else (),
        (Text(f"{label(view, variant, 'minimum_size')}: "), *widths) if widths else (),
        words(f"{label(view, variant, 'alt')}: {variant.alt}") if variant.alt else (),
    )


def _plates(view: View, brand: Brand, variant: Variant, path: str, alt: str) -> Iterator[Block]:
    """The drawing on each ground it is for."""
    for name in variant.on or ("light",):
        ground = brand.background(name)
        if ground:
            yield Figure(path, alt, background(view, name, brand), ground.hex, on(ground).hex)


def _clear_space(view: View, brand: Brand) -> Iterator[Block]:
    space = brand.logo.clear_space
    if space:
        yield Para(words(view.t("site.clear_space", factor=view.number(space.factor), unit=space.unit)))
        shown = (
            words(view.t("site.share_of_height", share=view.number(space.share * 100))) if space.share else ()
        )
        yield from meta(shown)


def _minimum(view: View, sizes: Mapping[Medium, Size]) -> Iterator[Block]:
    if sizes:
        yield Items(tuple((Plain(width),) for width in _widths(view, sizes)))


def _widths(view: View, sizes: Mapping[Medium, Size]) -> Iterator[Inlines]:
    for medium, size in sizes.items():
        yield words(f"{view.term('medium', medium)}: {view.number(size.width)} {size.unit}")


def _misuse(view: View, brand: Brand) -> Iterator[Block]:
    entries = tuple(
        (*picture(view, brand, wrong.picture, ""), Plain(words(wrong.text))) for wrong in brand.logo.misuse
    )
    if entries:
        yield Items(entries, style="dont")


def _backgrounds(view: View, brand: Brand) -> Iterator[Block]:
    rows = brand.logo.backgrounds.items()
    if rows:
        yield Facts(tuple((name, color(view, value, brand) or (Code(value),)) for name, value in rows))


def colors_page(view: View, brand: Brand) -> Draft:
    """The palette as fields of color, the roles, the pairs."""
    return part_draft(view, brand, "colors", view.t("site.part.colors"), _colors(view, brand))


def _colors(view: View, brand: Brand) -> Iterator[Block]:
    swatches = tuple(_swatch(view, brand, ident, entry) for ident, entry in brand.colors.palette.items())
    if swatches:
        yield Group("palette", swatches)
    yield from section(view.t("site.heading.roles"), "roles", _roles(view, brand))
    yield from section(view.t("site.heading.pairs"), "pairs", _pairs(view, brand))
    offered = tuple(
        (Plain((Download(made.path, words(made.path.rpartition("/")[2])),)),) for made in view.downloads
    )
    yield from section(
        view.t("site.heading.downloads"), "downloads", (Items(offered),) if offered and not brand.id else ()
    )


def _swatch(view: View, brand: Brand, ident: str, entry: PaletteColor) -> Block:
    light = brand.color(ident) or BLACK
    dark = brand.color(ident, dark=True) or light
    inside: list[Block] = (
        [Para(words(entry.name or ident), "name"), Para((Code(ident),), "id")]
        if entry.name
        else [Para(words(ident), "name")]
    )
    fields: list[Block] = [Field(light.hex, on(light).hex, tuple(inside), "swatch"), *_values(light)]
    if dark != light:
        by_night = Para(words(view.t("field.shades.dark")), "id")
        fields += [Field(dark.hex, on(dark).hex, (by_night,), "swatch"), *_values(dark)]
    rows = (*_printed(view, entry), *fact_rows(view, entry, ("media",)), *_share(view, entry))
    written = entry.value.light
    own = () if written.upper() in {light.hex, *formats(light).values()} else (Para((Code(written),)),)
    details = (*own, *((Facts(rows),) if rows else ()), *told(view, entry.use))
    return Group("color", (*fields, *details), f"color-{slug(ident)}")


def _values(shown: Color) -> Iterator[Block]:
    """The color as it is written in each notation, to copy."""
    yield Items(tuple((Plain((Code(text),)),) for text in formats(shown).values()), style="values")


def _printed(view: View, entry: PaletteColor) -> Iterator[tuple[str, Inlines]]:
    if entry.cmyk:
        inks = " ".join(view.number(part) for part in entry.cmyk)
        yield label(view, entry, "cmyk"), (Code(inks),)
    for name in ("pantone", "ral"):
        value = getattr(entry, name)
        if value:
            yield label(view, entry, name), (Code(value),)


def _share(view: View, entry: PaletteColor) -> Iterator[tuple[str, Inlines]]:
    if entry.share is not None:
        yield label(view, entry, "share"), words(f"{view.number(entry.share)} %")


def _roles(view: View, brand: Brand) -> Iterator[Block]:
    rows = tuple(
        (words(name), color(view, role.light, brand), color(view, role.dark, brand))
        for name, role in brand.colors.roles.items()
    )
    if rows:
        yield Table((view.t("site.role"), view.t("field.role.light"), view.t("field.role.dark")), rows)


def _pairs(view: View, brand: Brand) -> Iterator[Block]:
    for pair in brand.colors.pairs:
        ink, ground = brand.color(pair.text), brand.color(pair.background)
        size = view.term("text-size", pair.size)
        names = (
            *color(view, pair.text, brand),
            Text(f" {view.t('site.on')} "),
            *color(view, pair.background, brand),
        )
        if ink and ground:
            shown = Para(words(pair.use or brand.identity.tagline or brand.name), f"sample-{pair.size}")
            yield Field(ground.hex, ink.hex, (shown,), "pair")
            yield from meta(names, words(size), words(_verdict(view, contrast(ink, ground), pair.size)))
        else:
            yield from meta(names, words(size), words(pair.use or ""))


def _verdict(view: View, ratio: float, size: str) -> str:
    """The contrast, cut and never rounded up: 4.499 is no 4.5."""
    needed = _LARGE if size == "large" else _NORMAL
    shown = view.number(int(ratio * 100) / 100)
    return view.t("site.contrast.enough" if ratio >= needed else "site.contrast.low", ratio=shown)
