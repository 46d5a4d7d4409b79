"""What is wrong, as those who keep the playbook go through it in a browser."""

from __future__ import annotations

import math
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.building import ROOT, Site, build


@pytest.fixture(scope="module")
def wrong(once, demo) -> Site:
    """The demo with a stage misspelt, an owner taken away and a repository to mend them in."""
    site: Site = once("wrong", lambda folder: _mistaken(folder / "project"))
    return site


def _mistaken(folder: Path) -> None:
    for name in ("brand", "content"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / ".cache").symlink_to(ROOT / ".cache")
    (folder / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    place = folder / "content/touchpoints/after/delivery.yml"
    text = place.read_text(encoding="utf-8").replace("stage: retention", "stage: retentoin")
    place.write_text(text.replace("owner: delivery-lead\ntool", "tool"), encoding="utf-8")
    build(folder / "mkdocs.yml", folder.with_name("site"), strict=False)


def test_findings_are_filtered_and_lead_to_their_line(page, serve, wrong, seen, axe):
    page.goto(f"{serve(wrong.folder)}checks/")
    expect(page.get_by_text(re.compile(r"^\d+ things to look at$"))).to_be_visible()
    late = page.locator(".pb-findings > li", has_text="this piece was due on 2026-11-20")
    expect(late.get_by_role("link", name="Social story")).to_have_attribute("href", "../pieces/social-story/")
    page.locator("summary", has_text=re.compile("^Severity")).click()
    page.get_by_role("checkbox", name=re.compile("^Error")).check()
    page.keyboard.press("Escape")
    rows = page.locator(".pb-filter__found tbody tr")
    expect(rows).to_have_count(1)
    link = rows.get_by_role(
        "link", name='Delivery and installation: unknown stage "retentoin"; did you mean "retention"?'
    )
    place = "https://git.example/aldaba/playbook/blob/main/content/touchpoints/after/delivery.yml"
    expect(link).to_have_attribute("href", re.compile(rf"^{re.escape(place)}#L\d+$"))
    assert page.url.endswith("checks/?severity=error")
    assert [line for line in axe(page) if "pb-" in line] == []
    assert seen.errors == []


def test_the_state_is_counted_and_every_rule_is_one_link_away(page, serve, wrong):
    page.goto(f"{serve(wrong.folder)}checks/")
    counts = page.locator(".pb-states table")
    expect(counts).to_have_count(2)
    expect(counts.first.get_by_role("row", name=re.compile(r"^Active \d+$"))).to_be_visible()
    page.get_by_role("link", name="All rules").click()
    page.get_by_role("link", name="unknown-reference", exact=True).first.click()
    expect(page.get_by_role("heading", name="unknown-reference")).to_be_visible()


def test_the_score_is_reckoned_before_the_readers_eyes(page, serve, wrong):
    """What each worst finding counts is the product, their sum divided by how many there are is the score."""
    page.goto(f"{serve(wrong.folder)}checks/")
    page.get_by_role("link", name=re.compile(r"^\d+ of 100$")).click()
    assert page.url.endswith("checks/#score")
    [reckoned, kinds, *_] = page.locator(".pb-figures table").all()
    *steps, total = [row.split("\t") for row in reckoned.locator("tbody").inner_text().splitlines()]
    assert [row[0] for row in steps] == ["No finding", "Warning", "Error"]
    assert all(float(number) * float(each) == float(points) for _, number, each, points in steps)
    things, points = int(total[1]), float(total[3])
    assert (things, points) == (sum(int(row[1]) for row in steps), sum(float(row[3]) for row in steps))
    whole = math.floor(100 * points / things)
    expect(page.get_by_text(f"Rounded down, that is {whole} of 100.")).to_be_visible()
    assert kinds.get_by_role("row").last.inner_text().split()[-1] == str(whole)


def test_stages_and_brands_have_their_own_score(page, serve, wrong):
    page.goto(f"{serve(wrong.folder)}checks/")
    stages, brands = (page.locator(".pb-figures table").nth(at) for at in (2, 3))
    expect(stages.get_by_role("link", name="Retention")).to_be_visible()
    expect(brands.get_by_role("row", name=re.compile(r"^Second Knock( \d+){7}$"))).to_be_visible()
    brands.get_by_role("link", name="Second Knock").click()
    expect(page.get_by_role("heading", name="Second Knock", level=1)).to_be_visible()


def test_a_touchpoint_says_first_how_it_stands_and_leads_to_what_is_to_be_mended(page, serve, wrong):
    page.goto(f"{serve(wrong.folder)}touchpoints/delivery/")
    state = page.locator(".pb-facts").first.get_by_role("link", name="1 error")
    state.click()
    assert page.url.endswith("touchpoints/delivery/#findings")
    expect(page.get_by_role("heading", name="To mend in this file")).to_be_in_viewport()
    page.goto(f"{serve(wrong.folder)}pieces/quote/")
    expect(page.locator(".pb-facts").first).to_contain_text("No finding")


def test_on_a_phone_figures_follow_each_other_in_a_line(new_page, serve, wrong, judge):
    page = new_page(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page.goto(f"{serve(wrong.folder)}checks/")
    row = page.locator(".pb-figures tr", has=page.get_by_role("link", name="Decision"))
    assert row.bounding_box()["height"] < 100
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for scheme in ("light", "dark"):
        assert judge(page, "phone", scheme) == []


def test_the_score_in_spanish(page, serve, spanish):
    page.goto(f"{serve(spanish.folder)}checks/")
    said = re.compile(r"^Puntuación: \d+ de 100\. \d+ de \d+ no tienen hallazgos\.$")
    expect(page.get_by_text(said)).to_be_visible()
    expect(page.get_by_role("columnheader", name="Cada uno cuenta")).to_be_visible()
