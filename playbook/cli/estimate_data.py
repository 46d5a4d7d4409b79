"""An estimate as JSON for programs and as CSV for spreadsheets."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from playbook.cli.estimating import Told
from playbook.estimate import Entry, State, Total, total
from playbook.sheets import sheet

_COLUMNS = (
    "id",
    "name",
    "kind",
    "owner",
    "state",
    "brand_version",
    "units",
    "places",
    "hours",
    "effort_complete",
    "effort",
    "currency",
    "cost",
    "parts",
)


def as_json(told: Told) -> str:
    """For programs: sums, groups and each piece; amounts as texts, since they are exact."""
    groups = {
        f"by_{by}": {name: _sum(total(group)) for name, group in found.items()}
        for by, found in told.groups.items()
    }
    made = {
        "change": list(told.words),
        "version": told.playbook.brand.identity.version,
        "total": _sum(told.total),
        "states": {state: sum(entry.state is state for entry in told.every) for state in State},
        **groups,
        "not_known": [entry.piece.id for entry in told.blank],
        "pieces": [_piece(told, entry) for entry in told.found],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _sum(found: Total) -> dict[str, Any]:
    return {
        "pieces": found.pieces,
        "units": found.units,
        "hours": round(float(found.hours), 2),
        "pieces_without_effort": found.no_effort,
        "pieces_with_more_effort": found.more,
        "cost": {currency: _exact(amount) for currency, amount in found.costs.items()},
        "things_without_cost": found.no_cost,
    }


def _exact(amount: Decimal) -> str:
    """All digits, without needless zeros."""
    return f"{amount.normalize():f}"


def _piece(told: Told, entry: Entry) -> dict[str, Any]:
    piece = entry.piece
    currency, amount = entry.cost or (None, None)
    return {
        "id": piece.id,
        "name": piece.name,
        "kind": piece.kind,
        "owner": piece.owner,
        "state": entry.state,
        "brand_version": piece.brand_version,
        "units": piece.in_use.units if piece.in_use else None,
        "places": list(piece.in_use.places) if piece.in_use else [],
        "hours": None if entry.hours is None else round(float(entry.hours), 2),
        "effort_complete": entry.hours is not None and not entry.more,
        "effort": piece.effort,
        "currency": currency,
        "cost": None if amount is None else _exact(amount),
        "parts": list(told.parts(entry)),
    }


def as_csv(told: Told) -> str:
    """For spreadsheets: a row for each piece."""
    rows = ({name: _cell(value) for name, value in _piece(told, entry).items()} for entry in told.found)
    return sheet(_COLUMNS, rows, told.lang)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)
