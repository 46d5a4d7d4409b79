"""The network and the coverage of the demo, as somebody uses them: by mouse, by keyboard, on a phone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import playbook
from playbook.choices import TouchpointStatus
from playbook.exports.site.pages.routes import routes
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
USED = {t.id: t for t in BOOK.touchpoints.values() if t.status != TouchpointStatus.RETIRED}
WAYS = routes(USED, BOOK.journeys.values())
CHOSEN = "delivery"
BEFORE = sorted(USED[start].name for start, end in WAYS if end == CHOSEN)
AFTER = sorted(USED[end].name for start, end in WAYS if start == CHOSEN)
BOX = ".pb-net__sheet li > a"
_DRAWN = """() => [...document.querySelectorAll('.pb-net__ways path')].map(path => path.getAttribute('d'))"""


def ready(page: Page) -> None:
    page.locator(".pb-net__bar").wait_for()


def told(page: Page, title: str) -> list[str]:
    """The names under one of the panel's titles."""
    return sorted(page.locator(f".pb-net__chosen div:has(> h3:text-is('{title}')) li > a").all_inner_texts())


def box(page: Page, name: str) -> Any:
    return page.locator(BOX, has=page.locator(f"span:text-is('{name}')"))


def test_the_one_chosen_shows_what_leads_there_and_where_it_leads(visit, seen):
    page = visit("desktop", "plan/network/")
    ready(page)
    whole = page.url
    name = USED[CHOSEN].name
    box(page, name).click()
    assert page.url == f"{whole}?touchpoint={CHOSEN}"
    expect(box(page, name)).to_have_attribute("aria-current", "true")
    expect(box(page, name)).to_be_focused()
    expect(page.locator(".pb-net__chosen")).to_be_in_viewport(ratio=0.9)
    assert told(page, "Comes from") == BEFORE
    assert told(page, "Leads to") == AFTER
    near = {name, *BEFORE, *AFTER}
    assert set(page.locator(".pb-net__sheet li:not(.pb-net__far) span").all_inner_texts()) == near
    assert page.locator(".pb-net__far").count() == len(USED) - len(near)
    assert seen.errors == []


def test_from_one_to_the_next_and_back_to_all(visit):
    page = visit("desktop", f"plan/network/?touchpoint={CHOSEN}")
    ready(page)
    name = USED[CHOSEN].name
    page.locator(".pb-net__chosen li > a", has_text=AFTER[0]).first.click()
    expect(page.locator(".pb-net__chosen h2")).to_have_text(AFTER[0])
    expect(page.locator(".pb-net__chosen h2")).to_be_focused()
    page.go_back()
    expect(page.locator(".pb-net__chosen h2")).to_have_text(name)
    page.get_by_role("button", name="Show the whole network").click()
    assert page.url.endswith("/plan/network/")
    assert page.locator(".pb-net__far").count() == 0
    expect(box(page, name)).to_be_focused()
    box(page, name).click()
    box(page, name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_the_network_by_keyboard_and_narrowed(visit):
    page = visit("desktop", "plan/network/")
    ready(page)
    page.locator(".pb-net__frame").focus()
    page.keyboard.press("Tab")
    first = page.locator(BOX).first
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[aria-current=true] span")).to_have_text(first.locator("span").inner_text())
    page.keyboard.press("Escape")
    expect(page.locator(".pb-net__chosen")).to_be_hidden()
    expect(first).to_be_focused()
    page.get_by_label("Channel").select_option("phone")
    by_phone = sorted(t.name for t in USED.values() if "phone" in t.channel)
    assert sorted(page.locator(f"{BOX} > span").all_inner_texts()) == by_phone
    assert sorted(page.locator(".pb-net__words td:first-child a").all_text_contents()) == by_phone
    expect(page.locator(".pb-net [role=status]")).to_have_text(
        f"{len(by_phone)} of {len(USED)} touchpoints drawn"
    )
    page.get_by_label("Look for a name").fill("no such thing")
    expect(page.locator(".pb-net__frame")).to_have_text("Nothing matches all of this.")
    page.reload()
    expect(page.get_by_label("Look for a name")).to_have_value("no such thing")


def test_without_its_script_the_same_is_drawn(new_page, visit, serve, demo):
    page = new_page(java_script_enabled=False)
    page.goto(f"{serve(demo.folder)}plan/network/")
    still = [path.get_attribute("d") for path in page.locator(".pb-net__ways path").all()]
    words = page.locator(".pb-net__words").inner_html()
    scripted = visit("desktop", "plan/network/")
    ready(scripted)
    assert sorted(scripted.evaluate(_DRAWN)) == sorted(path for path in still if path)
    plain = re.compile(r"\s*\n\s*")
    assert plain.sub("", scripted.locator(".pb-net__words").inner_html()) == plain.sub("", words)
    page.locator(BOX).first.click()
    assert "/touchpoints/" in page.url


@pytest.mark.parametrize(
    "url, where",
    [(f"plan/network/?touchpoint={CHOSEN}", ("desktop", "dark")), ("plan/coverage/", ("phone", "light"))],
)
def test_both_pages_are_for_everybody(visit, judge, seen, url, where):
    page = visit(where[0], url)
    assert judge(page, *where) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert seen.errors == []


def test_on_a_phone_the_words_stand_alone(visit):
    page = visit("phone", f"plan/network/?touchpoint={CHOSEN}")
    ready(page)
    assert page.locator(".pb-net__frame").is_hidden()
    assert page.locator(".pb-net__words td:first-child a").count() == len(USED)
    assert told(page, "Leads to") == AFTER
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_a_number_leads_to_the_touchpoints_it_counts(visit):
    page = visit("desktop", "plan/coverage/")
    cell = page.locator("#by-senses ~ .pb-heat tbody td a").first
    number = cell.inner_text()
    cell.click()
    page.locator(".pb-filter__bar").wait_for()
    expect(page.locator(".pb-filter [role=status]")).to_have_text(
        f"{number} of {len(BOOK.touchpoints)} shown"
    )
    assert page.locator(".pb-filter__found tbody tr").count() == int(number)
