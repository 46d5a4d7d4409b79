"""Cards filled in on their page: both sides are seen, and printed on pages as large as they are."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing import FORM
from tests.printed import read, said, squeezed

MM = 72 / 25.4
TAKEN = """() => {
    const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow").get;
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", { get() {
        const inside = own.call(this);
        if (this.className === "pb-make__print") inside.print = () => (window.printed = this.srcdoc);
        return inside;
    } });
}"""
CARDS = {
    "business-card": ({"name": "Noa Brandt", "role": "Care"}, (85, 55)),
    "thank-you-card": ({"front": "Thank you.", "message": "We left with the cardboard."}, (148, 105)),
}


@pytest.fixture
def card(new_page, serve, demo):
    """`card("business-card")` is its page, filled in."""

    def opened(piece, **options):
        page = new_page(**{"viewport": {"width": 1280, "height": 800}, **options})
        page.goto(f"{serve(demo.folder)}pieces/{piece}/")
        page.locator(FORM).wait_for()
        for name, value in CARDS[piece][0].items():
            page.locator(f".pb-make__fields [name='{name}']").fill(value)
        return page

    return opened


@pytest.mark.parametrize("piece", CARDS)
@pytest.mark.parametrize("width, beside", [(1280, True), (390, False)])
def test_both_sides_are_seen_whole(card, seen, piece, width, beside):
    page = card(piece, viewport={"width": width, "height": 800})
    sides = page.frame_locator(".pb-make__frame").locator("body > svg")
    expect(sides).to_have_count(2)
    front, back = (side.bounding_box() for side in sides.all())
    assert front["width"] == pytest.approx(back["width"], abs=1)
    assert (front["y"] == pytest.approx(back["y"], abs=1)) is beside
    cut = "frame => frame.contentDocument.documentElement.scrollWidth - frame.clientWidth"
    assert page.locator(".pb-make__frame").evaluate(cut) <= 0
    assert (seen.errors, seen.foreign) == ([], [])


@pytest.mark.parametrize("piece", CARDS)
def test_each_side_is_a_page_of_the_cards_size(card, new_page, seen, piece):
    page = card(piece)
    page.evaluate(TAKEN)
    page.get_by_role("button", name="Print or save as PDF").click()
    document = page.wait_for_function("window.printed").json_value()
    paper = new_page()
    paper.set_content(document)
    book = read(paper.pdf(prefer_css_page_size=True, print_background=True))
    assert len(book.pages) == 2
    for sheet in book.pages:
        sides = (float(sheet.mediabox.width) / MM, float(sheet.mediabox.height) / MM)
        assert sides == pytest.approx(CARDS[piece][1], abs=0.5)
    for value in CARDS[piece][0].values():
        assert squeezed(value) in said(book)
    assert seen.errors == []
