"""A journey's map as a drawing that stands alone: strips of steps, one below the other.

All is in px. A strip has its titles at the left and a column for each step; its rows are as high as what they
hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import log2

from playbook.exports.site.feeling import ROWS
from playbook.exports.site.html_inline import escape
from playbook.exports.site.journeymap import Column, Gap, Map
from playbook.exports.site.map_pen import COLUMN, PAD, Cell, Pen, cell, head
from playbook.render.fit import wrapped

_STRIP = 8
"""Columns side by side."""
_TITLES, _AROUND, _BETWEEN = 130, 48, 44
_STAGES, _LEVEL = 30, 26
_NAME, _ABOUT = 38, 17
_NARROWEST, _WIDEST = 52.0, 130.0
_HATCH = 14
"""px from one slanted line to the next."""


@dataclass(frozen=True, slots=True)
class _Strip:
    """A part of the map, and where everything of it stands: columns from the left, rows from the top.

    The rows are the stages, the steps, the line of feeling, then those of the map; the last of the `tops` is
    where all ends.
    """

    made: Map
    columns: Sequence[Column]
    pen: Pen
    heads: Sequence[Cell]
    cells: Sequence[Sequence[Cell]]
    lefts: Sequence[float]
    tops: Sequence[float]

    @property
    def width(self) -> float:
        return self.lefts[-1] + COLUMN

    def level(self, row: float) -> float:
        """The middle of a level of feeling."""
        return self.tops[2] + PAD + (row + 0.5) * _LEVEL


def drawn(made: Map, name: str, about: str, pen: Pen) -> str:
    """The drawing: the journey's name, what is said about it, and the strips."""
    strips = [_strip(made, columns, pen) for columns in made.strips(_STRIP)]
    width = max(strip.width for strip in strips) + 2 * _AROUND
    look = f'font-family="{escape(pen.heading)}" font-weight="{pen.weight}" fill="{pen.title}"'
    parts, y = [], float(_AROUND)
    for line in wrapped(name, round(width) - 2 * _AROUND, _NAME, pen.wide):
        y += _NAME * 1.15
        parts.append(f'<text x="{_AROUND}" y="{y:g}" font-size="{_NAME}" {look}>{escape(line)}</text>')
    y += _ABOUT * 1.7
    parts.append(pen.words(_AROUND, y, about, "muted", _ABOUT))
    y += _BETWEEN
    for strip in strips:
        parts.append(f'<g transform="translate({_AROUND} {y:g})">{"".join(_parts(strip))}</g>')
        y += strip.tops[-1] + _BETWEEN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{y:g}"'
        f' viewBox="0 0 {width:g} {y:g}" role="img" aria-label="{escape(made.title)}"'
        f' font-family="{escape(pen.body)}" fill="{pen.text}">'
        f'<rect width="{width:g}" height="{y:g}" fill="{pen.ground}"/>{"".join(parts)}</svg>'
    )


def _strip(made: Map, columns: Sequence[Column], pen: Pen) -> _Strip:
    heads = [head(pen, column) for column in columns]
    keys = [key for key, _ in made.rows]
    cells = [[cell(pen, *said) for said in zip(keys, column.cells, strict=True)] for column in columns]
    rights = accumulate((_wide(column.gap) + COLUMN for column in columns), initial=float(_TITLES))
    lefts = [right - COLUMN for right in rights][1:]
    rows = [max(own[at].height for own in cells) for at in range(len(keys))]
    titles = [len(pen.lines(title, _TITLES - PAD, 13)) * 17 + 2 * PAD for _, title in made.rows]
    heights = [
        _STAGES,
        max(each.height for each in heads),
        made.levels * _LEVEL + 2 * PAD if made.felt else 0,
        *(max(row, title) if row else 0 for row, title in zip(rows, titles, strict=True)),
    ]
    return _Strip(made, columns, pen, heads, cells, lefts, [*accumulate(heights, initial=0.0)])


def _wide(gap: Gap | None) -> float:
    """How wide time is drawn: twice the days are a little more."""
    return round(min(_WIDEST, _NARROWEST + 20 * log2(1 + gap.days))) if gap else 0


def _parts(strip: _Strip) -> Iterator[str]:
    """Everything of a strip, the hatched grounds first."""
    for left, column in zip(strip.lefts, strip.columns, strict=True):
        if column.gap:
            yield from _time(strip, left - _wide(column.gap), column.gap)
    yield from _titles(strip)
    yield from _stages(strip)
    yield from _feelings(strip) if strip.made.felt else ()
    for left, first, cells in zip(strip.lefts, strip.heads, strip.cells, strict=True):
        yield from first.drawn(strip.pen, left, strip.tops[1])
        for top, own in zip(strip.tops[3:], cells, strict=False):
            yield from own.drawn(strip.pen, left, top)


def _time(strip: _Strip, x: float, gap: Gap) -> Iterator[str]:
    """Time that passes: slanted lines, and how long it is on clear ground."""
    wide, top, pen = _wide(gap), strip.tops[1], strip.pen
    yield pen.stroke(_hatched(x, top, wide, strip.tops[-1] - top))
    lines = pen.lines(gap.words, wide - 8, 12)
    high = len(lines) * 15 + 14
    yield f'<rect x="{x:g}" y="{top:g}" width="{wide:g}" height="{high}" fill="{pen.ground}"/>'
    for at, line in enumerate(lines):
        yield pen.words(x + 5, top + 20 + at * 15, line, "strong" if gap.silent else "", 12)


def _hatched(x: float, y: float, wide: float, high: float) -> str:
    """Lines from the upper right to the lower left, as one path: not every program takes patterns over."""
    path = f"M{x:g} {y:g}v{high:g}M{x + wide:g} {y:g}v{high:g}"
    for at in range(_HATCH, int(wide + high), _HATCH):
        right, left = min(at, wide), max(0.0, at - high)
        path += f"M{x + right:g} {y + at - right:g}l{left - right:g} {right - left:g}"
    return path


def _titles(strip: _Strip) -> Iterator[str]:
    """The titles of the rows that say something in this strip, and a line above each."""
    pen = strip.pen
    yield pen.stroke(f"M0 {strip.tops[2]:g}H{strip.width:g}")
    for (_, title), top, bottom in zip(strip.made.rows, strip.tops[3:], strip.tops[4:], strict=False):
        if top < bottom:
            yield pen.stroke(f"M0 {top:g}H{strip.width:g}")
            for at, line in enumerate(pen.lines(title, _TITLES - PAD, 13)):
                yield pen.words(0, top + PAD + 14 + at * 17, line, "muted", 13)
    for row, word in enumerate(strip.made.scale if strip.made.felt else ()):
        yield pen.words(0, strip.level(row) + 5, word, "muted", 13)


def _stages(strip: _Strip) -> Iterator[str]:
    before = None
    for left, column in zip(strip.lefts, strip.columns, strict=True):
        if column.stage and column.stage != before:
            x = left - _wide(column.gap)
            yield strip.pen.stroke(f"M{x:g} 0V{strip.tops[2]:g}")
            yield strip.pen.words(x + PAD, 19, column.stage, "strong")
        before = column.stage


def _feelings(strip: _Strip) -> Iterator[str]:
    """The line, and on it a mark for each step: a ring, a diamond where it hurts, a broken ring if unsaid."""
    pen = strip.pen
    spots = [
        (left + COLUMN / 2, strip.level(c.row), c) for left, c in zip(strip.lefts, strip.columns, strict=True)
    ]
    yield pen.stroke(f"M{_TITLES} {strip.level(ROWS // 2):g}H{strip.width:g}")
    path = "".join(
        f"M{x:g} {y:g}C{(x + x2) / 2:g} {y:g} {(x + x2) / 2:g} {y2:g} {x2:g} {y2:g}"
        for (x, y, one), (x2, y2, other) in pairwise(spots)
        if one.said and other.said
    )
    yield pen.stroke(path, strong=True)
    yield from (_mark(pen, x, y, column) for x, y, column in spots)


def _mark(pen: Pen, x: float, y: float, column: Column) -> str:
    if column.hurts:
        return f'<path d="M{x:g} {y - 10:g}l10 10-10 10-10-10z"/>'
    edge = f'stroke="{pen.line}" stroke-width="2.5"'
    if not column.said:
        edge = f'stroke="{pen.muted}" stroke-dasharray="3 3"'
    return f'<circle cx="{x:g}" cy="{y:g}" r="8" fill="{pen.ground}" {edge}/>'
