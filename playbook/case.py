"""A file that somebody hands in, and what it is judged by."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.brand import Brand
from playbook.diagnostics import Location
from playbook.handed import Handed, Spot
from playbook.kinds import Kind
from playbook.model.piece import Piece, Requirements


@dataclass(frozen=True, slots=True)
class Case:
    """A file as it was seen, the brand, and the piece that it is meant to be, where that is known.

    `path` is the file's name as it was given; `lang` the language of its words where it says nothing itself.
    """

    path: str
    handed: Handed
    brand: Brand
    lang: str = "en"
    piece: Piece | None = None
    kind: Kind | None = None

    @property
    def required(self) -> Requirements:
        """What the piece must be like; nothing where it is not known."""
        return self.piece.requirements if self.piece else Requirements()

    def at(self, spot: Spot = Spot(), written: str = "") -> Location:  # noqa: B008 - frozen
        """A place in the file; a range where it is known what is written there."""
        end = (spot.line, spot.column + len(written)) if spot.column and written else (0, 0)
        return Location(self.path, spot.line or 1, spot.column or 1, *end, page=spot.page, part=spot.part)
