"""What a pack says in words: what is wanted, in the order in which somebody who makes it asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.brand import Brand
from playbook.brand.logo import Variant
from playbook.exports.site.blocks import Block, Facts, Heading, Items, Para, Plain, Table
from playbook.exports.site.cells import cell, fact_rows
from playbook.exports.site.inlines import Chip, Code, Download, Inlines, Out, Strong, Text
from playbook.exports.site.names import background, joined, words
from playbook.exports.site.packs.checklist import checklist, family
from playbook.exports.site.pages.piece import post, requirements
from playbook.exports.site.parts import lines, section, told
from playbook.exports.site.urls import safe_link
from playbook.exports.site.view import View
from playbook.kinds import UsualSize
from playbook.model.piece import Kit, Piece

_PIECE = ("kind", "message", "due", "brand_version", "source")
_KIT = ("message", "date", "approver", "delivery_address")
_COMMAND = "brand-playbook check {file} --against {pack}.zip"
_PARTS = ("assets", "fonts", "tokens", "styles", "examples")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pack is about: pieces of one brand, on their own or as a kit.

    `colors`, `fonts` and `logos` are ids of the brand's palette, families and variants that they need.
    """

    brand: Brand
    pieces: tuple[Piece, ...]
    colors: tuple[str, ...]
    fonts: tuple[str, ...]
    logos: tuple[str, ...]
    kit: Kit | None = None

    @property
    def item(self) -> Piece | Kit:
        """What it is called after."""
        return self.kit or self.pieces[0]


def guide(view: View, wanted: Wanted, folders: Sequence[str], paths: Mapping[str, str]) -> Iterator[Block]:
    """The blocks of the guide; `folders` are those of the pack, `paths` lead there from project files."""
    yield from told(view, wanted.item.summary, "lead")
    yield from _about(view, wanted)
    if wanted.kit:
        yield from section(view.t("site.heading.brief"), "brief", told(view, wanted.kit.brief))
    for piece in wanted.pieces:
        yield from _piece(view, wanted, piece)
    yield from section(view.t("site.part.colors"), "colors", _colors(view, wanted))
    yield from section(view.t("site.part.fonts"), "fonts", _fonts(view, wanted, paths))
    yield from section(view.t("site.part.logo"), "logo", _logo(view, wanted, paths))
    points = checklist(view, wanted.brand, wanted.pieces)
    program = Para(
        (
            *words(f"{view.t('pack.check.program')} "),
            Code(_COMMAND.format(file=view.t("drop.file"), pack=view.t("drop.pack"))),
        )
    )
    yield from section(view.t("pack.check.heading"), "check", (*points, program))
    yield from section(view.t("pack.inside"), "inside", _inside(view, folders))


def _about(view: View, wanted: Wanted) -> Iterator[Block]:
    item, brand = wanted.item, wanted.brand
    rows = [(view.t("site.brand"), words(brand.name))]
    rows += fact_rows(view, item, _KIT if wanted.kit else _PIECE, brand)
    if owner := cell(view, item, "owner", brand):
        rows.append((view.t("pack.to"), owner))
    yield Facts(tuple(rows))


def _piece(view: View, wanted: Wanted, piece: Piece) -> Iterator[Block]:
    """What a piece must be like; in a kit, under its name."""
    parts = {
        "site.heading.requirements": (
            *requirements(view, _with_families(piece, wanted.brand), wanted.brand),
            *_usual(view, piece),
        ),
        "site.heading.files": tuple(_files(view, piece)),
        "site.heading.post": tuple(post(view, piece)),
        "site.heading.procedure": tuple(_steps(view, piece)),
    }
    level = 3 if wanted.kit else 2
    if wanted.kit:
        yield Heading(2, piece.name, "")
        yield from told(view, piece.summary)
        yield Facts(tuple(fact_rows(view, piece, ("kind", "due", "source"), wanted.brand)))
    for title, blocks in parts.items():
        yield from section(view.t(title), "", blocks, level)


def _with_families(piece: Piece, brand: Brand) -> Piece:
    """The piece with its fonts by their families, under which they lie in the pack, rather than by role."""
    families = tuple(dict.fromkeys(family(brand, named) or named for named in piece.requirements.fonts))
    return piece.model_copy(
        update={"requirements": piece.requirements.model_copy(update={"fonts": families})}
    )


def _usual(view: View, piece: Piece) -> Iterator[Block]:
    """Sizes and formats that the kind usually has, where the piece names none."""
    kind = view.playbook.kinds.get(piece.kind)
    required = piece.requirements
    sizes = joined(words(_side(view, size)) for size in kind.sizes) if kind and not required.sizes else ()
    formats = words(", ".join(kind.format)) if kind and kind.format and not required.format else ()
    rows = [
        (view.t(name), shown)
        for name, shown in (("pack.usual.sizes", sizes), ("pack.usual.format", formats))
        if shown
    ]
    if rows:
        yield Facts(tuple(rows))


def _side(view: View, size: UsualSize) -> str:
    sides = (view.number(side) for side in (size.width, size.height) if side)
    return f"{f'{size.name}: ' if size.name else ''}{' × '.join(sides)} {size.unit}"


def _files(view: View, piece: Piece) -> Iterator[Block]:
    named = [(file, view.file(None, file.file)) for file in piece.files]
    entries = tuple(
        (Plain((Download(path, words(file.name or path.rpartition("/")[2])), *_note(file.note))),)
        for file, path in named
        if path
    )
    if entries:
        yield Items(entries)


def _note(note: str | None) -> Inlines:
    return words(f": {note}") if note else ()


def _steps(view: View, piece: Piece) -> Iterator[Block]:
    steps = tuple(tuple(told(view, step)) for step in piece.steps)
    if steps:
        yield Items(steps, ordered=True)


def _colors(view: View, wanted: Wanted) -> Iterator[Block]:
    heads = tuple(view.t(f"pack.color.{name}") for name in ("name", "hex", "cmyk", "pantone", "ral"))
    rows = [row for ident in wanted.colors if (row := _color(view, wanted.brand, ident))]
    filled = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    if rows:
        yield Table(tuple(heads[at] for at in filled), tuple(tuple(row[at] for at in filled) for row in rows))


def _color(view: View, brand: Brand, ident: str) -> tuple[Inlines, ...]:
    entry, seen = brand.colors.palette[ident], brand.color(ident)
    if seen is None:
        return ()
    inks = words(" / ".join(view.number(ink) for ink in entry.cmyk)) if entry.cmyk else ()
    told_ = (words(said) if said else () for said in (entry.pantone, entry.ral))
    return (Chip(seen.hex), Text(f" {entry.name or ident}")), (Code(seen.hex),), inks, *told_


def _fonts(view: View, wanted: Wanted, paths: Mapping[str, str]) -> Iterator[Block]:
    heads = tuple(view.t(f"pack.font.{name}") for name in ("name", "weights", "licence", "where"))
    rows = tuple(_font(view, wanted.brand, ident, paths) for ident in wanted.fonts)
    if rows:
        yield Table(heads, rows)


def _font(view: View, brand: Brand, ident: str, paths: Mapping[str, str]) -> tuple[Inlines, ...]:
    family = brand.fonts.families[ident]
    weights = dict.fromkeys(family.weights or [file.weight for file in family.files])
    there = any(brand.files.get(file.file) in paths for file in family.files)
    address = safe_link(family.url or "")
    away = (Out(address, words(address)),) if address else words(view.t("pack.font.ask"))
    licence = words(family.licence.name) if family.licence else ()
    weighed = words(", ".join(map(str, weights)))
    return (Strong(words(family.name)),), weighed, licence, (Code("fonts/"),) if there else away


def _logo(view: View, wanted: Wanted, paths: Mapping[str, str]) -> Iterator[Block]:
    mark, brand = wanted.brand.logo, wanted.brand
    heads = tuple(view.t(f"pack.logo.{name}") for name in ("name", "file", "on", "not_on", "least"))
    rows = [_variant(view, brand, ident, paths) for ident in wanted.logos]
    filled = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    if rows:
        yield Table(tuple(heads[at] for at in filled), tuple(tuple(row[at] for at in filled) for row in rows))
    if mark.clear_space:
        space = mark.clear_space
        rule = view.t("site.clear_space", factor=view.number(space.factor), unit=space.unit)
        yield Para(words(f"{view.t('site.heading.clear_space')}: {rule}"))
    misuse = lines([each.text for each in mark.misuse], "dont")
    yield from section(view.t("site.heading.misuse"), "", misuse, 3)


def _variant(view: View, brand: Brand, ident: str, paths: Mapping[str, str]) -> tuple[Inlines, ...]:
    variant = brand.logo.variants[ident]
    path = paths.get(brand.files.get(variant.file, ""))
    return (
        words(variant.name or ident),
        (Code(path.rpartition("/")[2]),) if path else (),
        joined(_plain(background(view, name, brand)) for name in variant.on),
        joined(_plain(background(view, name, brand)) for name in variant.not_on),
        joined(words(said) for said in least(view, brand, variant)),
    )


def _plain(shown: Inlines) -> Inlines:
    """Without the dot of color: there are many in a cell."""
    return tuple(part for part in shown if not isinstance(part, Chip))


def least(view: View, brand: Brand, variant: Variant) -> Iterator[str]:
    """The smallest width of a variant by medium."""
    sizes = {**brand.logo.minimum_size, **variant.minimum_size}
    for medium, size in sizes.items():
        yield f"{view.term('medium', medium)} {view.number(size.width)}\N{NO-BREAK SPACE}{size.unit}"


def _inside(view: View, folders: Iterable[str]) -> Iterator[Block]:
    parts = ("spec.json", *(f"{name}/" for name in _PARTS if name in folders))
    yield Facts(tuple((name, words(view.t(f"pack.part.{name.rstrip('/').split('.')[0]}"))) for name in parts))
