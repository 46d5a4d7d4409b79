"""The blocks of `showing` written as HTML; every text is escaped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from playbook.blanks import Blank
from playbook.exports.site import (
    html_blank,
    html_dropping,
    html_heat,
    html_making,
    html_net,
    html_reviewing,
    html_ticking,
)
from playbook.exports.site.frames import HIGH, WIDE, label_y
from playbook.exports.site.heat import Heat
from playbook.exports.site.html_inline import escape, inline
from playbook.exports.site.net import Net
from playbook.exports.site.showing import (
    Card,
    Dropping,
    Lockup,
    Maker,
    Matrix,
    Offer,
    Part,
    Printer,
    Reviewing,
    Row,
    Strip,
    Thumb,
    Wall,
)
from playbook.exports.site.urls import Place

_HEIGHT = 100.0
"""How high a logo is in the drawing of its free space, whatever its own measures."""


def _strip(block: Strip, _place: Place, _level: int) -> str:
    told = ", ".join(part.name for part in block.parts)
    style = f" pb-strip--{block.style}" if block.style else ""
    parts = "".join(_part(part) for part in block.parts)
    return (
        f'<figure class="pb-strip{style}"><figcaption>{escape(block.label)}</figcaption>'
        f'<div role="img" aria-label="{escape(told)}">{parts}</div></figure>'
    )


def _part(part: Part) -> str:
    style = f"--pb-ground:{part.color};--pb-ink:{part.ink};flex-grow:{part.share:g}"
    return f'<span style="{style}" title="{escape(part.name)}">{escape(part.text)}</span>'


def _matrix(block: Matrix, _place: Place, _level: int) -> str:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name, _ in block.grounds)
    grounds = [f'<td style="--pb-ground:{color}">' for _, color in block.grounds]
    rows = "\n".join(_row(row, grounds) for row in block.rows)
    return (
        f'<div class="pb-matrix" role="region" tabindex="0" aria-label="{escape(block.label)}">'
        f'<table class="pb-contrast">\n'
        f"<thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def _row(row: Row, grounds: list[str]) -> str:
    cells = "".join(f"{start}{escape(text)}</td>" for start, text in zip(grounds, row.cells, strict=True))
    return f'<tr style="--pb-ink:{row.ink}"><th scope="row">{escape(row.name)}</th>{cells}</tr>'


def _lockup(block: Lockup, place: Place, _level: int) -> str:
    free, wide = block.space * _HEIGHT, block.ratio * _HEIGHT
    whole, high = wide + 2 * free, _HEIGHT + 2 * free
    box = f"left:{free / whole:.3%};top:{free / high:.3%};width:{wide / whole:.3%}"
    caption = f"<figcaption>{inline(block.caption, place)}</figcaption>" if block.caption else ""
    return (
        f'<figure class="pb-lockup" style="--pb-ground:{block.ground};--pb-ink:{block.ink}">'
        f'<div><div class="pb-lockup__art" style="aspect-ratio:{whole:.2f}/{high:.2f}">'
        f'<img src="{escape(place.file(block.path))}" alt="{escape(block.alt)}" style="{box}">'
        f"{_lines(free, wide)}</div></div>{caption}</figure>"
    )


def _lines(free: float, wide: float) -> str:
    """The logo's own edges, the edge of its free space, and a square of that space in each corner."""
    whole, high = wide + 2 * free, _HEIGHT + 2 * free
    corners = "".join(
        f'<rect class="pb-lockup__unit" x="{x:.2f}" y="{y:.2f}" width="{free:.2f}" height="{free:.2f}"/>'
        for x in (0, whole - free)
        for y in (0, high - free)
    )
    across = "".join(f"M0 {y:.2f}H{whole:.2f}" for y in (free, high - free))
    down = "".join(f"M{x:.2f} 0V{high:.2f}" for x in (free, whole - free))
    return (
        f'<svg viewBox="0 0 {whole:.2f} {high:.2f}" aria-hidden="true">{corners}<path d="{across}{down}"/>'
        f'<rect class="pb-lockup__edge" width="{whole:.2f}" height="{high:.2f}"/></svg>'
    )


def _offer(block: Offer, place: Place, _level: int) -> str:
    name = f"{block.stem}{PurePosixPath(block.path).suffix}"
    address = escape(place.file(block.path))
    link = f'<a class="pb-download" href="{address}" download="{escape(name)}">{escape(block.words)}</a>'
    drawing = f' data-svg="{escape(block.svg)}"' if block.svg else ""
    if block.data:
        drawing = f' data-from="{escape(place.file(block.data))}" data-drawing="{escape(block.stem)}"'
    buttons = "".join(
        f'<button type="button" data-png="{width}" data-name="{escape(block.stem)}-{width}.png">'
        f"{escape(words)}</button>"
        for width, words in (block.drawn if block.svg or block.data else ())
    )
    return f'<div class="pb-offer"{drawing}>{link}{buttons}</div>'


def _printer(block: Printer, _place: Place, _level: int) -> str:
    return f'<button type="button" class="pb-printer" data-pb-print>{escape(block.words)}</button>'


def _wall(block: Wall, place: Place, _level: int) -> str:
    cards = "\n".join(f"<li>{_card(card, place)}</li>" for card in block.cards)
    return f'<ul class="pb-wall">\n{cards}\n</ul>'


def _card(card: Card, place: Place) -> str:
    picture = _thumb(card.thumb, place) if card.thumb else _frames(card)
    return f'{picture}<p class="pb-name">{inline(card.name, place)}</p><p>{inline(card.about, place)}</p>'


def _thumb(thumb: Thumb, place: Place) -> str:
    return (
        f'<div class="pb-thumb"><img src="{escape(place.file(thumb.path))}" alt="{escape(thumb.alt)}"'
        f' width="{thumb.width}" height="{thumb.height}" loading="lazy" decoding="async"></div>'
    )


def _frames(card: Card) -> str:
    drawn = "".join(
        f'<rect x="{(WIDE - wide) / 2:g}" y="{(HIGH - high) / 2:g}" width="{wide}" height="{high}"/>'
        for wide, high in card.frames
    )
    down = label_y(card.frames, card.label)
    word = f'<text x="{WIDE / 2:g}" y="{down}">{escape(card.label)}</text>'
    return f'<svg viewBox="0 0 {WIDE} {HIGH}" aria-hidden="true">{drawn}{word}</svg>'


BLOCKS: dict[type, Callable[[Any, Place, int], str]] = {
    Strip: _strip,
    Matrix: _matrix,
    Lockup: _lockup,
    Offer: _offer,
    Maker: html_making.maker,
    Dropping: html_dropping.dropping,
    Reviewing: html_reviewing.reviewing,
    Printer: _printer,
    Wall: _wall,
    Heat: html_heat.heat,
    Net: html_net.net,
    Blank: html_blank.blank,
    **html_ticking.BLOCKS,
}
