"""The gallery shows what the pieces look like: pictures that really load, whoever draws the cards."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

LOADED = """images => Promise.all(images.map(async (image) => {
    image.loading = "eager";
    await image.decode();
    return [image.naturalWidth > 0, image.complete, image.clientHeight < image.parentElement.clientHeight];
}))"""


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_the_gallery_shows_pictures(visit, seen, device):
    page = visit(device, "pieces/")
    images = page.locator(".pb-filter__still .pb-thumb img")
    found = images.evaluate_all(LOADED)
    assert len(found) > 10
    assert found == [[True, True, True]] * len(found)
    assert seen.errors == []
    assert seen.foreign == []


def test_cards_that_the_script_draws_show_the_same(visit, seen):
    page = visit("desktop", "pieces/")
    card = ".pb-wall li:has(a:text-is('Quote')) img"
    named = ["src", "alt", "width", "height", "loading"]
    told = f"image => {named}.map(name => image.getAttribute(name))"
    expected = page.locator(f".pb-filter__still {card}").evaluate(told)
    page.goto(f"{page.url}?kind=quote")
    drawn = page.locator(f".pb-filter__found {card}")
    assert drawn.evaluate(told) == expected
    assert drawn.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    assert seen.errors == []


def test_the_text_of_a_picture_is_set_in_the_brands_font(visit):
    """Drawn without its fonts, it would be another picture."""
    page = visit("desktop", "pieces/")
    source = page.locator("img[alt^='Social post']").first.get_attribute("src")
    ink = """([source, cut]) => fetch(source).then(answer => answer.text()).then(async (svg) => {
        const image = new Image();
        const drawn = cut ? svg.replace(/<style>.*?<\\/style>/, "") : svg;
        image.src = "data:image/svg+xml," + encodeURIComponent(drawn);
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), {width: 108, height: 135});
        const drawing = canvas.getContext("2d");
        drawing.drawImage(image, 0, 0, 108, 135);
        return canvas.toDataURL();
    })"""
    assert page.evaluate(ink, [source, False]) != page.evaluate(ink, [source, True])


def test_the_whole_card_leads_to_its_piece(visit):
    page = visit("phone", "kits/crew-first-day/")
    picture = page.locator(".pb-wall :is(.pb-thumb, svg)").first
    name = page.locator(".pb-wall .pb-name").first.inner_text()
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("h1")).to_have_text(name)
