"""Empty journeys as somebody prints them: a sheet each, lying on its side, and on a phone."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

LONG = "A name that takes more than one line of a sheet, as some names of groups of products do. " * 3


@pytest.fixture
def page(new_page, serve, demo) -> Page:
    shown: Page = new_page()
    shown.goto(f"{serve(demo.folder)}plan/journey-templates/")
    return shown


def test_each_is_printed_whole_on_a_sheet_that_lies_on_its_side(page, axe):
    assert axe(page) == []
    names = page.locator(".pb-blank > h2").evaluate_all("all => all.map(one => one.firstChild.textContent)")
    assert len(names) == 6
    for title in ("", LONG):
        page.evaluate(
            "title => title && document.querySelectorAll('.pb-blank > :is(h2, .pb-quiet)').forEach("
            "one => (one.textContent = title))",
            title,
        )
        for paper in ("A4", "Letter"):
            made = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=True))).pages
            assert len(made) == len(names)
            assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in made)
            assert all("By when" in sheet.extract_text() for sheet in made)
    assert "Print the sheets" not in made[0].extract_text()


def test_on_a_phone_the_sheet_scrolls_in_its_frame(page):
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    frame = page.locator(".pb-blank__sheet").first
    assert frame.evaluate("one => one.scrollWidth > one.clientWidth && one.tabIndex === 0")
