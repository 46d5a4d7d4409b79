"""The page of a brand's logo: which one to take, each on its grounds, the space and size it needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.brand import Brand
from playbook.brand.logo import Logo, Size, Variant
from playbook.choices import Medium
from playbook.color import WHITE, on
from playbook.exports.site.blocks import Block, Draft, Facts, Figure, Group, Heading, Items, Para, Plain
from playbook.exports.site.cells import cell, label
from playbook.exports.site.drawings import drawing, ratio
from playbook.exports.site.inlines import Code, Inlines, Strong, Text
from playbook.exports.site.markdown import slug as spelled
from playbook.exports.site.names import background, color, joined, logo, words
from playbook.exports.site.pages.identity import part_draft
from playbook.exports.site.parts import meta, picture, section, told
from playbook.exports.site.showing import Lockup, Offer
from playbook.exports.site.view import View, slug

WIDTHS = (512, 1024, 2048)
"""Pixels across of the pictures that are made from a drawing."""

_PIXELS = {"px": 1.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "pt": 96 / 72, "in": 96.0}
_ROOMIEST = 5
"""Heights of the logo: in more free space than that, the drawing would show a dot."""

_WIDEST = 320
"""Pixels: a smallest size beyond it is told and not shown, for it is no small logo."""


def logo_page(view: View, brand: Brand) -> Draft:
    """The logo on the grounds it belongs on, then the rules."""
    return part_draft(view, brand, "logo", view.t("site.part.logo"), _logo(view, brand))


def _logo(view: View, brand: Brand) -> Iterator[Block]:
    mark = brand.logo
    yield from section(view.t("site.heading.which"), "which", _which(view, brand))
    for ident, variant in mark.variants.items():
        yield from _variant(view, brand, ident, variant)
    yield from section(view.t("site.heading.clear_space"), "clear-space", _clear_space(view, brand))
    yield from section(view.t("site.heading.minimum_size"), "minimum-size", _minimum(view, brand))
    yield from section(view.t("site.heading.misuse"), "misuse", _misuse(view, brand))
    yield from section(view.t("site.heading.backgrounds"), "backgrounds", _backgrounds(view, brand))


def _which(view: View, brand: Brand) -> Iterator[Block]:
    """The variant to take for each occasion that the data tell apart."""
    mark = brand.logo
    rows = [("doubt", "", mark.primary), *_occasions(view, mark), ("tab", "", mark.favicon)]
    entries = tuple(
        (_choice(view, brand, ident, why, (Strong(said), Text(": "), *shown)),)
        for why, size, ident in rows
        if ident and (shown := logo(view, ident, brand))
        for said in [words(view.t(f"site.logo.{why}", size=size))]
    )
    if entries:
        yield Items(entries, style="which")


def _choice(view: View, brand: Brand, ident: str, why: str, told: Inlines) -> Block:
    """A variant on the ground of its occasion, or the words alone where it cannot be shown."""
    variant = brand.logo.variants.get(ident)
    path = view.file(brand, variant.file) if variant else ""
    if variant is None or not path:
        return Plain(told)
    ground = brand.background(why.removeprefix("on_")) if why.startswith("on_") else None
    shade, ink = (ground.hex, on(ground).hex) if ground else _ground(brand, variant)
    return Figure(path, "", told, shade, ink)


def _occasions(view: View, mark: Logo) -> Iterator[tuple[str, str, str]]:
    """Light and dark grounds, and where the first choice would be too small."""
    first = mark.chosen(mark.primary)
    if first is None or len(mark.variants) == 1:
        return
    order = dict.fromkeys((first, *mark.variants))
    for ground in ("light", "dark"):
        yield from ((f"on_{ground}", "", ident) for ident in _first(order, mark, ground))
    least = _least(mark, first)
    smaller = [i for i in _all(order, mark, "light") if i != mark.favicon and _least(mark, i) < least]
    if smaller:
        yield "small", f"{view.number(least)} px", smaller[0]


def _first(order: Mapping[str, None], mark: Logo, ground: str) -> tuple[str, ...]:
    return _all(order, mark, ground)[:1]


def _all(order: Mapping[str, None], mark: Logo, ground: str) -> tuple[str, ...]:
    return tuple(ident for ident in order if ground in mark.variants[ident].on)


def _least(mark: Logo, ident: str) -> float:
    """The smallest width of a variant on screens, in pixels; 0 where nothing is said."""
    size = mark.variants[ident].minimum_size.get(Medium.SCREEN) or mark.minimum_size.get(Medium.SCREEN)
    return size.width if size and size.unit == "px" else 0


def _variant(view: View, brand: Brand, ident: str, variant: Variant) -> Iterator[Block]:
    yield Heading(2, variant.name or ident, f"logo-{slug(ident)}", linked=True)
    path = view.file(brand, variant.file)
    alt = variant.alt or f"{brand.name}: {variant.name or ident}"
    if not path:
        yield from picture(view, brand, variant.file, alt)
    yield from _plates(view, brand, variant, path, alt)
    yield from told(view, variant.use)
    yield from _offer(view, brand, ident, path)
    yield from _refused(view, brand, variant, path, alt)
    widths = joined(_widths(view, variant.minimum_size))
    yield from meta(
        (Text(f"{label(view, variant, 'on')}: "), *cell(view, variant, "on", brand))
        if variant.on and not path
        else (),
        (Text(f"{label(view, variant, 'minimum_size')}: "), *widths) if widths else (),
        words(f"{label(view, variant, 'alt')}: {variant.alt}") if variant.alt else (),
    )


def _plates(view: View, brand: Brand, variant: Variant, path: str, alt: str) -> Iterator[Block]:
    """The drawing on each ground it is for, the first one large."""
    grounds = [(name, brand.background(name)) for name in variant.on or ("light",)] if path else []
    plates = tuple(
        Figure(path, alt, background(view, name, brand), ground.hex, on(ground).hex)
        for name, ground in grounds
        if ground
    )
    if plates:
        yield Group("plates", plates)


def _refused(view: View, brand: Brand, variant: Variant, path: str, alt: str) -> Iterator[Block]:
    """The grounds that the drawing must not stand on, as it looks there, marked as wrong."""
    refused = cell(view, variant, "not_on", brand)
    if not path:
        yield from meta((Text(f"{label(view, variant, 'not_on')}: "), *refused) if refused else ())
        return
    grounds = [(name, brand.background(name)) for name in variant.not_on]
    plates = tuple(
        Figure(path, alt, background(view, name, brand), ground.hex, on(ground).hex, style="refused")
        for name, ground in grounds
        if ground
    )
    if plates:
        yield Para(words(label(view, variant, "not_on")), "label")
        yield Group("refusals", plates)


def _offer(view: View, brand: Brand, ident: str, path: str) -> Iterator[Block]:
    """The drawing to take, as it is and as pictures."""
    if not path:
        return
    stem = "-".join(filter(None, (spelled(brand.name), spelled(ident)))) or "logo"
    kind = path.rpartition(".")[2].upper()
    svg = drawing(view, path) if ratio(view, path) else ""
    drawn = tuple((width, view.t("site.logo.png", width=width)) for width in WIDTHS) if svg else ()
    yield Offer(path, stem, view.t("site.logo.take", kind=kind), svg, drawn)


def _clear_space(view: View, brand: Brand) -> Iterator[Block]:
    space = brand.logo.clear_space
    if not space:
        return
    rule = words(view.t("site.clear_space", factor=view.number(space.factor), unit=space.unit))
    if space.share:
        yield from _lockup(view, brand, space.share * space.factor, rule)
    yield Para(rule)
    shown = words(view.t("site.share_of_height", share=view.number(space.share * 100))) if space.share else ()
    yield from meta(shown)


def _lockup(view: View, brand: Brand, space: float, rule: Inlines) -> Iterator[Block]:
    """The first choice with its free space drawn in, where its measures can be told."""
    ident = brand.logo.chosen(brand.logo.primary)
    if ident is None:
        return
    variant = brand.logo.variants[ident]
    path = view.file(brand, variant.file)
    wide = ratio(view, path)
    ground = _ground(brand, variant)
    if wide and space < _ROOMIEST:
        yield Lockup(path, _alt(rule, variant, brand), wide, space, ground[0], ground[1])


def _alt(rule: Inlines, variant: Variant, brand: Brand) -> str:
    told = "".join(part.text for part in rule if isinstance(part, Text))
    return f"{variant.alt or brand.name}: {told}"


def _ground(brand: Brand, variant: Variant) -> tuple[str, str]:
    """The first ground of a variant and what is seen on it, as hex values."""
    ground = next(filter(None, map(brand.background, variant.on)), WHITE)
    return ground.hex, on(ground).hex


def _minimum(view: View, brand: Brand) -> Iterator[Block]:
    """The smallest sizes, shown as large as they are where they are small."""
    mark = brand.logo
    ident = mark.chosen(mark.primary)
    path = view.file(brand, mark.variants[ident].file) if ident else ""
    shown, told = [], []
    for medium, size in mark.minimum_size.items():
        line = _width(view, medium, size)
        pixels = size.width * _PIXELS.get(size.unit, 1e9)
        if ident and path and pixels <= _WIDEST:
            ground, ink = _ground(brand, mark.variants[ident])
            width = f"{size.width:g}{size.unit}"
            shown.append(Figure(path, "", line, ground, ink, width, "actual"))
        else:
            told.append((Plain(line),))
    if shown:
        yield Group("actuals", tuple(shown))
    if told:
        yield Items(tuple(told))


def _widths(view: View, sizes: Mapping[Medium, Size]) -> Iterator[Inlines]:
    for medium, size in sizes.items():
        yield _width(view, medium, size)


def _width(view: View, medium: Medium, size: Size) -> Inlines:
    return words(f"{view.term('medium', medium)}: {view.number(size.width)} {size.unit}")


def _misuse(view: View, brand: Brand) -> Iterator[Block]:
    entries = tuple(
        (*picture(view, brand, wrong.picture, ""), Plain(words(wrong.text))) for wrong in brand.logo.misuse
    )
    if entries:
        yield Items(entries, style="misuse" if any(wrong.picture for wrong in brand.logo.misuse) else "dont")


def _backgrounds(view: View, brand: Brand) -> Iterator[Block]:
    rows = brand.logo.backgrounds.items()
    if rows:
        yield Facts(tuple((name, color(view, value, brand) or (Code(value),)) for name, value in rows))
