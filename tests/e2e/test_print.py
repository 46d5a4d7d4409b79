"""Pages on paper: the thing alone, black on white, colors and plates kept, cut at sensible places."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

PAGES = ("", "brand/", "brand/colors/", "brand/logo/", "touchpoints/", "pieces/", "checks/")
SHEETS = {"A4": (595, 842), "Letter": (612, 792)}
AROUND = (
    ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-search, .md-skip, .md-top, .md-content__button,"
    " .headerlink, article form, article button, article input, article select"
)
_BOX = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
_SHEET = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture
def printed(new_page, serve, demo) -> Callable[..., Page]:
    """`printed("brand/", color_scheme="dark")` is a page of the demo as a printer gets it."""

    def opened(url: str, **options: str) -> Page:
        page: Page = new_page(**options)
        page.goto(serve(demo.folder) + url)
        page.emulate_media(media="print")
        return page

    return opened


@pytest.mark.parametrize("url", PAGES)
def test_what_stands_around_a_page_is_not_printed_and_nothing_is_wider_than_the_sheet(printed, url):
    page = printed(url)
    assert page.locator("article h1").is_visible()
    left = page.locator(AROUND).evaluate_all(
        "found => found.filter(element => element.checkVisibility()).map(element => element.className)"
    )
    assert left == []
    page.set_viewport_size({"width": 672, "height": 950})  # A4 less its margins, at 96 dots an inch
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0


@pytest.mark.parametrize("name", SHEETS)
def test_a_page_fits_on_its_sheets(printed, name):
    page = printed("brand/")
    pdf = page.pdf(format=name, prefer_css_page_size=False)
    width, height = SHEETS[name]
    boxes = [(round(float(w)), round(float(h))) for w, h in _BOX.findall(pdf)]
    assert len(boxes) == len(_SHEET.findall(pdf)) >= 1
    assert all(abs(w - width) <= 1 and abs(h - height) <= 1 for w, h in boxes)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_black_whatever_scheme_the_reader_has(printed, scheme):
    page = printed("brand/", color_scheme=scheme)
    for selector in ("article h1", "article p.pb-lead, article .pb-lead p", "article h2"):
        color = page.locator(selector).first.evaluate("element => getComputedStyle(element).color")
        assert color == "rgb(0, 0, 0)", selector


def test_swatches_and_plates_keep_their_ground(printed):
    for url, selector in (("brand/colors/", ".pb-on"), ("brand/logo/", ".pb-plate > div")):
        page = printed(url)
        kept = page.locator(selector).evaluate_all(
            "found => found.map(element => getComputedStyle(element).printColorAdjust)"
        )
        assert kept
        assert set(kept) == {"exact"}


def test_addresses_elsewhere_are_written_out_unless_that_says_nothing_more(printed):
    page = printed("brand/")
    told = "link => getComputedStyle(link, '::after').content"
    assert "(https://instagram.example/" in page.get_by_role("link", name="instagram").evaluate(told)
    assert page.get_by_role("link", name="aldaba.example", exact=True).evaluate(told) == "none"
    page = printed("catalog/before/")
    assert page.get_by_role("link", name="Write it in the repository").first.evaluate(told) == "none"


def test_numbers_can_be_read_on_the_shades_of_a_heat_map_by_those_who_read_in_the_dark(printed):
    page = printed("plan/coverage/", color_scheme="dark")
    grounds = page.locator(".pb-heat--4").evaluate_all(
        "cells => cells.map(cell => getComputedStyle(cell).backgroundColor.match(/[\\d.]+/g).map(Number))"
    )
    assert grounds
    for red, green, blue in (ground[:3] for ground in grounds):
        scale = 255 if max(red, green, blue) <= 1 else 1  # as color-mix() is told, or as rgb()
        assert min(red, green, blue) * scale > 180


def test_a_heading_and_the_note_below_it_do_not_part_from_their_table(printed):
    page = printed("touchpoints/")
    book = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    ends = [sheet.extract_text().split()[-1] for sheet in book.pages]
    notes = page.locator("h2 + .pb-quiet").all_inner_texts()
    assert notes
    assert not {note.split()[-1] for note in notes} & set(ends)
