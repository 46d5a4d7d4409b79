"""What is still to be made for the brand's version of today, and what a change of each of its parts takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playbook.brand import Brand
from playbook.estimate import Entry, Total, entries, grouped, largest_first, total
from playbook.estimate import State as Standing
from playbook.estimate.wording import cost, effort, gaps
from playbook.exports.site.blocks import Block, Draft, Group, Listing, Para, Table
from playbook.exports.site.inlines import Code, Inlines, State, Text, To
from playbook.exports.site.makers import elements_of
from playbook.exports.site.names import coded, color, font, joined, message, words
from playbook.exports.site.pages.listing import Row
from playbook.exports.site.parts import section
from playbook.exports.site.view import LONGEST, View, brand_path
from playbook.making.carried import carried
from playbook.versions import is_older

PATH = "plan/rebrand.md"
_PAGES = {"logo": "logo"}
"""The page of the brand that tells of a part; of most, its first."""
_NAMED = {"color": color, "font": font, "message": message}


def rebrand_page(view: View) -> Iterator[Draft]:
    """The page, for the internal edition of a playbook with pieces."""
    if view.internal and view.playbook.pieces:
        every = entries(view.playbook, carried(view.playbook, lambda b: elements_of(view, b), view.store))
        yield Draft(PATH, view.t("estimate.title"), tuple(_blocks(view, every)))


def _blocks(view: View, every: Sequence[Entry]) -> Iterator[Block]:
    todo = largest_first(_in(every, Standing.TODO))
    version = view.playbook.brand.identity.version or ""
    yield from _first(view, todo, version)
    title = view.t("estimate.page.todo", version=version) if version else view.t("estimate.page.todo_any")
    yield from section(title, "todo", _listed(view, todo))
    yield from section(view.t("estimate.page.whole"), "whole", _whole(view, every))
    for state, lead in (
        (Standing.UNSAID, ""),
        (Standing.DONE, ""),
        (Standing.UNMADE, "estimate.page.unmade_lead"),
    ):
        found = _in(every, state)
        yield from section(view.t(f"estimate.state.{state}"), state, _named(view, found, lead))
    blank = tuple(entry for entry in every if entry.nothing_known and entry.state is not Standing.UNMADE)
    yield from section(
        view.t("estimate.page.blank"), "blank", _named(view, blank, "estimate.page.blank_lead")
    )
    yield Para(words(view.t("estimate.page.counted")), "quiet")


def _in(every: Sequence[Entry], state: Standing) -> tuple[Entry, ...]:
    return tuple(entry for entry in every if entry.state is state)


def _first(view: View, todo: Sequence[Entry], version: str) -> Iterator[Block]:
    """What matters most: how many pieces are to be made again, and what that takes."""
    found = total(todo)
    if todo:
        lead = view.t("estimate.page.lead", version=version) if version else view.t("estimate.page.lead_any")
        yield Para(words(lead), "lead")
        yield Group("sums", tuple(_sums(view, found)))
        yield from _gaps(view, found)
    else:
        yield Para(words(view.t("estimate.clean" if version else "estimate.versionless")), "lead")


def _counted(view: View, found: Total) -> dict[str, str]:
    return {
        "pieces": view.count("estimate.pieces", found.pieces),
        "units": view.count("estimate.units", found.units),
    }


def _sums(view: View, found: Total) -> Iterator[Block]:
    """The sums, each with its label."""
    lang, unknown = view.options.lang, view.t("estimate.unknown_effort")
    sums = {
        "pieces": view.number(found.pieces),
        "units": view.number(found.units),
        "effort": effort(found, lang) or unknown,
        "cost": cost(found, lang) or (unknown if found.things else ""),
    }
    for name, said in sums.items():
        if said:
            yield Group(
                "sum", (Para(words(said), "score"), Para(words(view.t(f"estimate.page.{name}")), "quiet"))
            )


def _gaps(view: View, found: Total) -> Iterator[Block]:
    if said := " ".join(gaps(found, view.options.lang)):
        yield Para(words(said), "quiet")


def _listed(view: View, found: Sequence[Entry]) -> Iterator[Block]:
    columns = ("piece", "version", "owner", "units", "effort", "cost")
    if found:
        rows = tuple(_line(view, entry) for entry in found[:LONGEST])
        table = Table(tuple(view.t(f"estimate.head.{name}") for name in columns), rows, frozenset({3}))
        yield Group("figures", (table,))
        yield from _more(view, len(found))


def _line(view: View, entry: Entry) -> Row:
    piece, alone, lang = entry.piece, total((entry,)), view.options.lang
    owner = view.term("owner", piece.owner) if piece.owner else ""
    units = view.number(entry.units) if entry.units else ""
    said = effort(alone, lang, short=True) or piece.effort or ""
    cells = (owner, units, said, cost(alone, lang, short=True))
    shown = (words(cell) if cell else () for cell in cells)
    return (view.link("piece", piece.id), _made_for(view, entry), *shown)


def _made_for(view: View, entry: Entry) -> Inlines:
    """The version; where that is not why a piece is to be made again, its state too."""
    piece = entry.piece
    made = words(f"{piece.brand_version} ") if piece.brand_version else ()
    if is_older(piece.brand_version, view.playbook.brand_of(piece).identity.version):
        return made
    return (*made, State("piece-status", piece.status, view.term("piece-status", piece.status)))


def _more(view: View, count: int) -> Iterator[Block]:
    if count > LONGEST:
        yield Para(words(view.count("site.more", count - LONGEST)), "quiet")


def _whole(view: View, every: Sequence[Entry]) -> Iterator[Block]:
    """What each part of the brand is on, for all that is made."""
    made = tuple(entry for entry in every if entry.state is not Standing.UNMADE and not entry.nothing_known)
    if not made:
        return
    found, lang, unknown = total(made), view.options.lang, view.t("estimate.unknown_effort")
    said = {"effort": effort(found, lang) or unknown, "cost": cost(found, lang) or unknown}
    yield Para(words(view.t("estimate.page.whole_lead", **_counted(view, found), **said)))
    yield from _gaps(view, found)
    parts = grouped(made, lambda entry: entry.parts)
    yield from section(view.t("estimate.by.part"), "by-part", _table(view, "part", parts), 3)
    yield Para(words(view.t("estimate.page.command")))
    yield Listing(f"brand-playbook estimate --change {','.join([*parts][:2])}")
    for by, groups in (
        ("kind", grouped(made, lambda entry: (entry.piece.kind,))),
        ("owner", grouped(made, lambda entry: (entry.piece.owner or "",))),
    ):
        yield from section(view.t(f"estimate.by.{by}"), f"by-{by}", _table(view, by, groups), 3)


def _table(view: View, by: str, groups: Mapping[str, Sequence[Entry]]) -> Iterator[Block]:
    head = (by, "pieces", "units", "effort", "cost", "todo")
    rows = tuple(_row(view, by, name, group) for name, group in [*groups.items()][:LONGEST])
    if rows:
        table = Table(tuple(view.t(f"estimate.head.{name}") for name in head), rows, frozenset({1, 2, 5}))
        yield Group("figures", (table,))
        yield from _more(view, len(groups))


def _row(view: View, by: str, name: str, group: Sequence[Entry]) -> Row:
    found, lang = total(group), view.options.lang
    todo = len(_in(group, Standing.TODO))
    named = (
        _part(view, name)
        if by == "part"
        else words(view.term(by, name) if name else view.t("estimate.nobody"))
    )
    cells = (
        view.number(found.pieces),
        view.number(found.units) if found.units else "",
        effort(found, lang, short=True),
        cost(found, lang, short=True),
        view.number(todo) if todo else "",
    )
    return (named, *(words(cell) if cell else () for cell in cells))


def _part(view: View, part: str) -> Inlines:
    """A part by its name, linked to where the brand tells of it, and by the word that a command knows."""
    sort, colon, ident = part.partition(":")
    brand = next(
        (each for each in view.playbook.brands.values() if _has(each, sort, ident)), view.playbook.brand
    )
    if colon:
        return (*_NAMED[sort](view, ident, brand), Text(" "), Code(part))
    link = To(brand_path(brand, _PAGES.get(part, "index")), words(view.t(f"estimate.part.{part}")))
    return (link, Text(" "), Code(part))


def _has(brand: Brand, sort: str, ident: str) -> bool:
    held: Mapping[str, Mapping[str, object]] = {
        "color": brand.colors.palette,
        "font": brand.fonts.families,
        "message": brand.identity.messages,
    }
    return ident in held.get(sort, {})


def _named(view: View, found: Sequence[Entry], lead: str) -> Iterator[Block]:
    if found:
        if lead:
            yield Para(coded(view.t(lead)))
        yield Para(joined(view.link("piece", entry.piece.id) for entry in found[:LONGEST]))
        yield from _more(view, len(found))
