"""Journeys in a browser: the map by keyboard, on a phone, on paper; the walk, and the line of feeling."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.printed import said, squeezed

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 800}}
MAP = "journeys/fridge-stops-cooling/"
WALK = f"{MAP}walk/"
NEAR = 6
"""Pixels that the curve's box, its stroke included, may be off; a row or column is more than 25."""

SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def visit(new_page, serve, demo) -> Callable[..., Page]:
    """`visit(path, **options)` opens a page of the demo."""

    def opened(path: str, **options) -> Page:
        page: Page = new_page(**options)
        page.goto(serve(demo.folder) + path)
        return page

    return opened


def test_the_map_is_used_by_keyboard_alone(visit, seen):
    page = visit(MAP, **DESK)
    page.get_by_role("link", name="Types the fault into her phone").first.focus()
    view = page.get_by_role("region", name="Map of the journey: The fridge stops cooling")
    view.focus()
    expect(view).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.pb-map__view').scrollLeft > 0")
    glance, usual = (page.get_by_role("button", name=name) for name in ("At a glance", "With words"))
    page.keyboard.press("-")
    expect(glance).to_have_attribute("aria-pressed", "true")
    assert view.evaluate("element => element.scrollWidth <= element.clientWidth")
    assert page.locator(".pb-map__step").last.is_visible()
    page.keyboard.press("0")
    expect(usual).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("+")
    expect(page.get_by_role("button", name="Large")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="Back to 4").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#map-4$"))
    assert page.locator("#map-4 .pb-map__head").bounding_box()["x"] < DESK["viewport"]["width"]
    assert seen.errors == seen.foreign == []


def test_titles_and_steps_stay_in_sight_while_the_map_is_scrolled(visit):
    page = visit(MAP, **DESK)
    view = page.locator(".pb-map__view")
    title, head = page.locator(".pb-map__labels > span").nth(3), page.locator("#map-10 .pb-map__head")
    before = title.bounding_box()["x"]
    view.evaluate("element => element.scrollTo(document.getElementById('map-10').offsetLeft - 100, 400)")
    assert title.bounding_box()["x"] == pytest.approx(before, abs=1)
    assert head.bounding_box()["y"] == pytest.approx(view.bounding_box()["y"], abs=2)
    gap = page.locator("#map-10 .pb-map__gap")
    assert gap.inner_text() == "4 days of silence"
    assert gap.bounding_box()["width"] > 60


def test_on_a_phone_step_follows_step(visit, seen):
    page = visit(MAP, **PHONE)
    assert not page.evaluate(SIDEWAYS)
    steps = [step.bounding_box() for step in page.locator(".pb-map__step").all()[:4]]
    assert all(one["y"] + one["height"] <= other["y"] + 1 for one, other in pairwise(steps))
    assert {round(step["x"]) for step in steps} == {round(steps[0]["x"])}
    assert page.locator("#map-1 dt", has_text="Thinks").is_visible()
    assert not page.get_by_role("button", name="At a glance").is_visible()
    page.get_by_role("link", name="Back to 4").first.tap()
    expect(page).to_have_url(re.compile("#map-4$"))
    assert seen.errors == seen.foreign == []


def test_on_paper_no_step_is_lost_and_no_sheet_is_upright(visit):
    page = visit(MAP, color_scheme="dark", **DESK)
    book = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    sizes = [(float(sheet.mediabox.width), float(sheet.mediabox.height)) for sheet in book.pages]
    assert sizes == [pytest.approx((842, 595), abs=1.5)] * 5
    told = said(book)
    titles = page.locator(".pb-map__head a").all_inner_texts()
    assert len(titles) == 19
    assert [title for title in titles if squeezed(title) not in told] == []
    ends = page.locator(".pb-map dd p").all_text_contents()
    assert [text for text in ends if squeezed(text)[-12:] not in told] == []


def test_each_strip_of_a_full_map_fits_on_its_sheet(visit):
    page = visit("journeys/moving-in/", **DESK)
    strips = page.locator(".pb-map__strip").count()
    for sheet in ("A4", "Letter"):
        book = PdfReader(BytesIO(page.pdf(format=sheet, prefer_css_page_size=True)))
        assert len(book.pages) == 1 + strips, sheet


def test_the_drawing_is_taken_as_svg_and_as_a_picture(visit):
    page = visit(MAP, **DESK)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Download SVG").click()
    svg = taken.value.path().read_text(encoding="utf-8")
    assert taken.value.suggested_filename == "map-fridge-stops-cooling.svg"
    assert "Books a return" in svg
    assert "@font-face" in svg
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download PNG, 2,400 px wide").click()
    assert taken.value.suggested_filename == "map-fridge-stops-cooling-2400.png"
    with Image.open(taken.value.path()) as picture:
        assert picture.width == 2400
        assert len(set(picture.convert("L").tobytes())) > 20


def test_the_walk_goes_on_by_arrow_keys_and_buttons(visit, seen):
    page = visit(WALK, **DESK)
    count, now = page.get_by_role("status"), page.locator(".pb-step:visible .pb-step__title")
    expect(count).to_have_text("Step 1 of 19")
    expect(now).to_have_text(["Types the fault into her phone"])
    expect(page.get_by_role("button", name="Back", exact=True)).to_be_disabled()
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Next step").click()
    expect(now).to_have_text(["Carries the insulin to a neighbor"])
    expect(page.locator(".pb-nothing:visible")).to_have_text("Nothing of ours is seen here.")
    page.keyboard.press("ArrowLeft")
    expect(count).to_have_text("Step 2 of 19")
    expect(page.locator(".pb-step:visible img")).not_to_have_count(0)
    page.get_by_role("link", name="19 Tells it in the stairwell").click()
    expect(now).to_have_text(["Tells it in the stairwell"])
    expect(page.get_by_role("button", name="Next step")).to_be_disabled()
    page.reload()
    expect(count).to_have_text("Step 19 of 19")
    assert page.locator(".pb-step:visible").evaluate("step => step.style.counterSet") == "pb-step 19"
    page.get_by_role("button", name="All steps").click()
    expect(now).to_have_count(19)
    assert seen.errors == seen.foreign == []


def test_without_scripts_the_walk_is_a_sequence(visit):
    page = visit(WALK, java_script_enabled=False)
    assert page.locator(".pb-step__title").count() == 19
    assert page.locator(".pb-step__title").last.is_visible()
    assert page.locator(".pb-walk button").count() == 0


def test_on_a_phone_the_line_leads_to_its_steps(visit):
    page = visit(WALK, **PHONE)
    stop = page.get_by_role("link", name="10 Days without news (Very bad)")
    expect(stop).to_be_hidden()
    page.get_by_role("button", name="All steps").tap()
    name = stop.locator(".pb-mood__name")
    expect(name).to_be_visible()
    assert name.bounding_box()["width"] > 100
    assert not page.evaluate(SIDEWAYS)
    stop.tap()
    expect(page).to_have_url(page.url.partition("#")[0] + "#step-10")


def test_the_curve_meets_its_stops_whichever_way_it_runs(visit):
    for options, drawn in ((PHONE, "down"), (DESK, "across")):
        page = visit(WALK, java_script_enabled=False, **options)
        box = page.locator(f".pb-mood__{drawn} .pb-mood__line").bounding_box()
        marks = [mark.bounding_box() for mark in page.locator(".pb-mood .pb-stop").all()]
        middles = [(m["x"] + m["width"] / 2, m["y"] + m["height"] / 2) for m in marks]
        left, top = (min(middle[at] for middle in middles) for at in (0, 1))
        right, bottom = (max(middle[at] for middle in middles) for at in (0, 1))
        assert (box["x"], box["y"]) == pytest.approx((left, top), abs=NEAR)
        assert (box["x"] + box["width"], box["y"] + box["height"]) == pytest.approx((right, bottom), abs=NEAR)


def test_at_a_desk_a_stop_says_its_name_when_the_keyboard_reaches_it(visit):
    page = visit(WALK, **DESK)
    stop = page.get_by_role("link", name="3 Carries the insulin to a neighbor (Very bad)")
    name = stop.locator(".pb-mood__name")
    assert name.bounding_box()["height"] < 2
    page.get_by_role("link", name="2 Tries the four things (Neutral)").focus()
    page.keyboard.press("Tab")
    expect(stop).to_be_focused()
    assert name.bounding_box()["height"] > 20
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Step 3 of 19")


@pytest.mark.parametrize(
    "path, scheme, options",
    [
        (MAP, "light", PHONE),
        (MAP, "dark", DESK),
        (WALK, "light", DESK),
        ("journeys/compare/", "dark", PHONE),
        ("journeys/compare/", "light", DESK),
    ],
    ids=["map-phone", "map-desk", "walk-desk", "compare-phone", "compare-desk"],
)
def test_nothing_about_them_stands_in_anybodys_way(visit, axe, path, scheme, options):
    page = visit(path, color_scheme=scheme, **options)
    assert [found for found in axe(page) if ".pb-" in found] == []
    assert not page.evaluate(SIDEWAYS)


def test_the_search_finds_a_journey_by_its_map_and_not_by_its_walk(demo):
    index = json.loads((demo.folder / "search/search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"].partition("#")[0] for entry in index["docs"] if "Lies awake" in entry["text"]}
    assert found == {MAP, "journeys/compare/"}
