"""What is wrong, as those who keep the playbook go through it in a browser."""

from __future__ import annotations

import re
import shutil

import pytest
from playwright.sync_api import expect

from tests.building import ROOT, build


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    """The demo with a stage misspelt, an owner taken away and a repository to mend them in."""
    folder = tmp_path_factory.mktemp("wrong") / "project"
    for name in ("brand", "content"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    place = folder / "content/touchpoints/after/delivery.yml"
    text = place.read_text(encoding="utf-8").replace("stage: retention", "stage: retentoin")
    place.write_text(text.replace("owner: delivery-lead\ntool", "tool"), encoding="utf-8")
    return build(folder / "mkdocs.yml", folder.with_name("site"), strict=False)


def test_findings_are_filtered_and_lead_to_their_line(page, serve, wrong, seen, axe):
    page.goto(f"{serve(wrong.folder)}checks/")
    expect(page.get_by_text(re.compile(r"^\d+ things to look at$"))).to_be_visible()
    page.locator("summary", has_text=re.compile("^Severity")).click()
    page.get_by_role("checkbox", name=re.compile("^Error")).check()
    page.keyboard.press("Escape")
    rows = page.locator(".pb-filter__found tbody tr")
    expect(rows).to_have_count(1)
    link = rows.get_by_role("link", name='unknown stage "retentoin"; did you mean "retention"?')
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
