"""pain-proposal."""

from __future__ import annotations

import pytest

FOUND = "this pain point blocks people, and nothing is proposed"
WEB = "content/touchpoints/web.yml"
TRIP = "content/journeys/trip.yml"


@pytest.mark.parametrize(
    "path, more, place",
    [
        (WEB, "pains: [Slow]", "3:9"),
        (WEB, "pains: [{text: Slow, effect: drives}]", ""),
        (WEB, "pains: [{text: Slow, proposal: Hurry}]", ""),
        (WEB, "pains: [{text: Slow, proposal: {proposal: Hurry, status: dropped}}]", "3:16"),
        (WEB, "pains: [Slow]\nimprovements: [Hurry]", ""),
        (WEB, "pains: [Slow]\nstatus: retired", ""),
        (TRIP, "steps: [{pain: Slow}]", "2:16"),
        (TRIP, "steps: [{pain: Slow, proposal: Hurry}]", ""),
        (TRIP, "steps: [{pain: {text: Slow, effect: drives}}, {does: Waits.}]", ""),
    ],
)
def test_pains(check, path, more, place):
    head = "name: Web\nstage: before\n" if path == WEB else "name: Trip\n"
    told = [line.split(" | ")[0] for line in check("pain-proposal", {path: f"{head}{more}\n"})]
    assert told == ([f"{path}:{place} {FOUND}"] if place else [])
