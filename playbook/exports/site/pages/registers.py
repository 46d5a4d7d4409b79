"""Which items are listed where, by what, and with which columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from playbook.choices import Phase
from playbook.exports.site.blocks import Draft, Filtered
from playbook.exports.site.data import FACETS, path
from playbook.exports.site.names import words
from playbook.exports.site.pages.compare import beside
from playbook.exports.site.pages.journey import people
from playbook.exports.site.pages.listing import (
    Bunch,
    Register,
    Row,
    grouped,
    head_of,
    item_rows,
    register_pages,
)
from playbook.exports.site.pages.wall import wall
from playbook.exports.site.view import View
from playbook.model.parts import Item

_TOUCHPOINT = ("channel", "audience", "owner", "status")
_COLUMNS = {
    "piece": ("kind", "status", "owner", "due"),
    "kit": ("status", "date", "owner"),
    "persona": ("job", "age"),
    "journey": ("persona", "scenario"),
}
_BY = {"piece": "kind", "kit": "", "persona": "audience", "journey": "audience"}

_FILTER = ("title", "count", "clear", "none", "more")
_BOARD = ("view", "table", "board", "elsewhere", "rest")


def registers(view: View) -> Iterator[Draft]:
    """The listings of everything there is; of what there is none, none."""
    for noun in ("touchpoint", *_COLUMNS):
        items = tuple(view.playbook.items(noun).values())
        if items or any(broken.noun == noun for broken in view.playbook.broken):
            first, *others = register_pages(view, _register(view, noun, items))
            yield _shown(view, noun, first) if items else first
            yield from others


def _shown(view: View, noun: str, draft: Draft) -> Draft:
    """A listing's page in the form that suits its items."""
    if noun in FACETS:
        return _filtered(view, noun, _wall(view, draft) if noun == "piece" else draft)
    if noun == "journey":
        return replace(draft, blocks=(*beside(view), *draft.blocks))
    return people(view, draft) if noun == "persona" else draft


def _wall(view: View, draft: Draft) -> Draft:
    """The pieces on a wall, as long as all of them could be read and fit one page."""
    if view.long("piece") or any(broken.noun == "piece" for broken in view.playbook.broken):
        return draft
    groups = grouped(tuple(view.playbook.pieces.values()), lambda item: (getattr(item, "kind"),))  # noqa: B009
    kinds = sorted(groups, key=lambda kind: view.term("kind", kind).casefold())
    return replace(draft, blocks=tuple(wall(view, (item.id for kind in kinds for item in groups[kind]))))


def _filtered(view: View, noun: str, draft: Draft) -> Draft:
    """A listing's page with its filters, and for touchpoints the board beside the table."""
    told = (*_FILTER, *_BOARD) if noun == "touchpoint" else _FILTER
    said = tuple((name, view.t(f"site.filter.{name}")) for name in told)
    name = f"{noun}s"
    return replace(draft, blocks=(Filtered(name, path(name), said, draft.blocks),))


def _register(view: View, noun: str, items: Sequence[Item]) -> Register:
    title = view.t(f"noun.{noun}.other")
    if noun == "touchpoint":
        head = (*head_of(view, noun, _TOUCHPOINT), view.t("noun.piece.other"))
        return Register("touchpoints", "stage", title, head, tuple(_stages(view, items)))
    columns = _COLUMNS[noun]
    bunches = tuple(_bunches(view, noun, items))
    return Register(f"{noun}s", _BY[noun], title, head_of(view, noun, columns), bunches, flat=noun == "piece")


def _bunches(view: View, noun: str, items: Sequence[Item]) -> Iterator[Bunch]:
    by = _BY[noun]
    groups = grouped(items, lambda item: (getattr(item, by),) if by else ("",))
    named = {key: view.term(by, key) if by else "" for key in groups}
    for key in sorted(groups, key=lambda key: named[key].casefold()):
        yield Bunch(key, named[key], item_rows(view, groups[key], _COLUMNS[noun]))
    if rest := _broken_rows(view, noun):
        yield Bunch("(unread)", view.t("site.unread"), rest, head=(view.t("field.item.name"),))


def _stages(view: View, items: Sequence[Item]) -> Iterator[Bunch]:
    """The touchpoints by stage in order; a phase named as a stage comes before its stages."""
    groups = grouped(items, lambda item: getattr(item, "stage"))  # noqa: B009 - touchpoints, by their listing
    known = list(view.playbook.stages)
    phases = list(Phase)
    order = sorted(
        groups, key=lambda s: (phases.index(view.phase(s)), known.index(s) if s in known else -1, s)
    )
    for stage in order:
        own = view.playbook.settings.stages.get(stage)
        rows = tuple(
            _touchpoint_row(view, item, row)
            for item, row in zip(groups[stage], item_rows(view, groups[stage], _TOUCHPOINT), strict=True)
        )
        yield Bunch(stage, view.term("stage", stage), rows, own.summary or "" if own else "")
    if rest := _broken_rows(view, "touchpoint"):
        yield Bunch("(unread)", view.t("site.unread"), rest, head=(view.t("field.item.name"),))


def _touchpoint_row(view: View, item: Item, row: Row) -> Row:
    pieces = len(view.playbook.pieces_of.get(item.id, ()))
    return (*row, words(view.number(pieces)) if pieces else ())


def _broken_rows(view: View, noun: str) -> tuple[Row, ...]:
    if not view.internal:
        return ()
    idents = dict.fromkeys(b.id for b in view.playbook.broken if b.noun == noun)
    return tuple((view.link(noun, ident),) for ident in idents if ident not in view.playbook.items(noun))
