"""Facts seen in files, and the one way in which a file can refuse to tell them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from playbook.diagnostics import Area
from playbook.shapes import Shape

Embedding = Literal["installable", "editable", "preview-print", "restricted", "unknown"]

# Neither marks nor letters: no font needs a glyph for them.
_UNDRAWN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_SELECTORS = range(0xFE00, 0xFE10)


class Unreadable(Exception):  # noqa: N818 - what it says of the file; nothing in the program went wrong
    """A file that cannot be read as what it is.

    `unreadable.<reason>` is its message id, filled with `facts`.
    """

    def __init__(self, reason: str, **facts: str | int) -> None:
        """Keep the reason's id and what its sentence is filled with."""
        super().__init__(reason)
        self.reason = reason
        self.facts: Mapping[str, str | int] = facts


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; the unit is told where it is used."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something found at a line of a file, counted from 1, and where in the picture it is seen, if known."""

    text: str
    line: int
    column: int = 0
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Paint:
    """A color as painted, with the opacity composed into it.

    `written` is the author's word and empty where SVG's default black was left to apply. `property` says
    where it came from (`fill`, `stroke`, `stop-color`...), `line` and `column` where it first stands, `count`
    how many times it is painted; the column is 0 where only the line is known. `areas` are the first boxes
    that are painted so.
    """

    color: str
    written: str
    property: str
    line: int
    column: int
    count: int
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class SvgFacts:
    """What an SVG picture paints and holds.

    `view_box` and `bounds` are in units of the viewBox, `width` and `height` in CSS pixels. `bounds` is the
    box of everything painted, with half the stroke's width; clipping is not taken off, and it is None where
    live text or a nested viewBox hides the size. `rasters` counts embedded pictures. `not_judged` names what
    could not be followed: a word of CSS such as `filter`, or `@` and a message id with a name after it.
    `shapes` are in the order in which they are painted, in units of the viewBox; none if they are too many.
    """

    view_box: Box | None
    width: float | None
    height: float | None
    paints: tuple[Paint, ...]
    fonts: tuple[Sighting, ...]
    texts: tuple[Sighting, ...]
    rasters: int
    scripts: tuple[Sighting, ...]
    external: tuple[Sighting, ...]
    bounds: Box | None
    not_judged: tuple[str, ...]
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Swatch:
    """A color (hex), its share of the opaque pixels, from 0 to 1; how many they are, its largest patches."""

    color: str
    share: float
    count: int = 0
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class RasterFacts:
    """What a pixel picture is: `format` as in `png`, size in pixels as shown, `dpi` where the file tells it.

    `swatches` are at most 16, the largest share first, near-equal pixels counted with the commonest; of an
    animation the first frame counts.
    """

    format: str
    width: int
    height: int
    mode: str
    has_alpha: bool
    dpi: float | None
    swatches: tuple[Swatch, ...]


@dataclass(frozen=True, slots=True)
class FontFacts:
    """What a font file says of itself.

    `weights` is the range from lightest to boldest, one value twice unless the font is variable.
    `embedding` is the fsType permission; where old fonts set several, the freest counts.
    """

    format: str
    family: str
    subfamily: str
    weight: int
    weights: tuple[int, int]
    italic: bool
    embedding: Embedding
    licence: str
    licence_url: str
    units_per_em: int
    coverage: frozenset[int]

    def missing(self, text: str) -> str:
        """The characters of the text that the font cannot draw, each once, in order; blanks need no glyph."""
        drawn = (char for char in unicodedata.normalize("NFC", text) if _needs_glyph(char))
        return "".join(dict.fromkeys(char for char in drawn if ord(char) not in self.coverage))


def _needs_glyph(char: str) -> bool:
    return unicodedata.category(char) not in _UNDRAWN and ord(char) not in _SELECTORS


Facts = SvgFacts | RasterFacts | FontFacts
