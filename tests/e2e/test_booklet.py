"""The whole of a brand as a booklet: from its overview to the printer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

SHEETS = {"A4": (595, 842, 672, 986), "Letter": (612, 792, 695, 920)}
"""The size of a sheet in points, and of what its margins leave in CSS pixels."""
PATHS = ("brand/booklet/", "brand/second-knock/booklet/")
_BOX = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
CUT = """width => [...document.querySelectorAll("article *")].filter(element => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    const shown = element.checkVisibility() && style.clipPath == "none";
    const cuts = style.overflowX != "visible" && element.scrollWidth > element.clientWidth + 1;
    return shown && (box.right > width + 1 || box.left < -1 || cuts);
}).map(element => `${element.tagName}.${element.className}`)"""


@pytest.fixture
def visit(new_page, serve, demo) -> Callable[..., Page]:
    def opened(path: str, **options) -> Page:
        page: Page = new_page(**options)
        page.goto(serve(demo.folder) + path)
        return page

    return opened


@pytest.mark.parametrize("format", SHEETS)
@pytest.mark.parametrize("path", PATHS)
def test_it_is_printed_on_sheets_that_hold_it(visit, path, format):  # noqa: A002 -- the printer's word
    points_wide, points_high, wide, high = SHEETS[format]
    page = visit(path)
    boxes = [(float(w), float(h)) for w, h in _BOX.findall(page.pdf(format=format))]
    parts = page.locator(".pb-sheet").count()
    assert parts == 6
    assert parts + 2 < len(boxes) < 70
    assert all(abs(w - points_wide) <= 1 and abs(h - points_high) <= 1 for w, h in boxes)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": wide, "height": high})
    assert page.evaluate(CUT, wide) == []
    assert page.locator(".pb-cover").bounding_box()["height"] <= high


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_of_use_on_a_screen_alone_is_not_printed(visit, scheme):
    page = visit("brand/booklet/", color_scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    left = page.locator(
        "article :is(button, form, input, .pb-download, .headerlink), .md-header, .md-sidebar"
    )
    assert [element for element in left.all() if element.is_visible()] == []
    for selector in (".pb-cover", ".pb-swatch", ".pb-plate > div", ".pb-strip > div"):
        kept = page.locator(f"article {selector}").first
        assert kept.evaluate("element => getComputedStyle(element).printColorAdjust") == "exact"
    heading = page.locator(".pb-sheet h3").first
    assert heading.evaluate("element => getComputedStyle(element).color") == "rgb(0, 0, 0)"
    assert heading.evaluate("element => getComputedStyle(element).breakAfter") == "avoid"
    sheet = page.locator(".pb-sheet").first
    assert sheet.evaluate("element => getComputedStyle(element).breakBefore") == "page"


def test_its_contents_lead_to_every_part(visit):
    page = visit("brand/booklet/")
    chapters = page.locator(".pb-chapters > li > a")
    assert chapters.all_text_contents() == ["Aldaba", "Logo", "Colors", "Fonts", "Voice", "Imagery"]
    targets = chapters.evaluate_all(
        "links => links.map(link => document.querySelector(link.hash).textContent)"
    )
    assert [target.rstrip("¶") for target in targets] == chapters.all_text_contents()
    chapters.nth(2).click()
    expect(page).to_have_url(re.compile(r"#colors$"))


def test_from_the_overview_to_the_printer(visit, seen):
    page = visit("brand/")
    page.get_by_role("link", name="Print the whole brand section").click()
    expect(page).to_have_url(re.compile(r"/brand/booklet/$"))
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")
    assert seen.errors == []


def test_without_scripts_there_is_no_button(visit):
    page = visit("brand/booklet/", java_script_enabled=False)
    assert page.get_by_role("heading", name="Contents").is_visible()
    assert not page.get_by_role("button", name="Print").is_visible()


def test_the_search_does_not_find_it(demo):
    index = json.loads((demo.folder / "search/search_index.json").read_text())
    found = [entry["location"] for entry in index["docs"]]
    assert any(location.startswith("brand/colors/") for location in found)
    assert [location for location in found if "booklet" in location] == []


def test_it_is_no_heavier_than_its_pages(demo):
    weighs = [(demo.folder / "brand" / part / "index.html").stat().st_size for part in ("", "logo", "colors")]
    assert (demo.folder / "brand/booklet/index.html").stat().st_size < sum(weighs)
