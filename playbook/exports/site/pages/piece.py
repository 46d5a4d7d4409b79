"""The pages of pieces and kits."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.brand import Brand
from playbook.exports.site.blocks import Block, Draft, Facts, Items, Listing, Para, Plain
from playbook.exports.site.cells import cell, fact_rows, facts, label, unplaced
from playbook.exports.site.dropping import dropping
from playbook.exports.site.inlines import Code, Download, Inlines, Text
from playbook.exports.site.makers import form, maker
from playbook.exports.site.names import coded, joined, words
from playbook.exports.site.pages.made import made_blocks
from playbook.exports.site.pages.pack import pack
from playbook.exports.site.pages.wall import wall
from playbook.exports.site.parts import (
    closing,
    first_facts,
    item_draft,
    lines,
    opening,
    picture,
    section,
    titled,
    told,
)
from playbook.exports.site.view import View
from playbook.model.piece import Kit, Piece, PieceFile, Requirements, Size, Use

_FIRST = ("status", "kind", "due", "owner", "source", "link")
_ABOUT = ("sourcing", "audience", "products", "brands", "made_by", "brand_version", "effort")
_ELSEWHERE = (
    "form",
    "files",
    "message",
    "requirements",
    "caption",
    "hashtags",
    "alt",
    "steps",
    "touchpoints",
    "approved",
    "in_use",
)
"""Fields of a piece with a place of their own."""
_KIT = ("status", "date", "owner", "approver", "audience", "delivery_address", "brands")
_KIT_ELSEWHERE = ("message", "pieces", "brief")
_REQUIRED = ("format", "bleed", "resolution", "colors", "fonts", "logo", "file_size")
_UNITS = {"bleed": "mm", "resolution": "dpi"}
_SHOWN = (".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif", ".avif")


def piece_page(view: View, piece: Piece) -> Draft:
    """The page of a piece: what it is, in what state, and everything needed to make it."""
    return item_draft(view, piece, tuple(_piece(view, piece)))


def _piece(view: View, piece: Piece) -> Iterator[Block]:
    brand = view.playbook.brand_of(piece)
    yield from opening(view, piece)
    yield from first_facts(view, piece, _FIRST, brand)
    yield from section(view.t(_heading(view, piece)), "fill-in", _maker(view, piece))
    yield from section(view.t("site.heading.files"), "files", _files(view, piece))
    said = cell(view, piece, "message", brand)
    yield from section(view.t("site.heading.message"), "message", (Para(said, "message"),) if said else ())
    required = requirements(view, piece, brand)
    yield from section(view.t("site.heading.requirements"), "requirements", required)
    yield from pack(view, piece)
    yield from section(view.t("drop.heading"), "check", _drop(view, piece))
    yield from section(view.t("site.heading.post"), "post", post(view, piece))
    steps = tuple(tuple(told(view, step)) for step in piece.steps)
    yield from section(
        view.t("site.heading.procedure"), "procedure", (Items(steps, ordered=True),) if steps else ()
    )
    yield from section(view.t("site.heading.where"), "where", _where(view, piece))
    yield from section(view.t("site.heading.about"), "about", _about(view, piece, brand))
    yield from closing(view, piece)


def _heading(view: View, piece: Piece) -> str:
    return "written.heading" if _is_written(view, piece) else "make.heading"


def _is_written(view: View, piece: Piece) -> bool:
    """Whether it is a text that its owners write, rather than a form that people fill in on the page."""
    found = form(view, piece)
    return found is not None and not found.filled_here


def _maker(view: View, piece: Piece) -> Iterator[Block]:
    """The piece itself, to fill in."""
    found = form(view, piece)
    if found is None:
        return
    if note := found.kind.words(view.options.lang).note:
        yield Para(words(note))
    yield maker(found)
    yield from made_blocks(view, found)
    if not found.filled_here:
        yield Para(words(view.t("written.how", id=piece.id)), "quiet")
    if view.internal and found.lacks_logo:
        mailed = "make.no_logo" if found.kind.group == "email" else "make.no_logo_here"
        yield Para(coded(view.t(mailed)), "quiet")


def _drop(view: View, piece: Piece) -> Iterator[Block]:
    """A place to have files judged at once; where no script runs, how the command is asked."""
    found = dropping(view, piece)
    if view.options.writer == "html" or found.command:
        yield found


def _files(view: View, piece: Piece) -> Iterator[Block]:
    for file in piece.files:
        if file.file.lower().endswith(_SHOWN) and view.file(None, file.file):
            yield from picture(view, None, file.file, piece.alt or file.name or piece.name)
    if piece.files:
        yield Items(tuple((Plain(_file(view, file)),) for file in piece.files))


def _file(view: View, file: PieceFile) -> Inlines:
    path = view.file(None, file.file)
    name = words(file.name or file.file.rpartition("/")[2])
    link: Inlines = (Download(path, name),) if path else (*name, Text(" "), Code(file.file))
    return (*link, Text(f": {file.note}")) if file.note else link


def requirements(view: View, piece: Piece, brand: Brand) -> Iterator[Block]:
    """What a piece must be like."""
    required = piece.requirements
    sizes = joined(words(_size(view, size)) for size in required.sizes)
    limits = joined(
        words(view.t("site.characters", part=part, count=view.number(most)))
        for part, most in required.text_limits.items()
    )
    preset = () if _is_written(view, piece) else tuple((Plain(entry),) for entry in _form(view, piece))
    rows = [
        *(((label(view, required, "sizes"), sizes),) if sizes else ()),
        *_measured(view, required, brand),
        *(((label(view, required, "text_limits"), limits),) if limits else ()),
    ]
    if rows:
        yield Facts(tuple(rows))
    for name in ("do", "dont"):
        yield from section(label(view, required, name), name, lines(getattr(required, name), name), 3)
    yield from told(view, required.notes)
    yield from section(label(view, piece, "form"), "form", (Items(preset),) if preset else (), 3)


def _form(view: View, piece: Piece) -> Iterator[Inlines]:
    """What the owner of a piece said of each field of its form."""
    kind = view.playbook.kinds.get(piece.kind)
    for name, rule in piece.form.items():
        field = kind.fields.get(name) if kind else None
        title = field.words(view.options.lang).label if field else name
        limit = view.t("site.characters", part=title, count=view.number(rule.longest)) if rule.longest else ""
        said = (
            rule.value if isinstance(rule.value, str) else "",
            view.t("make.locked") if rule.locked else "",
        )
        told_ = ", ".join(filter(None, said))
        if shown := "; ".join(filter(None, (f"{title}: {told_}" if told_ else "", limit))):
            yield words(shown)
        if rule.prices:
            yield (Text(f"{title}: "), *_file(view, PieceFile(file=rule.prices)))


def _measured(view: View, required: Requirements, brand: Brand) -> Iterator[tuple[str, Inlines]]:
    for name in _REQUIRED:
        for title, shown in fact_rows(view, required, (name,), brand):
            yield title, (*shown, Text(f" {_UNITS[name]}")) if name in _UNITS else shown


def _size(view: View, size: Size) -> str:
    sides = (
        f"{view.number(size.width)} × {view.number(size.height)}" if size.height else view.number(size.width)
    )
    return f"{size.name}: {sides} {size.unit}" if size.name else f"{sides} {size.unit}"


def post(view: View, piece: Piece) -> Iterator[Block]:
    """What goes with a post."""
    yield from titled(view, piece, ("caption",))
    if piece.hashtags:
        yield Listing(" ".join(f"#{tag.lstrip('#')}" for tag in piece.hashtags))
    yield from titled(view, piece, ("alt",))


def _where(view: View, piece: Piece) -> Iterator[Block]:
    """The touchpoints it serves, and the kits it comes in."""
    places = [(Plain(link),) for ident in piece.touchpoints if (link := view.link("touchpoint", ident))]
    if places:
        yield Items(tuple(places))
    kits = joined(view.link("kit", kit.id) for kit in view.playbook.kits_of.get(piece.id, ()))
    if kits:
        yield Para((Text(f"{view.t('site.in_kits')}: "), *kits))


def _about(view: View, piece: Piece, brand: Brand) -> Iterator[Block]:
    names = (*_ABOUT, *unplaced(piece, (*_FIRST, *_ABOUT, *_ELSEWHERE)))
    rows = [*fact_rows(view, piece, names, brand)]
    if piece.approved:
        shown = joined((words(piece.approved.by), cell(view, piece.approved, "date")))
        rows.append((label(view, piece, "approved"), shown))
    rows += _use(view, piece.in_use) if piece.in_use else ()
    if rows:
        yield Facts(tuple(rows))


def _use(view: View, use: Use) -> Iterator[tuple[str, Inlines]]:
    if use.units is not None:
        yield label(view, use, "units"), words(view.number(use.units))
    yield from fact_rows(view, use, ("places",))
    if use.unit_cost:
        yield (
            label(view, use, "unit_cost"),
            words(f"{view.number(use.unit_cost.amount)} {use.unit_cost.currency}"),
        )


def kit_page(view: View, kit: Kit) -> Draft:
    """The page of a kit: the occasion, and the pieces it takes."""
    return item_draft(view, kit, tuple(_kit(view, kit)))


def _kit(view: View, kit: Kit) -> Iterator[Block]:
    brand = view.playbook.brand_of(kit)
    yield from opening(view, kit)
    yield from facts(view, kit, (*_KIT, *unplaced(kit, (*_KIT, *_KIT_ELSEWHERE))), brand)
    said = cell(view, kit, "message", brand)
    yield from section(view.t("site.heading.message"), "message", (Para(said, "message"),) if said else ())
    yield from section(view.t("site.heading.kit"), "pieces", wall(view, kit.pieces))
    yield from pack(view, kit)
    yield from section(view.t("site.heading.brief"), "brief", told(view, kit.brief))
    yield from closing(view, kit)
