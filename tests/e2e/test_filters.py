"""Filters over the demo's listings, as somebody uses them in a browser."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import playbook
from playbook.choices import Phase
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
DATA = "assets/playbook/data/touchpoints.js"
FOUND = ".pb-filter__found :is(tbody td:first-child, .pb-wall .pb-name)"
"""The names of what the filters left."""
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
AFTER = sorted(
    item.name
    for item in BOOK.touchpoints.values()
    if "employee" in item.audience and any(BOOK.phase(stage) is Phase.AFTER for stage in item.stage)
)
"""The employees' touchpoints after the purchase."""


@pytest.fixture
def touchpoints(serve, demo) -> str:
    """The address of the demo's touchpoints."""
    return f"{serve(demo.folder)}touchpoints/"


def names(page: Page) -> list[str]:
    """What the filters left, by name."""
    page.locator(".pb-filter__bar").wait_for()
    return sorted(page.locator(FOUND).all_inner_texts())


def choose(page: Page, facet: str, option: str) -> None:
    """Tick an option as a reader would."""
    page.locator("summary", has_text=re.compile(rf"^{facet}\b")).click()
    page.get_by_role("group", name=facet).get_by_role("checkbox", name=re.compile(rf"^{option}\b")).check()
    page.keyboard.press("Escape")


def total(page: Page) -> str:
    return page.locator(".pb-filter [role='status']").inner_text()


def ours(lines: list[str]) -> list[str]:
    """Of what axe finds, that which is not the theme's."""
    return [line for line in lines if "pb-" in line]


def test_the_employees_touchpoints_after_the_purchase(page, new_page, touchpoints, seen):
    page.goto(touchpoints)
    choose(page, "Stage", "After")
    choose(page, "For whom", "Employee")
    assert AFTER
    assert names(page) == AFTER
    assert total(page) == f"{len(AFTER)} of {len(BOOK.touchpoints)} shown"
    shared = page.url
    assert shared == f"{touchpoints}?stage=after&audience=employee"
    chosen = "Stage: After · For whom: Employee"
    assert page.locator(".pb-filter__chosen").inner_text() == chosen
    page.get_by_role("link", name=AFTER[0], exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(AFTER[0])
    other = new_page()
    other.goto(shared)
    assert names(other) == AFTER
    assert other.get_by_text(chosen, exact=True).is_visible()
    assert seen.errors == []


def test_back_forward_and_clear(page, touchpoints):
    page.goto(touchpoints)
    still = page.locator(".pb-filter__still")
    clear = page.get_by_role("button", name="Clear filters")
    choose(page, "For whom", "Employee")
    every = names(page)
    assert clear.is_visible()
    choose(page, "Stage", "After")
    assert names(page) == AFTER
    page.go_back()
    assert names(page) == every
    page.go_forward()
    assert names(page) == AFTER
    clear.click()
    assert page.url == touchpoints
    assert still.is_visible()
    assert clear.is_hidden()
    page.go_back()
    assert names(page) == AFTER


def test_each_option_says_how_many_there_would_be(page, touchpoints):
    page.goto(f"{touchpoints}?stage=after")
    page.locator(".pb-filter__bar").wait_for()
    counts = {
        box.get_attribute("value"): int(box.locator("xpath=..").locator("span").text_content() or "")
        for box in page.locator("[name='audience']").all()
    }
    after = [t for t in BOOK.touchpoints.values() if any(BOOK.phase(s) is Phase.AFTER for s in t.stage)]
    assert counts == {
        value: sum(value in t.audience for t in after)
        for value in {value for t in BOOK.touchpoints.values() for value in t.audience}
    }


def test_by_keyboard_alone(page, touchpoints):
    page.goto(touchpoints)
    page.locator(".pb-filter__bar").wait_for()
    focused = page.locator(":focus")
    while not page.evaluate("document.activeElement.matches('.pb-filter summary')"):
        page.keyboard.press("Tab")
    expect(focused).to_have_text(re.compile("Stage"))
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(focused).to_be_checked()
    assert page.url.endswith("?stage=before")
    page.keyboard.press("Escape")
    expect(focused).to_have_text(re.compile("Stage"))
    assert page.locator(".pb-filter__facet[open]").count() == 0
    page.get_by_role("button", name="Clear filters").focus()
    page.keyboard.press("Enter")
    assert page.url == touchpoints


def test_the_board_reads_as_the_way_goes(page, new_page, touchpoints, axe):
    page.goto(touchpoints)
    page.get_by_role("radio", name="Board").check()
    assert page.url == f"{touchpoints}?view=board"
    columns = page.locator(".pb-lanes section")
    used = {stage for item in BOOK.touchpoints.values() for stage in item.stage}
    phases = [BOOK.phase(stage) for stage in (*Phase, *BOOK.stages) if stage in used]
    assert columns.count() == len(phases)
    lefts = [(box["x"], box["y"]) for box in (column.bounding_box() for column in columns.all()) if box]
    assert lefts == sorted(lefts)
    assert len({y for _, y in lefts}) == 1
    assert ours(axe(page)) == []
    phone = new_page(**PHONE)
    phone.goto(page.url)
    phone.locator(".pb-lanes").wait_for()
    tops = [box["y"] for box in (c.bounding_box() for c in phone.locator(".pb-lanes section").all()) if box]
    assert tops == sorted(set(tops))
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_phone_width(new_page, touchpoints, axe, scheme):
    page = new_page(**PHONE, color_scheme=scheme)
    page.goto(touchpoints)
    page.locator("summary", has_text="Filter").tap()
    choose(page, "For whom", "Employee")
    assert names(page)
    assert ours(axe(page)) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_pieces_by_status(page, serve, demo):
    page.goto(f"{serve(demo.folder)}pieces/")
    choose(page, "Status", "To update")
    wanted = sorted(piece.name for piece in BOOK.pieces.values() if piece.status == "to-update")
    assert wanted
    assert names(page) == wanted
    marks = page.locator(".pb-filter__found .pb-state")
    assert set(marks.all_inner_texts()) == {"To update"}
    assert "pb-piece-status--to-update" in (marks.first.get_attribute("class") or "")


def test_a_piece_says_the_same_on_the_wall_with_filters_and_without(page, serve, demo):
    page.goto(f"{serve(demo.folder)}pieces/")
    page.locator(".pb-filter__bar").wait_for()
    card = ".pb-wall li:has(a:text-is('Letter'))"
    still = page.locator(f".pb-filter__still {card}").inner_text()
    assert "Due: 11 December 2026" in still
    choose(page, "Status", "Approved")
    assert page.locator(f".pb-filter__found {card}").inner_text() == still


def test_thousands_of_rows_come_in_parts(page, touchpoints, demo):
    start, _, listing = demo.text(DATA).partition(".touchpoints = ")
    data = json.loads(listing.removesuffix(";\n"))
    data["rows"] = [[f"{row[0]} {at}", *row[1:]] for at in range(100) for row in data["rows"]][:3000]
    page.route(f"**/{DATA}", lambda route: route.fulfill(body=f"{start}.touchpoints = {json.dumps(data)};"))
    page.goto(f"{touchpoints}?status=active")
    assert len(names(page)) == 50
    page.get_by_role("button", name="Show 50 more").click()
    assert len(names(page)) == 100
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 51
    page.get_by_role("radio", name="Board").check()
    assert page.locator(".pb-lanes li").count() < 2000
    page.locator(".pb-lanes button").first.click()
    assert len(names(page)) > 8


def test_it_works_from_a_folder_too(page, demo):
    page.goto(f"{(demo.folder / 'touchpoints/index.html').as_uri()}?stage=after&audience=employee")
    assert names(page) == AFTER


def test_nothing_matches_is_said_with_a_way_back(page, touchpoints):
    page.goto(f"{touchpoints}?stage=awareness&audience=supplier&audience=nobody&status=retired")
    page.locator(".pb-filter__bar").wait_for()
    assert total(page).startswith("0 of ")
    assert "Nothing matches" in page.locator(".pb-filter__found").inner_text()
    assert page.get_by_role("button", name="Clear filters").is_visible()


def test_without_scripts_the_tables_stand(new_page, touchpoints):
    page = new_page(java_script_enabled=False)
    page.goto(touchpoints)
    assert page.locator(".pb-filter__still .pb-rows").first.is_visible()
    assert page.locator(".pb-filter__bar").count() == 0
