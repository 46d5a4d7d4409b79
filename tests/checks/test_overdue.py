"""overdue, seen on 2026-11-21."""

from __future__ import annotations

import pytest

HINT = " | Set its status if it is, or agree on a new date."
GOAL = "content/playbook.yml"
TOUCHPOINT = "content/touchpoints/web.yml"
JOURNEY = "content/journeys/trip.yml"
PIECE = "content/pieces/quote.yml"
KIT = "content/kits/fair.yml"


@pytest.mark.parametrize(
    "path, more, found",
    [
        (
            GOAL,
            "goals:\n  - {goal: Grow, due: 2026-11-20}",
            "2:23 this goal was due on 2026-11-20 and is not reached",
        ),
        (GOAL, "goals:\n  - {goal: Grow, due: 2026-11-21}", ""),
        (GOAL, "goals:\n  - {goal: Grow, due: 2026-11-20, status: done}", ""),
        (GOAL, "goals: [Grow]", ""),
        (
            TOUCHPOINT,
            "improvements: [{proposal: Try, due: 2026-01-02}]",
            "3:37 this proposal was due on 2026-01-02 and is not carried out",
        ),
        (TOUCHPOINT, "improvements: [{proposal: Try, due: 2026-01-02, status: dropped}]", ""),
        (
            TOUCHPOINT,
            "pains: [{text: Slow, proposal: {proposal: Try, due: 2026-01-02}}]",
            "3:53 this proposal was due on 2026-01-02 and is not carried out",
        ),
        (
            JOURNEY,
            "steps: [{proposal: {proposal: Try, due: 2026-01-02}}]",
            "2:41 this proposal was due on 2026-01-02 and is not carried out",
        ),
        (
            JOURNEY,
            "steps: [{pain: {text: Slow, proposal: {proposal: Try, due: 2026-01-02}}}]",
            "2:60 this proposal was due on 2026-01-02 and is not carried out",
        ),
        (PIECE, "due: 2026-01-02", "3:6 this piece was due on 2026-01-02 and is not in use"),
        (
            PIECE,
            "due: 2026-01-02\nstatus: to-update",
            "3:6 this piece was due on 2026-01-02 and is not in use",
        ),
        (PIECE, "due: 2026-01-02\nstatus: implemented", ""),
        (KIT, "date: 2026-01-02", "3:7 this kit was needed on 2026-01-02 and is not done"),
        (KIT, "date: 2026-01-02\nstatus: done", ""),
    ],
)
def test_dates(check, path, more, found):
    heads = {
        GOAL: "",
        TOUCHPOINT: "name: Web\nstage: before\n",
        JOURNEY: "name: Trip\n",
        PIECE: "name: Quote\nkind: quote\n",
        KIT: "name: Fair\npieces: [quote]\n",
    }
    assert check("overdue", {path: f"{heads[path]}{more}\n"}) == ([f"{path}:{found}{HINT}"] if found else [])
