"""The palette as swatches for Adobe's programs (Adobe Swatch Exchange).

Adobe never published the format; its structure has been known since it was taken apart in 2006. All numbers
are big-endian: `ASEF`, the version 1.0, the number of blocks; then each block's kind, the length of its body
and the body. A name is UTF-16 with a closing zero, after its length in code units.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from playbook import tokens
from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.color import Color
from playbook.model import Playbook

FILE = "palette.ase"

_GROUP, _GROUP_END, _COLOR = 0xC001, 0xC002, 0x0001
_PROCESS = 2
"""A color of its own: neither global nor a spot color."""
_LONGEST = 200
"""Characters of a name: programs show fewer."""

Swatch = tuple[str, bytes, tuple[float, ...]]
"""A name, a color model, and the parts of the color from 0 to 1."""


def export(playbook: Playbook) -> tuple[Artifact, ...]:
    """One file with a group for each brand's screen colors, and one for its inks where they are told."""
    blocks = [block for brand in playbook.brands.values() for block in _brand(brand)]
    head = b"ASEF" + struct.pack(">HHI", 1, 0, len(blocks))
    return (Artifact(FILE, head + b"".join(blocks)),)


def _brand(brand: Brand) -> Iterator[bytes]:
    yield from _group(brand.name, tuple(_screen(brand)))
    yield from _group(f"{brand.name} CMYK", tuple(_print(brand)))


def _screen(brand: Brand) -> Iterator[Swatch]:
    for ident, entry in brand.colors.palette.items():
        light, dark = brand.color(ident), brand.color(ident, dark=True)
        name = entry.name or ident
        if light:
            yield name, b"RGB ", _parts(light)
        if dark and dark != light:
            yield f"{name} dark", b"RGB ", _parts(dark)


def _parts(color: Color) -> tuple[float, ...]:
    seen = tokens.opaque(color)
    return seen.red, seen.green, seen.blue


def _print(brand: Brand) -> Iterator[Swatch]:
    for ident, entry in brand.colors.palette.items():
        if entry.cmyk:
            yield entry.name or ident, b"CMYK", tuple(ink / 100 for ink in entry.cmyk)


def _group(name: str, swatches: tuple[Swatch, ...]) -> Iterator[bytes]:
    """A named group of swatches; nothing for none."""
    if swatches:
        yield _block(_GROUP, _name(name))
        for called, model, parts in swatches:
            color = struct.pack(f">4s{len(parts)}fH", model, *parts, _PROCESS)
            yield _block(_COLOR, _name(called) + color)
        yield _block(_GROUP_END, b"")


def _block(kind: int, body: bytes) -> bytes:
    return struct.pack(">HI", kind, len(body)) + body


def _name(text: str) -> bytes:
    units = f"{text[:_LONGEST]}\0".encode("utf-16-be", "replace")
    return struct.pack(">H", len(units) // 2) + units
