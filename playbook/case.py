"""A file that somebody hands in, and what it is judged by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from playbook.brand import Brand
from playbook.diagnostics import Location
from playbook.handed import Handed, Spot
from playbook.kinds import Kind
from playbook.model.piece import Piece, Requirements
from playbook.observed import Unreadable


@dataclass(frozen=True, slots=True)
class Case:
    """A file as it was seen, the brand, and the piece that it is meant to be, where that is known.

    `path` is the file's name as it was given; `lang` the language of its words where it says nothing itself.
    `logos` leads from the digest of a picture's bytes (SHA-256, in hex) to the logo's variant.
    """

    path: str
    handed: Handed
    brand: Brand
    lang: str = "en"
    piece: Piece | None = None
    kind: Kind | None = None
    logos: Mapping[str, str] = field(default_factory=dict)

    @property
    def required(self) -> Requirements:
        """What the piece must be like; nothing where it is not known."""
        return self.piece.requirements if self.piece else Requirements()

    def at(self, spot: Spot = Spot(), written: str = "") -> Location:  # noqa: B008 - frozen
        """A place in the file; a range where it is known what is written there."""
        end = (spot.line, spot.column + len(written)) if spot.column and written else (0, 0)
        return Location(self.path, spot.line or 1, spot.column or 1, *end, page=spot.page, part=spot.part)


def logos(brand: Brand, read: Callable[[str], bytes]) -> dict[str, str]:
    """The variants of a brand's logo by the digest of their files, as `read` gives them, where it can."""
    found = {}
    for ident, variant in brand.logo.variants.items():
        try:
            found[sha256(read(brand.files[variant.file])).hexdigest()] = ident
        except (KeyError, Unreadable):
            continue
    return found
