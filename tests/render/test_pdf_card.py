"""Cards for the printer, read back: boxes, bleed, inks, text, and drawings that cannot be told as data."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import Any

import pytest
from fontTools.misc.transform import Identity
from lxml import etree

import playbook
from playbook.facts import reader
from playbook.making.look import look
from playbook.render.brand_view import elements
from playbook.render.look import Document, MissingExtra
from playbook.render.pdf import card
from playbook.render.pdf.card import _below
from playbook.render.pdf.drawing import Pictures, Undrawable, drawing, shapes
from tests.building import ROOT
from tests.drawn import GRADIENT, GROUND, SHADES, held, svg, text
from tests.printed import fonts, read, root, said, squeezed

BRAND = playbook.load(ROOT).playbook.brand
LOOK = look(BRAND, elements(BRAND), reader(ROOT))
MM = 72 / 25.4
FIG, BRASS = "#561B3F", "#F4B63F"


FRONT = svg(
    GROUND + text("Noa", font_family="Gabarito, sans-serif", font_size="60", fill=BRASS),
    'aria-label="Noa" lang="es"',
)
BACK = svg(text("Customer care", font_size="30", fill=FIG))


GROUND_ALONE = svg(GROUND)


def printed(*sides: str, size: tuple[float, float] | None = (85, 55)) -> Document:
    return card(sides, size, LOOK)


def inks(page: Any) -> set[tuple[int, ...]]:
    """The colors of four inks that are set, in percent."""
    found = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) [kK]", page.get_contents().get_data())
    return {tuple(round(float(part) * 100) for part in ink) for ink in found}


def test_pages_are_as_large_as_the_card_with_its_bleed_and_room_for_marks():
    pages = read(printed(FRONT, BACK).content).pages
    assert len(pages) == 2
    for page in pages:
        for box, around in ((page.trimbox, 0), (page.bleedbox, 3), (page.mediabox, 12)):
            sides = (float(box.width) / MM, float(box.height) / MM)
            assert sides == pytest.approx((85 + 2 * around, 55 + 2 * around), abs=0.01)
            assert float(box.left) / MM == pytest.approx(12 - around, abs=0.01)


def test_without_a_size_a_card_is_as_large_as_its_drawing():
    (page,) = read(printed(svg(GROUND).replace("850 550", "96 48"), size=None).content).pages
    assert (float(page.trimbox.width) / MM, float(page.trimbox.height) / MM) == pytest.approx(
        (25.4, 12.7), abs=0.01
    )


def test_colors_of_the_palette_are_printed_in_its_inks_and_named():
    (page, _) = read(printed(FRONT, BACK).content).pages
    assert inks(page) == {(45, 95, 35, 45), (0, 30, 85, 0), (0, 0, 0, 100)}
    note = page.extract_text()
    assert "Fig: C45 M95 Y35 K45, Pantone 229 C" in " ".join(note.split())
    assert "85 × 55 mm, sangrado 3 mm" in note


def test_a_color_that_no_ink_is_known_of_is_told_as_such():
    book = read(printed(svg(f'{GROUND}<circle cx="9" cy="9" r="5" fill="#00FF00"/>')).content)
    assert squeezed("#00FF00 (RGB)") in said(book)


def test_text_is_text_in_the_brands_fonts():
    document = printed(FRONT, BACK)
    book = read(document.content)
    assert document.problems == ()
    assert said(book).startswith("Noa")
    assert "Customercare" in said(book)
    assert {name.partition("-")[0] for name in fonts(book)} == {"Gabarito", "AtkinsonHyperlegibleNext"}
    assert all("/FontFile2" in descriptor for descriptor in fonts(book).values())
    assert (root(book)["/Lang"], book.metadata and book.metadata.title) == ("es", "Noa")


def test_the_same_card_gives_the_same_bytes():
    assert printed(FRONT, BACK) == printed(FRONT, BACK)


def test_code_and_signs_in_values_are_text():
    value = '#read("x") $a$ *b* \U0001f6d2'
    document = printed(svg(text(value, font_size="20")))
    assert [problem.message for problem in document.problems] == ["pdf.shown"]
    assert squeezed('#read("x") $a$ *b* ?') in said(read(document.content))


@pytest.mark.parametrize(
    "inside",
    [
        GRADIENT,
        '<rect width="9" height="9" opacity="0.5"/>',
        '<clipPath id="c"/><rect width="9" height="9" clip-path="url(#c)"/>',
        '<style>rect { fill: red }</style><rect width="9" height="9"/>',
        '<path d="M0 0h9" stroke="red" stroke-dasharray="2"/>',
        '<rect width="1em" height="9"/>',
        '<image href="https://a.example/x.png" width="9" height="9"/>',
        '<path d="M0 0L"/>',
        '<path d="M0 0L9 9 nothing"/>',
        '<path d="M0 0A1 1"/>',
        '<path d="M1e308 0L-1e308 9h1e999"/>',
        '<rect x="1e308" width="1e308" height="9"/>',
        '<polygon points="0"/>',
        '<path d="M0 0h9" stroke="red" stroke-width="1e300"/>',
        f'<image href="{held(GROUND_ALONE)}" width="1e300" height="1e300"/>',
    ],
)
def test_what_cannot_be_told_as_data_is_a_picture_below_the_text(inside):
    with pytest.raises(Undrawable):
        shapes(drawing(svg(inside).encode()), Identity, Pictures())
    document = printed(svg(inside + text("Noa", font_size="40")))
    assert said(read(document.content)).startswith("Noa")
    assert squeezed("Pictures and shades in RGB") in said(read(document.content))


@pytest.mark.parametrize(
    "attributes",
    [
        {"transform": "rotate(90)"},
        {"opacity": "0.5"},
        {"fill": "url(#g)"},
        {"font_size": "1e300"},
        {"letter_spacing": "1e300"},
    ],
)
def test_text_that_cannot_be_set_is_told(attributes):
    document = printed(svg(text("Noa", **attributes) + text("Ana")))
    assert "Noa" not in said(read(document.content))
    assert [problem.message for problem in document.problems] == ["pdf.unset"]


def test_a_picture_below_the_text_runs_into_the_bleed_too():
    ground = (
        f'{SHADES}<rect width="850" height="540" fill="url(#g)"/><rect class="screen" width="9" height="9"/>'
    )
    side = svg(f'{ground}<rect width="1em" height="9"/>{text("Noa")}')
    below = etree.fromstring(_below(side, drawing(side.encode()), 30))
    rects = [
        tuple(rect.get(name) for name in ("x", "y", "width", "height")) for rect in below.iter("{*}rect")
    ]
    assert below.get("viewBox") == "-30 -30 910 610"
    assert rects == [("-30", "-30", "910", "570"), (None, None, "1em", "9")]
    assert "Noa" not in "".join(str(words) for words in below.itertext())


def test_a_side_that_is_no_drawing_is_told():
    document = printed("<html/>")
    assert document.content == b""
    assert [problem.message for problem in document.problems] == ["unreadable.not-svg"]


@pytest.mark.parametrize("library", ["typst", "pypdf"])
def test_without_a_library_the_extra_is_named(monkeypatch, library):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra) as raised:
        printed(FRONT)
    assert raised.value.name == "pdf"


def test_without_inks_colors_are_as_on_screens():
    document = card([FRONT], (85, 55), replace(LOOK, inks={}))
    assert inks(read(document.content).pages[0]) == {(0, 0, 0, 100)}
