"""The plan of action of the demo, as somebody reads it in a browser on another day than that of the build."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import expect

import playbook
from playbook.actions import actions
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
FOUND = actions(BOOK)
DATED = sorted(action.due for action in FOUND if action.due)
OWNER = "care-lead"


def test_what_is_overdue_follows_the_readers_day(page, serve, demo, seen):
    """The day after the last date nothing is later any more."""
    page.clock.set_fixed_time(f"{DATED[-1] + timedelta(days=1)}T12:00:00")
    page.goto(f"{serve(demo.folder)}plan/actions/")
    page.locator(".pb-filter__bar").wait_for()
    expect(page.get_by_text(re.compile(rf"^{len(FOUND)} things to do; on \d+ \w+ 20\d\d, "))).to_be_visible()
    expect(page.locator(".pb-filter__still")).to_be_hidden()
    rows = page.locator(".pb-filter__found tbody tr")
    expect(rows.first.locator(".pb-due--overdue")).to_have_text("Overdue")
    page.locator("summary", has_text=re.compile("^When")).click()
    when = page.get_by_role("group", name="When")
    expect(when.get_by_role("checkbox", name=f"Overdue {len(DATED)}")).to_be_visible()
    expect(when.get_by_role("checkbox", name="Later 0")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("summary", has_text=re.compile("^Owner")).click()
    page.get_by_role("group", name="Owner").get_by_role("checkbox", name="Head of Customer Care").check()
    expect(rows).to_have_count(sum(action.owner == OWNER for action in FOUND))
    assert page.url.endswith(f"?owner={OWNER}")
    page.keyboard.press("Escape")
    rows.first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Action plan")
    assert seen.errors == []


def test_the_plan_fits_a_phone_and_leaves_as_a_calendar(visit, judge):
    page = visit("phone", "plan/actions/")
    page.locator(".pb-filter__bar").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for scheme in ("light", "dark"):
        assert judge(page, "phone", scheme) == []
    with page.expect_download() as taken:
        page.get_by_role("link", name="Download as a calendar (ICS)").click()
    assert taken.value.suggested_filename == "plan.ics"
    assert taken.value.path().read_bytes().count(b"BEGIN:VEVENT") == len(DATED)
