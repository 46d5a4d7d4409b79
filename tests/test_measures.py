"""How indicators stand to their targets, and what is usual where nothing is measured."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import playbook
from playbook.measures import Standing, measured, standing, unmeasured
from playbook.model import Playbook
from playbook.model.parts import Metric

FILES = {
    "content/playbook.yml": """\
        language: en
        kpis: {calls: {name: Calls, better: lower, stage: retention}}
        metrics: [{kpi: customer-growth, target: 12 % more, current: 8 % more}]
        """,
    "content/touchpoints/all.yml": """\
        shop: {name: Shop, stage: decision, metrics: [{kpi: sales, target: 9, stage: advocacy}, sales]}
        old: {name: Old, stage: decision, status: retired, metrics: [sales]}
        newsletter: {name: Newsletter, stage: retention}
        den: {name: Our den, stage: retention}
        phase: {name: Somewhere, stage: before}
        """,
}


@pytest.fixture
def book(project) -> Playbook:
    return playbook.load(project(FILES)).playbook


@pytest.mark.parametrize(
    "kpi, target, current, found",
    [
        ("sales", "45 machines a month", "29 in October", Standing.BEHIND),
        ("sales", "45 machines a month", "36", Standing.ON_THE_WAY),
        ("sales", "45", "45.0", Standing.REACHED),
        ("sales", "12,000", "11,999.5", Standing.ON_THE_WAY),
        ("sales", "€ 1.5", "2 €", Standing.REACHED),
        ("customer-satisfaction", "4.7 of 5", "4.5 of 5", Standing.ON_THE_WAY),
        ("customer-satisfaction", "4.7 of 5", "9 of 10", Standing.TO_JUDGE),
        ("conversion-rate", "1 hire for 12 calls", "1 for 17", Standing.TO_JUDGE),
        ("bounce-rate", "40 %", "57 %", Standing.BEHIND),
        ("bounce-rate", "40 %", "39 %", Standing.REACHED),
        ("calls", "3 per 100 deliveries", "9 per 100", Standing.BEHIND),
        ("time-on-page", "3 minutes", "190 seconds", Standing.TO_JUDGE),
        ("time-on-page", "3 min", "3.4 minutes", Standing.REACHED),
        ("loyalty", "All makers renew", "11 of 12", Standing.TO_JUDGE),
        ("loyalty", "10", "-5", Standing.BEHIND),
        ("loyalty", "10", "0", Standing.BEHIND),
        ("sales", None, "3", Standing.NO_TARGET),
        ("sales", "3", None, Standing.NOT_MEASURED),
    ],
)
def test_an_indicator_stands_to_its_target(book, kpi, target, current, found):
    assert standing(book, Metric(kpi=kpi, target=target, current=current)) is found


def test_what_is_better_here_may_be_worse_elsewhere(book):
    metric = Metric.model_validate({"kpi": "feedback", "target": "10", "current": "64", "better": "lower"})
    assert standing(book, metric) is Standing.BEHIND
    assert standing(book, Metric(kpi="feedback", target="10", current="64")) is Standing.REACHED


def test_numbers_are_read_as_the_playbook_writes_them(project):
    spanish = playbook.load(project({"content/playbook.yml": "language: es\n"})).playbook
    assert standing(spanish, Metric(kpi="sales", target="1.250", current="1.200,5")) is Standing.ON_THE_WAY
    assert standing(spanish, Metric(kpi="sales", target="4,5 de 5", current="4,6 de 5")) is Standing.REACHED


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_is_too_strange(target, current):
    assert standing(EMPTY, Metric.model_construct(kpi="sales", target=target, current=current)) in Standing


EMPTY = Playbook(brands={}, settings=playbook.model.settings.Settings.model_construct(kpis={}, language=None))


def test_indicators_are_listed_with_where_they_are_used(book):
    found = [
        (one.touchpoint.id if one.touchpoint else "", one.metric.kpi, one.stages) for one in measured(book)
    ]
    assert found == [
        ("", "customer-growth", ()),
        ("shop", "sales", ("advocacy",)),
        ("shop", "sales", ("decision",)),
    ]


def test_what_nobody_measures_has_its_usual_indicators(book):
    found = {touchpoint.id: usual for touchpoint, usual in unmeasured(book)}
    assert set(found) == {"newsletter", "den", "phase"}
    assert found["newsletter"][0] == "engagement-rate"
    assert found["den"] == (
        "loyalty",
        "customer-satisfaction",
        "net-promoter-score",
        "customer-lifetime-value",
    )
    assert found["phase"] == ("impressions", "cost-per-mille", "reach", "seo-rank")
