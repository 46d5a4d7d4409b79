"""A document as paragraphs and tables: what a text processor's file and a PDF are made from.

A kind's HTML template says what a document holds; `sheet_html` reads it. Its style sheet is for screens
alone: how a paragraph looks on paper follows from what it is (`Style`) and from the brand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal[
    "title", "heading", "subheading", "name", "address", "body", "small", "item", "step", "sign", "space"
]
"""What a paragraph is: the document's title (h1), headings (h2, h3), the brand's name in words, the address
of a letter, text, small print, an entry of a list (ul) or a step (ol), who signs, and room for a hand to
do so."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of the template language, such as `{{#if phone}}`, that is still to be filled."""

    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike; `text` may hold slots that are still to be filled.

    Of what is `typed` (pre) every blank stays.
    """

    text: str
    bold: bool = False
    italic: bool = False
    small: bool = False
    href: str = ""
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The place of the brand's logo."""

    alt: str


Inline = Run | Break | Logo | Mark
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a step that does not count on from the one before it says its `number`."""

    inlines: Inlines
    style: Style = "body"
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, a tuple of inlines for each cell."""

    cells: tuple[Inlines, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; of one of `figures` all columns but the first are such, set to the right."""

    head: tuple[Inlines, ...]
    rows: tuple[Row | Mark, ...]
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names with what they say (dl): facts from the left on, or `sums` as figures on the right."""

    rows: tuple[Row | Mark, ...]
    sums: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Two groups of blocks, one at each edge of the page."""

    left: Blocks
    right: Blocks


Block = Paragraph | Table | Pairs | Beside | Mark
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole document; `lang` and `title` as the template has them, slots included.

    `foot` stands at the foot of every page.
    """

    lang: str
    title: str
    blocks: Blocks
    foot: Blocks = ()
