"""Swatches for drawing programs: Adobe Swatch Exchange (.ase) and GIMP palettes (.gpl).

Sources: as `exports.ase` and `exports.gpl` have them.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from playbook.color import Color, parse
from playbook.handed import Handed, Ink, Spot
from playbook.observed import Unreadable

MAX_BYTES = 2_000_000
_COLOR = 0x0001
_CHANNELS = {b"RGB ": 3, b"Gray": 1, b"LAB ": 3, b"CMYK": 4}
_ROW = re.compile(r"\s*(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})(?:\s+(.*?))?\s*")
_NAMELESS = "Untitled"
_LONGEST = 120


def ase(content: bytes) -> Handed:
    """The colors of an Adobe Swatch Exchange file, by name; inks and gray are told as such.

    Raises:
        Unreadable: `too-large` or `damaged`.
    """
    _bound(content)
    if content[:4] != b"ASEF":
        raise Unreadable("damaged")
    try:
        return Handed("ase", len(content), inks=tuple(_blocks(content)))
    except (struct.error, ValueError) as error:
        raise Unreadable("damaged") from error


def gpl(content: bytes) -> Handed:
    """The colors of a GIMP palette, by name and line.

    Raises:
        Unreadable: `too-large`, `not-text` or `damaged`.
    """
    _bound(content)
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise Unreadable("not-text") from error
    if not lines or lines[0].strip() != "GIMP Palette":
        raise Unreadable("damaged")
    return Handed("gpl", len(content), inks=tuple(_rows(lines)))


def _bound(content: bytes) -> None:
    if len(content) > MAX_BYTES:
        raise Unreadable("too-large", size=len(content), limit=MAX_BYTES)


def _rows(lines: list[str]) -> Iterator[Ink]:
    for number, line in enumerate(lines, 1):
        if found := _ROW.fullmatch(line):
            red, green, blue = (min(255, int(found[at])) / 255 for at in (1, 2, 3))
            name = "" if found[4] in (None, _NAMELESS) else found[4][:_LONGEST]
            color = Color(red, green, blue).hex
            yield Ink(color, found[0].strip()[:_LONGEST], "theme", Spot(number), 0, name=name)


def _blocks(content: bytes) -> Iterator[Ink]:
    (count,) = struct.unpack_from(">I", content, 8)
    at = 12
    for _ in range(count):
        kind, length = struct.unpack_from(">HI", content, at)
        at += 6
        if at + length > len(content):
            raise ValueError(length)
        if kind == _COLOR:
            yield from _swatch(content[at : at + length])
        at += length


def _swatch(body: bytes) -> Iterator[Ink]:
    """One color: its name in UTF-16, the model, the channels."""
    (units,) = struct.unpack_from(">H", body)
    name = body[2 : 2 + units * 2].decode("utf-16-be").rstrip("\0")[:_LONGEST]
    model = body[2 + units * 2 : 6 + units * 2]
    if model not in _CHANNELS:
        raise ValueError(model)
    parts = struct.unpack_from(f">{_CHANNELS[model]}f", body, 6 + units * 2)
    if model == b"CMYK":
        yield Ink("", name, "theme", count=0, space="cmyk", channels=parts, name=name)
    elif color := _read(model, parts):
        yield Ink(color.hex, color.hex, "theme", count=0, name=name)


def _read(model: bytes, parts: tuple[float, ...]) -> Color | None:
    """The color of a screen; lightness is written as a share."""
    if model == b"LAB ":
        return parse(f"lab({parts[0] * 100:.6f} {parts[1]:.6f} {parts[2]:.6f})")
    red, green, blue = (min(1.0, max(0.0, part)) for part in (parts if len(parts) == 3 else parts * 3))
    return Color(red, green, blue)
