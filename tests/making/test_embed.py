"""Fonts within drawings: those that the text is set in, its glyphs alone, and only where they may be."""

from __future__ import annotations

import re
from base64 import b64decode
from html import escape
from io import BytesIO
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import _h_e_a_d
from hypothesis import given
from hypothesis import strategies as st

import playbook
from playbook.artifact import Artifact
from playbook.facts import reader
from playbook.making import embed
from playbook.making.embed import cut, embeddable, embedded, faces, with_fonts, within
from playbook.making.lettering import FontFace, lettering
from playbook.observe.svg.xmltree import parse
from tests.building import ROOT
from tests.observe.fonts import built, with_table

SVG = '<svg xmlns="http://www.w3.org/2000/svg" aria-label="a > b">{}</svg>'
OWN = faces(playbook.load(ROOT).playbook.brand, reader(ROOT))
PLAIN = built()
LATIN = next(face.content for face in OWN if (face.family, face.weight) == ("Gabarito", "700"))
FACES = tuple(
    FontFace(family, style, weight, "", PLAIN)
    for family, style, weight in [
        ("Head", "normal", "500"),
        ("Head", "normal", "700"),
        ("Text", "normal", "300 600"),
        ("Text", "italic", "400"),
        ("Mono", "italic", "400"),
    ]
)


def drawn(font: bytes) -> set[str]:
    """The characters that a font has."""
    return set(map(chr, TTFont(BytesIO(font)).getBestCmap() or ()))


def held(svg: str) -> list[bytes]:
    return [b64decode(found) for found in re.findall(r"data:font/woff2;base64,([^\"]+)", svg)]


@pytest.mark.parametrize(
    "font, text, expected",
    [
        (PLAIN, "A", "A"),
        (PLAIN, "Añ A", "Añ "),
        (PLAIN, "AB日", "A"),
        (built(flavor="woff2"), "ñ", "ñ"),
        (built(flavor="woff"), "ñ", "ñ"),
        (built(wght=(300, 400, 800)), "A", "A"),
        (LATIN, "We said ten. We knocked at ten.", "We said tnkoca."),
    ],
)
def test_a_font_has_the_glyphs_of_the_text_and_no_other_characters(font, text, expected):
    made = cut(font, text)
    assert made.startswith(b"wOF2")
    assert drawn(made) == set(expected)


def test_a_cut_font_draws_as_the_whole_one_does():
    whole, part = TTFont(BytesIO(LATIN)), TTFont(BytesIO(cut(LATIN, "Ten")))
    names = whole.getBestCmap() or {}
    for name in (names[ord(letter)] for letter in "Ten"):
        assert part["hmtx"][name] == whole["hmtx"][name]
        assert part["glyf"][name].coordinates == whole["glyf"][name].coordinates


def test_a_cut_font_still_says_under_which_licence_it_stands():
    names: Any = TTFont(BytesIO(cut(PLAIN, "A")))["name"]
    assert [names.getDebugName(number) for number in (13, 14)] == [
        "SIL Open Font License 1.1",
        "https://example.org/ofl",
    ]


@pytest.mark.parametrize(
    "bits, may",
    [(0x0, True), (0x2, False), (0x4, True), (0x6, True), (0x8, True), (0x100, False), (0x200, False)],
)
def test_a_font_that_does_not_let_itself_be_embedded_is_not(bits, may):
    font = built(fsType=bits)
    assert embeddable(font) is may
    assert bool(cut(font, "A")) is may


BROKEN = [b"", b"no font", LATIN[:900], with_table("cmap", b"\0" * 20), with_table("glyf", b"x")]


@pytest.mark.parametrize("font", BROKEN)
def test_what_is_no_font_is_left_out(font):
    assert cut(font, "A") == b""


def test_the_same_text_gives_the_same_bytes_at_any_time(monkeypatch):
    """A font notes when it was saved, and LATIN is one that has to be unpacked and saved first."""
    cuts = []
    for now in (3_800_000_000, 3_900_000_000):
        monkeypatch.setattr(_h_e_a_d, "timestampNow", lambda now=now: now)
        embed._unpacked.cache_clear()
        cut.cache_clear()
        cuts.append(cut(LATIN, "Ten"))
    assert cuts[0] == cuts[1]


HEAD = ' font-family="Head"'
SETTINGS = {
    "no font of the brand": ('<text font-family="Arial">A</text>', {}),
    "no text": (f"<rect{HEAD}/><title{HEAD}>A</title>", {}),
    "the nearest weight": (f"<text{HEAD}>A</text>", {("Head", "500"): "A"}),
    "a heavier one": (f'<text{HEAD} font-weight="800">A</text>', {("Head", "700"): "A"}),
    "inherited": (f'<g{HEAD} font-weight="bold"><text><tspan>A</tspan>ñ</text></g>', {("Head", "700"): "Añ"}),
    "each text its own": (
        f"""<text{HEAD}>A<tspan font-family="'Text', serif">ñ</tspan>B</text>""",
        {("Head", "500"): "AB", ("Text", "300 600"): "ñ"},
    ),
    "by style": ('<text style="font-family:Text;font-style:italic">A</text>', {("Text", "400"): "A"}),
    "slanted and upright": (
        '<text font-family="Text" font-style="italic">A<tspan font-style="normal">ñ</tspan></text>',
        {("Text", "400"): "A", ("Text", "300 600"): "ñ"},
    ),
    "only slanted files": ('<text font-family="Mono">A</text>', {("Mono", "400"): "A"}),
    "in capitals": (
        f'<text{HEAD} style="text-transform:uppercase">ñ</text>',
        {("Head", "500"): "ñÑ"},
    ),
    "by a style sheet": (
        f"<style>b{{font:700 9px Text}}i:after{{content:'q'}}</style><text{HEAD}>A</text>",
        {("Head", "500"): "A'q", ("Head", "700"): "A'q", ("Text", "300 600"): "A'q"},
    ),
    "broken": (f"<text{HEAD}>A", {}),
}


@pytest.mark.parametrize("inside, expected", SETTINGS.values(), ids=SETTINGS)
def test_each_text_needs_the_file_it_is_set_in(inside, expected):
    found = lettering(SVG.format(inside), FACES)
    assert {(face.family, face.weight): set(text) for face, text in found.items()} == {
        key: set(text) for key, text in expected.items()
    }


def test_a_drawing_holds_its_fonts_and_is_else_as_it_was():
    svg = SVG.format(f'<text{HEAD} font-weight="700">Añ</text>')
    made = embedded(svg, FACES)
    (font,) = held(made)
    assert drawn(font) == set("Añ")
    assert 'font-family:"Head";font-style:normal;font-weight:700;src:' in made
    assert made.startswith('<svg xmlns="http://www.w3.org/2000/svg" aria-label="a > b"><style>@font-face{')
    assert re.sub("<style>.*?</style>", "", made) == svg
    assert embedded(svg, ()) == within(svg, "") == svg


def test_a_file_for_some_characters_holds_those_alone():
    whole = FontFace("Head", "normal", "700", "U+4?, U+F0-F2", PLAIN)
    made = embedded(SVG.format(f"<text{HEAD}>Añ </text>"), (whole,))
    assert [drawn(font) for font in held(made)] == [set("Añ")]
    assert "unicode-range:U+4?, U+F0-F2;" in made
    assert (
        held(embedded(SVG.format(f"<text{HEAD}>ñ</text>"), (FontFace("Head", "normal", "1", "U+41", PLAIN),)))
        == []
    )


def test_files_made_together_share_what_they_need():
    files = [
        Artifact("a.svg", SVG.format(f"<text{HEAD}>A</text>")),
        Artifact("b.svg", SVG.format(f"<text{HEAD}>ñ</text>")),
        Artifact("c.txt", f"{HEAD} A"),
    ]
    first, second, third = with_fonts(files, FACES)
    assert third == files[2]
    assert [drawn(font) for font in held(str(first.content))] == [set("Añ")]
    assert held(str(first.content)) == held(str(second.content))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"])))
def test_nothing_that_is_said_breaks_a_drawing(said):
    svg = SVG.format(f"<text{HEAD}>{escape(said)}</text>")
    made = embedded(svg, FACES)
    assert re.sub("<style>.*?</style>", "", made) == svg
    assert [node.text for node in parse(made.encode()).walk() if node.name == "text"] == [said]


BRAND: dict[str, Any] = {
    "brand/a.ttf": built(),
    "brand/fonts.yml": """
        families:
          free: {name: Free, files: [a.ttf]}
          kept: {name: Kept, files: [a.ttf], licence: {name: Bought, download: false}}
          none: {name: None, files: [gone.ttf]}
          idle: {name: Idle, files: [a.ttf]}
        roles: {heading: kept, body: free, small: none}
        """,
}


def test_only_the_fonts_of_roles_that_may_leave_the_brand(project):
    root = project(BRAND)
    found = faces(playbook.load(root).playbook.brand, reader(root))
    assert [face.family for face in found] == ["Free"]
