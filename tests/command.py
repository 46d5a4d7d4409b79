"""What the command line makes of pieces of the demo, to hold the page against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import playbook
from playbook.diagnostics import Location
from playbook.facts import reader
from playbook.kinds import Kind
from playbook.making import make
from playbook.making.picture import logo, mark
from playbook.making.values import checked, defaults
from playbook.making.widths import widths
from playbook.render.brand_view import elements
from playbook.render.filters import Wording
from tests.building import ROOT

BOOK = playbook.load(ROOT).playbook
READ = reader(ROOT)


def made_of(piece: str, values: Mapping[str, str]) -> dict[str, str]:
    """The documents of a piece with these values and no others, by file."""
    kind, seen, wording = _known(piece)
    good, wrong = checked(kind.fields, values, lambda _: Location("form"))
    assert wrong == []
    return {file.path: str(file.content) for file in make(kind, seen, good, wording).files}


def settled(piece: str) -> dict[str, str]:
    """What stands in a piece's form before anybody writes into it."""
    kind, seen, _ = _known(piece)
    return {name: str(value) for name, value in defaults(kind.fields, seen).items()}


def _known(piece: str) -> tuple[Kind, Mapping[str, Any], Wording]:
    brand = BOOK.brand_of(BOOK.pieces[piece])
    seen = elements(brand, logo(brand, READ), mark(brand, READ))
    return BOOK.kinds[BOOK.pieces[piece].kind], seen, Wording(widths=widths(brand, READ))
