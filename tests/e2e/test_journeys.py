"""The line of feeling of a journey: read on a phone and at a desk, followed by keyboard, in the dark too."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 800}}
NEAR = 6
"""Pixels that the curve's box, its stroke included, may be off; a row or column is more than 25."""

SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def visit(new_page, serve, demo):
    """`visit(**options)` opens the journey of the fridge."""

    def opened(**options):
        page = new_page(**options)
        page.goto(f"{serve(demo.folder)}journeys/fridge-stops-cooling/")
        return page

    return opened


def test_on_a_phone_each_stop_has_its_name_beside_it_and_leads_to_its_step(visit, seen):
    page = visit(**PHONE)
    stop = page.get_by_role("link", name="10 Days without news (Very bad)")
    name = stop.locator(".pb-mood__name")
    expect(name).to_be_visible()
    assert name.bounding_box()["width"] > 100
    assert not page.evaluate(SIDEWAYS)
    stop.tap()
    expect(page).to_have_url(page.url.partition("#")[0] + "#step-10")
    assert seen.errors == seen.foreign == []


def test_the_curve_meets_its_stops_whichever_way_it_runs(visit):
    for options, drawn in ((PHONE, "down"), (DESK, "across")):
        page = visit(**options)
        box = page.locator(f".pb-mood__{drawn} .pb-mood__line").bounding_box()
        marks = [mark.bounding_box() for mark in page.locator(".pb-mood__mark").all()]
        middles = [(m["x"] + m["width"] / 2, m["y"] + m["height"] / 2) for m in marks]
        left, top = (min(middle[at] for middle in middles) for at in (0, 1))
        right, bottom = (max(middle[at] for middle in middles) for at in (0, 1))
        assert (box["x"], box["y"]) == pytest.approx((left, top), abs=NEAR)
        assert (box["x"] + box["width"], box["y"] + box["height"]) == pytest.approx((right, bottom), abs=NEAR)


def test_at_a_desk_a_stop_says_its_name_when_the_keyboard_reaches_it(visit):
    page = visit(**DESK)
    stop = page.get_by_role("link", name="3 Carries the insulin to a neighbor (Very bad)")
    name = stop.locator(".pb-mood__name")
    assert name.bounding_box()["height"] < 2
    page.get_by_role("link", name="2 Tries the four things (Neutral)").focus()
    page.keyboard.press("Tab")
    expect(stop).to_be_focused()
    assert name.bounding_box()["height"] > 20
    page.keyboard.press("Enter")
    expect(page).to_have_url(page.url.partition("#")[0] + "#step-3")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("options", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_about_the_line_stands_in_anybodys_way(visit, axe, scheme, options):
    page = visit(color_scheme=scheme, **options)
    assert [found for found in axe(page) if ".pb-mood" in found] == []
