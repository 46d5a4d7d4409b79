"""Indicators of touchpoints in words, and as data that their page is filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from playbook.artifact import Artifact
from playbook.choices import Level, Phase
from playbook.exports.site.data import script
from playbook.exports.site.inlines import Inlines, State
from playbook.exports.site.urls import url
from playbook.exports.site.view import View, item_path
from playbook.measures import Measured, Standing, measured
from playbook.model.parts import Metric

NAME = "metrics"

_FACETS = ("kpi", "standing", "stage", "owner", "priority")
_SHOWN = ("kpi", "standing")


def placed(view: View) -> tuple[Measured, ...]:
    """The indicators of touchpoints, stage by stage as the way goes."""
    return view.once(("measured",), lambda: tuple(sorted(_placed(view), key=lambda one: _rank(view, one))))


def _placed(view: View) -> Iterator[Measured]:
    return (one for one in measured(view.playbook) if one.touchpoint)


def _rank(view: View, one: Measured) -> tuple[int, int]:
    """A phase that is named as a stage comes before its stages."""
    order, first = [*view.playbook.stages], stage_of(one)
    return [*Phase].index(view.phase(first)), order.index(first) if first in order else -1


def stage_of(one: Measured) -> str:
    """The stage that an indicator is listed in: its own, or the touchpoint's first."""
    return one.stages[0] if one.stages else ""


def state(view: View, standing: Standing, count: str = "") -> Inlines:
    """How an indicator stands, or how many do so."""
    said = view.t(f"metrics.standing.{standing}")
    return (State("standing", standing, f"{said}: {count}" if count else said),)


def metrics_data(view: View) -> Iterator[Artifact]:
    """The data that the page filters: as the listings in `data`; the values are for the internal edition."""
    found = placed(view) if view.internal else ()
    if found:
        yield script(NAME, _listing(view, found))


def _listing(view: View, found: Sequence[Measured]) -> dict[str, Any]:
    chosen = [_chosen(view, one) for one in found]
    orders = {name: _order(view, name, [row[name] for row in chosen]) for name in _FACETS}
    places = {name: {value: at for at, value in enumerate(order)} for name, order in orders.items()}
    return {
        "head": view.t("noun.touchpoint.one"),
        "facets": [_facet(view, name, orders[name]) for name in _FACETS],
        "further": [view.t("field.metric.target"), view.t("field.metric.current")],
        "rows": [
            [
                one.touchpoint.name if one.touchpoint else "",
                _address(view, one),
                [[places[name][value] for value in row[name]] for name in _FACETS],
                [one.metric.target or "", one.metric.current or ""],
            ]
            for one, row in zip(found, chosen, strict=True)
        ],
    }


def _address(view: View, one: Measured) -> str:
    ident = one.touchpoint.id if one.touchpoint else ""
    return f"{url(item_path('touchpoint', ident), directory_urls=view.options.directory_urls)}#metrics"


def _chosen(view: View, one: Measured) -> Mapping[str, Mapping[str, str]]:
    metric: Metric = one.metric
    owner = (one.touchpoint.owner if one.touchpoint else None) or ""
    return {
        "kpi": {metric.kpi: view.term("kpi", metric.kpi)},
        "standing": {one.standing: view.t(f"metrics.standing.{one.standing}")},
        "stage": {stage: view.term("stage", stage) for stage in one.stages},
        "owner": {owner: view.term("owner", owner) if owner else view.t("actions.nobody")},
        "priority": {metric.priority: view.term("level", metric.priority)},
    }


def _order(view: View, name: str, chosen: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The options that there are: scales as they go, others by their words."""
    found = {value: words for options in chosen for value, words in options.items()}
    scale = {"standing": [*Standing], "stage": [*Phase, *view.playbook.stages], "priority": [*Level][::-1]}
    ranks = {str(value): at for at, value in enumerate(scale.get(name, ()))}
    order = sorted(found, key=lambda value: (not value, ranks.get(str(value), 99), found[value].casefold()))
    return {value: found[value] for value in order}


def _facet(view: View, name: str, order: Mapping[str, str]) -> dict[str, Any]:
    labels = {
        "standing": "metrics.state",
        "stage": "field.touchpoint.stage",
        "owner": "field.touchpoint.owner",
    }
    return {
        "id": name,
        "label": view.t(labels.get(name, f"field.metric.{name}")),
        "options": [[str(value), words, -1] for value, words in order.items()],
        "shown": name in _SHOWN,
        "scale": "standing" if name == "standing" else "",
    }
