"""The page of a brand's colors: how much of each, the palette to copy, where each is used."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.brand import Brand
from playbook.brand.colors import PaletteColor
from playbook.color import BLACK, Color, formats, on
from playbook.exports.site.blocks import Block, Draft, Facts, Field, Group, Items, Para, Plain, Table
from playbook.exports.site.cells import fact_rows, label
from playbook.exports.site.inlines import Code, Copy, Download, Inlines
from playbook.exports.site.names import color, joined, words
from playbook.exports.site.pages.contrast import alike, matrix, pairs
from playbook.exports.site.pages.family import owns
from playbook.exports.site.pages.identity import part_draft
from playbook.exports.site.pages.uses import Uses, uses
from playbook.exports.site.parts import section, told
from playbook.exports.site.showing import Part, Strip
from playbook.exports.site.view import View, color_anchor

_NAMED = 5
"""Pieces that the table of uses names for a color; of more it says how many."""
_ROOMY = 6
"""Percent of a bar that have room for their figure."""


def colors_page(view: View, brand: Brand) -> Draft:
    """The palette as fields of color, what may stand on what, where each is used."""
    return part_draft(view, brand, "colors", view.t("site.part.colors"), _colors(view, brand))


def _colors(view: View, brand: Brand) -> Iterator[Block]:
    yield from _proportions(view, brand)
    palette = brand.colors.palette
    own = tuple(_swatch(view, brand, i, entry) for i, entry in palette.items() if _is_own(brand, i))
    others = tuple(_swatch(view, brand, i, entry) for i, entry in palette.items() if not _is_own(brand, i))
    if own:
        yield Group("palette", own)
    title = view.t("site.inherited.of", master=view.playbook.brand.name)
    yield from section(title, "inherited", (Group("palette", others),) if others else ())
    yield from section(view.t("site.heading.pairs"), "pairs", pairs(view, brand))
    yield from section(view.t("site.colors.matrix"), "matrix", matrix(view, brand))
    yield from section(view.t("site.colors.vision"), "vision", alike(view, brand))
    yield from section(view.t("site.heading.roles"), "roles", _roles(view, brand))
    yield from section(view.t("site.heading.where"), "where", _where(view, brand))
    files = {} if brand.id else view.downloads
    offered = tuple(_file(view, name, made.path) for name, made in files.items())
    taken = (Items(offered, style="downloads"),) if offered else ()
    yield from section(view.t("site.heading.downloads"), "downloads", taken)


def _is_own(brand: Brand, ident: str) -> bool:
    return owns(brand, "colors", "palette", ident)


def _file(view: View, name: str, path: str) -> tuple[Block, ...]:
    """A file of an export, and what it is for."""
    taken = Download(path, words(path.rpartition("/")[2]))
    return Plain((taken,)), Para(words(view.t(f"export.{name}")), "quiet")


def _proportions(view: View, brand: Brand) -> Iterator[Block]:
    """The colors in one bar, as much of each as a typical layout shows."""
    parts = tuple(
        _part(view, ident, entry, found)
        for ident, entry in brand.colors.palette.items()
        if entry.share and (found := brand.color(ident))
    )
    if len(parts) > 1:
        yield Strip(view.t("site.colors.proportions"), parts, "shares")


def _part(view: View, ident: str, entry: PaletteColor, found: Color) -> Part:
    share = entry.share or 0
    figure = f"{view.number(share)} %"
    name = f"{entry.name or ident} {figure}"
    return Part(found.hex, on(found).hex, share, name, figure if share >= _ROOMY else "")


def _swatch(view: View, brand: Brand, ident: str, entry: PaletteColor) -> Block:
    light = brand.color(ident) or BLACK
    dark = brand.color(ident, dark=True) or light
    name = Para(words(entry.name or ident), "name")
    inside = (name, Para((Code(ident),), "id")) if entry.name else (name,)
    written = entry.value.light
    known = {light.hex, *formats(light).values()}
    own = () if written.upper() in known else (("CSS", written),)
    blocks: list[Block] = [
        Field(light.hex, on(light).hex, inside, "swatch"),
        _values(view, (*_notations(light), *_printed(view, entry), *own)),
    ]
    if dark != light:
        by_night = Para(words(view.t("field.shades.dark")), "id")
        blocks += [Field(dark.hex, on(dark).hex, (by_night,), "swatch"), _values(view, _notations(dark))]
    rows = (*fact_rows(view, entry, ("media", "touchpoints")), *_share(view, entry))
    blocks += [*((Facts(rows),) if rows else ()), *told(view, entry.use)]
    return Group("color", tuple(blocks), color_anchor(ident))


def _values(view: View, rows: tuple[tuple[str, str], ...]) -> Block:
    """The color as each notation writes it, to copy."""
    done = view.t("site.copy.done")
    return Items(
        tuple(
            (Plain((Copy(name, value, view.t("site.copy.button", label=name, value=value), done),)),)
            for name, value in rows
        ),
        style="values",
    )


def _notations(shown: Color) -> tuple[tuple[str, str], ...]:
    return tuple((name.upper(), value) for name, value in formats(shown).items())


def _printed(view: View, entry: PaletteColor) -> Iterator[tuple[str, str]]:
    """Inks and the names of spot colors."""
    if entry.cmyk:
        yield label(view, entry, "cmyk"), " ".join(view.number(part) for part in entry.cmyk)
    for name in ("pantone", "ral"):
        value = getattr(entry, name)
        if value:
            yield label(view, entry, name), value


def _share(view: View, entry: PaletteColor) -> Iterator[tuple[str, Inlines]]:
    if entry.share is not None:
        yield label(view, entry, "share"), words(f"{view.number(entry.share)} %")


def _roles(view: View, brand: Brand) -> Iterator[Block]:
    rows = tuple(
        (
            words(view.term("color-role", name)),
            color(view, role.light, brand),
            color(view, role.dark, brand, dark=True),
        )
        for name, role in brand.colors.roles.items()
    )
    if rows:
        yield Table((view.t("site.role"), view.t("field.role.light"), view.t("field.role.dark")), rows)


def _where(view: View, brand: Brand) -> Iterator[Block]:
    """What leans on each color: whoever changes one sees here what changes with it."""
    found = [(ident, used) for ident, used in uses(view, brand).items() if used]
    heads = ("color", "roles", "on", "under", "pieces")
    rows = [_used(view, brand, ident, used) for ident, used in found]
    kept = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    if rows:
        head = tuple(view.t(f"site.colors.{heads[at]}") for at in kept)
        yield Table(head, tuple(tuple(row[at] for at in kept) for row in rows))


def _used(view: View, brand: Brand, ident: str, used: Uses) -> tuple[Inlines, ...]:
    named = [view.link("piece", piece) for piece in list(used.pieces)[:_NAMED]]
    rest = len(used.pieces) - _NAMED
    more = words(view.count("site.more", rest)) if rest > 0 else ()
    return (
        color(view, ident, brand),
        words(", ".join(view.term("color-role", name) for name in used.roles)),
        joined(color(view, name, brand) for name in used.grounds),
        joined(color(view, name, brand) for name in used.texts),
        joined((*named, more)),
    )
