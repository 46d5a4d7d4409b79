"""proposal-owner."""

from __future__ import annotations

import pytest

WEB = "content/touchpoints/web.yml"
TRIP = "content/journeys/trip.yml"


@pytest.mark.parametrize(
    "path, more, found",
    [
        (
            WEB,
            "improvements: [Hurry]",
            "3:16 this proposal has neither owner nor date | Add `owner` and `due`.",
        ),
        (WEB, "improvements: [{proposal: x, owner: a}]", "3:16 this proposal has no date | Add"),
        (WEB, "improvements: [{proposal: x, due: 2027-01-01}]", "3:16 this proposal has no owner | Add"),
        (WEB, "improvements: [{proposal: x, owner: a, due: 2027-01-01}]", ""),
        (WEB, "improvements: [{proposal: x, status: done}, {proposal: x, status: dropped}]", ""),
        (WEB, "status: retired\nimprovements: [Hurry]", ""),
        (WEB, "pains: [Slow, {text: Slow, proposal: Hurry}]", "3:38 this proposal has neither"),
        (
            WEB,
            "improvements: [a, b]\npains: [{text: Slow, proposal: Hurry}]",
            (
                "3:16 this proposal has neither owner nor date"
                " | Add `owner` and `due`, also to the others here: 3 in all."
            ),
        ),
        (TRIP, "steps: [{proposal: Hurry}, {pain: {text: x, proposal: Hurry}}, {pain: x}]", "2:20 this"),
    ],
)
def test_proposals(check, path, more, found):
    head = "name: Web\nstage: before\n" if path == WEB else "name: Trip\n"
    told = check("proposal-owner", {path: f"{head}{more}\n"})
    assert len(told) == bool(found)
    assert all(line.startswith(f"{path}:{found}") for line in told)
