"""Blocks that show a brand as it is: bars of its colors, contrast, a logo's free space, files to take."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.exports.site.inlines import Inlines
from playbook.exports.site.ticking import Ticking


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a strip: a hex value, how much of the strip it fills, its name, what stands on it."""

    color: str
    ink: str
    share: float
    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """Colors side by side, each as wide as its share; `label` says of what."""

    label: str
    parts: tuple[Part, ...]
    style: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a matrix: its name, its color (hex), and a word for each column."""

    name: str
    ink: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Each color as text on each other one: `grounds` holds the columns' names and hex values."""

    label: str
    grounds: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Lockup:
    """A logo with the space around it drawn in.

    `ratio` is its width by its height; `space` is what stays free on each side, as a share of its height.
    """

    path: str
    alt: str
    ratio: float
    space: float
    ground: str
    ink: str
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Specimen:
    """A text set in a font; `style` holds CSS properties by name, their values unescaped."""

    text: str
    style: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A picture to take: as its file, and as PNG in some widths where `svg` holds its drawing.

    `stem` is the name of the files less their ending; `words` are those of the link, and `drawn` those of
    each button with its width in pixels. A drawing too large for the page stands in the script `data`, under
    `stem`.
    """

    path: str
    stem: str
    words: str
    svg: str = ""
    drawn: tuple[tuple[int, str], ...] = ()
    data: str = ""


@dataclass(frozen=True, slots=True)
class Printer:
    """A button that prints the page, for readers whose browser can be asked to; `words` are its name."""

    words: str


@dataclass(frozen=True, slots=True)
class Maker:
    """A piece to fill in: `document` is what it says with its examples, and `text` the same in plain words.

    `data` is the path of the script that knows its form, under `name`. `drawn` says that the document is HTML
    or SVG. `pictures` leads from addresses on the web to published files that show the same.
    """

    name: str
    title: str
    data: str
    document: str
    drawn: bool
    text: str
    pictures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dropping:
    """A place to drop files on, which the page's script judges.

    `words` and `brand` are the paths of the scripts that hold what it judges by, `asked` what the piece asks
    for (JSON), `command` how the command is told to judge the same, with FILE in it; `texts` are what the
    place says, by the script's own names.
    """

    words: str
    brand: str
    asked: str
    command: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Thumb:
    """A small picture: the published file, its width and height in its own measure, what it shows."""

    path: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Card:
    """A piece on the wall: its name, its kind and state, and its picture.

    Where there is no picture, its proportions stand there as frames with a word within them.
    """

    frames: tuple[tuple[int, int], ...]
    label: str
    name: Inlines
    about: Inlines
    thumb: Thumb | None = None


@dataclass(frozen=True, slots=True)
class Wall:
    """Pieces side by side."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Reviewing:
    """The place where touchpoints are judged one by one, from the data in published files.

    `words` are what the script says, by its own names for it; `still` is what to do without a script.
    """

    data: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    still: str
    brand: str


Showing = Strip | Matrix | Lockup | Specimen | Offer | Maker | Dropping | Printer | Wall | Reviewing | Ticking
