"""Tiny fonts, built for the tests."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

CHARACTERS = {ord("A"): "A", ord("ñ"): "ntilde", 0x20: "space"}


def built(*, flavor: str | None = None, wght: tuple[int, int, int] | None = None, **os2: Any) -> bytes:
    """A font of three glyphs; `wght` makes it variable: lightest, default, boldest."""
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", *CHARACTERS.values()]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(CHARACTERS)
    builder.setupGlyf({name: _square() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable(
        {
            "familyName": "Probe Light",
            "styleName": "Regular",
            "typographicFamily": "Probe",
            "typographicSubfamily": "Light",
            "licenseDescription": "SIL Open Font License 1.1",
            "licenseInfoURL": "https://example.org/ofl",
        }
    )
    builder.setupOS2(**{"usWeightClass": 300, "fsType": 0, **os2})
    builder.setupPost()
    if wght:
        builder.setupFvar([("wght", *wght, "Weight")], [])
    return saved(builder.font, flavor)


def with_table(tag: str, data: bytes) -> bytes:
    """The font with one table replaced by raw bytes."""
    font: Any = TTFont(BytesIO(built()))
    font[tag] = DefaultTable(tag)
    font[tag].data = data
    return saved(font)


def saved(font: TTFont, flavor: str | None = None) -> bytes:
    file = BytesIO()
    font.flavor = flavor
    font.save(file)
    return file.getvalue()


def _square() -> Any:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.lineTo((500, 500))
    pen.closePath()
    return pen.glyph()
