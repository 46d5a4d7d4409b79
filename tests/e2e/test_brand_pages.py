"""Errands on the pages of logo, colors and fonts: copy a color, take the logo as a picture, by keyboard."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

ALLOWED = ["clipboard-read", "clipboard-write"]
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
CLIPBOARD = "navigator.clipboard.readText()"


@pytest.fixture
def visit(new_page, serve, demo) -> Callable[..., Page]:
    """`visit("colors")` opens a part of the brand; `clipboard` says whether the page has one."""

    def opened(part: str, **options) -> Page:
        page: Page = new_page(
            **{"viewport": {"width": 1280, "height": 800}, "accept_downloads": True, **options}
        )
        page.context.grant_permissions(ALLOWED)
        page.goto(f"{serve(demo.folder)}brand/{part}/")
        return page

    return opened


@pytest.mark.parametrize(
    "name, value",
    [
        ("Copy HEX: #561B3F", "#561B3F"),
        ("Copy RGB: rgb(86 27 63)", "rgb(86 27 63)"),
        ("Copy Pantone: 229 C", "229 C"),
    ],
)
def test_a_color_is_copied_and_it_is_said(visit, seen, name, value):
    page = visit("colors")
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert page.evaluate(CLIPBOARD) == value
    assert seen.errors == []


def test_a_color_is_copied_by_keyboard(visit):
    page = visit("colors")
    page.get_by_role("button", name="Copy HEX: #561B3F").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert page.evaluate(CLIPBOARD) == "rgb(86 27 63)"


def test_without_the_clipboard_of_the_browser_it_is_copied_all_the_same(visit):
    page = visit("colors")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})")
    button = page.get_by_role("button", name="Copy HEX: #561B3F")
    button.click()
    expect(button).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    page.evaluate("delete navigator.clipboard")
    assert page.evaluate(CLIPBOARD) == "#561B3F"


def _taken(page: Page, section: str, button: str) -> tuple[str, Image.Image]:
    offer = page.locator(f"#{section} ~ .pb-offer").first
    with page.expect_download() as waiting:
        offer.get_by_role("button", name=button).click()
    return waiting.value.suggested_filename, Image.open(io.BytesIO(waiting.value.path().read_bytes()))


@pytest.mark.parametrize("width", [512, 1024])
def test_the_logo_is_taken_as_a_picture(visit, seen, width):
    name, image = _taken(visit("logo"), "logo-horizontal", f"Download PNG, {width} px")
    assert (name, image.format, image.size) == (
        f"aldaba-horizontal-{width}.png",
        "PNG",
        (width, round(width * 85 / 315)),
    )
    pixels = image.convert("RGBA")
    assert pixels.getpixel((0, 0)) in {(0, 0, 0, 0), (255, 255, 255, 0)}
    assert pixels.getpixel((width * 5 // 315, width * 40 // 315)) == (0x56, 0x1B, 0x3F, 255)
    assert seen.errors == []


def test_it_all_works_from_a_folder_too(new_page, demo, seen):
    page = new_page(accept_downloads=True)
    page.goto((demo.folder / "brand/logo/index.html").as_uri())
    name, image = _taken(page, "logo-horizontal-dark", "Download PNG, 512 px")
    assert (name, image.size) == ("aldaba-horizontal-dark-512.png", (512, 138))
    assert [error for error in seen.errors if "png.js" in error or "copy.js" in error] == []


@pytest.mark.parametrize("part", ["logo", "colors", "fonts"])
def test_on_a_phone_nothing_is_wider_than_the_page(visit, part):
    page = visit(part, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_matrix_scrolls_within_itself_by_keyboard(visit):
    page = visit("colors", **PHONE)
    matrix = page.get_by_role("region", name="How every color contrasts with every other")
    matrix.focus()
    page.wait_for_function("(box => box.scrollWidth > box.clientWidth)(document.querySelector('.pb-matrix'))")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.pb-matrix').scrollLeft > 0")


def test_the_smallest_size_is_shown_as_small_as_it_is(visit):
    page = visit("logo")
    images = page.locator(".pb-actual img")
    page.locator("#minimum-size").scroll_into_view_if_needed()
    assert images.first.bounding_box()["width"] == pytest.approx(88, abs=0.1)


def test_the_free_space_is_drawn_as_the_data_have_it(visit):
    page = visit("logo")
    art, logo = page.locator(".pb-lockup__art").bounding_box(), page.locator(".pb-lockup img").bounding_box()
    free = 0.47 * 0.5 * logo["height"]
    assert logo["x"] - art["x"] == pytest.approx(free, abs=1)
    assert logo["y"] - art["y"] == pytest.approx(free, abs=1)
    assert art["height"] - logo["height"] == pytest.approx(2 * free, abs=1)


def test_a_boilerplate_is_copied_as_it_stands(visit):
    page = visit("voice")
    ready = page.locator(".pb-ready").first
    text = ready.locator("code").inner_text().rstrip("\n")
    page.get_by_role("button", name="Copy 25 words, for profiles and directories").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert text.startswith("Aldaba sells fridges")
    assert page.evaluate(CLIPBOARD) == text
