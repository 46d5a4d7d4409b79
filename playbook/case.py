"""A file that somebody hands in, and what it is judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from typing import Any

from playbook.brand import Brand
from playbook.diagnostics import Area, Location
from playbook.handed import MOST_AREAS, Handed, Spot
from playbook.kinds import Kind
from playbook.model import Playbook
from playbook.model.piece import Piece, Requirements
from playbook.observed import Unreadable
from playbook.shapes import Shape


@dataclass(frozen=True, slots=True)
class Case:
    """A file as it was seen, the brand, and the piece that it is meant to be, where that is known.

    `path` is the file's name as it was given; `lang` the language of its words where it says nothing itself.
    `logos` leads from the digest of a picture's bytes (SHA-256, in hex) to the logo's variant. `drawings` has
    what the variants are drawn of, where the file is a drawing too. `twin` is the plain text that lies beside
    a page or mail under the same name.
    """

    path: str
    handed: Handed
    brand: Brand
    lang: str = "en"
    piece: Piece | None = None
    kind: Kind | None = None
    logos: Mapping[str, str] = field(default_factory=dict)
    drawings: Mapping[str, tuple[Shape, ...]] = field(default_factory=dict)
    twin: Handed | None = None

    @property
    def required(self) -> Requirements:
        """What the piece must be like; nothing where it is not known."""
        return self.piece.requirements if self.piece else Requirements()

    def at(self, spot: Spot = Spot(), written: str = "", among: Iterable[Spot] = ()) -> Location:  # noqa: B008 - frozen
        """A place in the file; a range where it is known what is written there.

        `among` are the places where the same is seen: on pictures of the file, all of them are shown.
        """
        end = (spot.line, spot.column + len(written)) if spot.column and written else (0, 0)
        pages: dict[int, dict[Area, None]] = {}
        for one in (spot, *among):
            pages.setdefault(one.page, {}).update(dict.fromkeys(one.areas))
        areas = tuple((page, area) for page, seen in pages.items() for area in islice(seen, MOST_AREAS))
        return Location(self.path, spot.line or 1, spot.column or 1, *end, spot.page, spot.part, areas)


def cases(
    path: str, handed: Handed, book: Playbook, pieces: Iterable[Piece], read: Callable[[str], bytes]
) -> Iterator[Case]:
    """A file as each of the pieces that it may be, or as nobody's. `read` gives a project file's bytes."""
    lang = book.settings.language or "en"
    bare = Case(path, handed, book.brand, lang, **_variants(book.brand, handed, read))
    known = [_as(bare, book, piece, read) for piece in pieces]
    yield from known or [bare]


def _as(case: Case, book: Playbook, piece: Piece, read: Callable[[str], bytes]) -> Case:
    brand = book.brand_of(piece)
    kind = book.kinds.get(piece.kind)
    own = {} if brand is case.brand else _variants(brand, case.handed, read)
    return replace(case, brand=brand, piece=piece, kind=kind, **own)


@lru_cache(maxsize=64)
def _shapes(content: bytes) -> tuple[Shape, ...]:
    """What a logo is drawn of; the same for all the files that are handed in."""
    from playbook.observe import svg  # loads the readers of drawings and fonts

    return svg.observe(content).shapes


def _variants(brand: Brand, handed: Handed, read: Callable[[str], bytes]) -> dict[str, Any]:
    """The logo's variants by what they are known by: the digest of their files, and their shapes."""
    found: dict[str, Any] = {"logos": {}, "drawings": {}}
    for ident, variant in brand.logo.variants.items():
        try:
            content = read(brand.files[variant.file])
            found["logos"][sha256(content).hexdigest()] = ident
            if handed.shapes and variant.file.lower().endswith(".svg"):
                found["drawings"][ident] = _shapes(content)
        except (KeyError, Unreadable):
            continue
    return found
