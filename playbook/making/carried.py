"""Which parts of its brand each piece carries: what rendering read, and what the piece says it needs.

A kind is made once for each brand, with its examples, not once for each piece: what a template reads of a
brand follows from the two. So this stays quick with any number of pieces, and what the store holds is not
made at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from playbook.brand import Brand
from playbook.kinds import Kind
from playbook.making.cache import Store, made
from playbook.making.languages import chosen
from playbook.making.templates import is_made
from playbook.making.values import defaults, examples
from playbook.model import Playbook
from playbook.model.piece import Piece
from playbook.render.fill import TooLong, found, stands
from playbook.render.filters import Wording
from playbook.render.formats import FORMATS
from playbook.render.origins import LOGO, colors, fonts, parts

Carried = Mapping[str, frozenset[str]]
"""The ids of parts, as `origins` has them, by the ids of pieces; none where nothing is known."""

Elements = Mapping[str, Any]

_LANG = "en"


def carried(playbook: Playbook, elements: Callable[[Brand], Elements], store: Store) -> Carried:
    """What each piece carries; `elements` gives what templates see of a brand."""

    @cache
    def rendered(ident: str, kind: str) -> frozenset[str]:
        brand = playbook.brands[ident]
        return frozenset(_rendered(brand, playbook.kinds.get(kind), elements, store))

    return {
        piece.id: rendered(brand.id, piece.kind).union(_declared(piece, brand))
        for piece in playbook.pieces.values()
        for brand in [playbook.brand_of(piece)]
    }


def _rendered(
    brand: Brand, kind: Kind | None, elements: Callable[[Brand], Elements], store: Store
) -> Iterator[str]:
    """The parts that are read when a kind is made, and those that its fields take their values from."""
    if kind is None or not is_made(kind):
        return
    seen = elements(brand)
    said = defaults(kind.fields, seen)
    formats = FORMATS[chosen(kind, said) or _LANG]
    values = {**dict(examples(kind.fields, formats.lang)), **said}
    try:
        paths = made(kind, seen, values, Wording(formats), store).used
    except TooLong:
        paths = frozenset()
    filled = {field.brand for field in kind.fields.values() if field.brand}
    for path in paths | filled:
        if stands(found(seen, tuple(path.split(".")))):
            yield from parts(brand, path)


def _declared(piece: Piece, brand: Brand) -> Iterator[str]:
    needs = piece.requirements
    if needs.logo:
        yield LOGO
    for name in needs.colors:
        yield from colors(brand, name)
    for name in needs.fonts:
        yield from fonts(brand, name)
    if piece.message:
        yield f"message:{piece.message}"
