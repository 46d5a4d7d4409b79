"""The brand's colors and fonts in documents for text processors: as styles, and as the theme they follow."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx.enum.dml import MSO_THEME_COLOR
from docx.shared import RGBColor
from lxml import etree

from tests.worddocs import LOOKS, WORD, made, opened, said

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.mark.parametrize("brand", LOOKS)
def test_styles_are_the_brands(brand):
    given = LOOKS[brand]
    styles = opened(made("quote", said("quote", "en", given), given=given)).styles
    seen = given.brand
    first = {role: seen["font"][role].partition(",")[0].strip("' ") for role in ("heading", "body")}
    for name, role, ink in (
        ("Title", "heading", "primary"),
        ("Heading 1", "heading", "primary"),
        ("Heading 3", "heading", "muted"),
        ("Total", "heading", "primary"),
        ("Small Print", "body", "muted"),
        ("Cell", "body", "text"),
        ("List Bullet", "body", "text"),
    ):
        style = styles[name]
        assert (_inherited(style, "name"), str(_color(style))) == (
            first[role] if role == "heading" else None,
            seen["ink"][ink].lstrip("#") if _color(style) else "None",
        )
    assert str(styles["Hyperlink"].font.color.rgb) == seen["ink"]["link"].lstrip("#")
    [fonts] = styles.element.iterfind(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr/{WORD}rFonts")
    assert fonts.get(f"{WORD}ascii") == first["body"]
    assert fonts.get(f"{WORD}asciiTheme") == "minorHAnsi"


def _inherited(style: Any, attribute: str) -> Any:
    while style is not None:
        if (found := getattr(style.font, attribute)) is not None:
            return found
        style = style.base_style
    return None


def _color(style: Any) -> RGBColor | None:
    while style is not None:
        if style.font.color.rgb is not None:
            found: RGBColor = style.font.color.rgb
            return found
        style = style.base_style
    return None


@pytest.mark.parametrize("brand", LOOKS)
def test_the_theme_is_the_brands_and_styles_follow_it(brand):
    given = LOOKS[brand]
    content = made("letter", said("letter", "en", given), given=given)
    with ZipFile(BytesIO(content)) as file:
        theme = etree.fromstring(file.read("word/theme/theme1.xml"))
    seen = given.brand
    values = {
        etree.QName(node).localname: f"#{node[0].get('val')}"
        for node in theme.iterfind(f".//{DRAWING}clrScheme/*")
    }
    assert {name: values[name] for name in ("dk1", "lt1", "accent1", "hlink")} == {
        "dk1": seen["ink"]["text"],
        "lt1": seen["color"]["background"],
        "accent1": seen["color"]["primary"],
        "hlink": seen["ink"]["link"],
    }
    assert [node.get("typeface") for node in theme.iter(f"{DRAWING}latin")] == [
        seen["font"][role].partition(",")[0].strip("' ") for role in ("heading", "body")
    ]
    title = opened(content).styles["Display"].font.color
    tied = {
        MSO_THEME_COLOR.ACCENT_1: "accent1",
        MSO_THEME_COLOR.TEXT_1: "dk1",
        MSO_THEME_COLOR.ACCENT_2: "accent2",
    }
    assert values[tied[title.theme_color]] == f"#{title.rgb}" == seen["ink"]["primary"]


def test_where_a_font_is_missing_its_fallback_stands_in():
    with ZipFile(BytesIO(made("letter", said("letter", "en")))) as file:
        fonts = etree.fromstring(file.read("word/fontTable.xml"))
    found = {
        font.get(f"{WORD}name"): [name.get(f"{WORD}val") for name in font.iter(f"{WORD}altName")]
        for font in fonts
    }
    assert found == {"Gabarito": ["Trebuchet MS"], "Atkinson Hyperlegible Next": ["Verdana"]}
