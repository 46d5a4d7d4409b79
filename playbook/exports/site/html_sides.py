"""Journeys side by side written as HTML: a table, in whose cells the steps are links on a line of feeling."""

from __future__ import annotations

from playbook.exports.site.feeling import ROWS
from playbook.exports.site.html_feeling import mark
from playbook.exports.site.html_inline import escape, inline
from playbook.exports.site.journeymap import Column
from playbook.exports.site.sides import Side, Sides, curve
from playbook.exports.site.urls import Place


def sides(block: Sides, place: Place, _level: int) -> str:
    """The table, in a region of its own that is scrolled."""
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in block.head)
    rows = "\n".join(_row(block, side, place) for side in block.sides)
    return (
        f'<div class="pb-sides" role="region" tabindex="0" aria-label="{escape(block.title)}"'
        f' style="--pb-levels:{block.levels}"><table class="pb-sides__table">\n'
        f"<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(block: Sides, side: Side, place: Place) -> str:
    about = f"<small>{inline(side.about, place)}</small>" if side.about else ""
    cells = "".join(
        f'<td data-label="{escape(title)}">{_cell(block, side, cell, place)}</td>'
        for title, cell in zip(block.head[1:], side.cells, strict=True)
    )
    return f'<tr><th scope="row">{inline(side.name, place)}{about}</th>{cells}</tr>'


def _cell(block: Sides, side: Side, cell: tuple[Column, ...], place: Place) -> str:
    if not cell:
        return f'<span class="pb-sides__none">{escape(block.none)}</span>'
    line = f'<path class="pb-sides__line" d="{found}"/>' if (found := curve(cell)) else ""
    stops = "".join(_stop(side, column, place) for column in cell)
    return (
        f'<div class="pb-sides__plot" style="--pb-n:{len(cell)}">'
        f'<svg viewBox="0 0 {len(cell)} {block.levels}" preserveAspectRatio="none" aria-hidden="true">'
        f'<path d="M0,{ROWS / 2:g}H{len(cell)}"/>{line}</svg>'
        f"<ol>{stops}</ol></div>"
    )


def _stop(side: Side, column: Column, place: Place) -> str:
    silent = " pb-sides__silent" if _silent(column) else ""
    address = escape(place.page(side.path, f"map-{column.number}"))
    told = escape(f"{column.title} ({column.felt})" + (f", {column.gap.words}" if column.gap else ""))
    return (
        f'<li class="pb-sides__stop{silent}" style="--pb-row:{column.row}"><a href="{address}">'
        f"{mark(column.number, column)} "
        f'<span class="pb-sides__name">{told}</span></a></li>'
    )


def _silent(column: Column) -> bool:
    """Whether nothing of ours is near: time passes, or the step is between touchpoints."""
    return not column.within or bool(column.gap and column.gap.silent)
