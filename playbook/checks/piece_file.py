"""Pieces that are in use and nowhere to be found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.choices import PieceStatus
from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.making.templates import is_made
from playbook.model import Playbook
from playbook.model.piece import Piece
from playbook.rulings import Options

_TEXTS = ("steps", "caption")
_PLACES = ("files", "link", "source")


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """A piece that is implemented can be found here: as a file, by a link, or made from the brand.

    Why:
        Who cannot find the piece that is said to be there makes another one.
    Fix:
        Add its `files`, the `link` where it can be seen, or the `source` where it is edited. Else it is not
        implemented yet.
    Source:
        Ours. Pieces of kinds that are made here need no file, nor do procedures with their `steps`, posts
        with their `caption`, and things that say where they are `in_use`.
    Wrong:
        content/pieces/flyer.yml
            name: Flyer
            kind: brochure
            status: implemented
    Right:
        content/pieces/flyer.yml
            name: Flyer
            kind: brochure
            status: implemented
            link: https://example.org/flyer.pdf
    """
    kept = {name for name, kind in playbook.kinds.items() if not is_made(kind)}
    for piece in playbook.pieces.values():
        if piece.status is PieceStatus.IMPLEMENTED and piece.kind in kept and not _found(piece):
            place = piece.at("status")
            yield Problem("piece-file.none", place, {"piece": piece.name}, "piece-file.hint")


def _found(piece: Piece) -> bool:
    shown = any(getattr(piece, name) for name in (*_PLACES, *_TEXTS))
    return shown or (piece.in_use is not None and bool(piece.in_use.places or piece.in_use.units))
