"""Indicators that nothing is aimed at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from playbook.choices import TouchpointStatus
from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.model.settings import Settings
from playbook.model.touchpoint import Touchpoint
from playbook.named import named
from playbook.rulings import Options


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Each indicator that is measured has a target.

    Why:
        A number without a target is read, and nothing follows from it. Measure only what matters.
    Fix:
        Add `target`, with its unit, or take the indicator out.
    Source:
        Ours, after the method. Each touchpoint is told once; its other indicators stand beside the finding.
        Retired touchpoints are not judged.
    Wrong:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            metrics: [conversion-rate]
    Right:
        content/touchpoints/checkout.yml
            name: Checkout
            stage: decision
            metrics: [{kpi: conversion-rate, target: 3 %}]
    """
    active = (t for t in playbook.touchpoints.values() if t.status is not TouchpointStatus.RETIRED)
    documents: chain[Settings | Touchpoint] = chain([playbook.settings], active)
    for document in documents:
        yield from _aimless(playbook, document)


def _aimless(playbook: Playbook, document: Settings | Touchpoint) -> Iterator[Problem]:
    lacking = [index for index, metric in enumerate(document.metrics) if not metric.target]
    if lacking:
        names = tuple(named(playbook, "kpi", document.metrics[index].kpi) for index in lacking)
        place, *related = (document.at("metrics", index) for index in lacking)
        yield Problem("metric-target.none", place, {"kpi": names}, "metric-target.hint", tuple(related))
