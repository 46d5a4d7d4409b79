"""Word and PowerPoint files, made by other libraries: colors through themes, fonts, texts, pictures."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import docx
import pptx
import pytest
from docx.enum.dml import MSO_THEME_COLOR
from docx.oxml.ns import qn
from docx.shared import Inches as DocxInches
from docx.shared import RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor as PptxColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR as PPTX_THEME
from pptx.util import Inches

from playbook.color import Color
from playbook.handed import Handed
from playbook.observe import ooxml
from playbook.observe.ooxml.names import A
from playbook.observe.ooxml.theme import Theme, resolve, word_color
from playbook.observed import Unreadable

BLUE = Color(0x4F / 255, 0x81 / 255, 0xBD / 255)
OFFICE = Theme({"accent1": BLUE, "dk1": Color(0, 0, 0), "lt1": Color(1, 1, 1)})


def saved(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def picture() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (200, 100), "#336699").save(file, "PNG")
    file.seek(0)
    return file


def used(handed: Handed) -> list[str]:
    return [
        f"{ink.spot.page} {ink.spot.part}: {ink.color} {ink.role} {ink.written}"
        for ink in handed.inks
        if ink.count
    ]


def letter():
    document = docx.Document()
    document.add_heading("Offer", 1)
    paragraph = document.add_paragraph("plain ")
    red = paragraph.add_run("red")
    red.font.color.rgb = RGBColor(0xFF, 0, 0)
    red.font.name = "Papyrus"
    paragraph.add_run("blue").font.color.theme_color = MSO_THEME_COLOR.ACCENT_1
    return document


def deck():
    slides = pptx.Presentation()
    first = slides.slides.add_slide(slides.slide_layouts[5])
    first.shapes.title.text = "Hello"
    plain = first.shapes.add_shape(1, Inches(1), Inches(1), Inches(2), Inches(1))
    plain.text_frame.text = "in shape"
    filled = first.shapes.add_shape(1, Inches(1), Inches(3), Inches(2), Inches(1))
    filled.fill.solid()
    filled.fill.fore_color.rgb = PptxColor(0x12, 0x34, 0x56)
    filled.line.color.theme_color = PPTX_THEME.ACCENT_2
    filled.line.color.brightness = 0.4
    box = first.shapes.add_textbox(Inches(4), Inches(1), Inches(2), Inches(1))
    box.text_frame.text = "boxed"
    run = box.text_frame.paragraphs[0].runs[0]
    run.font.name, run.font.color.rgb = "Papyrus", PptxColor(1, 2, 3)
    return slides


def test_a_letter():
    handed = ooxml.word(saved(letter()))
    assert used(handed) == [
        "0 @place.style heading 1: #365F91 text accent1 shade BF",
        "0 Offer: #FF0000 text #FF0000",
        "0 Offer: #4F81BD text accent1",
    ]
    fonts = [f"{font.spot.part}: {font.family}" for font in handed.fonts if font.count]
    assert fonts == ["@place.style heading 1: Calibri", "@place.style-defaults: Cambria", "Offer: Papyrus"]
    assert [(said.role, said.level, said.text) for said in handed.texts] == [
        ("heading", 1, "Offer"),
        ("text", 0, "plain redblue"),
    ]
    assert [(plate.width, plate.height, plate.unit) for plate in handed.plates] == [(215.9, 279.4, "mm")]
    assert handed.facts == {"lang": "en-US"}


def test_what_only_styles_and_themes_offer_is_told_apart():
    handed = ooxml.word(saved(letter()))
    offered = {(ink.spot.part, ink.color) for ink in handed.inks if not ink.count}
    assert {("@place.theme accent2", "#C0504D"), ("@place.style heading 2", "#4F81BD")} <= offered
    assert {ink.role for ink in handed.inks if not ink.count} == {"theme"}


def test_pictures_headers_and_shading_of_a_letter():
    document = letter()
    document.add_picture(picture(), width=DocxInches(2))
    document.sections[0].header.paragraphs[0].text = "On top"
    shade = etree.SubElement(document.paragraphs[1]._p.get_or_add_pPr(), qn("w:shd"))
    shade.set(qn("w:fill"), "FFEE00")
    handed = ooxml.word(saved(document))
    [shown] = handed.pictures
    assert (shown.kind, shown.pixels, shown.shown, shown.alt) == ("png", (200, 100), (50.8, 25.4), None)
    assert "0 : #FFEE00 background #FFEE00" in used(handed)
    assert ("@place.header", "On top") in {(said.spot.part, said.text) for said in handed.texts}


def test_a_deck():
    handed = ooxml.slides(saved(deck()))
    assert [line for line in used(handed) if line.startswith("1")] == [
        "1 Rectangle 3: #123456 fill 123456",
        "1 Rectangle 3: #D99694 stroke accent2 lumMod 60% lumOff 40%",
        "1 TextBox 4: #010203 text 010203",
        "1 Rectangle 2: #4F81BD fill accent1",
        "1 Rectangle 2: #4F81BD stroke accent1",
        "1 Rectangle 2: #FFFFFF text lt1",
    ]
    assert [(said.spot.page, said.role, said.text) for said in handed.texts] == [
        (1, "heading", "Hello"),
        (1, "text", "in shape"),
        (1, "text", "boxed"),
    ]
    fonts = {f"{font.spot.page} {font.spot.part}: {font.family}" for font in handed.fonts if font.count}
    assert {"0 @place.theme-body: Calibri", "1 TextBox 4: Papyrus"} <= fonts
    assert [(plate.width, plate.height, plate.spot.page) for plate in handed.plates] == [(254.0, 190.5, 1)]


def test_pictures_of_a_deck_are_seen_as_they_are_cropped():
    slides = deck()
    shape = slides.slides[0].shapes.add_picture(picture(), 0, 0, Inches(1), Inches(1))
    shape.crop_left = 0.5
    [shown] = ooxml.slides(saved(slides)).pictures
    assert (shown.pixels, shown.shown, shown.spot.part) == ((100, 100), (25.4, 25.4), "Picture 5")


def test_charts_and_tables_that_leave_their_colors_to_office_are_said():
    slides = deck()
    shapes = slides.slides.add_slide(slides.slide_layouts[6]).shapes
    data = CategoryChartData()
    data.categories = ["a"]
    data.add_series("S", (1,))
    shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(3), Inches(3), data)
    shapes.add_table(1, 1, 0, 0, Inches(2), Inches(2))
    assert ooxml.slides(saved(slides)).not_judged == (
        ("not-judged.chart", {"page": 2}),
        ("not-judged.table-style", {"page": 2}),
    )


def test_what_a_document_would_load_is_told_and_not_followed():
    slides = deck()
    slides.slides[0].part.rels.get_or_add_ext_rel("http://x/relationships/image", "https://x.example/a.png")
    slides.slides[0].part.rels.get_or_add_ext_rel("http://x/relationships/hyperlink", "https://x.example/")
    expected = ("not-judged.linked", {"kind": "image", "address": "https://x.example/a.png"})
    assert ooxml.slides(saved(slides)).not_judged == (expected,)


@pytest.mark.parametrize(
    "xml, expected",
    [
        ('<srgbClr val="F8BF07"/>', "#F8BF07"),
        ('<schemeClr val="accent1"/>', "#4F81BD"),
        ('<schemeClr val="tx1"/>', "#000000"),
        ('<schemeClr val="accent1"><lumMod val="75000"/></schemeClr>', "#376092"),
        ('<schemeClr val="accent1"><lumMod val="40000"/><lumOff val="60000"/></schemeClr>', "#B9CDE5"),
        ('<schemeClr val="accent1"><alpha val="50000"/></schemeClr>', "#4F81BD80"),
        ('<srgbClr val="000000"><tint val="50000"/></srgbClr>', "#BCBCBC"),
        ('<srgbClr val="FFFFFF"><shade val="50000"/></srgbClr>', "#BCBCBC"),
        ('<sysClr val="windowText" lastClr="010203"/>', "#010203"),
        ('<prstClr val="dkBlue"/>', "#00008B"),
        ('<scrgbClr r="100000" g="0" b="50000"/>', "#FF00BC"),
        ('<hslClr hue="14400000" sat="100000" lum="50000"/>', "#0000FF"),
        ('<schemeClr val="phClr"/>', None),
        ('<srgbClr val="red"/>', None),
        ('<srgbClr val="FF0000"><gamma/></srgbClr>', None),
        ('<srgbClr val="FF0000"><lumMod val="much"/></srgbClr>', "#000000"),
    ],
)
def test_colors_of_drawings(xml, expected):
    element = etree.fromstring(xml.replace(" ", f' xmlns="{A[1:-1]}" ', 1))
    color = resolve(element, OFFICE)
    assert (color and color.hex) == expected


@pytest.mark.parametrize(
    "attributes, expected",
    [
        ({"val": "FF0000"}, ("#FF0000", "#FF0000")),
        ({"val": "auto"}, None),
        ({"val": "FF0000", "themeColor": "accent1"}, ("#4F81BD", "accent1")),
        ({"val": "365F91", "themeColor": "accent1", "themeShade": "BF"}, ("#365F91", "accent1 shade BF")),
        ({"val": "000000", "themeColor": "accent1", "themeTint": "99"}, ("#95B3D7", "accent1 tint 99")),
        ({"val": "FF0000", "themeColor": "accent9"}, ("#FF0000", "#FF0000")),
    ],
)
def test_colors_of_words(attributes, expected):
    found = word_color(attributes, OFFICE)
    assert (found and (found[0].hex, found[1])) == expected


LETTER, DECK = saved(letter()), saved(deck())


def damaged(content: bytes, part: str, at: float, junk: bytes) -> bytes:
    """The package with some bytes of a part replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            kept = old.read(info)
            place = int(len(kept) * at)
            changed = kept[:place] + junk + kept[place + len(junk) :]
            new.writestr(info.filename, changed if Path(info.filename).name == part else kept)
    return file.getvalue()


JUNK = st.sampled_from([b'"', b"<a:p>", b"</a:p>", b"0", b"-9", b'val="x"', b"/>", b"w:", b"rId99", b"\xff"])


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["document.xml", "styles.xml", "theme1.xml", "document.xml.rels"]),
    st.floats(0, 1),
    JUNK,
)
def test_damaged_letters(part, at, junk):
    answers(ooxml.word, damaged(LETTER, part, at, junk))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["slide1.xml", "slideMaster1.xml", "theme1.xml", "presentation.xml", "slide1.xml.rels"]),
    st.floats(0, 1),
    JUNK,
)
def test_damaged_decks(part, at, junk):
    answers(ooxml.slides, damaged(DECK, part, at, junk))


def answers(observe, content: bytes) -> None:
    with suppress(Unreadable):
        assert isinstance(observe(content), Handed)
