"""What is measured at touchpoints, how it stands, and where nothing is measured."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from playbook.exports.site.aims import objectives
from playbook.exports.site.blocks import Block, Filtered, Para, Table
from playbook.exports.site.cells import cell, label
from playbook.exports.site.data import path
from playbook.exports.site.inlines import To
from playbook.exports.site.measuring import NAME, placed, stage_of, state
from playbook.exports.site.names import joined, words
from playbook.exports.site.pages.listing import Row
from playbook.exports.site.parts import section
from playbook.exports.site.view import LONGEST, View, item_path, slug
from playbook.measures import Measured, Standing, unmeasured
from playbook.model.parts import Objective

_FILTER = ("title", "count", "clear", "none", "more")


def touchpoint_metrics(view: View) -> Iterator[Block]:
    """The indicators of all touchpoints, stage by stage, for the internal edition only."""
    if view.internal:
        found = placed(view)
        yield from section(view.t("metrics.title"), "touchpoints", _listed(view, found))
        yield from section(view.t("metrics.lacking"), "unmeasured", _unmeasured(view))


def _listed(view: View, found: Sequence[Measured]) -> Iterator[Block]:
    if not found:
        return
    counted = Counter(one.standing for one in found)
    states = (state(view, which, view.number(counted[which])) for which in Standing if counted[which])
    yield Para(joined(states, " \N{MIDDLE DOT} "))
    yield Para(words(view.t("metrics.rule")), "quiet")
    said = tuple((name, view.t(f"site.filter.{name}")) for name in _FILTER)
    yield Filtered(NAME, path(NAME), said, tuple(_stages(view, found)))


def _stages(view: View, found: Sequence[Measured]) -> Iterator[Block]:
    """The first hundred by stage."""
    by_stage: dict[str, list[Row]] = defaultdict(list)
    for one in found[:LONGEST]:
        by_stage[stage_of(one)].append(_row(view, one))
    metric = found[0].metric
    titles = (label(view, metric, name) for name in ("kpi", "target", "current"))
    head = (view.t("noun.touchpoint.one"), *titles, view.t("metrics.state"))
    for stage, rows in by_stage.items():
        table = Table(head, tuple(rows))
        yield from section(view.term("stage", stage), f"metrics-{slug(stage)}", (table,), level=3)
    if found[LONGEST:]:
        yield Para(words(view.count("site.more", len(found) - LONGEST)), "quiet")


def _row(view: View, one: Measured) -> Row:
    touchpoint, metric = one.touchpoint, one.metric
    link = (
        To(item_path("touchpoint", touchpoint.id), words(touchpoint.name), "metrics") if touchpoint else None
    )
    values = (cell(view, metric, name) for name in ("kpi", "target", "current"))
    return ((link,) if link else (), *values, state(view, one.standing))


def _unmeasured(view: View) -> Iterator[Block]:
    found = tuple(unmeasured(view.playbook))
    rows = tuple(
        (
            view.link("touchpoint", touchpoint.id),
            cell(view, touchpoint, "stage"),
            joined(words(view.term("kpi", kpi)) for kpi in usual),
        )
        for touchpoint, usual in found[:LONGEST]
    )
    if rows:
        yield Para(words(view.t("metrics.lacking_about")), "quiet")
        titles = (view.t("noun.touchpoint.one"), view.t("field.touchpoint.stage"), view.t("metrics.usual"))
        yield Table(titles, rows)
    if found[LONGEST:]:
        yield Para(words(view.count("site.more", len(found) - LONGEST)), "quiet")


def touchpoint_objectives(view: View) -> Iterator[Block]:
    """The objectives of touchpoints below their names, at most a hundred, for the internal edition only."""
    left = LONGEST if view.internal else 0
    for touchpoint in view.playbook.touchpoints.values():
        shown: tuple[Objective, ...] = touchpoint.objectives[:left]
        left -= len(shown)
        if shown:
            yield Para(view.link("touchpoint", touchpoint.id), "label")
            yield from objectives(view, shown)
