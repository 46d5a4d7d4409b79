"""Drawings of pieces as PNG: their size, the brand's font, and what is said where that cannot be had."""

from __future__ import annotations

import sys
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

import playbook
from playbook.facts import reader
from playbook.making.also import also, on_paper, wanted
from playbook.making.dots import dots
from playbook.making.look import look
from playbook.making.picture import mark
from playbook.making.values import defaults, examples
from playbook.making.widths import widths
from playbook.render import raster
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from playbook.render.look import MissingExtra
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
READ = reader(ROOT)
ELEMENTS = elements(BOOK.brand, mark=mark(BOOK.brand, READ))
LOOK = look(BOOK.brand, ELEMENTS, READ)
WORDING = Wording(widths=widths(BOOK.brand, READ))
PICTURES = ("social-post", "social-story", "social-cover", "link-preview")
FIG, CORN = (0x56, 0x1B, 0x3F), (0xF4, 0xB6, 0x3F)


def drawn(text, more="", face="Gabarito", weight=700):
    said = f'<text x="9" y="80" font-family="{face}" font-weight="{weight}" font-size="60">{text}</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100">{more}{said}</svg>'


def opened(content):
    with Image.open(BytesIO(content)) as picture:
        return picture.convert("RGBA")


def inked(content):
    """How far the text goes to the right."""
    return opened(content).getbbox()[2]


@pytest.mark.parametrize("ident", PICTURES)
def test_every_picture_of_a_network_has_its_size_and_the_brands_colors(ident):
    kind = BOOK.kinds[ident]
    said = {**dict(examples(kind.fields, "en")), **defaults(kind.fields, ELEMENTS)}
    more = also(kind, LOOK, said, WORDING)
    assert (more.problems, dict(more.missing)) == ((), {})
    drawings = [output for output in kind.outputs if output.ending == "svg"]
    assert [file.path for file in more.files] == [f"{each.template[:-4]}.png" for each in drawings]
    sizes = {(size.width, size.height) for size in kind.sizes}
    for file in more.files:
        picture = opened(file.as_bytes())
        assert picture.size in sizes
        assert {(*FIG, 255), (*CORN, 255)} <= {color for _, color in picture.getcolors(1 << 24) or []}
    assert {"mark.image", "field.ground"} <= more.used


def test_pages_make_them_in_the_browser():
    assert list(wanted(on_paper(BOOK.kinds["social-post"]))) == []
    assert [ending for _, ending in wanted(on_paper(BOOK.kinds["letter"]))] == ["docx", "pdf"]


def test_the_text_is_in_the_brands_font_in_its_weight():
    own, other = dots(drawn("Knock"), None, LOOK), dots(drawn("Knock", face="Nobody's"), None, LOOK)
    light = dots(drawn("Knock", weight=500), None, LOOK)
    assert own.problems == light.problems == ()
    assert len({own.content, other.content, light.content}) == 3
    assert inked(own.content) != inked(light.content) != inked(other.content)


def test_it_is_as_wide_as_asked_or_as_it_says_itself():
    assert opened(dots(drawn("a"), None, LOOK).content).size == (400, 100)
    assert opened(dots(drawn("a"), 1200, LOOK).content).size == (1200, 300)


@pytest.mark.parametrize(
    "svg, faces, message",
    [
        (drawn("Knock"), (), "png.font"),
        (drawn("Knock あ"), LOOK.faces, "png.letters"),
        (drawn("Knock", '<image href="elsewhere.png" width="9" height="9"/>'), LOOK.faces, "png.undrawn"),
        ("<svg", LOOK.faces, "unreadable.malformed"),
    ],
)
def test_what_is_not_as_it_should_be_is_told(svg, faces, message):
    assert [problem.message for problem in dots(svg, None, replace(LOOK, faces=faces)).problems] == [message]


def test_a_drawing_without_text_needs_no_font():
    bare = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    assert dots(bare, None, replace(LOOK, faces=())).problems == ()


def test_the_same_drawing_gives_the_same_bytes():
    assert dots(drawn("Knock"), None, LOOK) == dots(drawn("Knock"), None, LOOK)


def test_without_the_extra_it_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra):
        raster.picture(drawn("a"), None, ())


def test_a_picture_with_more_dots_than_a_sheet_needs_is_not_drawn():
    tall = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10000" viewBox="0 0 10 10000"/>'
    made = dots(tall, 1080, LOOK)
    assert (made.content, [problem.message for problem in made.problems]) == (b"", ["png.undrawn"])
    assert dots(drawn("A").replace('width="400" height="100"', 'viewBox="0 0 400 100"'), 20, LOOK).content
