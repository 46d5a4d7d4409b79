"""journey-goal."""

from __future__ import annotations

import pytest

LENGTH = "`duration: {amount: 6, unit: weeks}`."


@pytest.mark.parametrize(
    "more, found",
    [
        ("", f"says neither what the person wants nor how long it takes | Add `goal`, and {LENGTH}"),
        ("goal: Cold milk", f"does not say how long it takes | Add {LENGTH}"),
        (
            "duration: {amount: 2, unit: days}",
            "does not say what the person wants | Add `goal`, in the person's words.",
        ),
        ("goal: Cold milk\nduration: {amount: 2, unit: days}", ""),
    ],
)
def test_journeys(check, more, found):
    told = check("journey-goal", {"content/journeys/trip.yml": f"name: Trip\n{more}\n"})
    assert told == ([f'content/journeys/trip.yml:1:7 the journey "Trip" {found}'] if found else [])
