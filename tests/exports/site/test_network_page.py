"""What leads where: which ways there are, how they are laid out, the page and its script's data."""

from __future__ import annotations

import json
import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import playbook
from playbook.choices import Visibility
from playbook.edition import restrict
from playbook.exports.site.build import written
from playbook.exports.site.lanes import length, ordered
from playbook.exports.site.net import HIGH, ROW, Node, curve
from playbook.exports.site.options import SiteOptions
from playbook.exports.site.pages.network import DRAWN, WAYS, network_page
from playbook.exports.site.pages.network_data import LONG, network_data
from playbook.exports.site.pages.routes import BETWEEN, routes
from playbook.exports.site.pages.touchpoint import touchpoint_page
from playbook.exports.site.view import View

TOUCHPOINTS = {
    "ad": "stage: awareness\nchannel: web\nnext: [shop, gone, ad, {touchpoint: old, value: Less}]",
    "shop": "stage: [decision, awareness]\nnext: {touchpoint: van, value: '*Day* and <b>hour</b>'}",
    "van": "stage: retention\nnext: ad",
    "card": "stage: retention",
    "poster": "stage: before",
    "old": "stage: after\nstatus: retired\nnext: ad",
}
JOURNEY = """
name: The way
steps:
  - {touchpoint: ad, next: [{to: wait}, {to: end}]}
  - {touchpoint: shop}
  - {id: wait, name: Waits}
  - {touchpoint: old}
  - {touchpoint: van}
  - {id: end, touchpoint: card, next: end}
"""


@pytest.fixture
def loaded(project):
    """`loaded(touchpoints, journey)` gives the playbook."""

    def made(touchpoints=TOUCHPOINTS, journey=JOURNEY):
        files = {
            f"content/touchpoints/{ident}.yml": f"name: {ident}\n{body}"
            for ident, body in touchpoints.items()
        }
        return playbook.load(project({**files, "content/journeys/way.yml": journey})).playbook

    return made


def page(book, **options):
    """The page as HTML and its script's data; nothing where there is none."""
    asked = SiteOptions(**options)
    view = View(restrict(book, Visibility(asked.edition)), asked)
    body = "".join(written(draft, asked).body for draft in network_page(view))
    scripts = [
        file.as_bytes().decode().partition(".network = ")[2].removesuffix(";\n")
        for file in network_data(view)
    ]
    return body, json.loads(scripts[0]) if scripts else None


def told(body: str) -> dict[str, list[str]]:
    """The rows of the tables by name: channels, what it leads to, what it comes from."""
    rows = re.findall(r"<tr>(<td.*?)</tr>", body)
    cells = [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td.*?</td>", row)] for row in rows]
    return {name: rest for name, *rest in cells}


def test_ways_come_from_touchpoints_and_from_journeys_over_what_lies_between(loaded):
    book = loaded()
    used = {ident: touchpoint for ident, touchpoint in book.touchpoints.items() if ident != "old"}
    found = routes(used, book.journeys.values())
    assert {pair: [journey.name for journey in route.journeys] for pair, route in found.items()} == {
        ("ad", "shop"): [],
        ("shop", "van"): ["The way"],
        ("van", "ad"): [],
        ("ad", "van"): ["The way"],
        ("ad", "card"): ["The way"],
        ("van", "card"): ["The way"],
    }


def test_what_lies_between_is_walked_no_further_than_needed(loaded):
    between = "\n".join(f"  - {{name: S{at}}}" for at in range(BETWEEN + 1))
    book = loaded(
        journey=f"name: Long\nsteps:\n  - {{touchpoint: ad}}\n{between}\n  - {{touchpoint: card}}\n"
    )
    assert ("ad", "card") not in routes(book.touchpoints, book.journeys.values())


def test_the_page_says_in_words_what_it_draws(loaded):
    body, data = page(loaded())
    assert "5 touchpoints, and 6 ways from one to another." in body
    lanes = re.findall(r"<section><h2>(.*?)</h2><ol>(.*?)</ol>", body, re.DOTALL)
    boxes = {lane: re.findall(r"<span>(.*?)</span>", inside) for lane, inside in lanes}
    assert boxes == {
        "Before": ["poster"],
        "Awareness": ["ad"],
        "Decision": ["shop"],
        "Retention": ["van", "card"],
    }
    assert told(body) == {
        "poster": ["", "", ""],
        "ad": ["Web", "shop, van, card", "van"],
        "shop": ["", "van", "ad"],
        "van": ["", "ad, card", "ad, shop"],
        "card": ["", "", "ad, van"],
    }
    assert re.findall(r"<li>(No way.*?)</li>", body)[0].startswith(
        'No way leads to: <a href="../../touchpoints/poster/"'
    )
    assert [row[0] for row in data["rows"]] == ["poster", "ad", "shop", "van", "card"]
    notes = {(start, end): note for start, end, note in data["ways"]}
    assert notes[2, 3] == "Day and <b>hour</b> Journeys: The way"
    assert notes[3, 1] == ""


def test_ways_back_are_drawn_apart(loaded):
    body, _ = page(loaded())
    drawing = body.partition('class="pb-net__ways"')[2]
    on, back, tips = re.findall(r'<path(?: class="[\w-]+")? d="(.*?)"', drawing)
    assert (on.count("M"), back.count("M"), tips.count("M")) == (5, 1, 6)


def test_both_languages_and_other_readers(loaded):
    book = loaded()
    spanish, _ = page(book, lang="es")
    assert "5 puntos de contacto y 6 caminos de uno a otro." in spanish
    assert "Journeys" not in str(page(book, lang="es")[1]["ways"])
    assert page(book, edition="public") == page(book, edition="partner") == ("", None)
    assert "| [van](../touchpoints/van.md) |" in page(book, writer="markdown")[0]


def test_where_nothing_leads_anywhere_there_is_no_page(loaded):
    assert page(loaded({"ad": "stage: before"}, "name: Alone\nsteps: [ad]")) == ("", None)


def test_very_many_are_drawn_in_part_and_said_so(loaded):
    many = {
        f"t{at}": f"stage: awareness\nnext: [{', '.join(f't{n}' for n in range(9))}]"
        for at in range(DRAWN + 9)
    }
    body, data = page(loaded(many | {"hub": "stage: after\nnext: t1"}))
    assert f"the {DRAWN} with the most ways are drawn" in body
    assert body.count("<li><a href") == DRAWN
    assert len(data["rows"]) == DRAWN + 10
    assert "pb-net--long" in body
    drawing = body.partition('class="pb-net__ways"')[2].partition("</svg>")[0]
    assert len(data["ways"]) > WAYS == drawing.count("C")
    assert max(len(note) for _, _, note in data["ways"]) <= LONG
    assert len(body) < 400_000


def test_names_are_words_whatever_they_hold(loaded):
    book = loaded({"a": "stage: before\nnext: b", "b": "stage: '<i>'"})
    body, _ = page(book)
    assert "<i>" not in body
    assert "&lt;i&gt;" in body


def test_a_touchpoints_page_shows_both_sides_and_leads_to_the_network(loaded):
    book = loaded()
    asked = SiteOptions()
    body = written(touchpoint_page(View(book, asked), book.touchpoints["van"]), asked).body
    drawn = body.partition('<div class="pb-ways">')[2]
    sides = re.findall(r'<div class="pb-(comes-from|leads-to)">(.*?)</div>', drawn, re.DOTALL)
    assert {name: re.findall(r">([^<]+)</a>", side) for name, side in sides} == {
        "comes-from": ["shop"],
        "leads-to": ["ad"],
    }
    assert '<p class="pb-here">van</p>' in drawn
    assert '<a href="../../plan/network/?touchpoint=van">Show it in the network</a>' in drawn
    for ident, edition in (("old", "internal"), ("van", "public")):
        shown = SiteOptions(edition=edition)
        view = View(restrict(book, Visibility(edition)), shown)
        assert (
            "plan/network" not in written(touchpoint_page(view, view.playbook.touchpoints[ident]), shown).body
        )


@st.composite
def webs(draw):
    """Lanes of things, each thing once, and ways among them."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=5))
    things = iter(range(sum(sizes)))
    lanes = [[next(things) for _ in range(size)] for size in sizes]
    thing = st.integers(0, sum(sizes) - 1)
    return lanes, draw(st.lists(st.tuples(thing, thing), max_size=25))


@given(webs())
def test_an_order_keeps_every_lane_and_only_gets_shorter(web):
    lanes, ways = web
    found = ordered(lanes, ways)
    assert [sorted(lane) for lane in found] == lanes
    assert length(found, ways) <= length(lanes, ways)
    assert found == ordered(lanes, ways)


def test_ways_that_cross_are_untangled():
    assert ordered([[0, 1], [2, 3]], [(0, 3), (1, 2)]) in ([[0, 1], [3, 2]], [[1, 0], [2, 3]])


def test_thousands_are_put_in_order_at_once():
    lanes = [list(range(lane, 3000, 5)) for lane in range(5)]
    begun = perf_counter()
    ordered(lanes, [(at, (at * 7 + 1) % 3000) for at in range(3000)] * 3)
    assert perf_counter() - begun < 4


@given(st.integers(0, 6), st.integers(0, 60), st.integers(0, 6), st.integers(0, 60), st.integers(152, 240))
def test_a_way_begins_and_ends_at_the_edge_of_its_boxes(lane, row, other, below, wide):
    start, end = (Node("", "", "", *at, (), ()) for at in ((lane, row), (other, below)))
    path, tip, back = curve(start, end, wide)
    x1, y1, x2, y2 = (int(path.replace("C", " ")[1:].split()[at]) for at in (0, 1, -2, -1))
    right = wide - wide // 4
    assert x1 - lane * wide == (0 if back else right)
    assert x2 - other * wide == (0 if other > lane else right)
    assert 0 < y1 - row * ROW < HIGH
    assert 0 < y2 - below * ROW < HIGH
    assert tip.startswith(f"M{x2} {y2}")
    assert back is (other < lane)
