"""What somebody in a hurry comes for, from the start page on: by keyboard alone, and by thumb on a phone."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.e2e.conftest import DEVICES

ON_DARK = ".pb-which a[href$='#logo-horizontal-dark']"
LARGE = "#logo-horizontal-dark ~ .pb-offer button:nth-of-type(2)"
CLIPBOARD = "navigator.clipboard.readText()"
MOST = 150
"""Stops of the Tab key until something is reached."""


@pytest.fixture
def home(new_page, serve, demo):
    """`home("phone")` opens the start page, its field ready."""

    def opened(device: str) -> Page:
        page: Page = new_page(**DEVICES[device], accept_downloads=True)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(serve(demo.folder))
        return page

    return opened


def tab_to(page: Page, selector: str) -> None:
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({selector!r})"):
            return
    pytest.fail(f"not reached by the Tab key: {selector}")


def ask(page: Page, words: str) -> None:
    """Type into the start page's field, which has the focus."""
    page.wait_for_function("window.brandPlaybook.find")
    page.keyboard.type(words)
    expect(page.get_by_role("option").first).to_be_visible()


def is_the_logo_on_dark(page: Page, act) -> None:
    with page.expect_download() as waiting:
        act()
    assert waiting.value.suggested_filename == "aldaba-horizontal-dark-1024.png"
    with Image.open(io.BytesIO(waiting.value.path().read_bytes())) as logo:
        assert logo.size == (1024, 276)
        assert logo.convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)


def test_the_logo_for_a_dark_slide_by_keyboard_alone(home, seen):
    page = home("desktop")
    tab_to(page, "#pb-find")
    ask(page, "logo for a dark slide")
    page.keyboard.press("Enter")
    page.wait_for_url("**/brand/logo/**")
    tab_to(page, ON_DARK)
    page.keyboard.press("Enter")
    tab_to(page, LARGE)
    is_the_logo_on_dark(page, lambda: page.keyboard.press("Enter"))
    assert seen.errors == []


def test_the_quote_the_logo_for_dark_and_a_color_on_a_phone(home, seen):
    page = home("phone")
    page.locator("#pb-find").tap()
    ask(page, "quote format")
    page.get_by_role("option").first.tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quote")
    page.get_by_role("banner").locator("label[for=__search]").first.tap()
    field = page.locator(".md-search__input")
    field.press_sequentially("cotizacio")
    field.press_sequentially("n")
    expect(page.locator(".md-search-result__link[href*='/pieces/quote/']").first).to_be_visible()
    page.goto(page.url.partition("pieces/")[0] + "brand/logo/")
    page.locator(ON_DARK).tap()
    is_the_logo_on_dark(page, page.locator(LARGE).first.tap)
    page.goto(page.url.partition("logo/")[0] + "colors/")
    page.get_by_role("button", name=re.compile("^Copy HEX: #F4B63F")).first.tap()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert page.evaluate(CLIPBOARD) == "#F4B63F"
    assert seen.errors == []
