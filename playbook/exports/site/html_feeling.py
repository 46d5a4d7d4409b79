"""A journey's line of feeling written as HTML: the curve is drawn, the steps on it are links among the text.

Both ways to lay it out are written, to the right and down the page; the style sheet shows one of them.
"""

from __future__ import annotations

from playbook.exports.site.feeling import Band, Feelings, Felt, Stop
from playbook.exports.site.html_inline import escape
from playbook.exports.site.urls import Place

_LONG = 20
"""Steps that fit side by side; a longer way is always drawn down the page."""


def feelings(block: Feelings, _place: Place, _level: int) -> str:
    """The figure."""
    steps = len(block.stops)
    long = " pb-mood--long" if steps > _LONG else ""
    scale = "".join(f"<span>{escape(word)}</span>" for word in block.scale)
    stops = "\n".join(_stop(at, stop, late=at > steps / 2) for at, stop in enumerate(block.stops, 1))
    return (
        f'<figure class="pb-mood{long}" style="--pb-steps:{steps};--pb-levels:{block.rows}">'
        f"<figcaption>{escape(block.caption)}</figcaption>\n"
        f'<div class="pb-mood__plot"><div class="pb-mood__scale" aria-hidden="true">{scale}</div>'
        f"{_bands(block)}{_drawn(block, down=False)}{_drawn(block, down=True)}\n"
        f"<ol>\n{stops}\n</ol></div></figure>"
    )


def _bands(block: Feelings) -> str:
    shown = "".join(map(_band, block.bands))
    return f'<div class="pb-mood__bands" aria-hidden="true">{shown}</div>' if shown else ""


def _band(band: Band) -> str:
    return f'<span style="--pb-at:{band.first};--pb-for:{band.length}">{escape(band.name)}</span>'


def _drawn(block: Feelings, *, down: bool) -> str:
    wide, high = (block.rows, len(block.stops)) if down else (len(block.stops), block.rows)
    curve = block.curve(down=down)
    line = f'<path class="pb-mood__line" d="{curve}"/>' if curve else ""
    return (
        f'<svg class="pb-mood__{"down" if down else "across"}" viewBox="0 0 {wide} {high}"'
        f' preserveAspectRatio="none" aria-hidden="true"><path d="{block.grid(down=down)}"/>{line}</svg>'
    )


def mark(number: int, felt: Felt) -> str:
    """A stop's number in its ring, or in what stands for one."""
    kind = " pb-stop--hurts" if felt.hurts else "" if felt.said else " pb-stop--unsaid"
    return f'<span class="pb-stop{kind}">{number}</span>'


def _stop(at: int, stop: Stop, *, late: bool) -> str:
    kinds = (("unsaid", not stop.said), ("late", late))
    classed = " ".join(f"pb-mood__{name}" for name, holds in kinds if holds)
    style = f'style="--pb-at:{at};--pb-row:{stop.row}"' + (f' class="{classed}"' if classed else "")
    felt = f'<span class="pb-mood__felt"> ({escape(stop.felt)})</span>'
    return (
        f'<li {style}><a href="#{escape(stop.anchor)}">{mark(at, stop)} '
        f'<span class="pb-mood__name">{escape(stop.name)}{felt}</span></a></li>'
    )
