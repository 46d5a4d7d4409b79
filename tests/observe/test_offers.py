"""What files offer of colors by name: tokens, style sheets, swatches, Office files of whatever kind."""

from __future__ import annotations

import io
import struct
import zipfile
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.color import Color
from playbook.exports import ase, gpl
from playbook.observed import Unreadable
from playbook.reading.offers import READERS, offered

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def told(name, content):
    """`name color of @part` of each color, at line:column."""
    data = content if isinstance(content, bytes) else content.encode()
    return [
        " ".join(
            filter(None, (f"{ink.spot.line}:{ink.spot.column}", ink.name, ink.color, ink.of, ink.spot.part))
        )
        for ink in offered(name, data).inks
    ]


def test_tokens():
    tokens = """{ // a comment
  "color": { "$type": "color", "$root": {"$value": "#000"},
    "fig": { "$value": "#561B3F", "$extensions": {"other": "#fff"} },
    "soil": { "$value": "tan" }, "clear": { "$value": "rgb(1 2 3 / 50%)" },
    "hsl": { "$value": {"colorSpace": "hsl", "components": [45, "none", 50], "alpha": 1} } },
  "tan": { "value": "Tan", "type": "fontFamily" }, "old": { "deep": { "value": "{color.fig.value}" } },
  "palette": [ { "name": "Night \\u0026 sky", "slug": "n", "color": "#001122" } ], "theme_color": "#0f0",
}"""
    assert told("a.json", tokens) == [
        "2:53 color #000000",
        "3:25 color.fig #561B3F",
        "4:26 color.soil #D2B48C",
        "4:56 color.clear #01020380",
        "5:24 color.hsl #808080",
        "6:81 old.deep color.fig",
        "7:69 palette.Night & sky #001122",
        "7:99 theme_color #00FF00",
    ]


@pytest.mark.parametrize(
    "text, reason",
    [
        ("{", "not-json"),
        ('{"a": 1,,}', "not-json"),
        ('{"a" 1}', "not-json"),
        ("1 2", "not-json"),
        ('"\\x"', "not-json"),
        ("9" * 9000, "not-json"),
        ('"' + "a" * 100_000, "not-json"),
        ("/*" * 100_000, "not-json"),
        ('{"a":' * 61, "too-deep-json"),
        ("[" * 100_000, "too-deep-json"),
        (" " * 2_000_000 + "[]", "too-large"),
        ("\n", "empty"),
    ],
)
def test_broken_and_hostile_tokens(text, reason):
    with pytest.raises(Unreadable) as refusal:
        offered("a.json", text.encode())
    assert refusal.value.reason == reason


def test_sheets():
    mixed = "--mix: color-mix(in srgb, red, blue)"
    sheet = f"@theme {{ --fig: #561B3F }}\n:root {{ {mixed}; --me: var(--fig); --s: 1px red }}"
    assert told("a.css", sheet) == ["1:17 --fig #561B3F @theme", "2:53 --me --fig :root"]


def test_swatches():
    fig = Color(86 / 255, 27 / 255, 63 / 255)
    entry = SimpleNamespace(name="Ripe fig", cmyk=(45, 95, 35, 45))
    colors = SimpleNamespace(palette={"fig": entry})
    brand = SimpleNamespace(id="", name="Example", colors=colors, color=lambda *_, **__: fig)
    book: Any = SimpleNamespace(brand=brand, brands={"": brand})
    assert told("a.gpl", gpl.export(book)[0].content) == ["4:0 Ripe fig #561B3F"]
    swatches = ase.export(book)[0].as_bytes()
    assert told("a.ase", swatches) == ["0:0 Ripe fig #561B3F", "0:0 Ripe fig"]
    lab = struct.pack(">H", 1) + b"\0\0" + struct.pack(">4s3fH", b"LAB ", 1, 0, 0, 0)
    assert told("a.ase", b"ASEF\0\1\0\0\0\0\0\1\0\1" + struct.pack(">I", len(lab)) + lab) == ["0:0 #FFFFFF"]
    for end in range(12, len(swatches)):
        with pytest.raises(Unreadable):
            offered("a.ase", swatches[:end])


@pytest.mark.parametrize(
    "name, main", [("a.thmx", "theme/theme/themeManager.xml"), ("a.xltx", "xl/workbook.xml")]
)
def test_themes_and_custom_colors_of_any_office_file(name, main):
    folder, file = main.rsplit("/", 1)

    def related(kind, target):
        return (
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="x/{kind}" Target="{target}"/>'
            "</Relationships>"
        )

    theme = (
        f'<a:theme xmlns:a="{A}"><a:themeElements><a:clrScheme name="x"><a:accent2><a:srgbClr val="561B3F"/>'
        '</a:accent2></a:clrScheme></a:themeElements><a:custClrLst><a:custClr name="Sky"><a:srgbClr'
        ' val="CCEEFF"/></a:custClr></a:custClrLst></a:theme>'
    )
    file_of = io.BytesIO()
    with zipfile.ZipFile(file_of, "w") as package:
        package.writestr("_rels/.rels", related("officeDocument", main))
        package.writestr(main, "<x/>")
        package.writestr(f"{folder}/_rels/{file}.rels", related("theme", "theme1.xml"))
        package.writestr(f"{folder}/theme1.xml", theme)
    assert told(name, file_of.getvalue()) == [
        "0:0 #561B3F @place.theme accent2",
        "0:0 Sky #CCEEFF @place.custom-colors",
    ]


@settings(max_examples=60)
@given(st.sampled_from(sorted(READERS)), st.text('{}[]:,"\\/*$@-a#f0. \n;()', max_size=60))
def test_whatever_is_in_a_file_it_is_read_or_refused(kind, text):
    endings = {"tokens": "json", "sass": "scss", "office": "thmx"}
    begin = {"gpl": "GIMP Palette\n", "ase": "ASEF"}.get(kind, "")
    with suppress(Unreadable):
        offered(f"a.{endings.get(kind, kind)}", f"{begin}{text}".encode())
