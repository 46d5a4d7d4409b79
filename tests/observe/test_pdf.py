"""PDF files, some made by hand and some by Typst: what they paint, boxes, fonts, pictures, texts."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from playbook.handed import Handed
from playbook.observe import pdf
from playbook.observe.pdf.fonts import family, named
from playbook.observe.pdf.scan import operators
from playbook.observed import Unreadable


def made(content: str, resources: str = "", page: str = "", *others: str) -> bytes:
    """A PDF with one page of 100 by 100 points; `others` are objects from number 5 on."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R/Lang(es)>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<<{resources}>>{page}>>",
        stream(content),
        *others,
    ]
    text, places = "%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
    return f"{text}{end}startxref\n{len(text)}\n%%EOF".encode("latin-1")


def stream(content: str, extra: str = "") -> str:
    return f"<</Length {len(content)}{extra}>>stream\n{content}\nendstream"


def inks(content: str, resources: str = "", *others: str) -> list[str]:
    handed = pdf.observe(made(content, resources, "", *others))
    return [f"{ink.count} {ink.color} {ink.role} {ink.space} {ink.written}" for ink in handed.inks]


BOX = " 0 0 9 9 re "
TINT = "<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[1 .5 0 0]>>"
SPOT = f"/ColorSpace<</C [/Separation/PANTONE#20300#20C/DeviceCMYK{TINT}]>>"
INK = "/ColorSpace<</C [/Separation/Black/DeviceGray<</FunctionType 4>>]>>"
UNKNOWN_INK = "/ColorSpace<</C [/Separation/Gold/DeviceCMYK<</FunctionType 4>>]>>"
ICC = "/ColorSpace<</C [/ICCBased 5 0 R]>>"
INDEXED = "/ColorSpace<</C [/Indexed/DeviceRGB 1<336699FF0000>]>>"
LAB = "/ColorSpace<</C [/Lab<</WhitePoint[.95 1 1.09]>>]>>"
BLEND = "<</FunctionType 2/Domain[0 1]/N 1/C0[1 0 0]/C1[0 0 1]>>"
GRADIENT = f"/Shading<</S <</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 9 9]/Function{BLEND}>>>>"
MESH = "/Shading<</S <</ShadingType 6/ColorSpace/DeviceRGB>>>>"


@pytest.mark.parametrize(
    "content, resources, expected",
    [
        (BOX + "f", "", ["1 #000000 fill cmyk gray 0%"]),
        ("1 0 0 rg" + BOX + "f" + BOX + "f*", "", ["2 #FF0000 fill rgb #FF0000"]),
        ("1 0 0 rg 0 0 1 RG" + BOX + "B", "", ["1 #FF0000 fill rgb #FF0000", "1 #0000FF stroke rgb #0000FF"]),
        ("1 0 0 rg" + BOX + "n", "", []),
        ("q 1 0 0 rg Q" + BOX + "f", "", ["1 #000000 fill cmyk gray 0%"]),
        ("1 .5 0 .1 k" + BOX + "f", "", ["1 #0073E6 fill cmyk cmyk 100 50 0 10%"]),
        ("/DeviceCMYK cs" + BOX + "f", "", ["1 #000000 fill cmyk cmyk 0 0 0 100%"]),
        ("/C cs .5 scn" + BOX + "f", SPOT, ["1 #80BFFF fill spot PANTONE 300 C 50%"]),
        ("/C cs 0 scn" + BOX + "f", SPOT, []),
        ("/C cs .5 scn" + BOX + "f", INK, ["1 #808080 fill cmyk cmyk 0 0 0 50%"]),
        ("/C cs 1 scn" + BOX + "f", UNKNOWN_INK, ["1  fill spot Gold 100%"]),
        ("/C cs 1 sc" + BOX + "f", INDEXED, ["1 #FF0000 fill rgb #FF0000"]),
        ("/C cs 50 0 0 sc" + BOX + "f", LAB, ["1 #777777 fill rgb lab(50.0000 0.0000 0.0000)"]),
        ("/G gs 1 0 0 rg" + BOX + "f", "/ExtGState<</G<</ca .5>>>>", ["1 #FF000080 fill rgb #FF0000"]),
        ("/S sh", GRADIENT, ["1 #FF0000 fill rgb #FF0000", "1 #0000FF fill rgb #0000FF"]),
        ("BT /F 9 Tf 1 0 0 rg (a \\) b (c)) Tj ET", "", ["1 #FF0000 text rgb #FF0000"]),
        ("BT /F 9 Tf 3 Tr (hidden) Tj ET", "", []),
        (
            "[(1 0 0 rg) 9] TJ % 1 0 0 rg\n 0 1 0 rg" + BOX + "f",
            "",
            ["1 #000000 text cmyk gray 0%", "1 #00FF00 fill rgb #00FF00"],
        ),
        ("BI /W 1 /H 1 ID f\xfff f EI 1 0 0 rg" + BOX + "f", "", ["1 #FF0000 fill rgb #FF0000"]),
    ],
)
def test_colors_as_they_are_painted(content, resources, expected):
    assert inks(content, resources) == expected


IMAGE = "/XObject<</I 5 0 R>>"
PIXEL = stream("0", "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray")
MASK = stream("0", "/Type/XObject/Subtype/Image/ImageMask true/Width 1/Height 1")


@pytest.mark.parametrize(
    "content, areas",
    [
        pytest.param("20 10 40 30 re f", [(0.2, 0.6, 0.6, 0.9)], id="rectangle"),
        pytest.param("10 10 m 30 10 l 20 40 l h f", [(0.1, 0.6, 0.3, 0.9)], id="triangle"),
        pytest.param("10 10 m 10 20 30 40 50 10 c S", [(0.1, 0.6, 0.5, 0.9)], id="curve with its handles"),
        pytest.param("q .5 0 0 .5 10 0 cm 20 10 40 30 re f Q", [(0.2, 0.8, 0.4, 0.95)], id="scaled"),
        pytest.param("0 0 9 9 re n 50 50 10 10 re f", [(0.5, 0.4, 0.6, 0.5)], id="after a clip"),
        pytest.param("90 90 40 40 re f", [(0.9, 0.0, 1.0, 0.1)], id="over the edge"),
        pytest.param("100 0 9 9 re f", [], id="outside"),
        pytest.param("20 10 40 re f", [], id="too few numbers"),
        pytest.param("BT /F 20 Tf 30 40 Td (a) Tj ET", [(0.3, 0.4, 0.3, 0.6)], id="words"),
        pytest.param(
            "BT /F 10 Tf 2 0 0 2 30 40 Tm (a) Tj (b) Tj ET", [(0.3, 0.4, 0.3, 0.6)], id="further on"
        ),
        pytest.param(
            "BT /F 10 Tf 30 TL 30 80 Td (a) Tj T* (b) Tj 5 0 Td (c) Tj ET",
            [(0.3, 0.1, 0.3, 0.2), (0.3, 0.4, 0.3, 0.5), (0.35, 0.4, 0.35, 0.5)],
            id="lines apart",
        ),
        pytest.param(
            "BT /F 10 Tf 12 TL 30 40 Td (a) Tj T* (b) Tj (c) ' ET", [(0.3, 0.5, 0.3, 0.84)], id="a paragraph"
        ),
        pytest.param("q 20 0 0 40 10 10 cm /I Do Q", [(0.1, 0.5, 0.3, 0.9)], id="a mask"),
    ],
)
def test_where_a_color_is_seen(content, areas):
    handed = pdf.observe(made(content, IMAGE, "", MASK))
    assert [area for ink in handed.inks for area in ink.spot.areas] == areas


@pytest.mark.parametrize(
    "page, area",
    [
        ("/Rotate 90", (0.1, 0.2, 0.4, 0.6)),
        ("/Rotate 180", (0.4, 0.1, 0.8, 0.4)),
        ("/Rotate 270", (0.6, 0.4, 0.9, 0.8)),
        ("/CropBox[10 10 60 60]", (0.2, 0.4, 1.0, 1.0)),
    ],
)
def test_where_a_color_is_seen_on_a_page_that_is_turned_or_cropped(page, area):
    [ink] = pdf.observe(made("20 10 40 30 re f", "", page)).inks
    assert ink.spot.areas == (area,)


def test_where_a_picture_and_a_font_are_seen():
    font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Papyrus>>>>"
    content = "BT /F 20 Tf 30 40 Td (a) Tj ET q 20 0 0 40 10 10 cm /I Do Q"
    handed = pdf.observe(made(content, IMAGE + font, "", PIXEL))
    assert [found.spot.areas for found in handed.fonts] == [((0.3, 0.4, 0.3, 0.6),)]
    assert [found.spot.areas for found in handed.pictures] == [((0.1, 0.5, 0.3, 0.9),)]


def test_what_tiles_paint_repeats_elsewhere():
    tile = stream("1 0 0 rg 0 0 2 2 re f", "/PatternType 1/PaintType 1/BBox[0 0 4 4]/XStep 4/YStep 4")
    handed = pdf.observe(made("/Pattern cs /P scn 0 0 50 50 re f", "/Pattern<</P 5 0 R>>", "", tile))
    assert [(ink.color, ink.spot.areas) for ink in handed.inks] == [("#FF0000", ())]


def test_spot_colors_keep_their_names_and_shares():
    [ink] = pdf.observe(made("/C cs .5 scn" + BOX + "f", SPOT)).inks
    assert (ink.name, ink.channels) == ("PANTONE 300 C", (0.5,))


def test_colors_by_profile_and_in_forms():
    form = stream("0 1 0 rg" + BOX + "f", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    assert inks("/X Do" + BOX + "f", "/XObject<</X 5 0 R>>", form) == [
        "1 #00FF00 fill rgb #00FF00",
        "1 #000000 fill cmyk gray 0%",
    ]
    assert inks("/C cs 1 0 0 sc" + BOX + "f", ICC, stream("", "/N 3")) == ["1 #FF0000 fill rgb #FF0000"]


def test_patterns_are_followed():
    tile = stream("1 0 0 rg" + BOX + "f", "/PatternType 1/PaintType 1/BBox[0 0 9 9]/XStep 9/YStep 9")
    assert inks("/Pattern cs /P scn" + BOX + "f", "/Pattern<</P 5 0 R>>", tile) == [
        "1 #FF0000 fill rgb #FF0000"
    ]


@pytest.mark.parametrize(
    "content, resources, expected",
    [
        ("/S sh", MESH, "pdf-shading"),
        ("/C cs 1 1 sc" + BOX + "f", "/ColorSpace<</C [/Unheard]>>", "pdf-space"),
        ("BT /F 9 Tf (a) Tj ET", "/Font<</F<</Type/Font/Subtype/Type3>>>>", "pdf-type3"),
    ],
)
def test_what_is_not_followed_is_said(content, resources, expected):
    assert (f"not-judged.{expected}", {"page": 1}) in pdf.observe(made(content, resources)).not_judged


def test_a_picture_at_the_size_it_is_shown():
    image = stream("\xff\xd8", "/Type /XObject /Subtype /Image /Width 40 /Height 20 /Filter /DCTDecode")
    [shown] = pdf.observe(made("q 72 0 0 36 0 0 cm /X Do Q", "/XObject<</X 5 0 R>>", "", image)).pictures
    assert (shown.kind, shown.pixels, shown.shown) == ("jpeg", (40, 20), (25.4, 12.7))
    assert shown.digest


@pytest.mark.parametrize(
    "page, expected",
    [
        ("", (35.28, 35.28, None, None)),
        ("/TrimBox[10 10 90 90]/BleedBox[4 4 96 96]", (35.28, 35.28, (28.22, 28.22), 2.12)),
        ("/MediaBox[0 0 100 50]/Rotate 90", (17.64, 35.28, None, None)),
        ("/UserUnit 2", (70.56, 70.56, None, None)),
    ],
)
def test_boxes_in_millimeters(page, expected):
    source = made("", "", page)
    if "MediaBox" in page:
        source = source.replace(b"/MediaBox[0 0 100 100]", b"", 1)
    [plate] = pdf.observe(source).plates
    assert (plate.width, plate.height, plate.trim, plate.bleed) == expected


@pytest.mark.parametrize(
    "base, written, of",
    [
        ("/ABCDEF+SourceSans3-SemiBold", "SourceSans3-SemiBold", "SourceSans3"),
        ("/ArialMT", "ArialMT", "Arial"),
        ("/Arial,Bold", "Arial,Bold", "Arial"),
        ("/TimesNewRomanPS-BoldItalicMT", "TimesNewRomanPS-BoldItalicMT", "TimesNewRoman"),
        ("/Helvetica-Oblique", "Helvetica-Oblique", "Helvetica"),
        ("/XYZABC+Noto-Identity-H", "Noto", "Noto"),
        ("/Bold", "Bold", "Bold"),
    ],
)
def test_names_of_fonts(base, written, of):
    assert named({"/BaseFont": base}) == written
    assert family({"/BaseFont": base}, written) == of


def test_a_flyer_by_typst(tmp_path: Path):
    Image.new("RGB", (200, 100), "#336699").save(tmp_path / "p.png")
    (tmp_path / "flyer.typ").write_text(
        '#set page(width: 210mm, height: 100mm)\n#set document(title: "Flyer")\n'
        '#set text(fill: rgb("#336699"))\n= Hello\n#text(fill: cmyk(100%, 0%, 50%, 10%))[ink]\n'
        '#image("p.png", width: 5cm)\n#pagebreak()\nsecond',
        encoding="utf-8",
    )
    handed = pdf.observe(typst.compile(str(tmp_path / "flyer.typ"), ignore_system_fonts=True))
    assert handed.facts == {"title": "Flyer", "lang": "en", "pdf.pages": 2, "pdf.tagged": 1}
    assert [f"{ink.spot.page} {ink.color} {ink.role} {ink.space}" for ink in handed.inks] == [
        "1 #336699 text rgb",
        "1 #00E572 text cmyk",
        "2 #336699 text rgb",
    ]
    assert {(font.family, font.embedded) for font in handed.fonts} == {("LibertinusSerif", True)}
    assert [(said.spot.page, said.text) for said in handed.texts] == [(1, "Hello ink"), (2, "second")]
    assert [(plate.width, plate.height) for plate in handed.plates] == [(210.0, 100.0)] * 2
    assert [(shown.pixels, shown.shown) for shown in handed.pictures] == [((200, 100), (50.0, 25.0))]
    assert handed.not_judged == ()


def test_long_drawings_are_not_followed_to_their_end():
    handed = pdf.observe(made("0 0 m " * 2_100_000))
    told = {message for message, _ in handed.not_judged}
    assert told == {"not-judged.pdf-large", "not-judged.pdf-text"}


def test_names_are_read_as_meant():
    assert list(operators(b"/A#20B/C#zz cs -.5 +1. 2 sc")) == [
        ("cs", ["/A B", "/C#zz"]),
        ("sc", [-0.5, 1.0, 2.0]),
    ]


VALID = made(
    "q /C cs .5 scn 0 0 9 9 re f /X Do Q BT (a) Tj ET",
    f"{SPOT}/XObject<</X 5 0 R>>",
    "",
    stream("1 g", "/Subtype/Form"),
)
JUNK = st.sampled_from(
    [b"<<", b">>", b"[", b"(", b"0", b"-9", b"/X", b" 5 0 R", b" Do ", b" cm ", b"endstream", b"\xff"]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(VALID)), JUNK), min_size=1, max_size=4))
def test_damaged_files(changes):
    content = VALID
    for at, junk in changes:
        content = content[:at] + junk + content[at + len(junk) :]
    with suppress(Unreadable):
        assert isinstance(pdf.observe(content), Handed)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "0",
                "1",
                ".5",
                "/C",
                "/X",
                "cs",
                "scn",
                "f",
                "Do",
                "q",
                "Q",
                "cm",
                "Tj",
                "(",
                ")",
                "sh",
                "gs",
                "BI ID",
                "k",
            ]
        ),
        max_size=30,
    )
)
def test_any_content_is_read(parts):
    assert isinstance(pdf.observe(made(" ".join(parts), f"{SPOT}/XObject<</X 4 0 R>>")), Handed)
