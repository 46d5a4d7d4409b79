"""Light and dark: what the device asks for at first, then what somebody chose."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

SCHEME = "data-md-color-scheme"
WHEN_SEEN = """
  new MutationObserver(() => {
    const main = document.querySelector(".md-main");
    if (main && !window.first) window.first = document.body.getAttribute("data-md-color-scheme");
  }).observe(document, { childList: true, subtree: true });
"""


@pytest.fixture
def open_in(new_page, serve, demo):
    """`open_in("dark")` is the start page on a device that prefers dark."""

    def opened(scheme: str):
        page = new_page(color_scheme=scheme)
        page.add_init_script(WHEN_SEEN)
        page.goto(serve(demo.folder))
        return page

    return opened


@pytest.mark.parametrize("device, worn", [("light", "default"), ("dark", "slate")])
def test_the_page_wears_what_the_device_asks_for_before_it_is_seen(open_in, device, worn):
    page = open_in(device)
    assert page.evaluate("window.first") == worn
    assert page.evaluate("document.head.querySelector('meta[name=color-scheme]').content") == device
    bar = page.evaluate("document.head.querySelector('meta[name=theme-color]').content")
    assert bar == page.evaluate("getComputedStyle(document.querySelector('.md-header')).backgroundColor")


def test_a_choice_stays_on_every_page_whatever_the_device_asks_for(open_in):
    page = open_in("light")
    page.get_by_title("Switch to dark").click()
    expect(page.locator("body")).to_have_attribute(SCHEME, "slate")
    page.emulate_media(color_scheme="light")
    page.goto(page.url + "brand/colors/")
    assert page.evaluate("window.first") == "slate"
    page.get_by_title("Switch to light").click()
    expect(page.locator("body")).to_have_attribute(SCHEME, "default")


@pytest.mark.parametrize("stored", ["null", "no JSON", '{"index": 99}'])
def test_whatever_the_browser_kept_the_page_is_dressed(new_page, serve, demo, stored):
    page = new_page(color_scheme="dark")
    page.add_init_script(f"localStorage.setItem('/.__palette', {stored!r})")
    page.goto(serve(demo.folder))
    expect(page.locator("body")).to_have_attribute(SCHEME, "slate")
    page.get_by_title("Switch to light").click()
    expect(page.locator("body")).to_have_attribute(SCHEME, "default")


def test_where_nothing_may_be_kept_the_switch_works(new_page, serve, demo):
    page = new_page(color_scheme="dark")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    page.goto(serve(demo.folder))
    expect(page.locator("body")).to_have_attribute(SCHEME, "slate")
    page.get_by_title("Switch to light").click()
    expect(page.locator("body")).to_have_attribute(SCHEME, "default")
    page.wait_for_function("!document.body.hasAttribute('data-md-color-switching')")


def test_without_a_choice_the_page_follows_the_device(open_in):
    page = open_in("light")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute(SCHEME, "slate")


def test_the_switch_is_turned_by_keyboard(open_in):
    page = open_in("light")
    page.locator("#__palette_0").focus()
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute(SCHEME, "slate")
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute(SCHEME, "default")
    page.wait_for_function("!document.body.hasAttribute('data-md-color-switching')")
