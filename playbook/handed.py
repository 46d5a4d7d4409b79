"""What is seen in a file that somebody hands in, whatever its format: the language of observers and verdicts.

An observer says what it saw and where, and what it could not judge; whether that is right, the brand decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from playbook.diagnostics import Area
from playbook.shapes import Shape

ColorSpace = Literal["rgb", "cmyk", "spot"]
InkRole = Literal["text", "fill", "stroke", "background", "theme", "pixels"]
MOST_AREAS = 24
"""Of one thing so many places are told; nobody looks at more."""
Unjudged = tuple[str, Mapping[str, str | int]]
"""What could not be followed: a message id after `handed.`, such as `not-judged.svg`, and its facts."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: line and column of a text, page or slide, and the element there; 0 and "" where unknown.

    `areas` are where it is seen, at most `MOST_AREAS`; none where an observer cannot know.
    """

    line: int = 0
    column: int = 0
    page: int = 0
    part: str = ""
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Ink:
    """A color as it is seen: `color` as #RRGGBB or #RRGGBBAA, `written` as the file says it.

    `space` is the file's own: of `cmyk`, `channels` are four shares from 0 to 1; of `spot`, `name` is the
    ink's, and `color` what stands in for it on a screen (empty where not known). `count` is how often it is
    used, 0 where it is only on offer (a theme's color, a style that nothing uses); `share` the part of the
    opaque pixels where pixels were counted. Of what a file offers by name, such as a design token, `name` is
    that; where it stands for another one, `of` is the other's name and `color` is empty.
    """

    color: str
    written: str
    role: InkRole
    spot: Spot = Spot()
    count: int = 1
    space: ColorSpace = "rgb"
    channels: tuple[float, ...] = ()
    name: str = ""
    share: float | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class Lettering:
    """A font as a file names it: `family` less subset prefix and style suffixes.

    `embedded` is None where that has no meaning; `count` is 0 where the font is only on offer.
    """

    family: str
    written: str
    spot: Spot = Spot()
    count: int = 1
    embedded: bool | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that people read; `role` says what it is, `level` which heading.

    Of pages and mails a link's text stands in its paragraph as well.
    `lang` is empty where the file does not say it.
    """

    text: str
    spot: Spot = Spot()
    role: Literal["text", "heading", "link", "alt", "title", "preview"] = "text"
    level: int = 0
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Plate:
    """A page, slide or artboard; `trim` and `bleed` in the same unit, None where the file does not say."""

    width: float
    height: float
    unit: Literal["px", "mm"]
    spot: Spot = Spot()
    trim: tuple[float, float] | None = None
    bleed: float | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture in a file: pixels it has, the size it is shown at (in the plate's unit).

    `alt` is None where there is none, and empty where it is said to be mere decoration.
    """

    spot: Spot = Spot()
    kind: str = ""
    pixels: tuple[int, int] | None = None
    shown: tuple[float, float] | None = None
    alt: str | None = None
    address: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Text on a ground, where both are known for sure: two hex colors, and the first words shown so.

    `size` is in CSS pixels, None where it is not known.
    """

    text: str
    ground: str
    words: str
    spot: Spot = Spot()
    size: float | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Handed:
    """Everything seen in a file.

    `kind` is its format by content: svg, png, jpeg, webp, gif, pdf, docx, pptx, html, mail, css, text,
    markdown. `size` counts bytes. `facts` holds what there is one of, or what only one format has:

        lang, title                       the document's language and title, where it says them
        html.bytes, html.style_bytes      the whole, and what `<style>` holds
        html.width                        px of the widest fixed width
        html.flex, html.grid, html.picture, html.svg, html.base64, html.webp, html.script, html.form,
        html.relative                     how often a page or mail uses each; links that are not absolute
        html.links                        whole web addresses that it leads to, with blanks between
        svg.pictures, svg.scripts         how many
        svg.left, svg.top, svg.width, svg.height
                                          the box around everything painted, in units of the viewBox
        svg.scale                         px to a unit of the viewBox, in which `shapes` are told; where not 1
        raster.mode, raster.alpha, raster.dpi
                                          as Pillow names it; 1 or 0; where told
        pdf.pages, pdf.tagged             how many; 1 where it is marked up for screen readers
        suffix                            the format that the file's name claims, where it is another
    """

    kind: str
    size: int
    inks: tuple[Ink, ...] = ()
    fonts: tuple[Lettering, ...] = ()
    texts: tuple[Wording, ...] = ()
    plates: tuple[Plate, ...] = ()
    pictures: tuple[Placed, ...] = ()
    pairs: tuple[Pair, ...] = ()
    not_judged: tuple[Unjudged, ...] = ()
    shapes: tuple[Shape, ...] = ()
    facts: Mapping[str, str | int | float] = field(default_factory=dict)
