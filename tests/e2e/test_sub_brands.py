"""Sub-brands in a browser: each page wears its own brand, and leads to the same page of the others."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from playbook.color import contrast, parse
from tests.browsing import calm
from tests.building import ROOT, Site, build

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
PATINA, FIG = "rgb(15, 74, 66)", "rgb(86, 27, 63)"
HEADER = ".md-header"
COLORS = """selector => {
    const style = getComputedStyle(document.querySelector(selector));
    return [style.color, style.backgroundColor];
}"""


@pytest.fixture(scope="session")
def instant(once, demo) -> Site:
    """The demo with the theme's instant navigation."""
    site: Site = once("instant", _instantly)
    return site


def _instantly(folder: Path) -> None:
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(ROOT / "content"),
        "theme": {"features": ["navigation.instant", "navigation.indexes", "navigation.tabs"]},
        "plugins": ["search", {"brand-playbook": {"project": str(ROOT)}}],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config))
    build(folder / "mkdocs.yml", folder / "site")


@pytest.fixture
def visit(new_page, serve, demo):
    def opened(path: str, **options) -> Page:
        page: Page = new_page(**options)
        page.goto(serve(demo.folder) + path)
        return page

    return opened


def ratio(page: Page, selector: str) -> float:
    ink, ground = map(parse, page.evaluate(COLORS, selector))
    assert ink
    assert ground
    return contrast(ink, ground)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path, ground",
    [
        ("brand/", FIG),
        ("brand/second-knock/", PATINA),
        ("brand/second-knock/colors/", PATINA),
        ("pieces/second-knock-sign/", PATINA),
        ("pieces/", FIG),
    ],
)
def test_a_page_wears_its_own_brand(visit, scheme, path, ground):
    page = visit(path, color_scheme=scheme)
    assert page.evaluate(COLORS, HEADER)[1] == ground
    assert ratio(page, HEADER) >= 4.5
    assert ratio(page, "body") >= 7
    logo = page.locator(".md-header .md-logo img")
    assert ("second-knock" in (logo.get_attribute("src") or "")) == (ground == PATINA)
    assert logo.evaluate("image => image.complete && image.naturalWidth > 0")


def test_text_and_links_take_the_sub_brands_colors_by_night_too(visit):
    day, night = (visit("brand/second-knock/", color_scheme=scheme) for scheme in ("light", "dark"))
    assert day.evaluate(COLORS, "article h1")[0] == PATINA
    assert night.evaluate(COLORS, "article h1")[0] == "rgb(146, 213, 196)"
    assert night.evaluate(COLORS, "body")[1] == "rgb(13, 27, 24)"


@pytest.mark.parametrize(
    "path, scheme",
    [
        ("brand/second-knock/colors/", "light"),
        ("brand/second-knock/colors/", "dark"),
        ("brand/second-knock/booklet/", "dark"),
    ],
)
def test_axe_finds_nothing(visit, axe, scheme, path):
    page = visit(path, color_scheme=scheme)
    # Samples show a color as it is, and the matrix pairs that may not be used.
    shown = (".pb-matrix", ".pb-strip", ".pb-match", ".pb-specimen", ".pb-dont")
    assert [found for found in axe(page, exclude=shown) if "color-contrast" in found or "pb-" in found] == []


def test_the_switch_leads_to_the_same_page_by_keyboard(visit):
    page = visit("brand/colors/")
    switch = page.get_by_role("navigation", name="Brand", exact=True)
    own, other = switch.get_by_role("link").all()
    assert own.get_attribute("aria-current") == "true"
    own.focus()
    page.keyboard.press("Tab")
    expect(other).to_be_focused()
    assert other.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/brand/second-knock/colors/$"))
    current = page.get_by_role("navigation", name="Brand", exact=True).locator("[aria-current]")
    expect(current).to_have_text("Second Knock")


@pytest.mark.parametrize("path", ["brand/second-knock/", "brand/second-knock/colors/", "brand/booklet/"])
def test_on_a_phone_it_all_fits(visit, path):
    page = visit(path, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for link in page.locator(".pb-switch a").all():
        box = link.bounding_box()
        assert box["height"] >= 24


def test_instant_navigation_changes_the_dress(new_page, serve, instant, seen):
    page: Page = new_page(viewport={"width": 1280, "height": 800})
    address = serve(instant.folder)
    sitemap = instant.folder / "sitemap.xml"
    sitemap.write_text(sitemap.read_text().replace("https://playbook.aldaba.example/", address))
    page.goto(f"{address}brand/colors/")
    calm(page)  # the theme goes nowhere before it has read the site's map
    page.evaluate("window.stayed = true")
    switch = page.get_by_role("navigation", name="Brand", exact=True)
    for name, ground, worn in (("Second Knock", PATINA, "second-knock"), ("Aldaba", FIG, None)):
        switch.get_by_role("link", name=name).click()
        expect(switch.locator("[aria-current]")).to_have_text(name)
        page.wait_for_function(
            f"getComputedStyle(document.querySelector('{HEADER}')).backgroundColor == '{ground}'"
        )
        assert page.locator("body").get_attribute("data-pb-brand") == worn
        source = page.locator(".md-header .md-logo img").get_attribute("src") or ""
        assert ("second-knock" in source) == (worn is not None)
    assert page.evaluate("window.stayed")
    assert seen.errors == []
