"""An empty journey as HTML: a table to write in, with lines to put a feeling on."""

from __future__ import annotations

from playbook.blanks import FEELS, PAIN, SHORT, Blank
from playbook.exports.site.html_inline import escape
from playbook.exports.site.urls import Place


def blank(block: Blank, _place: Place, _level: int) -> str:
    """The lines above, then the table in a region of its own that scrolls."""
    head = "".join(f"<span>{escape(asked)}</span>" for asked in block.head)
    phases = "".join(f'<th scope="col">{escape(phase)}</th>' for phase in block.phases)
    rows = "\n".join(_row(block, row, asked) for row, asked in block.rows)
    return (
        f'<p class="pb-blank__head">{head}</p>\n'
        f'<div class="pb-blank__sheet" role="region" tabindex="0" aria-label="{escape(block.title)}">'
        f'<table class="pb-template">\n<thead><tr><td></td>{phases}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def _row(block: Blank, row: str, asked: str) -> str:
    name, inside = escape(asked), ""
    if row == FEELS:
        lines = _each(("",) * len(block.feelings))
        name += f'<span class="pb-blank__levels">{_each(block.feelings)}</span>'
        inside = f'<span class="pb-blank__levels" aria-hidden="true">{lines}</span>'
    elif row == PAIN:
        inside = f'<span class="pb-blank__boxes">{_each(block.effects)}</span>'
    kind = ' class="pb-blank__short"' if row in SHORT else ""
    cells = f"<td>{inside}</td>" * len(block.phases)
    return f'<tr{kind}><th scope="row">{name}</th>{cells}</tr>'


def _each(said: tuple[str, ...]) -> str:
    return "".join(f"<span>{escape(words)}</span>" for words in said)
