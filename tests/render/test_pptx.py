"""Presentations read back by another program: layouts, the brand's colors and fonts, hostile text."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation

import playbook
from playbook.facts import reader
from playbook.kinds import builtin
from playbook.making import make
from playbook.making.look import look
from playbook.making.picture import logo, mark
from playbook.making.tailored import tailored
from playbook.making.values import defaults, examples
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS
from playbook.render.pptx import pptx
from playbook.render.pptx.deck import deck
from playbook.render.pptx.drawing import drawing
from playbook.render.pptx.layouts import Place, layouts, scale
from playbook.render.pptx.scheme import first_font, theme, tied
from tests.building import ROOT

KIND = builtin()["presentation"]
BRANDS = playbook.load(ROOT).playbook.brands
READ = reader(ROOT)
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DANGER = '<b>"&amp;]]>\u202e{{ title }} \U0001f6d2 الاسم'


def look_of(brand):
    return look(brand, elements(brand, logo(brand, READ), mark(brand, READ)), READ)


LOOKS = {name: look_of(brand) for name, brand in BRANDS.items()}
LOOK = LOOKS[""]


def html_of(lang="en", **said):
    values = {**dict(examples(KIND.fields, lang)), **defaults(KIND.fields, LOOK.brand), **said}
    [file, *_] = make(KIND, LOOK.brand, values, Wording(FORMATS[lang])).files
    return str(file.content)


def opened(content):
    return Presentation(BytesIO(content))


def parts(content):
    with ZipFile(BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


MADE = pptx(html_of(), LOOK)


def test_a_program_finds_the_layouts_and_a_slide_of_each():
    read = opened(MADE.content)
    names = ["Title", "Section", "Title and text", "Two columns", "Picture and text", "Statement"]
    names += ["Large number", "Closing"]
    assert [layout.name for layout in read.slide_layouts] == names
    assert {slide.slide_layout.name for slide in read.slides} == set(names)
    assert (read.slide_width / read.slide_height) == pytest.approx(16 / 9)
    assert read.core_properties.title == "What we do this year"
    assert MADE.problems == ()


def test_the_words_stand_in_the_places_of_their_layouts():
    said = [[each.text_frame.text for each in slide.placeholders] for slide in opened(MADE.content).slides]
    assert said[0] == [
        "What we do this year",
        "Three goals, and who sees to them",
        "Robin Vale · January 18, 2027",
    ]
    assert said[2][0] == "The title says what the slide shows"
    assert said[4][3:] == ["What we do today\nWhat it costs", "What we will do\nWhat it will bring"]
    assert said[-1][1] == "Robin Vale\nhello@aldaba.example\naldaba.example"


@pytest.mark.parametrize("name", LOOKS)
def test_the_theme_has_the_colors_and_fonts_of_the_brand(name):
    brand = LOOKS[name].brand
    made = parts(pptx(html_of(), LOOKS[name]).content)
    text = made["ppt/theme/theme1.xml"].decode()
    pairs = re.findall(r'<a:(\w+)><a:srgbClr val="(\w+)"/></a:\1>', text)
    scheme = {entry: f"#{value}" for entry, value in pairs}
    fonts = re.findall(r'<a:latin typeface="(.*?)"/>', text)
    assert scheme == theme(brand)
    assert list(scheme)[:7] == ["dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3"]
    assert (scheme["accent1"], scheme["accent3"]) == (brand["color"]["primary"], brand["color"]["accent"])
    assert fonts == [first_font(brand["font"]["heading"]), first_font(brand["font"]["body"])]
    assert fonts == ["Gabarito", "Atkinson Hyperlegible Next"]


def test_every_color_is_one_of_the_brand_or_its_logo():
    allowed = {
        value.lstrip("#")
        for part in ("color", "on", "ink", "on_surface", "field")
        for value in LOOK.brand[part].values()
    }
    found = {
        value for part in parts(MADE.content).values() for value in re.findall(rb'srgbClr val="(.*?)"', part)
    }
    assert found
    assert {value.decode() for value in found} <= allowed


def test_colors_follow_the_theme_where_it_has_them():
    colors = {**theme(LOOK.brand), "lt1": "#FFFFFF", "accent1": "#AA0000", "dk2": "#AA0000"}
    part = '<a:srgbClr val="#AA0000"/><a:srgbClr val="#FFFFFF"/><a:srgbClr val="#123456"/>'
    assert (
        tied(part, colors) == '<a:schemeClr val="accent1"/><a:schemeClr val="bg1"/><a:srgbClr val="123456"/>'
    )


@pytest.mark.parametrize("content", [MADE.content, pptx("<p>none", LOOK).content], ids=["slides", "none"])
def test_every_part_is_told_of_and_every_relation_leads_somewhere(content):
    made = parts(content)
    types = etree.fromstring(made["[Content_Types].xml"])
    told = {str(node.get("PartName")).lstrip("/") for node in types if node.get("PartName")}
    assert told == {name for name in made if name.endswith(".xml") and name != "[Content_Types].xml"}
    for name in made:
        if not name.endswith(".rels"):
            continue
        folder = name.rpartition("_rels/")[0]
        for node in etree.fromstring(made[name]):
            path = f"{folder}{node.get('Target')}"
            assert re.sub(r"[^/]+/\.\./", "", path) in made


def test_equal_arguments_give_equal_bytes_of_a_fixed_date():
    again = pptx(html_of(), LOOK)
    assert again.content == MADE.content
    with ZipFile(BytesIO(MADE.content)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_demo_has_the_slides_that_it_speaks_of():
    loaded = playbook.load(ROOT).playbook
    for ident, count in (("fair-talk", 12), ("maker-presentation", 9)):
        kind = tailored(KIND, loaded.pieces[ident])
        values = {**dict(examples(kind.fields, "en")), **defaults(kind.fields, LOOK.brand)}
        page = str(make(kind, LOOK.brand, values, Wording(FORMATS["en"])).files[0].content)
        assert len(deck(page).slides) == count


def test_what_people_write_is_text():
    slide = {"title": DANGER, "text": f"{DANGER}\nشكرا", "layout": "content"}
    made = opened(pptx(html_of(title=DANGER, slides=[slide]), LOOK).content)
    assert made.slides[0].shapes.title.text_frame.text == DANGER
    assert made.slides[1].shapes.title.text_frame.text == DANGER
    body = made.slides[1].placeholders[11].text_frame
    assert [paragraph.text for paragraph in body.paragraphs] == [DANGER, "شكرا"]
    assert [p._p.pPr is not None and p._p.pPr.get("rtl") for p in body.paragraphs] == [False, "1"]


def test_a_long_text_is_set_smaller_and_an_unknown_layout_is_the_plain_one():
    slide = {
        "title": "Long",
        "text": "\n".join(["a line of some words that is rather long"] * 12),
        "layout": "",
    }
    long = opened(pptx(html_of(slides=[slide]), LOOK).content).slides[1]
    shrunk = long.placeholders[11].text_frame._txBody.bodyPr.find(f"{A}normAutofit").get("fontScale")
    assert long.slide_layout.name == "Title and text"
    assert 50_000 <= int(shrunk) < 100_000


def test_the_size_that_fits():
    place = Place("body", (0, 0, 200, 100), 20, "", "body", "t")
    assert scale(place, ("short",)) == 100
    assert 40 < scale(place, ("some words " * 12,)) < 100
    assert scale(place, ("x" * 5000,)) == 40


def test_what_is_left_over_joins_the_last_place():
    html = "<section class='slide section'><h2>T</h2><p>a</p><ul><li>b<br>c</li></ul><p></p></section>"
    assert deck(html).slides[0].places == (("a",), ("b\nc",), ())
    made = opened(pptx(html, LOOK).content).slides[0]
    assert made.placeholders[11].text_frame.text == "a\nb\vc"


def test_the_logo_is_drawn_in_its_own_colors():
    made = parts(MADE.content)
    names = [layouts()[name].number for name in ("title", "content", "section")]
    drawn = [made[f"ppt/slideLayouts/slideLayout{n}.xml"].count(b"<a:custGeom>") for n in names]
    assert drawn == [4, 4, 0]


SHAPES = [
    ('<rect width="10" height="10"/>', 6, "#000000"),
    ('<rect width="10" height="10" rx="2" fill="#ff0000"/>', 10, "#FF0000"),
    ('<circle cx="5" cy="5" r="5"/>', 6, "#000000"),
    ('<g transform="translate(1 1)"><polygon points="0,0 5,0 5,5"/></g>', 5, "#000000"),
    ('<path d="M0 0Q5 5 10 0z" style="fill:#00ff00"/>', 4, "#00FF00"),
]


@pytest.mark.parametrize("shape, steps, color", SHAPES)
def test_plain_shapes_are_drawn(shape, steps, color):
    made = drawing(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{shape}</svg>'.encode())
    assert made
    assert (made.width, made.height) == (2000, 1000)
    assert [(one.color, len(one.steps)) for one in made.shapes] == [(color, steps)]


@pytest.mark.parametrize(
    "shape",
    [
        "<text>Aldaba</text>",
        '<rect width="9" height="9" opacity="0.5"/>',
        '<rect width="9" height="9" stroke="#000"/>',
        '<rect width="9" height="9" fill="url(#g)"/>',
        '<rect width="9" height="9" transform="skew()"/>',
        '<path d="M0 0L1e30 5z"/>',
        '<path d="nonsense"/>',
        f'<path d="M0 0{"L1 1" * 5000}z"/>',
        "",
    ],
)
def test_what_shapes_cannot_show_is_not_drawn(shape):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{shape}</svg>'
    assert drawing(svg.encode()) is None
    assert drawing(b"<svg") is None


def test_a_picture_is_held_and_a_logo_that_cannot_be_shown_is_told():
    dots = b"\x89PNG dots"
    gradient = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>a</text></svg>'
    held = pptx(html_of(), replace(LOOK, logo=gradient, logo_dots=dots))
    told = pptx(html_of(), replace(LOOK, logo=gradient, logo_dots=b""))
    assert parts(held.content)["ppt/media/logo-page.png"] == dots
    assert held.problems == ()
    assert [problem.message for problem in told.problems] == ["slides.in-words"]
    assert "Aldaba" in parts(told.content)["ppt/slideLayouts/slideLayout3.xml"].decode()


@pytest.mark.skipif(
    shutil.which("soffice") is None and "CI" not in os.environ, reason="needs LibreOffice (soffice)"
)
def test_libreoffice_opens_it(tmp_path):
    file = tmp_path / "slides.pptx"
    file.write_bytes(MADE.content)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    asked = ["soffice", home, "--headless", "--convert-to", "odp", "--outdir", str(tmp_path), str(file)]
    subprocess.run(asked, check=True, capture_output=True, timeout=120)
    with ZipFile(tmp_path / "slides.odp") as made:
        content = made.read("content.xml").decode()
    assert content.count("<draw:page ") == 8
    assert "The title says what the slide shows" in content
    assert "97 %" in content.replace("<text:s/>", " ")
