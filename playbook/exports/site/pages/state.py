"""The page for those who keep the playbook: what to look at, the score, and how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from playbook.choices import PieceStatus, TouchpointStatus
from playbook.diagnostics import Diagnostic
from playbook.exports.site.blocks import Block, Draft, Filtered, Group, Items, Para, Table
from playbook.exports.site.cells import kebab
from playbook.exports.site.data import path
from playbook.exports.site.faults import NAME, concerned, ordered
from playbook.exports.site.inlines import Inlines, State, To
from playbook.exports.site.names import words
from playbook.exports.site.pages.score import ANCHOR, in_short, scored
from playbook.exports.site.parts import finding, section
from playbook.exports.site.view import LONGEST, RULES, View, item_path
from playbook.model.parts import Item

_FILTER = ("title", "count", "clear", "none", "more")


def state_pages(view: View) -> Iterator[Draft]:
    """How the playbook stands; for the internal edition only."""
    if view.internal:
        yield Draft("checks/index.md", view.t("site.checks.title"), tuple(_blocks(view)))


def _blocks(view: View) -> Iterator[Block]:
    found = ordered(view)
    said = view.count("site.checks.sum", len(found)) if found else view.t("site.checks.clean")
    yield Para(words(said), "lead")
    yield from in_short(view)
    yield from section(view.t("site.checks.findings"), "findings", _findings(view, found))
    yield from section(view.t("site.score.heading"), ANCHOR, scored(view), linked=True)
    yield from section(view.t("site.checks.state"), "state", _state(view))
    yield Para((To(RULES, words(view.t("site.checks.rules"))),))


def _state(view: View) -> Iterator[Block]:
    """How many touchpoints and pieces are in which state."""
    playbook = view.playbook
    tables = (
        *_states(view, "touchpoint", TouchpointStatus, playbook.touchpoints.values()),
        *_states(view, "piece", PieceStatus, playbook.pieces.values()),
    )
    if tables:
        yield Group("states", tables)


def _states(
    view: View, noun: str, scale: type[TouchpointStatus | PieceStatus], items: Iterable[object]
) -> Iterator[Block]:
    counted = Counter(getattr(item, "status", None) for item in items)
    name = kebab(scale.__name__)
    rows = tuple(
        ((State(name, status, view.term(name, status)),), words(view.number(counted[status])))
        for status in scale
        if counted[status]
    )
    if rows:
        yield Table((view.t(f"noun.{noun}.other"), view.t("site.checks.count")), rows, frozenset({1}))


def _findings(view: View, found: Sequence[Diagnostic]) -> Iterator[Block]:
    """The worst hundred as they stand, all of them to the script."""
    if not found:
        return
    said = tuple((name, view.t(f"site.filter.{name}")) for name in _FILTER)
    items = concerned(view)
    entries = tuple(tuple(finding(view, d, _about(items.get(d.location)))) for d in found[:LONGEST])
    more = len(found) - LONGEST
    rest = (Para(words(view.count("site.more", more)), "quiet"),) if more > 0 else ()
    yield Filtered(NAME, path(NAME), said, (Items(entries, style="findings"), *rest))


def _about(item: Item | None) -> Inlines:
    return (To(item_path(item.noun, item.id), words(item.name)),) if item else ()
