"""What a journey's map is drawn with: colors, fonts, and text in lines by the real widths of its letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.exports.site.html_inline import escape
from playbook.exports.site.inlines import Inlines, plain
from playbook.exports.site.journeymap import Column
from playbook.render.fit import Widths, wrapped

COLUMN = 210
PAD = 10
SIZE, LEADING = 14, 19
_BOLD = 700
_FIRST, _OTHERS = {"touchpoint": "strong", "pain": "muted"}, {"touchpoint": "muted"}


@dataclass(frozen=True, slots=True)
class Pen:
    """Colors as hex values, stacks of fonts, the weight of titles, and how wide the fonts' characters are."""

    ground: str
    text: str
    muted: str
    title: str
    line: str
    hair: str
    body: str
    heading: str
    weight: int
    widths: Widths
    wide: Widths

    def lines(self, text: str, width: float, size: int = SIZE) -> list[str]:
        """A text in lines; bold and slanted letters are given a tenth more room."""
        return wrapped(text, int(width * 10 / 11), size, self.widths)

    def words(self, x: float, y: float, text: str, kind: str = "", size: int = SIZE) -> str:
        """A line of text of a kind, its first letter at a place."""
        looks = {
            "strong": f' font-weight="{_BOLD}"',
            "muted": f' fill="{self.muted}"',
            "slanted": ' font-style="italic"',
        }
        return f'<text x="{x:g}" y="{y:g}" font-size="{size}"{looks.get(kind, "")}>{escape(text)}</text>'

    def stroke(self, path: str, *, strong: bool = False) -> str:
        """A path: a hairline, or a `strong` one."""
        look = f'stroke="{self.line}" stroke-width="2.5"' if strong else f'stroke="{self.hair}"'
        return f'<path d="{path}" fill="none" {look}/>' if path else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of a cell, each with its kind."""

    lines: tuple[tuple[str, str], ...]

    @property
    def height(self) -> int:
        """Its height with what stays free around it."""
        return len(self.lines) * LEADING + 2 * PAD if self.lines else 0

    def drawn(self, pen: Pen, x: float, y: float) -> Iterator[str]:
        """Its lines, the upper left corner at a place."""
        for at, (line, kind) in enumerate(self.lines):
            yield pen.words(x + PAD, y + PAD + SIZE + at * LEADING, line, kind)


def head(pen: Pen, column: Column) -> Cell:
    """A step's number and name, and what is quickly said of it."""
    name = pen.lines(f"{column.number}. {column.title}", COLUMN - 2 * PAD)
    notes = [line for note in column.notes for line in pen.lines(note, COLUMN - 2 * PAD)]
    return Cell((*((line, "strong") for line in name), *((line, "muted") for line in notes)))


def cell(pen: Pen, key: str, said: tuple[Inlines, ...]) -> Cell:
    """What a step says in a row."""
    found = []
    for at, inlines in enumerate(said):
        kind = _kind(key, at)
        found += [(line, kind) for line in pen.lines(plain(inlines), COLUMN - 2 * PAD)]
    return Cell(tuple(found))


def _kind(key: str, at: int) -> str:
    if key == "thinks":
        return "slanted"
    if key == "proposal":
        return "muted" if at % 2 else ""
    return (_OTHERS if at else _FIRST).get(key, "")
