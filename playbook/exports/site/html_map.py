"""A journey's map written as HTML: a list of steps that a style sheet lays out as columns, text all of it.

Strips are the parts that sheets of paper have room for; on a screen they make one row.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

from playbook.exports.site.feeling import ROWS
from playbook.exports.site.html_inline import escape, inline
from playbook.exports.site.inlines import Inlines
from playbook.exports.site.journeymap import Column, Map, Way, across, halves
from playbook.exports.site.urls import Place

_FEW, _MANY = 3, 24
"""Columns that may be wider than usual, and those from which on their numbers have to be small."""
_LEVELS = ("overview", "usual", "large")
_NARROWEST, _WIDEST = 2.4, 7.0
"""rem of the time between two steps."""


def journey_map(block: Map, place: Place, _level: int) -> str:
    """The map, in a region of its own that is scrolled."""
    count = len(block.columns)
    size = " pb-map--few" if count <= _FEW else " pb-map--many" if count > _MANY else ""
    style = f"--pb-n:{count};--pb-levels:{block.levels};--pb-lanes:{block.lanes};"
    strips = "\n".join(_strips(block, place))
    return (
        f'<figure class="pb-map{size}" style="{style}--pb-rows:{len(block.rows) + 4}">{_caption(block)}\n'
        f'<div class="pb-map__view" role="region" tabindex="0" aria-label="{escape(block.title)}">\n'
        f'<div class="pb-map__grid" role="list">{_bands(block)}{_ways(block)}\n{strips}\n'
        "</div></div></figure>"
    )


def _caption(block: Map) -> str:
    unhappy = f'<span class="pb-map__unhappy">{escape(block.unhappy)}</span> ' if block.unhappy else ""
    key = f'<span class="pb-map__key">{escape(block.key)}</span>' if block.key else ""
    buttons = "".join(
        f'<button type="button" data-zoom="{level}" aria-pressed="{"true" if level == "usual" else "false"}">'
        f"{escape(words)}</button>"
        for level, words in zip(_LEVELS, block.zoom[1:], strict=True)
    )
    name = escape(block.zoom[0])
    zoom = f'<span class="pb-map__zoom" role="group" aria-label="{name}" hidden>{buttons}</span>'
    return f"<figcaption>{unhappy}{key}{zoom}</figcaption>"


def _bands(block: Map) -> str:
    return "".join(
        f'<span class="pb-map__band" aria-hidden="true" style="--pb-at:{band.first};--pb-for:{band.length}">'
        f"<b>{escape(band.name)}</b></span>"
        for band in block.bands
    )


def _ways(block: Map) -> str:
    return "".join(_way(block, way) for way in block.ways)


def _way(block: Map, way: Way) -> str:
    first, last = min(way.start, way.end), max(way.start, way.end)
    back = " pb-map__way--back" if way.back else ""
    style = (
        f"--pb-at:{first};--pb-for:{last - first + 1};--pb-lane:{way.lane};{_wide(block.columns[first - 1])}"
    )
    return f'<span class="pb-map__way{back}" aria-hidden="true" style="{style}"></span>'


def _strips(block: Map, place: Place) -> Iterator[str]:
    around = (None, *block.columns, None)
    sides = {column.number: (around[at], around[at + 2]) for at, column in enumerate(block.columns)}
    labels = _labels(block)
    for strip in block.strips():
        columns = "\n".join(_column(block, column, *sides[column.number], place) for column in strip)
        first = " pb-map__strip--first" if strip[0].number == 1 else ""
        yield f'<div class="pb-map__strip{first}" style="--pb-in:{len(strip)}">{labels}\n{columns}</div>'


def _labels(block: Map) -> str:
    """The titles of the rows; they stand in attributes, for each step says them too."""
    stage, step, feels = block.heads
    words = "".join(f'<i data-label="{escape(word)}"></i>' for word in block.scale)
    scale = f'<span class="pb-map__scale" data-label="{escape(feels)}" style="--pb-row:3">{words}</span>'
    rows = "".join(
        f'<span data-label="{escape(title)}" style="--pb-row:{at}"></span>'
        for at, (_, title) in enumerate(block.rows, 5)
    )
    return (
        '<div class="pb-map__labels" aria-hidden="true">'
        f'<span data-label="{escape(stage)}" style="--pb-row:1"></span>'
        f'<span data-label="{escape(step)}" style="--pb-row:2"></span>'
        f"{scale if block.felt else ''}{rows}</div>"
    )


def _column(block: Map, column: Column, before: Column | None, after: Column | None, place: Place) -> str:
    kinds = (
        ("hurts", column.hurts),
        ("unsaid", not column.said),
        ("between", not column.within),
        ("silent", bool(column.gap and column.gap.silent)),
        ("opens", before is None or before.stage != column.stage),
    )
    classed = "".join(f" pb-map__step--{name}" for name, holds in kinds if holds)
    stage = f'<p class="pb-map__stage">{escape(column.stage)}</p>' if column.stage else ""
    gap = f'<p class="pb-map__gap"><span>{escape(column.gap.words)}</span></p>' if column.gap else ""
    rows = "".join(
        _cell(key, title, at, lines, place)
        for at, ((key, title), lines) in enumerate(zip(block.rows, column.cells, strict=True), 5)
        if lines
    )
    return (
        f'<div role="listitem" id="map-{column.number}" class="pb-map__step{classed}"'
        f' style="--pb-at:{column.number};{_wide(column)}">{gap}{stage}{_head(column, place)}'
        f"<dl>{_felt(block, column, before, after, place)}{rows}</dl></div>"
    )


def _wide(column: Column) -> str:
    """How wide the time before a step is drawn: twice the days are a little more."""
    if not column.gap:
        return "--pb-gap:0rem"
    return f"--pb-gap:{min(_WIDEST, _NARROWEST + 1.1 * log2(1 + column.gap.days)):.1f}rem"


def _head(column: Column, place: Place) -> str:
    notes = "".join(f"<small>{escape(note)}</small>" for note in column.notes)
    name = inline(column.name, place)
    return f'<div class="pb-map__head"><p><span>{column.number}</span> {name}</p>{notes}</div>'


def _felt(block: Map, column: Column, before: Column | None, after: Column | None, place: Place) -> str:
    if not block.felt:
        return ""
    line = "".join(halves(before, column, after))
    gap = across(before, column) if column.gap else ""
    drawn = _svg("", line, block.levels) + (_svg("pb-map__across", gap, block.levels) if gap else "")
    return (
        f'<div class="pb-map__feels" style="--pb-row:{column.row}"><dt>{escape(block.heads[2])}</dt>'
        f'<dd>{drawn}<span class="pb-map__mark" aria-hidden="true"></span>'
        f'<span class="pb-map__felt">{inline(column.feels, place)}</span></dd></div>'
    )


def _svg(name: str, path: str, levels: int) -> str:
    classed = f' class="{name}"' if name else ""
    middle = "" if name else f'<path d="M0,{ROWS / 2:g}H1"/>'
    line = f'<path class="pb-map__line" d="{path}"/>' if path else ""
    box = f'viewBox="0 0 1 {levels}" preserveAspectRatio="none"'
    return f'<svg{classed} {box} aria-hidden="true">{middle}{line}</svg>'


def _cell(key: str, title: str, at: int, lines: tuple[Inlines, ...], place: Place) -> str:
    said = "".join(f"<p>{inline(line, place)}</p>" for line in lines)
    return f'<div class="pb-map__{key}" style="--pb-row:{at}"><dt>{escape(title)}</dt><dd>{said}</dd></div>'
