"""Pieces side by side: their pictures or proportions, names, kinds and states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.exports.site import frames
from playbook.exports.site.blocks import Block
from playbook.exports.site.cells import cell, label
from playbook.exports.site.data import due
from playbook.exports.site.inlines import Inlines
from playbook.exports.site.names import joined, words
from playbook.exports.site.showing import Card, Wall
from playbook.exports.site.view import View
from playbook.model.piece import Piece


def wall(view: View, idents: Iterable[str]) -> Iterator[Block]:
    """Pieces by their ids; one that could not be read is its name alone, if these readers may know of it."""
    cards = tuple(card for ident in idents if (card := _card(view, ident)))
    if cards:
        yield Wall(cards)


def _card(view: View, ident: str) -> Card | None:
    name = view.link("piece", ident)
    piece = view.playbook.pieces.get(ident)
    if piece is None or not name:
        return Card((), "", name, ()) if name else None
    kind = view.playbook.kinds.get(piece.kind)
    drawn = frames.frames(piece, kind), frames.label(piece, kind)
    return Card(*drawn, name, _about(view, piece), view.thumbs.get(ident))


def _about(view: View, piece: Piece) -> Inlines:
    """Its kind and state, and while it is not done, by when it is to be."""
    day = due(view, piece)
    told = words(f"{label(view, piece, 'due')}: {day}") if day else ()
    return joined((cell(view, piece, "kind"), cell(view, piece, "status"), told), " \N{MIDDLE DOT} ")
