"""The inventory: touchpoints and their pieces in one table, to be kept in a spreadsheet and applied again.

It has the columns that people fill in by the row. What the table does not show stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.artifact import Artifact
from playbook.choices import Phase, Visibility
from playbook.model import Playbook
from playbook.model.parts import Item
from playbook.model.touchpoint import Touchpoint
from playbook.sheets import EDITION, ID, ITEM, cell, cells, sheet

COLUMNS = (
    ITEM,
    ID,
    "name",
    "status",
    "owner",
    "due",
    "stage",
    "channel",
    "audience",
    "touchpoints",
    "kind",
    "sourcing",
    "summary",
    "also_called",
    "message",
    "products",
    "nature",
    "directness",
    "control",
    "category",
    "criticality",
    "tool",
    "brand_version",
    "effort",
    "in_use.units",
    "in_use.places",
    "link",
    "source",
    "tags",
    "brands",
    "visibility",
    "notes",
)
ALWAYS = ("status", "sourcing", "visibility")
"""Fields that say something even where nobody wrote them."""


def export(playbook: Playbook, lang: str = "en") -> tuple[Artifact, ...]:
    """One file. That of another edition than the internal one says so, since it lacks what others have."""
    lean = playbook.edition is not Visibility.INTERNAL
    columns = (*COLUMNS, EDITION) if lean else COLUMNS
    rows = [_row(item) | ({EDITION: str(playbook.edition)} if lean else {}) for item in _items(playbook)]
    return (Artifact("inventory.csv", sheet(columns, rows, lang)),)


def _items(playbook: Playbook) -> Iterator[Item]:
    """Each touchpoint with its pieces below it, a piece once; then the pieces that serve none."""
    told: set[str] = set()
    for touchpoint in sorted(playbook.touchpoints.values(), key=lambda item: _phase(playbook, item)):
        yield touchpoint
        for piece in playbook.pieces_of.get(touchpoint.id, ()):
            if piece.id not in told:
                told.add(piece.id)
                yield piece
    yield from (piece for ident, piece in playbook.pieces.items() if ident not in told)


def _phase(playbook: Playbook, touchpoint: Touchpoint) -> int:
    """Where the first of its stages stands among the three; behind them where none is known."""
    known = [list(Phase).index(phase) for phase in map(playbook.phase, touchpoint.stage) if phase]
    return min(known, default=len(Phase))


def _row(item: Item) -> dict[str, str]:
    usual = {name: cell(getattr(item, name)) for name in ALWAYS if name in type(item).model_fields}
    said = {column: text for column, text in cells(item) if column in COLUMNS}
    return {ITEM: item.noun, ID: item.id, **usual, **said}
