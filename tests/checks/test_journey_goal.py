"""journey-goal."""

from __future__ import annotations

import pytest

HINT = " | Add `goal`, and `duration: {amount: 6, unit: weeks}`."


@pytest.mark.parametrize(
    "more, found",
    [
        ("", "says neither what the person wants nor how long it takes"),
        ("goal: Cold milk", "does not say how long it takes"),
        ("duration: {amount: 2, unit: days}", "does not say what the person wants"),
        ("goal: Cold milk\nduration: {amount: 2, unit: days}", ""),
    ],
)
def test_journeys(check, more, found):
    told = check("journey-goal", {"content/journeys/trip.yml": f"name: Trip\n{more}\n"})
    assert told == ([f'content/journeys/trip.yml:1:7 the journey "Trip" {found}{HINT}'] if found else [])
