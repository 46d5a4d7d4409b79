"""Indicators held against their targets, and those that are usual where nothing is measured."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from playbook.catalog import entries
from playbook.choices import Better, Phase, TouchpointStatus
from playbook.model import Playbook, vocabulary
from playbook.model.parts import Metric
from playbook.model.touchpoint import Touchpoint
from playbook.usual import had

NEAR = 0.8
"""The share of the target from which on an indicator is on the way."""
MOST = 4
"""Indicators that are proposed for one touchpoint: measure only what matters."""

_NUMBER = re.compile(
    r"[<>\u2264\u2265~\u2248\u20ac$\u00a3+\s]*(-?\d[\d.,\u00a0\u202f]*)\s*([^\W\d]+|[%\u20ac$\u00a3])?"
)
_OTHER = re.compile(r"\d[\d.,]*")
_GROUPS = {
    "en": re.compile(r"[,\u00a0\u202f](?=\d{3}(?!\d))"),
    "es": re.compile(r"[.\u00a0\u202f](?=\d{3}(?!\d))"),
}
_UNITS = {
    **dict.fromkeys(("s", "sec", "second", "seconds", "segundo", "segundos"), "second"),
    **dict.fromkeys(("min", "minute", "minutes", "minuto", "minutos"), "minute"),
    **dict.fromkeys(("h", "hour", "hours", "hora", "horas"), "hour"),
    **dict.fromkeys(("day", "days", "d\u00eda", "d\u00edas"), "day"),
    **dict.fromkeys(("week", "weeks", "semana", "semanas"), "week"),
    **dict.fromkeys(("month", "months", "mes", "meses"), "month"),
    **dict.fromkeys(("eur", "euro", "euros", "\u20ac"), "euro"),
    **dict.fromkeys(("usd", "dollars", "$"), "dollar"),
    "%": "percent",
}
"""What two values cannot be compared in if it differs; other words only say what is counted."""


class Standing(StrEnum):
    """How an indicator stands to its target."""

    BEHIND = "behind"
    ON_THE_WAY = "on-the-way"
    REACHED = "reached"
    TO_JUDGE = "to-judge"
    NO_TARGET = "no-target"
    NOT_MEASURED = "not-measured"


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator where it is used: at a touchpoint, or None for the whole."""

    metric: Metric
    touchpoint: Touchpoint | None
    stages: tuple[str, ...]
    standing: Standing


def measured(playbook: Playbook) -> tuple[Measured, ...]:
    """Every indicator of the whole and of the touchpoints that are not retired, as they are listed."""
    whole = (Measured(m, None, _stage(m), standing(playbook, m)) for m in playbook.settings.metrics)
    places = (t for t in playbook.touchpoints.values() if t.status is not TouchpointStatus.RETIRED)
    each = (Measured(m, t, _stage(m) or t.stage, standing(playbook, m)) for t in places for m in t.metrics)
    return (*whole, *each)


def _stage(metric: Metric) -> tuple[str, ...]:
    return (metric.stage,) if metric.stage else ()


def standing(playbook: Playbook, metric: Metric) -> Standing:
    """How the value of today stands to the target.

    The two are compared where both begin with a number, and have no other numbers or units than each other.
    """
    if not metric.current:
        return Standing.NOT_MEASURED
    if not metric.target:
        return Standing.NO_TARGET
    lang = playbook.settings.language or "en"
    aim, now = _value(metric.target, lang), _value(metric.current, lang)
    if aim is None or now is None or aim[1] != now[1] or not _alike(aim[2], now[2]):
        return Standing.TO_JUDGE
    return _compared(aim[0], now[0], better(playbook, metric))


def _alike(one: str, other: str) -> bool:
    return not one or not other or one == other


def _compared(aim: float, now: float, wanted: Better) -> Standing:
    if now == aim or (now > aim) == (wanted is Better.HIGHER):
        return Standing.REACHED
    high, low = max(aim, now), min(aim, now)
    return Standing.ON_THE_WAY if low > 0 and low >= NEAR * high else Standing.BEHIND


def _value(text: str, lang: str) -> tuple[float, tuple[str, ...], str] | None:
    """The number that a text begins with, the others in it, and a unit that is known."""
    found = _NUMBER.match(text)
    if found is None:
        return None
    plain = _GROUPS[lang].sub("", found[1].rstrip(".,\u00a0\u202f")).replace(",", ".")
    others = tuple(number.rstrip(".,") for number in _OTHER.findall(text, found.end(1)))
    try:
        return float(plain), others, _UNITS.get((found[2] or "").casefold(), "")
    except ValueError:
        return None


def better(playbook: Playbook, metric: Metric) -> Better:
    """Which values are the better ones: as the metric says, its indicator, or what is usual."""
    own = playbook.settings.kpis.get(metric.kpi)
    usual = Better.LOWER if metric.kpi in vocabulary.LOWER_IS_BETTER else Better.HIGHER
    return metric.better or (own.better if own else None) or usual


def unmeasured(playbook: Playbook) -> Iterator[tuple[Touchpoint, tuple[str, ...]]]:
    """The touchpoints that people meet and nobody measures, each with the indicators that are usual there.

    They are those of the catalog for what it knows by name, else those of its stages.
    """
    known = _by_catalog(playbook)
    for touchpoint in playbook.touchpoints.values():
        if touchpoint.status is TouchpointStatus.ACTIVE and not touchpoint.metrics:
            usual = known.get(touchpoint.id) or tuple(dict.fromkeys(_of_stages(playbook, touchpoint)))
            if usual:
                yield touchpoint, usual[:MOST]


def _by_catalog(playbook: Playbook) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entry, places in had(playbook).items():
        for ident in places:
            found[ident] |= dict.fromkeys(entries()[entry].metrics)
    return {ident: tuple(kpis) for ident, kpis in found.items()}


def _of_stages(playbook: Playbook, touchpoint: Touchpoint) -> Iterator[str]:
    """The project's own indicators of its stages, then the usual ones; of a phase, those of its stages."""
    own = {ident: kpi.stage for ident, kpi in playbook.settings.kpis.items()}
    for kpi, stage in {**vocabulary.KPIS, **{i: s for i, s in own.items() if s}}.items():
        named = stage and (stage in touchpoint.stage or playbook.phase(stage) in touchpoint.stage)
        if named or (stage in list(Phase) and any(playbook.phase(s) == stage for s in touchpoint.stage)):
            yield kpi
