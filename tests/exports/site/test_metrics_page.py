"""Indicators and objectives on the page of goals, and which of it is for whom."""

from __future__ import annotations

import json
import re

import pytest

import playbook
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site.build import build
from playbook.exports.site.options import SiteOptions

FILES = {
    "content/playbook.yml": """\
        owners: {care: Care}
        objectives: [{objective: Nobody waits, progress: 45}]
        metrics: [{kpi: customer-growth, target: 12 %, current: 8 %}]
        """,
    "content/touchpoints/all.yml": """\
        shop:
          name: Shop
          stage: decision
          owner: care
          metrics: [{kpi: conversion-rate, target: 4 %, current: <b>3.9</b> %}, {kpi: sales, stage: before}]
          objectives: [{objective: Ten visits, key_results: [One a day]}]
        web: {name: Web, stage: awareness, metrics: [{kpi: reach, target: 90, current: 91}]}
        newsletter: {name: Newsletter, stage: retention}
        """,
}


@pytest.fixture
def site(project):
    def made(files=FILES, edition="internal", **options):
        book = restrict(playbook.load(project(files)).playbook, Visibility(edition))
        return build(book, (), SiteOptions(edition=edition, **options))

    return made


def page(site, path="goals.md"):
    return next(page.body for page in site.pages if page.path == path)


def data(site):
    path = "assets/playbook/data/metrics.js"
    text = next(file.as_bytes().decode() for file in site.files if file.path == path)
    return json.loads(text.partition(".metrics = ")[2].removesuffix(";\n"))


def test_indicators_stand_stage_by_stage_with_their_state(site):
    body = page(site())
    listed = body.partition('<h2 id="touchpoints">')[2].partition("<h2")[0]
    assert re.findall(r'<h3 id="metrics-([\w-]+)"', listed) == ["before", "awareness", "decision"]
    assert [re.sub("<[^>]+>", "", row) for row in re.findall(r"<tr><td.*?</tr>", listed)] == [
        "ShopSalesNot measured",
        "WebReach9091Reached",
        "ShopConversion rate4 %&lt;b&gt;3.9&lt;/b&gt; %To judge",
    ]
    assert "Reached: 1</span>" in listed
    assert 'href="../touchpoints/shop/#metrics"' in listed


def test_what_is_aimed_at_says_how_far_it_is(site):
    body = page(site())
    assert "Reached: 45\N{NO-BREAK SPACE}%" in body
    assert body.index('href="../touchpoints/shop/"') < body.index("Ten visits") < body.index("One a day")
    whole = body.partition('<h2 id="metrics">')[2].partition("<h2")[0]
    assert "pb-standing--behind" in whole


def test_what_nobody_measures_is_listed_with_what_is_usual(site):
    lacking = page(site()).partition('<h2 id="unmeasured">')[2].partition("<h2")[0]
    assert "Newsletter</a>" in lacking
    assert "Engagement rate, Click-through rate (CTR), Loyalty" in lacking


def test_in_spanish(site):
    body = page(site(lang="es"))
    assert "Qué se mide en los puntos de contacto" in body
    assert "Lograda: 1</span>" in body
    assert "Logrado: 45\N{NO-BREAK SPACE}%" in body


def test_the_page_is_bounded_and_its_data_whole(site):
    many = "\n".join(f"t{at}: {{name: T{at}, stage: before, metrics: [sales]}}" for at in range(300))
    made = site({"content/playbook.yml": "language: en\n", "content/touchpoints/all.yml": f"{many}\n"})
    assert page(made).count("<tr>") == 100 + 1
    assert "and 200 more" in page(made)
    assert len(data(made)["rows"]) == 300


@pytest.mark.parametrize("edition", ["partner", "public"])
def test_values_and_what_follows_from_them_are_for_those_who_keep_it(site, edition):
    made = site(edition=edition)
    assert not [file for file in made.files if file.path.endswith("data/metrics.js")]
    for path in ("goals.md", "touchpoints/web.md"):
        assert "pb-standing" not in page(made, path)
        assert not re.search(r"\b9[01]\b|45|Behind|Not measured|plan/", page(made, path))
    assert "Nobody waits" in page(made)
