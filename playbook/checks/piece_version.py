"""Pieces made for an older version of their brand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.brand.identity import Identity
from playbook.capped import capped
from playbook.choices import PieceStatus
from playbook.diagnostics import Problem
from playbook.facts import Facts
from playbook.model import Playbook
from playbook.model.piece import Piece
from playbook.rulings import Options
from playbook.versions import is_older

_MADE = frozenset({PieceStatus.IMPLEMENTED, PieceStatus.APPROVED, PieceStatus.IN_REVIEW})


def check(playbook: Playbook, _facts: Facts, _today: date, _options: Options) -> Iterator[Problem]:
    """Pieces in use are made for the brand's version of today, or marked to be updated.

    Why:
        After a rebrand the old logo lives on in what nobody has listed.
    Fix:
        Look at the piece. Where it still holds, write the new version under `brand_version`; else give it the
        status `to-update`, best with a date.
    Source:
        Ours. `brand_version` is compared with `version` in brand/brand.yml, number by number: 2 is 2.0, and
        2.10 is newer than 2.9. Versions that are no numbers are not judged. After ten pieces the others are
        counted.
    Wrong:
        brand/brand.yml
            name: Example
            version: "2.0"
        content/pieces/letter.yml
            name: Letter
            kind: letter
            status: implemented
            brand_version: "1.4"
    Right:
        brand/brand.yml
            name: Example
            version: "2.0"
        content/pieces/letter.yml
            name: Letter
            kind: letter
            status: to-update
            brand_version: "1.4"
    """
    yield from capped(_older(playbook), _problem, "piece-version.more")


def _older(playbook: Playbook) -> Iterator[tuple[Piece, Identity]]:
    """Pieces in use, and the brand that has moved on."""
    for piece in playbook.pieces.values():
        if piece.brand_version and piece.status in _MADE:
            identity = playbook.brand_of(piece).identity
            if is_older(piece.brand_version, identity.version):
                yield piece, identity


def _problem(found: tuple[Piece, Identity]) -> Problem:
    piece, identity = found
    facts = {"piece": piece.name, "made": piece.brand_version or "", "version": identity.version or ""}
    place, related = piece.at("brand_version"), (identity.at("version"),)
    return Problem("piece-version.older", place, facts, "piece-version.hint", related)
