"""A heat map as HTML: numbers in a table, each a link to what was counted, shaded by the style sheet."""

from __future__ import annotations

from playbook.exports.site.heat import Cell, Heat, Line
from playbook.exports.site.html_inline import escape
from playbook.exports.site.urls import Place


def heat(block: Heat, place: Place, _level: int) -> str:
    """The table, in a region of its own that scrolls."""
    body = "\n".join(_line(line, block, place) for line in block.lines)
    return (
        f'<div class="pb-heat" role="region" tabindex="0" aria-label="{escape(block.label)}">\n'
        f'<table class="pb-grid">\n<thead>{_head(block)}</thead>\n<tbody>\n{body}\n</tbody>\n'
        f"<tfoot>{_line(block.total, block, place)}</tfoot>\n</table></div>"
    )


def _head(block: Heat) -> str:
    """The names of the columns, below those of the bands that they belong to."""
    titles = (block.corner, *block.columns, block.total.name)
    columns = "".join(f'<th scope="col">{escape(title)}</th>' for title in titles)
    if not block.bands:
        return f"<tr>{columns}</tr>"
    bands = "".join(
        f'<th scope="colgroup" colspan="{length}">{escape(name)}</th>' for name, length in block.bands
    )
    above = f'<tr class="pb-heat__bands"><td></td>{bands}<td></td></tr>'
    return f"{above}\n<tr>{columns}</tr>"


def _line(line: Line, block: Heat, place: Place) -> str:
    cells = "".join(_cell(cell, block, place) for cell in line.cells)
    return f'<tr><th scope="row">{escape(line.name)}</th>{cells}</tr>'


def _cell(cell: Cell, block: Heat, place: Place) -> str:
    number = f"<b>{cell.number}</b>"
    if cell.query:
        address = escape(place.page(block.path, query=cell.query))
        number = f'<a href="{address}" aria-label="{escape(cell.label)}">{cell.number}</a>'
    word = f" <span>{escape(cell.word)}</span>" if cell.word else ""
    style = f' class="pb-heat--{cell.level}"' if cell.level else ""
    return f"<td{style}>{number if cell.number else ''}{word}</td>"
