"""Font files: TTF, OTF, WOFF and WOFF2."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont

from playbook.observe.font.guard import guard_file, guard_tables
from playbook.observed import Embedding, FontFacts, Unreadable

_FORMATS = {
    b"\x00\x01\x00\x00": "ttf",
    b"true": "ttf",
    b"OTTO": "otf",
    b"wOFF": "woff",
    b"wOF2": "woff2",
}
_FAMILY, _SUBFAMILY, _LICENCE, _LICENCE_URL, _TYPOGRAPHIC_FAMILY, _TYPOGRAPHIC_SUBFAMILY = (
    1,
    2,
    13,
    14,
    16,
    17,
)
# From the freest: OpenType lets the least restrictive bit win where several are set. Source: OS/2, fsType.
_PERMISSIONS: tuple[tuple[int, Embedding], ...] = (
    (0x8, "editable"),
    (0x4, "preview-print"),
    (0x2, "restricted"),
)
_ITALIC = 0x0001
_MAC_ITALIC = 0x0002
_REGULAR = 400


def observe(content: bytes) -> FontFacts:
    """The facts of a font.

    Raises:
        Unreadable: `not-font`, `font-collection`, `too-large` or `too-complex`.
    """
    if content.startswith(b"ttcf"):
        raise Unreadable("font-collection")
    kind = _FORMATS.get(content[:4])
    if kind is None:
        raise Unreadable("not-font")
    try:
        guard_file(content)
        with TTFont(BytesIO(content), lazy=True) as font:
            if font.reader is not None:
                guard_tables(font.reader)
            return _facts(font, kind)
    except Unreadable:
        raise
    except Exception as error:
        # The font library raises whatever broken bytes lead it to; what is caught here is its own.
        raise Unreadable("not-font") from error


def _facts(font: TTFont, kind: str) -> FontFacts:
    weight = int(_table(font, "OS/2").usWeightClass) if "OS/2" in font else _REGULAR
    return FontFacts(
        format=kind,
        family=_name(font, _TYPOGRAPHIC_FAMILY) or _name(font, _FAMILY),
        subfamily=_name(font, _TYPOGRAPHIC_SUBFAMILY) or _name(font, _SUBFAMILY),
        weight=weight,
        weights=_weights(font, weight),
        italic=_italic(font),
        embedding=_embedding(font),
        licence=_name(font, _LICENCE),
        licence_url=_name(font, _LICENCE_URL),
        units_per_em=int(_table(font, "head").unitsPerEm),
        coverage=frozenset(font.getBestCmap() or ()) if "cmap" in font else frozenset(),
    )


def _table(font: TTFont, tag: str) -> Any:
    """A table, whose fields the library makes up as it reads."""
    return font[tag]


def _name(font: TTFont, ident: int) -> str:
    """A text of the name table, English where there is a choice."""
    found: Any = font["name"].getDebugName(ident) if "name" in font else None
    return str(found or "").strip()


def _weights(font: TTFont, weight: int) -> tuple[int, int]:
    axes = font["fvar"].axes if "fvar" in font else ()
    ranges = [(round(axis.minValue), round(axis.maxValue)) for axis in axes if axis.axisTag == "wght"]
    return ranges[0] if ranges else (weight, weight)


def _italic(font: TTFont) -> bool:
    marked = bool(_table(font, "OS/2").fsSelection & _ITALIC) if "OS/2" in font else False
    return marked or bool(_table(font, "head").macStyle & _MAC_ITALIC)


def _embedding(font: TTFont) -> Embedding:
    if "OS/2" not in font:
        return "unknown"
    bits = int(_table(font, "OS/2").fsType)
    if not bits & 0xF:
        return "installable"
    return next((permission for bit, permission in _PERMISSIONS if bits & bit), "unknown")
