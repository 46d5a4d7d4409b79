"""The palette as swatches for GIMP, Inkscape, Krita and Scribus (GIMP palette).

Source of the format: GIMP's developer documentation, "GIMP palette file format", version 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook import tokens
from playbook.artifact import Artifact
from playbook.brand import Brand
from playbook.color import Color
from playbook.model import Playbook

FILE = "palette.gpl"


def export(playbook: Playbook) -> tuple[Artifact, ...]:
    """One palette: the brand's colors, then those of its sub-brands under their names."""
    lines = ["GIMP Palette", f"Name: {_line(playbook.brand.name)}", "#"]
    for brand in playbook.brands.values():
        lines += _brand(brand, f"{brand.name} " if brand.id else "")
    return (Artifact(FILE, "".join(f"{line}\n" for line in lines)),)


def _brand(brand: Brand, prefix: str) -> Iterator[str]:
    for ident, entry in brand.colors.palette.items():
        name = prefix + (entry.name or ident)
        light, dark = brand.color(ident), brand.color(ident, dark=True)
        if light:
            yield _swatch(name, light)
        if dark and dark != light:
            yield _swatch(f"{name} dark", dark)


def _swatch(name: str, color: Color) -> str:
    digits = tokens.opaque(color).hex
    red, green, blue = (int(digits[at : at + 2], 16) for at in (1, 3, 5))
    return f"{red:3} {green:3} {blue:3}\t{_line(name)}"


def _line(text: str) -> str:
    """A name in one line, whatever is in it."""
    return " ".join(text.split())
